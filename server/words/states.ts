/** How the states of elements are said. */

/** In the order in which lists of states name them. */
export const elementStates = [
  'evidenced',
  'overdue',
  'draft',
  'missing',
  'not-applicable',
  'out-of-scope',
] as const;
export type ElementState = (typeof elementStates)[number];

/** What every hover, view and report calls a state. */
export const stateWords: Readonly<Record<ElementState, string>> = {
  evidenced: 'evidenced',
  overdue: 'overdue',
  draft: 'draft only',
  missing: 'missing',
  'not-applicable': 'not applicable',
  'out-of-scope': 'out of scope',
};

/** What a state says of an element. */
export const stateMeanings: Readonly<Record<ElementState, string>> = {
  evidenced: 'At least one approved item that is not past its review date',
  overdue: 'All that it has is past its review date',
  draft: 'All that it has is in draft or in review',
  missing: 'Nothing yet',
  'not-applicable': 'portfolio.yaml says that it does not apply',
  'out-of-scope': 'The profile that portfolio.yaml names leaves it out',
};

/** Evidence is asked for: the element applies, and is in scope. */
export const isAsked = (state: ElementState): boolean =>
  state !== 'not-applicable' && state !== 'out-of-scope';

/** Whether a status of evidence waits for somebody to approve it. */
export const isToBeApproved = (status: string | undefined): boolean =>
  status === 'draft' || status === 'in-review';

/** Numbers of elements, state by state; of those out of scope only where a profile is named. */
export interface StateCounts {
  readonly evidenced: number;
  readonly overdue: number;
  readonly draft: number;
  readonly missing: number;
  readonly notApplicable: number;
  readonly outOfScope?: number;
}

/** The same with how many there are: all of them, but for those out of scope. */
export interface CoverageSummary extends StateCounts {
  readonly total: number;
}

export const noElements: CoverageSummary = {
  total: 0,
  evidenced: 0,
  overdue: 0,
  draft: 0,
  missing: 0,
  notApplicable: 0,
};

/** How many there are of each. */
export function countStates(states: readonly ElementState[]): CoverageSummary {
  const counts = { total: 0, evidenced: 0, overdue: 0, draft: 0, missing: 0, notApplicable: 0 };
  let outOfScope = 0;
  for (const state of states) {
    if (state === 'out-of-scope') outOfScope++;
    else {
      counts.total++;
      counts[state === 'not-applicable' ? 'notApplicable' : state]++;
    }
  }
  return outOfScope > 0 ? { ...counts, outOfScope } : counts;
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

/** `2 overdue`, `1 draft only`, `9 missing`: every count that is not nought. */
export const gapWords = (counts: Pick<StateCounts, 'overdue' | 'draft' | 'missing'>): readonly string[] =>
  (['overdue', 'draft', 'missing'] as const).flatMap((state) =>
    counts[state] > 0 ? [`${counts[state]} ${stateWords[state]}`] : [],
  );

/** The same of all that is not evidenced, `1 not applicable` and `40 out of scope` at the end. */
export const restWords = (counts: Omit<StateCounts, 'evidenced'>): readonly string[] => [
  ...gapWords(counts),
  ...(counts.notApplicable > 0 ? [`${counts.notApplicable} ${stateWords['not-applicable']}`] : []),
  ...(counts.outOfScope ? [`${counts.outOfScope} ${stateWords['out-of-scope']}`] : []),
];
