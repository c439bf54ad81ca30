/** The words of the commands about the assessor's sheet. */
import { assessmentColumn, assessmentWords } from '../../core/assessor/columnNames';
import type { Told } from '../command/argument';
import { date, flag, word } from '../command/argument';
import { columnOption } from '../command/columnOption';
import { command } from '../command/command';
import { folder, today } from '../command/shared';
import { exportOptions } from '../command/exportOptions';

const importWords = {
  file: word('file', 'say which file is imported, such as “assessment import assessment.xlsx”.'),
  folder,
};
const importOptions = {
  today,
  date: date({ help: 'when the assessor looked, where the sheet does not say', usually: 'today' }),
  write: flag({ help: 'writes portfolio.yaml; without it, nothing is written' }),
  column: columnOption({ words: Object.values(assessmentWords), named: assessmentColumn }),
};

export type AssessmentImportTold = Told<typeof importWords & typeof importOptions>;

export const assessmentImport = command({
  name: 'assessment import',
  help: 'takes the assessor’s ratings and comments into portfolio.yaml; shows first what would change',
  words: importWords,
  options: importOptions,
  run: async (told, surroundings) => (await import('./import')).importRatings(told, surroundings),
});

const assessmentExportOptions = { today, ...exportOptions };

export type AssessmentExportTold = Told<{ folder: typeof folder } & typeof assessmentExportOptions>;

export const assessmentExport = command({
  name: 'assessment export',
  help: 'the sheet that an assessor fills in: what they are shown and told, and the ratings',
  words: { folder },
  options: assessmentExportOptions,
  run: async (told, surroundings) => (await import('./export')).exportRatings(told, surroundings),
});
