/** The coverage of portfolios as data for a view: what `evidencePortfolio/coverage` answers. */

export type ElementState = 'evidenced' | 'overdue' | 'draft' | 'missing' | 'not-applicable';

/** Number of elements per state. `total` counts all of them, applicable or not. */
export interface CoverageSummary {
  readonly total: number;
  readonly evidenced: number;
  readonly overdue: number;
  readonly draft: number;
  readonly missing: number;
  readonly notApplicable: number;
}

export interface EvidenceRow {
  readonly uri: string;
  readonly title: string;
  /** `approved` where the file names no status. */
  readonly status: 'draft' | 'in-review' | 'approved' | 'withdrawn';
  /** YYYY-MM-DD, or null. */
  readonly reviewBy: string | null;
  /** The review date has passed. */
  readonly overdue: boolean;
}

export interface CoverageNode {
  readonly id: string;
  /** The node's title, or the first words of its text where the standard gives it none. */
  readonly title: string;
  /** The element's text; empty for most groups. */
  readonly text: string;
  /** What the standard calls a node of this depth: Criterion, Sub-criterion, Element. */
  readonly level: string;
  /** On assessable nodes. */
  readonly state?: ElementState;
  /** On assessable nodes: number of current items (approved and not past their review date). */
  readonly current?: number;
  /** On assessable nodes declared not applicable: why. */
  readonly reason?: string;
  /** On groups. */
  readonly summary?: CoverageSummary;
  /** Draft, approved and overdue items, in the natural order of their paths; withdrawn ones are left out. */
  readonly evidence: readonly EvidenceRow[];
  readonly children: readonly CoverageNode[];
}

export interface PortfolioCoverage {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  /** URI of portfolio.yaml, or null where there is none. */
  readonly manifest: string | null;
  readonly title: string;
  /** The standard's id, as the manifest names it. */
  readonly standard: string;
  readonly standardTitle: string;
  /** Number of evidence files. */
  readonly files: number;
  readonly summary: CoverageSummary;
  readonly nodes: readonly CoverageNode[];
}

export interface CoverageResult {
  readonly portfolios: readonly PortfolioCoverage[];
}
