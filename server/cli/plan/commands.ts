/** The words of the commands about action plans. */
import { exportFormats } from '../../core/plan/exchange/exportFormats';
import type { Option, Told } from '../command/argument';
import { choice, flag, word } from '../command/argument';
import { command } from '../command/command';
import { UsageError } from '../command/errors';
import { folder, today } from '../command/shared';
import { column } from './column';

const write = flag({ help: 'writes the plan; without it, nothing is written' });

const importWords = {
  file: word('file', 'say which file is imported, such as “plan import action-plan.xlsx”.'),
  folder,
};
const importOptions = { today, write, column };

export type PlanImportTold = Told<typeof importWords & typeof importOptions>;

export const planImport = command({
  name: 'plan import',
  help: 'takes an action plan from a spreadsheet, a document or a text; shows first what would change',
  words: importWords,
  options: importOptions,
  run: async (told, surroundings) => (await import('./import')).importInto(told, surroundings),
});

/** One file, as against the files that `check` and `diff` write beside what they print. */
const output: Option<string | undefined> = {
  value: 'FILE',
  help: 'writes this file instead of standard output',
  read: (given, name) => {
    if (given.length > 1) throw new UsageError(`plan export writes one file: give ${name} once.`);
    return given[0];
  },
};

const exportOptions = {
  today,
  format: choice('FORMAT', exportFormats, {
    help: 'what is written',
    note: 'where it is not said, it is as --output ends',
  }),
  output,
  force: flag({ help: 'writes over a file that is there already' }),
};

export type PlanExportTold = Told<{ folder: typeof folder } & typeof exportOptions>;

export const planExport = command({
  name: 'plan export',
  help: 'the action plan as a file of another program',
  words: { folder },
  options: exportOptions,
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
