/** The words of the commands about standards. */
import type { Told } from '../command/argument';
import { text, word } from '../command/argument';
import { command } from '../command/command';

const oneId = 'say “standard show” and one ID, such as 3.2.4.';

const words = { id: word('id', oneId) };

const options = {
  standard: text('NAME', {
    help: 'a built-in standard, or the path of a standard file',
    usually: 'customer-service-excellence',
  }),
};

export type ShowStandardTold = Told<typeof words & typeof options>;

export const standardShow = command({
  name: 'standard show',
  help: 'what the standard says of an element or a criterion',
  words,
  options,
  tooMany: () => oneId,
  run: async (told, surroundings) => (await import('./show')).showStandard(told, surroundings),
});
