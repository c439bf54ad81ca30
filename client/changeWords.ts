/** What has become of elements since a base, in words. Nothing here knows VS Code. */
import type { CoverageNode, ElementChangeKind, NodeChange } from '../server/lsp/protocol';
import { states } from './stateWords';

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

/** How a change is said beside an element: `gained`, `was draft only`. */
export const changeInWords = ({ kind, before }: NodeChange): string =>
  kind === 'moved' ? `was ${states[before].words}` : words[kind];

/** How a screen reader, and a tooltip, say it: `gained since main`. */
export const changeSpoken = (change: NodeChange): string =>
  change.kind === 'moved'
    ? `was ${states[change.before].words} in ${change.base}`
    : `${changeInWords(change)} since ${change.base}`;

/** What a change means: `Gained since main: it was missing there`. */
export function changeExplained(change: NodeChange): string {
  const spoken = changeSpoken(change);
  const said = spoken.slice(0, 1).toUpperCase() + spoken.slice(1);
  if (change.kind === 'moved') return said;
  return change.kind === 'weakened'
    ? `${said}: it rested on several pieces of evidence there, and rests on one now`
    : `${said}: it was ${states[change.before].words} there`;
}

/** `2 gained, 1 lost`; empty where there is none. */
export function changesCounted(kinds: Iterable<ElementChangeKind>): string {
  const counts = new Map<ElementChangeKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return changeKinds
    .flatMap((kind) => {
      const number = counts.get(kind);
      return number === undefined ? [] : [`${number} ${words[kind]}`];
    })
    .join(', ');
}

/** The changes of a node and all that is below it. */
export const changesBelow = ({ change, children }: CoverageNode): readonly ElementChangeKind[] => [
  ...(change ? [change.kind] : []),
  ...children.flatMap(changesBelow),
];
