/** `what-if`: what becomes of the award where something is supposed. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SupposedWords } from '../../core/drafting/supposition';
import { readSupposition } from '../../core/drafting/supposition';
import { whatIf as supposing } from '../../core/drafting/whatIf';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { whatIfDocument } from '../../core/report/whatIf';
import type { Uri } from '../../core/text/span';
import { reportAsMarkdown } from '../../exchange/reports/markdown';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { onePortfolioIn } from '../folder/onePortfolio';
import { openFolder } from '../folder/portfolios';
import { complainOfNone } from '../folder/complain';
import { documentAsText } from '../output/documentText';
import { terminal } from '../output/terminal';
import type { WhatIfTold } from './command';
import { whatIfAsJson } from './json';

export async function whatIf(told: WhatIfTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { folder, today, format } = told;
  const opened = await openFolder(folder, today, surroundings);
  const { portfolio, isNew } = await onePortfolioIn(opened, folder, surroundings);
  const read = readSupposition(portfolio, wordsOf(portfolio, told));
  if (read.kind === 'refused') throw new RunError(read.message);
  const found = supposing(portfolio, read.supposition);
  if (format === 'json') surroundings.write(whatIfAsJson(found));
  else if (format === 'markdown') surroundings.write(reportAsMarkdown(whatIfDocument(found)));
  else surroundings.write(documentAsText(whatIfDocument(found), terminal(surroundings.isTerminal)));
  if (isNew) complainOfNone(folder, surroundings);
  return 0;
}

const wordsOf = (portfolio: Portfolio, told: WhatIfTold): SupposedWords => ({
  withdrawn: told.withdrawn.map((path) => evidenceAt(portfolio, path, told.folder)),
  rated: told.rated,
  rater: told.assessor ? 'assessor' : 'self',
  day: told.on,
});

/** An evidence file by its path, from here or from the folder. @throws RunError where there is none */
function evidenceAt({ evidence }: Portfolio, path: string, folder: string): Uri {
  const places = [resolve(path), join(resolve(folder), path)];
  const found = places.map((place) => uriOfPath(realPathOf(place))).find((uri) => evidence.has(uri));
  if (found !== undefined) return found;
  throw new RunError(
    places.some((place) => existsSync(place))
      ? `${path} is not a file of evidence of the portfolio in ${folder}.`
      : `there is no file ${path}, from here or from ${folder}.`,
  );
}
