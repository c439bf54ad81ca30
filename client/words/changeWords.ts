/** What has become of elements since a base, in words. Nothing here knows VS Code. */
import type { CoverageNode, ElementChangeKind, NodeChange } from '../../server/lsp/protocol';
import { stateWords } from '../../server/words/states';
import { capitalised } from '../../server/words/capitals';

/** The kinds of changes in the order in which they are named, the good one first. */
export const changeKinds: readonly ElementChangeKind[] = [
  'gained',
  'lost',
  'overdue',
  'draft',
  'weakened',
  'moved',
];

const words: Readonly<Record<ElementChangeKind, string>> = {
  gained: 'gained',
  lost: 'lost',
  overdue: 'became overdue',
  draft: 'became draft only',
  weakened: 'weakened',
  moved: 'changed otherwise',
};

/** The same of what a branch would change. */
const proposedWords: Readonly<Record<ElementChangeKind, string>> = {
  gained: 'to be gained',
  lost: 'to be lost',
  overdue: 'to become overdue',
  draft: 'to become draft only',
  weakened: 'to be weakened',
  moved: 'to change otherwise',
};

/** How a change is said beside an element: `gained`, `was draft only`; of a branch: `to be gained`. */
export function changeInWords({ kind, before, isProposed = false }: NodeChange): string {
  if (isProposed) return proposedWords[kind];
  return kind === 'moved' ? `was ${stateWords[before]}` : words[kind];
}

/** How a screen reader, and a tooltip, say it: `gained since main`, `to be gained with autumn`. */
export function changeSpoken(change: NodeChange): string {
  if (change.isProposed) return `${changeInWords(change)} with ${change.base}`;
  return change.kind === 'moved'
    ? `was ${stateWords[change.before]} in ${change.base}`
    : `${changeInWords(change)} since ${change.base}`;
}

/** What a change means: `Gained since main: it was missing there`. */
export function changeExplained(change: NodeChange): string {
  const spoken = changeSpoken(change);
  const said = capitalised(spoken);
  if (change.isProposed) return said;
  if (change.kind === 'moved') return said;
  return change.kind === 'weakened'
    ? `${said}: it rested on several pieces of evidence there, and rests on one now`
    : `${said}: it was ${stateWords[change.before]} there`;
}

/**
 * `2 gained, 1 lost`; empty where there is none.
 * @param isProposed a branch would do it: `2 to be gained, 1 to be lost`
 */
export function changesCounted(kinds: Iterable<ElementChangeKind>, isProposed = false): string {
  const named = isProposed ? proposedWords : words;
  const counts = new Map<ElementChangeKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return changeKinds
    .flatMap((kind) => {
      const number = counts.get(kind);
      return number === undefined ? [] : [`${number} ${named[kind]}`];
    })
    .join(', ');
}

/** The changes of nodes and of all that is below them, counted: `2 gained, 1 lost`. */
export function changesWithin(nodes: readonly CoverageNode[]): string {
  const changes = nodes.flatMap(changesOf);
  return changesCounted(
    changes.map(({ kind }) => kind),
    changes.some(({ isProposed }) => isProposed),
  );
}

const changesOf = ({ change, children }: CoverageNode): readonly NodeChange[] => [
  ...(change ? [change] : []),
  ...children.flatMap(changesOf),
];
