/** The words of the commands about evidence matrices. */
import { columnWords, matrixColumn } from '../../core/matrix/columnNames';
import { matrixLayouts } from '../../core/matrix/layouts';
import type { Told } from '../command/argument';
import { choice, flag, word } from '../command/argument';
import { columnOption } from '../command/columnOption';
import { command } from '../command/command';
import { folder, today } from '../command/shared';
import { exportOptions } from '../command/exportOptions';

const importWords = {
  file: word('file', 'say which file is imported, such as “matrix import evidence-matrix.xlsx”.'),
  folder,
};
const importOptions = {
  today,
  write: flag({ help: 'writes the files; without it, nothing is written' }),
  column: columnOption({ words: Object.values(columnWords), named: matrixColumn }),
};

export type MatrixImportTold = Told<typeof importWords & typeof importOptions>;

export const matrixImport = command({
  name: 'matrix import',
  help: 'makes drafts of the evidence in a matrix that is kept elsewhere; shows first what would change',
  words: importWords,
  options: importOptions,
  run: async (told, surroundings) => (await import('./import')).importMatrix(told, surroundings),
});

const matrixExportOptions = {
  today,
  layout: choice('LAYOUT', matrixLayouts, {
    help: 'a row for each element and piece of evidence, or a statement of applicability of the same rows',
    usually: 'matrix',
  }),
  guidance: flag({ help: 'adds a column with the guidance of the standard' }),
  ...exportOptions,
};

export type MatrixExportTold = Told<{ folder: typeof folder } & typeof matrixExportOptions>;

export const matrixExport = command({
  name: 'matrix export',
  help: 'the evidence by element, as a file of another program',
  words: { folder },
  options: matrixExportOptions,
  run: async (told, surroundings) => (await import('./export')).exportMatrixFrom(told, surroundings),
});
