/** The rows of the Coverage view under a filter. Nothing here knows VS Code. */
import type {
  Award,
  CoverageNode,
  CoverageResult,
  CoverageSummary,
  EvidenceRow,
  PortfolioCoverage,
} from '../../server/lsp/protocol';
import { filterNodes, isOff, summaryShown, type Filter } from './filter';
import { pathTo } from '../portfolios/elements';

/** A row of the view. Rows are made anew whenever they are asked for; the ids of their items say which are the same. */
export type Row =
  | {
      readonly kind: 'portfolio';
      readonly root: string;
      readonly portfolio: PortfolioCoverage;
      /** Under a filter: what is on show of it. */
      readonly shown?: CoverageSummary;
    }
  /** How the ratings stand against the award: the first row of a portfolio. */
  | { readonly kind: 'award'; readonly root: string; readonly award: Award }
  | { readonly kind: 'node'; readonly root: string; readonly element: string; readonly node: CoverageNode }
  | {
      readonly kind: 'evidence';
      readonly root: string;
      readonly element: string;
      readonly uri: string;
      readonly evidence: EvidenceRow;
    };

/** What rows are made from. */
export interface Shown {
  readonly coverage: CoverageResult | undefined;
  readonly filter: Filter;
  /** URI of the file that the user edits. */
  readonly file: string | undefined;
}

/** The portfolios that have something on show. */
export function rootRows({ coverage, filter, file }: Shown): Row[] {
  return (coverage?.portfolios ?? [])
    .filter((portfolio) => filterNodes(portfolio.nodes, filter, file).length > 0)
    .map((portfolio) => ({
      kind: 'portfolio',
      root: portfolio.root,
      portfolio,
      ...(isOff(filter) ? {} : { shown: summaryShown(portfolio.nodes, filter, file) }),
    }));
}

/** The rows directly below one. */
export function childRows({ filter, file }: Shown, row: Row): Row[] {
  switch (row.kind) {
    case 'portfolio':
      return [
        ...(row.portfolio.award && isOff(filter) ? [awardRow(row.root, row.portfolio.award)] : []),
        ...nodeRows(row.root, filterNodes(row.portfolio.nodes, filter, file)),
      ];
    case 'node':
      return [
        ...nodeRows(row.root, row.node.children),
        ...row.node.evidence.map((evidence): Row => {
          const { root, element } = row;
          return { kind: 'evidence', root, element, uri: evidence.uri, evidence };
        }),
      ];
    case 'award':
    case 'evidence':
      return [];
  }
}

/** The row directly above one; undefined for a portfolio, and for what is not on show. */
export function parentRow(shown: Shown, row: Row): Row | undefined {
  if (row.kind === 'portfolio') return undefined;
  const top = rootRows(shown).find(({ root }) => root === row.root);
  if (row.kind === 'award') return top;
  const path = pathOf(shown, row.root, row.element);
  const parent = row.kind === 'evidence' ? path.at(-1) : path.at(-2);
  return parent ? nodeRows(row.root, [parent])[0] : top;
}

/** The row of an element; undefined where it is not on show. */
export function elementRow(shown: Shown, root: string, element: string): Row | undefined {
  const node = pathOf(shown, root, element).at(-1);
  return node && nodeRows(root, [node])[0];
}

/** The first row of the file that the user edits; undefined where it has none. */
export function fileRow(shown: Shown): Row | undefined {
  const firstIn = (rows: readonly Row[]): Row | undefined => {
    for (const row of rows) {
      const found = row.kind === 'evidence' && row.uri === shown.file ? row : firstIn(childRows(shown, row));
      if (found) return found;
    }
    return undefined;
  };
  return shown.file === undefined ? undefined : firstIn(rootRows(shown));
}

function pathOf({ coverage, filter, file }: Shown, root: string, id: string): readonly CoverageNode[] {
  const portfolio = coverage?.portfolios.find((candidate) => candidate.root === root);
  return portfolio ? pathTo(filterNodes(portfolio.nodes, filter, file), id) : [];
}

const awardRow = (root: string, award: Award): Row => ({ kind: 'award', root, award });

function nodeRows(root: string, nodes: readonly CoverageNode[]): Row[] {
  return nodes.map((node) => ({ kind: 'node', root, element: node.id, node }));
}
