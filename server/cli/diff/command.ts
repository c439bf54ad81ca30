/** The words of `diff`. */
import type { Told } from '../command/argument';
import { choice, date, word, words } from '../command/argument';
import { command } from '../command/command';
import { failOn, namesOf, outputFiles, today } from '../command/shared';
import { outputs } from './outputs/all';

const formats = namesOf(outputs);

const itsWords = {
  base: word(
    'base',
    'say which revision to compare with, such as “diff main”.',
    'a revision; main... is where the branch left main',
  ),
  rest: words('[head] [folder]', 2),
};

const options = {
  today,
  baseToday: date({ help: 'judge the base as of another day', usually: 'the same day' }),
  format: choice('FORMAT', formats, { help: 'what is printed', usually: 'text' }),
  output: outputFiles(formats),
  failOn,
};

export type DiffTold = Told<typeof itsWords & typeof options>;

export const diff = command({
  name: 'diff',
  help: 'what a change does to the coverage, between two revisions of git, or one and the files as they are',
  words: itsWords,
  options,
  tooMany: (given) => `diff takes a base, a head and a folder, not ${given} words.`,
  run: async (told, surroundings) => (await import('./diff')).diff(told, surroundings),
});
