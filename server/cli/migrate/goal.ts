/** The standard that a portfolio is to be moved to: a built-in one, or one in a file. */
import { resolve } from 'node:path';
import { foreignStandard, importAdvice } from '../../core/standard/foreignStandard';
import { namedStandard } from '../../core/standard/namedStandard';
import type { Standard } from '../../core/standard/standard';
import { parseStandard } from '../../core/standard/standardFile';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { Uri } from '../../core/text/span';
import { isWithin, joinPath, relativePath } from '../../core/text/uri';
import { nodeFileAccess, realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { wordMeant } from '../command/wordMeant';
import { RunError } from '../command/errors';
import type { Surroundings } from '../command/surroundings';
import type { OpenFolder } from '../folder/portfolios';
import { positionsIn } from '../output/position';

export interface Goal {
  readonly of: PortfolioStandard;
  readonly to: Standard;
  /** What portfolio.yaml is to call it. */
  readonly name: string;
  readonly uri: Uri | undefined;
}

/** @param typed an id, or a path from here or from the portfolio's folder @throws RunError */
export async function goalNamed(
  typed: string,
  { portfolio, of }: Moved,
  { index }: OpenFolder,
  { standards }: Surroundings,
): Promise<Goal> {
  const builtIn = standards.get(typed);
  if (builtIn) return { of, to: sameOr(of, builtIn), name: typed, uri: undefined };
  const { uri, text } = await fileOf(typed, portfolio, [...standards.keys()]);
  const boundary = index.boundaryOf(portfolio.root);
  const name = relativePath(portfolio.root, uri);
  const isReadable = (place: Uri): boolean => isWithin(boundary, place);
  const named = namedStandard(name, { builtIn: standards, root: portfolio.root, isReadable });
  if (named.kind === 'refused') throw new RunError(named.message);
  const { standard, problems } = parseStandard(uri, text);
  const kind = foreignStandard(uri, text);
  if (kind !== undefined)
    throw new RunError(`${typed} is ${kind}, and not a standard file yet. ${importAdvice(typed)}`);
  const [problem] = problems;
  if (problem) {
    const { line } = positionsIn(text)(problem.span.start);
    throw new RunError(`the standard in ${typed} has faults. In line ${line}: ${problem.message}`);
  }
  // Only its retired IDs lead anywhere.
  const isSame = of.source.kind === 'ready' && of.source.uri === uri;
  return { of, to: isSame ? of.standard : { ...standard, id: name }, name, uri };
}

interface Moved {
  readonly portfolio: Portfolio;
  /** The one of its standards that is moved. */
  readonly of: PortfolioStandard;
}

const sameOr = ({ source, standard }: PortfolioStandard, other: Standard): Standard =>
  source.kind === 'ready' && source.uri === undefined && standard.id === other.id ? standard : other;

async function fileOf(
  typed: string,
  { root }: Portfolio,
  builtIn: readonly string[],
): Promise<{ readonly uri: Uri; readonly text: string }> {
  const places = [uriOfPath(realPathOf(resolve(typed))), joinPath(root, typed.replaceAll('\\', '/'))];
  for (const uri of places) {
    const [outcome] = await nodeFileAccess.readMany([uri]);
    if (outcome?.kind === 'text') return { uri, text: outcome.text };
  }
  throw new RunError(
    `there is no built-in standard and no readable file ${typed}.${wordMeant(typed, builtIn)} Built in: ${builtIn.join(', ')}.`,
  );
}
