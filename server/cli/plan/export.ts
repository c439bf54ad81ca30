/** `plan export`: the action plan as a file of another program. */
import type { ExportFormat } from '../../core/plan/exchange/exportFormats';
import { exportFormats, isOfficeFormat } from '../../core/plan/exchange/exportFormats';
import { exportPlan } from '../../exchange/planExchange';
import { wouldReplace } from '../../host/disk/outputFile';
import { RunError, UsageError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { ensureWritable, writeResult } from '../folder/files';
import { printable } from '../output/terminal';
import type { PlanExportTold } from './commands';
import { findPlan } from './findPlan';

export async function exportFrom(told: PlanExportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { folder: place, output: file, force } = told;
  const format = formatOf(told.format, file);
  if (file !== undefined) {
    ensureWritable(file);
    if (!force && wouldReplace(file)) throw new RunError(thereAlready(file));
  }
  const { standard, plan, name } = await findPlan(told, surroundings);
  if (!plan)
    throw new RunError(`there is no action plan in ${place}: no ${name}. “plan sync --write” makes one.`);
  const outcome = exportPlan(standard, plan, format);
  if (outcome.kind === 'failed') throw new RunError(outcome.message);
  if (file !== undefined) {
    if (!writeResult(file, outcome.result, { isNew: !force })) throw new RunError(thereAlready(file));
    surroundings.write(`${printable(file)} is written.\n`);
    return 0;
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(outcome.result);
  // What a file says is not obeyed by a terminal; a program that reads gets every character.
  surroundings.write(surroundings.isTerminal ? text.split('\n').map(printable).join('\n') : text);
  return 0;
}

/** @throws UsageError */
function formatOf(told: ExportFormat | undefined, file: string | undefined): ExportFormat {
  const ending = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  const format = told ?? exportFormats.find((known) => known === ending);
  if (format === undefined)
    throw new UsageError(
      `say which format: --format ${exportFormats.join('|')}, or --output with such an ending.`,
    );
  if (file === undefined && isOfficeFormat(format))
    throw new UsageError(`${format} is no text, so it needs a file: --output action-plan.${format}.`);
  return format;
}

const thereAlready = (file: string): string => `${file} is there already. Say --force to write over it.`;
