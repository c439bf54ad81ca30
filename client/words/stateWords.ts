/** How the states of elements are said. Nothing here knows VS Code. */
import type { ElementState } from '../../server/lsp/protocol';

/** How each state is said and shown, in the order in which lists of states name them. */
export const states: Readonly<Record<ElementState, { readonly words: string; readonly meaning: string }>> = {
  evidenced: { words: 'evidenced', meaning: 'At least one approved item that is not past its review date' },
  overdue: { words: 'overdue', meaning: 'All that it has is past its review date' },
  draft: { words: 'draft only', meaning: 'All that it has is in draft or in review' },
  missing: { words: 'missing', meaning: 'Nothing yet' },
  'not-applicable': { words: 'not applicable', meaning: 'portfolio.yaml says that it does not apply' },
};

/** The states in the order in which lists name them. */
export const stateOrder = Object.keys(states) as readonly ElementState[];
