/** The words of `coverage`. */
import type { Told } from '../command/argument';
import { choice } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const words = { folder };

const options = {
  today,
  format: choice('FORMAT', ['text', 'json'], {
    help: 'what is printed, for people or for programs',
    usually: 'text',
  }),
};

export type CoverageTold = Told<typeof words & typeof options>;

export const coverage = command({
  name: 'coverage',
  help: 'which elements have evidence',
  words,
  options,
  run: async (told, surroundings) => (await import('./coverage')).coverage(told, surroundings),
});
