/** `matrix import`: makes drafts of the evidence in a matrix that is kept elsewhere. */
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { MatrixImport } from '../../exchange/matrixExchange';
import { importMatrixFile } from '../../exchange/matrixExchange';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import { makeFolder } from '../../host/disk/outputFile';
import { writeUnlessChanged } from '../../host/disk/wholeFile';
import { WriteError } from '../../host/disk/writeError';
import { howToSay } from '../command/columnOption';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { readDraft } from '../folder/files';
import { importedBytes } from '../folder/importedFile';
import { onePortfolio } from '../folder/onePortfolio';
import { terminal } from '../output/terminal';
import type { MatrixImportTold } from './commands';
import { matrixAsText } from './text';

/** Exit status 1: some rows need a person. */
export async function importMatrix(told: MatrixImportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const bytes = importedBytes(told.file, 'evidence matrix');
  const { portfolio } = await onePortfolio(told, surroundings);
  const outcome = importMatrixFile(portfolio, basename(told.file), bytes, told.column);
  if (outcome.kind === 'failed') {
    const how = howToSay(outcome.columns, 'ref', 'evidence');
    throw new RunError(`${told.file} cannot be imported. ${outcome.message}${how}`);
  }
  if (told.write) await written(portfolio, outcome.result);
  surroundings.write(matrixAsText(portfolio, outcome.result, told.write, terminal(surroundings.isTerminal)));
  return outcome.result.problems.length > 0 || outcome.result.differs.length > 0 ? 1 : 0;
}

/** What is written before one cannot be is the same again at the next run. @throws RunError */
async function written(portfolio: Portfolio, { files }: MatrixImport): Promise<void> {
  for (const { uri, before, text } of files) {
    const path = portfolio.path(uri);
    const file = fileURLToPath(uri);
    if (portfolio.leadsOutside(uri) || !isWithin(fileURLToPath(portfolio.root), dirname(file)))
      throw new RunError(`a link on the way to ${path} leads out of the portfolio, so it was not written.`);
    try {
      if (before === undefined) makeFolder(dirname(file));
      const draft = readDraft(file);
      if (draft.text !== before || !(await writeUnlessChanged(file, draft.bytes, text)))
        throw new RunError(`${path} was written by somebody else meanwhile. Import the file once more.`);
    } catch (error) {
      throw error instanceof WriteError ? new RunError(error.message) : error;
    }
  }
}

/** Whether the folder is, or would be, where its name says: no link on the way leads elsewhere. */
function isWithin(root: string, folder: string): boolean {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const way = relative(realPathOf(root), realPathOf(there));
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
