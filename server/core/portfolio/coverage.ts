/** What the evidence of a portfolio adds up to, element by element. */
import type { CivilDate } from '../text/civilDate';
import type { EvidenceFile } from '../evidence/evidence';
import { standingOf } from '../evidence/titleAndStanding';
import { valueOf } from '../yaml/fields';
import type { Decision } from '../manifest/manifest';
import type { StandardNode } from '../standard/standard';
import type { ElementState } from '../../words/states';

/** Number of evidence files that name one element, by how they stand. */
export interface Tally {
  readonly current: number;
  readonly overdue: number;
  readonly draft: number;
  /** Of the current ones, those that are still current on the assessment date. */
  readonly lasting: number;
}

export const emptyTally: Tally = { current: 0, overdue: 0, draft: 0, lasting: 0 };

/** The days by which evidence is judged. */
export interface Calendar {
  readonly today: CivilDate;
  readonly assessmentDate: CivilDate | undefined;
}

/** A tally with one file more (`by` 1) or fewer (`by` -1). */
export function adjust(
  tally: Tally,
  evidence: EvidenceFile,
  { today, assessmentDate }: Calendar,
  by: 1 | -1,
): Tally {
  const standing = standingOf(evidence, today);
  if (standing === 'withdrawn') return tally;
  const reviewBy = valueOf(evidence.reviewBy);
  const lasts = standing === 'current' && (reviewBy === undefined || reviewBy >= (assessmentDate ?? today));
  return { ...tally, [standing]: tally[standing] + by, lasting: tally.lasting + (lasts ? by : 0) };
}

export interface ElementCoverage extends Tally {
  readonly state: ElementState;
  /** Rests on one current item. */
  readonly singleSource: boolean;
  /** All of its current items expire before the assessment date. */
  readonly expiresBeforeAssessment: boolean;
}

export function coverageOf(
  tally: Tally,
  decision: Decision | 'out-of-scope' | undefined,
  calendar: Calendar,
): ElementCoverage {
  const state = decision === 'out-of-scope' ? decision : stateOf(tally, decision);
  const { current, overdue, draft, lasting } = tally;
  // Asked of every element by every rule about elements: written out, it costs a tenth of what a copy costs.
  return {
    current,
    overdue,
    draft,
    lasting,
    state,
    singleSource: state === 'evidenced' && current === 1,
    expiresBeforeAssessment: state === 'evidenced' && lasting === 0 && calendar.assessmentDate !== undefined,
  };
}

function stateOf(tally: Tally, decision: Decision | undefined): ElementState {
  if (decision && !decision.applicable) return 'not-applicable';
  if (tally.current > 0) return 'evidenced';
  if (tally.overdue > 0) return 'overdue';
  return tally.draft > 0 ? 'draft' : 'missing';
}

/** Number of elements per state; `total` counts all of them, but for those out of scope. */
export interface CoverageSummary {
  readonly total: number;
  readonly evidenced: number;
  readonly overdue: number;
  readonly draft: number;
  readonly missing: number;
  readonly notApplicable: number;
  /** Left out by the profile that the portfolio is kept against; where there is none of those, it is left out. */
  readonly outOfScope?: number;
}

/** Several summaries added up. */
export function totalOf(summaries: readonly CoverageSummary[]): CoverageSummary {
  const sum = (key: keyof CoverageSummary): number =>
    summaries.reduce((total, summary) => total + (summary[key] ?? 0), 0);
  const outOfScope = sum('outOfScope');
  return {
    total: sum('total'),
    evidenced: sum('evidenced'),
    overdue: sum('overdue'),
    draft: sum('draft'),
    missing: sum('missing'),
    notApplicable: sum('notApplicable'),
    ...(outOfScope > 0 ? { outOfScope } : {}),
  };
}

/** Adds up the assessable nodes among `nodes` and below them. */
export function summarise(
  nodes: readonly StandardNode[],
  coverage: (id: string) => Pick<ElementCoverage, 'state'>,
): CoverageSummary {
  const counts = { total: 0, evidenced: 0, overdue: 0, draft: 0, missing: 0, notApplicable: 0 };
  let outOfScope = 0;
  const add = (node: StandardNode): void => {
    const state = node.assessable ? coverage(node.id).state : undefined;
    if (state === 'out-of-scope') outOfScope++;
    else if (state !== undefined) {
      counts.total++;
      counts[state === 'not-applicable' ? 'notApplicable' : state]++;
    }
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return outOfScope > 0 ? { ...counts, outOfScope } : counts;
}
