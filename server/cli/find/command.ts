/** The words of `find`. */
import type { Told } from '../command/argument';
import { choice, text, words } from '../command/argument';
import { command } from '../command/command';

const typed = { words: words('<words…>', Infinity) };

const options = {
  for: text('FILE', { help: 'finds the elements that a text may be evidence for, by its own words' }),
  folder: text('FOLDER', { help: 'the portfolio whose standard is searched', usually: 'the current folder' }),
  format: choice('FORMAT', ['text', 'json'], {
    help: 'what is printed, for people or for programs',
    usually: 'text',
  }),
};

export type FindTold = Told<typeof typed & typeof options>;

export const find = command({
  name: 'find',
  help: [
    { words: '<words…>', help: 'elements by any words, best first, with the words that led there' },
    { words: '--for <file>', help: 'elements that a file may be evidence for, by its own words' },
  ],
  words: typed,
  options,
  run: async (told, surroundings) => (await import('./find')).findIn(told, surroundings),
});
