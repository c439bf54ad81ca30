/** The evidence below the elements of portfolios: of some of them, of all of them, and where some evidence stands. */
import { citedBy } from '../../core/evidence/elementsMeant';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { isStrongestFor, strongestFirst } from '../../core/evidence/strongest';
import { displayTitle, isOverdue } from '../../core/evidence/titleAndStanding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Uri } from '../../core/text/span';
import { isWithin } from '../../core/text/uri';
import { valueOf } from '../../core/yaml/fields';
import type { CoverageNode, PortfolioCoverage } from './coverageTree';
import { coverageTree } from './coverageTree';

export interface EvidenceRow {
  readonly uri: string;
  readonly title: string;
  /** `approved` where the file names no status. */
  readonly status: 'draft' | 'in-review' | 'approved' | 'withdrawn';
  /** YYYY-MM-DD, or null. */
  readonly reviewBy: string | null;
  /** The review date has passed. */
  readonly overdue: boolean;
  /** The role or person who keeps it up to date, or null. */
  readonly owner: string | null;
  /** Below an element: the evidence says of itself that there is none better for it. */
  readonly strongest?: true;
  /** It stands outside of the portfolio’s folder: its path from there. */
  readonly sharedFrom?: string;
}

/** A node with its evidence, as clients other than ours ask for it. */
export interface WholeNode extends Omit<CoverageNode, 'children'> {
  /** Draft, approved and overdue items, the strongest first, then in the natural order of their paths; withdrawn ones are left out. */
  readonly evidence: readonly EvidenceRow[];
  readonly children: readonly WholeNode[];
}

export interface WholePortfolio extends Omit<PortfolioCoverage, 'nodes'> {
  readonly nodes: readonly WholeNode[];
}

/** All of a portfolio's coverage: what `evidencePortfolio/coverage` answers. */
export function wholeCoverage(portfolio: Portfolio): WholePortfolio {
  const whole = (node: CoverageNode): WholeNode => ({
    ...node,
    evidence: node.state === undefined ? [] : evidenceRows(portfolio, node.id),
    children: node.children.map(whole),
  });
  const coverage = coverageTree(portfolio);
  return { ...coverage, nodes: coverage.nodes.map(whole) };
}

/** The evidence of an element: draft, approved and overdue items. */
export const evidenceRows = (portfolio: Portfolio, id: string): readonly EvidenceRow[] =>
  strongestFirst(portfolio.standard, id, portfolio.evidenceFor(id))
    .filter(({ status }) => valueOf(status) !== 'withdrawn')
    .map((evidence) => ({
      ...evidenceRow(portfolio, evidence),
      ...(isStrongestFor(portfolio.standard, evidence, id) ? { strongest: true as const } : {}),
    }));

/** One piece of evidence as a row of a view. */
export const evidenceRow = (portfolio: Portfolio, evidence: EvidenceFile): EvidenceRow => ({
  uri: evidence.uri,
  title: displayTitle(evidence),
  // A status that nobody can read does not count as approved.
  status: valueOf(evidence.status) ?? (evidence.status.kind === 'invalid' ? 'draft' : 'approved'),
  reviewBy: valueOf(evidence.reviewBy) ?? null,
  overdue: isOverdue(evidence, portfolio.today),
  // An owner of no letters is none.
  owner: valueOf(evidence.owner)?.trim() ? (valueOf(evidence.owner) ?? null) : null,
  ...(isWithin(portfolio.root, evidence.uri) ? {} : { sharedFrom: portfolio.path(evidence.uri) }),
});

/** An owner of evidence, and of how many files; nobody is `''`. */
export type Owner = readonly [owner: string, files: number];

/** The owners of the evidence that stands below elements. */
export function ownersOf(portfolio: Portfolio): readonly Owner[] {
  const counts = new Map<string, number>();
  for (const evidence of portfolio.evidence.values()) {
    if (!isBelowElements(portfolio, evidence)) continue;
    const owner = ownerOf(evidence);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts];
}

/** The IDs of the elements with evidence of one of some owners. */
export const elementsOfOwners = (portfolio: Portfolio, owners: ReadonlySet<string>): readonly string[] =>
  elementIds(portfolio).filter((id) =>
    portfolio.evidenceFor(id).some((evidence) => !isWithdrawn(evidence) && owners.has(ownerOf(evidence))),
  );

/** The IDs of the elements below which a file stands. */
export function elementsOfFile(portfolio: Portfolio, uri: Uri): readonly string[] {
  const evidence = portfolio.evidence.get(uri);
  if (!evidence || isWithdrawn(evidence)) return [];
  const cited = citedBy(portfolio.standard, evidence);
  return elementIds(portfolio).filter((id) => cited.has(id));
}

const elementIds = ({ standards }: Portfolio): readonly string[] =>
  standards.flatMap(({ standard }) => standard.elements.map(({ id }) => id));

const isBelowElements = (portfolio: Portfolio, evidence: EvidenceFile): boolean =>
  !isWithdrawn(evidence) &&
  [...citedBy(portfolio.standard, evidence)].some(
    (id) => portfolio.standard.nodes.get(id)?.assessable === true,
  );

const isWithdrawn = ({ status }: EvidenceFile): boolean => valueOf(status) === 'withdrawn';

/** An owner of no letters is none. */
const ownerOf = ({ owner }: EvidenceFile): string => (valueOf(owner)?.trim() ? (valueOf(owner) ?? '') : '');
