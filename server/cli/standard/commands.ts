/** The words of the commands about standards. */
import type { Told } from '../command/argument';
import { flag, several, text, word } from '../command/argument';
import { columnOption } from '../command/columnOption';
import { command } from '../command/command';
import { importColumn, importColumnWords } from '../../exchange/mappings/mappingColumnNames';
import { folder } from '../command/shared';

const oneId = 'say “standard show” and one ID, such as 3.2.4.';

const words = { id: word('id', oneId) };

const options = {
  standard: text('NAME', {
    help: 'a built-in standard, or the path of a standard file',
    usually: 'customer-service-excellence',
  }),
  language: text('CODE', {
    help: 'the language to show it in, such as cy, where the standard has its words in several',
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

const importWords = {
  file: word('file', 'say which file is imported, such as “standard import catalogue.json”.'),
};
const importOptions = {
  profile: several(
    'FILE',
    { help: 'an OSCAL profile, which becomes a profile of the standard' },
    (typed) => typed,
  ),
  from: text('NAME', { help: 'of a mapping: what the standard is called that it leads from' }),
  to: text('NAME', { help: 'of a mapping: what the standard is called that it leads to' }),
  column: columnOption({ words: importColumnWords, named: importColumn }, 'id="Clause no."'),
  output: text('FILE', {
    help: 'the standard file, or the mapping file',
    note: 'where it is not said, it is beside what is imported, with the ending .yaml',
  }),
  write: flag({ help: 'writes that file; without it, nothing is written' }),
};

export type ImportStandardTold = Told<typeof importWords & typeof importOptions>;

export const standardImport = command({
  name: 'standard import',
  help: 'makes a standard file of OSCAL, a CISO Assistant library, a spreadsheet or an outline, and a mapping file of a mapping; shows first what it would hold',
  words: importWords,
  options: importOptions,
  tooMany: () => 'standard import takes one file; profiles of it are given with --profile.',
  run: async (told, surroundings) => (await import('./import')).importFile(told, surroundings),
});

export type ListStandardsTold = Told<{ folder: typeof folder }>;

export const standardList = command({
  name: 'standard list',
  help: 'the built-in standards, and those in the files of a folder',
  words: { folder },
  options: {},
  run: async (told, surroundings) => (await import('./list')).listStandards(told, surroundings),
});
