/** `matrix export`: the evidence by element, as a file of another program. */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportMatrix } from '../../exchange/matrixExchange';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { exportFormat, writeExport } from '../folder/exported';
import { onePortfolio } from '../folder/onePortfolio';
import type { MatrixExportTold } from './commands';

export async function exportMatrixFrom(
  told: MatrixExportTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const format = exportFormat(told, 'evidence-matrix');
  const { portfolio } = await onePortfolio(told, surroundings);
  const outcome = exportMatrix(portfolio, format, {
    layout: told.layout,
    hasGuidance: told.guidance,
    toRoot: wayTo(fileURLToPath(portfolio.root), told.output),
  });
  if (outcome.kind === 'failed') throw new RunError(outcome.message);
  writeExport(outcome.result, told, surroundings);
  return 0;
}

/** How links lead from where the file lies to the portfolio's folder: `../portfolio/`, encoded. */
function wayTo(root: string, file: string | undefined): string {
  if (file === undefined) return '';
  const way = relative(realPathOf(dirname(resolve(file))), root);
  return way === '' ? '' : `${way.split(sep).map(encodeURIComponent).join('/')}/`;
}
