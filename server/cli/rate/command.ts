/** The words of `rate`. */
import type { Told } from '../command/argument';
import { date, flag, text, words } from '../command/argument';
import { command } from '../command/command';
import { today } from '../command/shared';

/** Which of them is the folder shows on the disk. */
const itsWords = { given: words('[id] [rating] [folder]', 3) };

const options = {
  today,
  comment: text('TEXT', { help: 'what is to be said about it' }),
  assessor: flag({ help: 'the rating, and the comment, are the assessor’s' }),
  date: date({ help: 'the day on which the assessor looked', usually: 'today' }),
  clear: flag({ help: 'takes the rating back' }),
};

export type RateTold = Told<typeof itsWords & typeof options>;

export const rate = command({
  name: 'rate',
  help: [
    { words: '[folder]', help: 'the self-assessment, and what stands between it and the award' },
    {
      words: '<id> [rating] [folder]',
      help: 'rates an element in portfolio.yaml; without a rating: shows how it is rated',
    },
  ],
  words: itsWords,
  options,
  tooMany: () => 'rate takes an element, a rating and a folder, such as “rate 3.2.4 compliant .”.',
  run: async (told, surroundings) => (await import('./rate')).rate(told, surroundings),
});
