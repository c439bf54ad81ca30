/** The words of `report`. */
import type { Told } from '../command/argument';
import { choice, text } from '../command/argument';
import { command } from '../command/command';
import { exportOptions } from '../command/exportOptions';
import { folder, today } from '../command/shared';

const words = { folder };

const options = {
  today,
  since: text('WHEN', {
    help: 'tells what has changed since a day or a revision, such as 2026-10-25 or main',
  }),
  ...exportOptions,
  format: choice('FORMAT', ['html', 'docx', 'odt', 'md'], {
    help: 'what is written',
    note: 'where it is not said, it is as --output ends',
  }),
};

export type ReportTold = Told<typeof words & typeof options>;

export const report = command({
  name: 'report',
  help: 'one document for a management meeting: coverage, award, changes, who has what to do, gaps',
  words,
  options,
  run: async (told, surroundings) => (await import('./report')).report(told, surroundings),
});
