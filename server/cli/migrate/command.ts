/** The words of `standard migrate`. */
import type { Told } from '../command/argument';
import { flag, several, text, word } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const words = {
  edition: word(
    'standard',
    'say which standard it is to be: a built-in one’s id, or the path of a standard file.',
  ),
  folder,
};

const options = {
  today,
  standard: text('NAME', {
    help: 'which of several standards is moved: what portfolio.yaml calls it',
  }),
  mapping: text('FILE', {
    help: 'a mapping between the two editions, which says what has become of IDs: a mapping file, or as its publisher has it (OSCAL, CISO Assistant, a table with two columns of IDs)',
  }),
  map: several(
    'OLD=NEW',
    {
      help: 'what to write in the place of an ID that has become several, such as 1.3=1.4 or 1.3=1.4,1.5; for one file only: evidence/survey.md:1.3=1.4',
    },
    (typed) => typed,
  ),
  answers: text('FILE', {
    help: 'the same in a YAML file: “1.3: [1.4, 1.5]” in a line, and below the path of a file what counts in it',
  }),
  write: flag({ help: 'writes the files, all of them or none; without it, nothing is written' }),
  diff: flag({ help: 'shows every line that changes, as a unified diff' }),
};

export type MigrateTold = Told<typeof words & typeof options>;

export const standardMigrate = command({
  name: 'standard migrate',
  help: 'moves a portfolio to another edition of its standard; shows first what would change',
  words,
  options,
  run: async (told, surroundings) => (await import('./migrate')).migrate(told, surroundings),
});
