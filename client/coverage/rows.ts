/** The rows of the Coverage view under a filter. Nothing here knows VS Code. */
import type {
  Award,
  CoverageNode,
  CoverageResult,
  CoverageSummary,
  EvidenceRow,
  PortfolioCoverage,
} from '../../server/lsp/protocol';
import type { ElementsByRoot, EvidenceSource } from '../portfolios/evidenceSource';
import type { FoundAmong } from '../portfolios/elementSource';
import { filterNodes, isOff, isOfOwner, summaryShown, type Filter } from './filter';
import { pathTo } from '../portfolios/elements';
import { againstEach } from '../portfolios/standards';

/** A row of the view. Rows are made anew whenever they are asked for; the ids of their items say which are the same. */
export type Row =
  | {
      readonly kind: 'portfolio';
      readonly root: string;
      readonly portfolio: PortfolioCoverage;
      /** Under a filter: what is on show of it. */
      readonly shown?: CoverageSummary;
    }
  /** How the ratings stand against the award: the first row of a portfolio, or of each of its standards. */
  | { readonly kind: 'award'; readonly root: string; readonly award: Award; readonly standard?: string }
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
  /** The elements that meet what the filter asks about evidence and words; undefined where it asks neither. */
  readonly fitting: ElementsByRoot | undefined;
  /** How the words of the filter lead to what is on show; undefined without words, and where it has all of them. */
  readonly near?: FoundAmong['kind'] | undefined;
}

/** The portfolios that have something on show. */
export function rootRows({ coverage, filter, fitting }: Shown): Row[] {
  return (coverage?.portfolios ?? [])
    .filter(({ root, nodes }) => filterNodes(nodes, filter, fitting?.get(root)).length > 0)
    .map((portfolio) => ({
      kind: 'portfolio',
      root: portfolio.root,
      portfolio,
      ...(isOff(filter)
        ? {}
        : { shown: summaryShown(portfolio.nodes, filter, fitting?.get(portfolio.root)) }),
    }));
}

/** The rows directly below one; its evidence is asked for when they are. */
export async function childRows(shown: Shown, row: Row, evidence: EvidenceSource): Promise<Row[]> {
  if (row.kind !== 'node') return rowsBelow(shown, row);
  return [
    ...standardAward(shown, row),
    ...nodeRows(row.root, row.node.children),
    ...(await evidenceRows(shown, row, evidence)),
  ];
}

/** The award of a standard, below its own row where a portfolio has several. */
function standardAward(
  { coverage, filter }: Shown,
  { root, element }: Row & { readonly kind: 'node' },
): readonly Row[] {
  const portfolio = coverage?.portfolios.find((candidate) => candidate.root === root);
  const standard = portfolio && againstEach(portfolio).find(({ name }) => name === element);
  return standard?.award && isOff(filter)
    ? [{ kind: 'award', root, award: standard.award, standard: element }]
    : [];
}

/** The evidence directly below the row of a node. */
async function evidenceRows(
  { filter }: Shown,
  { root, element, node }: Row & { readonly kind: 'node' },
  source: EvidenceSource,
): Promise<readonly Row[]> {
  if ((node.items ?? 0) === 0) return [];
  const rows = await source.of(root, element);
  return rows
    .filter((one) => isOfOwner(one, filter))
    .map((evidence) => ({ kind: 'evidence', root, element, uri: evidence.uri, evidence }));
}

function rowsBelow({ filter, fitting }: Shown, row: Exclude<Row, { readonly kind: 'node' }>): Row[] {
  switch (row.kind) {
    case 'portfolio':
      return [
        ...againstEach(row.portfolio).flatMap(({ name, award }) =>
          name === undefined && award && isOff(filter) ? awardRow(row.root, award) : [],
        ),
        ...nodeRows(row.root, filterNodes(row.portfolio.nodes, filter, fitting?.get(row.root))),
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
  if (row.kind === 'award')
    return row.standard === undefined ? top : elementRow(shown, row.root, row.standard);
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
export async function fileRow(shown: Shown, source: EvidenceSource): Promise<Row | undefined> {
  const { coverage, filter, fitting, file } = shown;
  if (file === undefined) return undefined;
  const named = await source.with({ file });
  for (const { root, nodes } of coverage?.portfolios ?? []) {
    const node = firstOf(filterNodes(nodes, filter, fitting?.get(root)), named.get(root) ?? new Set());
    const [row] = node ? nodeRows(root, [node]) : [];
    if (row?.kind !== 'node') continue;
    const found = (await evidenceRows(shown, row, source)).find((one) => 'uri' in one && one.uri === file);
    if (found) return found;
  }
  return undefined;
}

/** From the top down, as the rows stand: those below a node before its own evidence. */
function firstOf(nodes: readonly CoverageNode[], ids: ReadonlySet<string>): CoverageNode | undefined {
  for (const node of nodes) {
    const found = firstOf(node.children, ids) ?? (ids.has(node.id) && node.items !== 0 ? node : undefined);
    if (found) return found;
  }
  return undefined;
}

function pathOf({ coverage, filter, fitting }: Shown, root: string, id: string): readonly CoverageNode[] {
  const portfolio = coverage?.portfolios.find((candidate) => candidate.root === root);
  return portfolio ? pathTo(filterNodes(portfolio.nodes, filter, fitting?.get(root)), id) : [];
}

const awardRow = (root: string, award: Award): Row => ({ kind: 'award', root, award });

function nodeRows(root: string, nodes: readonly CoverageNode[]): Row[] {
  return nodes.map((node) => ({ kind: 'node', root, element: node.id, node }));
}
