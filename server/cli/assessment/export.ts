/** `assessment export`: the sheet that an assessor fills in. */
import { exportAssessment } from '../../exchange/assessmentExchange';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { exportFormat, writeExport } from '../folder/exported';
import { onePortfolio } from '../folder/onePortfolio';
import type { AssessmentExportTold } from './commands';

export async function exportRatings(
  told: AssessmentExportTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const format = exportFormat(told, 'assessment');
  const { portfolio } = await onePortfolio(told, surroundings);
  const outcome = exportAssessment(portfolio, format);
  if (outcome.kind === 'failed') throw new RunError(outcome.message);
  writeExport(outcome.result, told, surroundings);
  return 0;
}
