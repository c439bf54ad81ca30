/** `plan export`: the action plan as a file of another program. */
import { exportPlan } from '../../exchange/planExchange';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { exportFormat, writeExport } from '../folder/exported';
import type { PlanExportTold } from './commands';
import { findPlan } from './findPlan';

export async function exportFrom(told: PlanExportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const format = exportFormat(told, 'action-plan');
  const { standard, plan, name } = await findPlan(told, surroundings);
  if (!plan)
    throw new RunError(
      `there is no action plan in ${told.folder}: no ${name}. “plan sync --write” makes one.`,
    );
  const outcome = exportPlan(standard, plan, format);
  if (outcome.kind === 'failed') throw new RunError(outcome.message);
  writeExport(outcome.result, told, surroundings);
  return 0;
}
