/** Where the IDs of a portfolio's standard stand for the client at hand: on our page of it, or in its file. */
import type { Location, Range } from 'vscode-languageserver';
import type { Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { Standard } from '../../core/standard/standard';
import type { StandardLocations } from '../../features/navigation/definition';
import { standardPageUri } from '../../features/navigation/standardAddress';
import { rangesInStandardFile } from '../../features/navigation/standardFileRanges';
import { standardLines } from '../../features/views/standardPage';
import type { ServiceParts } from './service';

type Parts = Pick<ServiceParts, 'session' | 'environment'>;

/** Files are read and parsed once, and only for a client that opens them. */
const rangesByStandard = new WeakMap<Standard, Promise<ReadonlyMap<string, Range>>>();

const nowhere: StandardLocations = () => undefined;

export async function standardLocations(parts: Parts, portfolio: Portfolio): Promise<StandardLocations> {
  if (parts.session.options.standardPages === true) return locationsOnPage(portfolio);
  const places = new Map(
    await Promise.all(portfolio.standards.map(async (of) => [of, await locationsInFile(parts, of)] as const)),
  );
  return (id) => places.get(portfolio.standardOf(id))?.(id);
}

async function locationsInFile(parts: Parts, of: PortfolioStandard): Promise<StandardLocations> {
  const { standard } = of;
  const uri = fileOf(parts, of);
  if (uri === undefined) return nowhere;
  const ranges = rangesByStandard.get(standard) ?? readRanges(parts, uri);
  rangesByStandard.set(standard, ranges);
  const found = await ranges;
  return (id): Location | undefined => {
    const range = found.get(standard.nodes.get(id)?.ownId ?? id);
    return range && { uri, range };
  };
}

function locationsOnPage(portfolio: Portfolio): StandardLocations {
  const uri = standardPageUri(portfolio.root, portfolio.standards[0].standard.id);
  let lines: Readonly<Record<string, number>> | undefined;
  return (id) => {
    lines ??= standardLines(portfolio);
    const line = lines[id];
    const start = { line: line ?? 0, character: 0 };
    return line === undefined ? undefined : { uri, range: { start, end: start } };
  };
}

/** A built-in standard's file is part of the package; another one is named by the manifest. */
function fileOf({ environment }: Parts, { standard, source }: PortfolioStandard): Uri | undefined {
  if (environment.standards.has(standard.id)) return environment.standardFile(standard.id);
  return source.kind === 'ready' ? source.uri : undefined;
}

async function readRanges({ session, environment }: Parts, uri: Uri): Promise<ReadonlyMap<string, Range>> {
  const known = session.index.textOf(uri);
  const [outcome] = known === undefined ? ((await environment.disk?.readMany([uri], uri)) ?? []) : [];
  const text = known ?? (outcome?.kind === 'text' ? outcome.text : '');
  return rangesInStandardFile(text);
}
