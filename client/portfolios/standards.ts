/** Portfolios that are kept against several standards, each of which is spoken of by itself. Nothing here knows VS Code. */
import type { CoverageNode, ElementState, PortfolioCoverage, RatingRow } from '../../server/lsp/protocol';

/** A portfolio as it stands against one of its standards. */
export interface AgainstStandard extends PortfolioCoverage {
  /** What the portfolio's files call the standard; undefined where there is one only. */
  readonly name?: string;
}

/** The portfolio against each of its standards; itself where there is one only. */
export function againstEach(portfolio: PortfolioCoverage): readonly AgainstStandard[] {
  const { root, manifest, title, asOf, files, nodes, standards = [] } = portfolio;
  if (standards.length < 2) return [portfolio];
  return standards.map(({ name, id, title: standardTitle, summary, ratings, award }) => ({
    ...{ root, manifest, title, files, name, standard: id, standardTitle, summary },
    ...(asOf === undefined ? {} : { asOf }),
    ...(ratings ? { ratings } : {}),
    ...(award ? { award } : {}),
    nodes: nodes.filter((node) => node.id === name),
  }));
}

/** What an element can be rated, from best to worst; none where its standard has no ratings. */
export const ratingsFor = (portfolio: PortfolioCoverage, node: CoverageNode): readonly RatingRow[] =>
  againstEach(portfolio).find(({ name }) => name === undefined || name === node.standard)?.ratings ?? [];

/** The title of the standard that a node is of; empty where the portfolio has one only. */
export const standardNamed = ({ standards = [] }: PortfolioCoverage, { standard }: CoverageNode): string =>
  standards.length < 2 ? '' : (standards.find(({ name }) => name === standard)?.title ?? '');

/** Evidence is asked for: the element applies, and is in scope. */
export const isAsked = (state: ElementState | undefined): boolean =>
  state !== undefined && state !== 'not-applicable' && state !== 'out-of-scope';
