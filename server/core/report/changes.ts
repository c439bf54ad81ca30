/** What has changed since a day or a revision: by the same comparison as everywhere. */
import type { ElementChangeKind, PortfolioChanges } from '../history/changes';
import { elementChangeKinds } from '../history/changes';
import { readProgress } from '../plan/progress';
import { capitalised } from '../../words/capitals';
import { count, listOf } from '../../words/counts';
import type { Block } from './model';

const mostIds = 16;

const kindWords: Readonly<Record<ElementChangeKind, string>> = {
  lost: 'Without any evidence now',
  overdue: 'Overdue now',
  draft: 'On drafts only now',
  weakened: 'On a single source now',
  gained: 'Evidenced now',
  moved: 'In another state now',
};

/** @param name of what it is held against */
export function changeBlocks(name: string, changes: PortfolioChanges): readonly Block[] {
  const { before, after, presence } = changes;
  const heading: Block = { kind: 'heading', text: `What has changed since ${name}` };
  if (presence === 'new')
    return [heading, { kind: 'paragraph', text: 'All of it: the portfolio was not there then.' }];
  const lines = [...elementLines(changes), ...otherLines(changes)];
  const counts = (['evidenced', 'overdue', 'draft', 'missing'] as const).flatMap((state) =>
    before.summary[state] === after.summary[state]
      ? []
      : [`${state === 'draft' ? 'draft only' : state} ${before.summary[state]} → ${after.summary[state]}`],
  );
  return [
    heading,
    {
      kind: 'paragraph',
      text:
        counts.length > 0 ? `${capitalised(counts.join('; '))}.` : 'As many elements are evidenced as then.',
    },
    ...(lines.length > 0 ? [{ kind: 'list' as const, items: lines }] : []),
  ];
}

const elementLines = ({ elements }: PortfolioChanges): readonly string[] =>
  elementChangeKinds.flatMap((kind) => {
    const ids = elements.filter((change) => change.kind === kind).map(({ element }) => element.id);
    if (ids.length === 0) return [];
    const more = ids.length - mostIds;
    return [`${kindWords[kind]}: ${ids.slice(0, mostIds).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
  });

function otherLines({ evidence, ratings, actions, standard }: PortfolioChanges): readonly string[] {
  const isComplete = (progress: string): boolean => {
    const state = readProgress(progress);
    return state.kind === 'known' && state.word === 'complete';
  };
  const completed = actions.changed.filter(
    (pair) => isComplete(pair.after.progress) && !isComplete(pair.before.progress),
  );
  const parts = [
    ...(evidence.added.length > 0 ? [`${count(evidence.added.length, 'piece')} of evidence added`] : []),
    ...(evidence.removed.length > 0 ? [`${evidence.removed.length} taken away`] : []),
    ...(ratings.length > 0 ? [count(ratings.length, 'rating changed', 'ratings changed')] : []),
    ...(completed.length > 0 ? [count(completed.length, 'action completed', 'actions completed')] : []),
    ...(standard.others.length > 0 ? ['another standard'] : []),
    ...standard.come.map(({ title }) => `${title} is new among the standards`),
    ...standard.gone.map(({ title }) => `${title} is no longer among the standards`),
  ];
  return parts.length > 0 ? [`${capitalised(listOf(parts))}.`] : [];
}
