/** The words of `show`. */
import type { Told } from '../command/argument';
import { word } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const whichSubject = 'say “show” and an element or a file, such as “show 3.2.4”.';

const words = { subject: word('id|file', whichSubject), folder };

const options = { today };

export type ShowTold = Told<typeof words & typeof options>;

export const show = command({
  name: 'show',
  help: 'all that there is about an element, or a file',
  words,
  options,
  tooMany: () => whichSubject,
  run: async (told, surroundings) => (await import('./show')).show(told, surroundings),
});
