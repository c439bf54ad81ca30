/** What the evidence of a portfolio adds up to, element by element. */
import type { CivilDate } from '../text/civilDate';
import type { EvidenceFile } from '../evidence/evidence';
import { standingOf } from '../evidence/titleAndStanding';
import { valueOf } from '../yaml/fields';
import type { Decision } from '../manifest/manifest';
import type { StandardNode } from '../standard/standard';
import type { CoverageSummary, ElementState } from '../../words/states';
import { countStates } from '../../words/states';

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

/** Adds up the assessable nodes among `nodes` and below them. */
export function summarise(
  nodes: readonly StandardNode[],
  coverage: (id: string) => Pick<ElementCoverage, 'state'>,
): CoverageSummary {
  const states: ElementState[] = [];
  const add = (node: StandardNode): void => {
    if (node.assessable) states.push(coverage(node.id).state);
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return countStates(states);
}

/**
 * Which elements have got or lost evidence, in order: who has looked at all of them asks what has happened since, and
 * looks at those alone.
 */
export class TouchedElements {
  #ids: string[] = [];
  /** Number of those that are not kept any longer. */
  #forgotten = 0;

  note(id: string): void {
    this.#ids.push(id);
    if (this.#ids.length < 2 * kept) return;
    this.#ids = this.#ids.slice(kept);
    this.#forgotten += kept;
  }

  /** To ask from later on. */
  get revision(): number {
    return this.#forgotten + this.#ids.length;
  }

  /** The IDs noted since a revision, some more than once; undefined where that is too long ago. */
  since(revision: number): readonly string[] | undefined {
    return revision < this.#forgotten ? undefined : this.#ids.slice(revision - this.#forgotten);
  }
}

/** One file names a few, and what is said of elements is said anew after each edit. */
const kept = 500;
