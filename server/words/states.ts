/** How the states of elements are said. */

/** In the order in which lists of states name them. */
export const elementStates = ['evidenced', 'overdue', 'draft', 'missing', 'not-applicable'] as const;
export type ElementState = (typeof elementStates)[number];

/** What every hover, view and report calls a state. */
export const stateWords: Readonly<Record<ElementState, string>> = {
  evidenced: 'evidenced',
  overdue: 'overdue',
  draft: 'draft only',
  missing: 'missing',
  'not-applicable': 'not applicable',
};

/** What a state says of an element. */
export const stateMeanings: Readonly<Record<ElementState, string>> = {
  evidenced: 'At least one approved item that is not past its review date',
  overdue: 'All that it has is past its review date',
  draft: 'All that it has is in draft or in review',
  missing: 'Nothing yet',
  'not-applicable': 'portfolio.yaml says that it does not apply',
};

/** Numbers of elements, state by state. */
export type StateCounts = Readonly<Record<Exclude<ElementState, 'not-applicable'> | 'notApplicable', number>>;

/** `2 overdue`, `1 draft only`, `9 missing`: every count that is not nought. */
export const gapWords = (counts: Omit<StateCounts, 'evidenced' | 'notApplicable'>): readonly string[] =>
  (['overdue', 'draft', 'missing'] as const).flatMap((state) =>
    counts[state] > 0 ? [`${counts[state]} ${stateWords[state]}`] : [],
  );

/** The same of all that is not evidenced, `1 not applicable` at the end. */
export const restWords = (counts: Omit<StateCounts, 'evidenced'>): readonly string[] => [
  ...gapWords(counts),
  ...(counts.notApplicable > 0 ? [`${counts.notApplicable} ${stateWords['not-applicable']}`] : []),
];
