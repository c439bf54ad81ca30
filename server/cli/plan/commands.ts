/** The words of the commands about action plans. */
import { columnRole, columnWords } from '../../core/plan/exchange/columnsTold';
import type { Told } from '../command/argument';
import { flag, word } from '../command/argument';
import { columnOption } from '../command/columnOption';
import { command } from '../command/command';
import { folder, today } from '../command/shared';
import { exportOptions } from '../command/exportOptions';

const write = flag({ help: 'writes the plan; without it, nothing is written' });

const importWords = {
  file: word('file', 'say which file is imported, such as “plan import action-plan.xlsx”.'),
  folder,
};
const column = columnOption({ words: Object.values(columnWords), named: columnRole });
const importOptions = { today, write, column };

export type PlanImportTold = Told<typeof importWords & typeof importOptions>;

export const planImport = command({
  name: 'plan import',
  help: 'takes an action plan from a spreadsheet, a document or a text; shows first what would change',
  words: importWords,
  options: importOptions,
  run: async (told, surroundings) => (await import('./import')).importInto(told, surroundings),
});

const planExportOptions = { today, ...exportOptions };

export type PlanExportTold = Told<{ folder: typeof folder } & typeof planExportOptions>;

export const planExport = command({
  name: 'plan export',
  help: 'the action plan as a file of another program',
  words: { folder },
  options: planExportOptions,
  run: async (told, surroundings) => (await import('./export')).exportFrom(told, surroundings),
});

const syncOptions = { today, write };

export type PlanSyncTold = Told<{ folder: typeof folder } & typeof syncOptions>;

export const planSync = command({
  name: 'plan sync',
  help: 'adds an action for each element that asks for one',
  words: { folder },
  options: syncOptions,
  run: async (told, surroundings) => (await import('./sync')).sync(told, surroundings),
});
