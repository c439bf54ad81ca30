/** What happened to the evidence and to the ratings. */
import type { EvidencePair } from '../changesOfEvidence';
import type { PortfolioChanges, RatingChange } from '../changes';
import type { EvidenceSnapshot } from '../snapshot';
import { relativePath } from '../../text/uri';
import type { StoryContext } from './context';
import type { Section } from './section';
import { cell, fileCell, listed } from './section';
import { nameOf } from './storyOfElements';

/** More IDs than this say only that there are many. */
const shownIds = 12;

export function evidenceSections(
  { evidence, ratings }: PortfolioChanges,
  context: StoryContext,
): readonly Section[] {
  const ids = (list: readonly string[]): string => listed(list, shownIds);
  const file = ({ uri }: EvidenceSnapshot) => fileCell(context, uri);
  const formerFile = ({ uri }: EvidenceSnapshot) => cell(relativePath(context.folder, uri));
  return [
    {
      title: 'Evidence added',
      head: ['File', 'Title', 'Elements', 'Stands'],
      rows: evidence.added.map((item) => [
        file(item),
        cell(item.title),
        cell(ids(item.elements)),
        cell(item.standing),
      ]),
    },
    {
      title: 'Evidence removed',
      head: ['File', 'Title', 'Elements', 'Stood'],
      rows: evidence.removed.map((item) => [
        formerFile(item),
        cell(item.title),
        cell(ids(item.elements)),
        cell(item.standing),
      ]),
    },
    {
      title: 'Evidence renamed',
      head: ['From', 'To'],
      rows: evidence.renamed.map(({ before, after }) => [formerFile(before), file(after)]),
    },
    {
      title: 'Evidence for other elements than before',
      head: ['File', 'Now also for', 'No longer for'],
      rows: evidence.retargeted.map(({ after, gained, lost }) => [
        file(after),
        cell(ids(gained)),
        cell(ids(lost)),
      ]),
    },
    {
      title: 'Status and review dates',
      head: ['File', 'Was', 'Is'],
      rows: evidence.restated.map((pair) => [
        file(pair.after),
        cell(statementOf(pair, 'before')),
        cell(statementOf(pair, 'after')),
      ]),
    },
    ratingSection(ratings),
  ];
}

const ratingSection = (ratings: readonly RatingChange[]): Section => ({
  title: 'Ratings',
  head: ['Element', 'By', 'Was', 'Is'],
  rows: ratings.map(({ element, by, before, after }) => [
    cell(nameOf(element)),
    cell(by === 'self' ? 'ourselves' : 'the assessor'),
    cell(before ?? 'not rated'),
    cell(after ?? 'not rated'),
  ]),
});

/** What differs of a file's status and review date, on one side. */
function statementOf(pair: EvidencePair, side: 'before' | 'after'): string {
  const { before, after } = pair;
  const { reviewBy } = pair[side];
  return [
    ...(statusIn(before) === statusIn(after) ? [] : [statusIn(pair[side])]),
    ...(before.reviewBy === after.reviewBy ? [] : [reviewBy ? `review by ${reviewBy}` : 'no review date']),
  ].join(', ');
}

/** A word that is no status is read as none, and counts otherwise than none. */
const statusIn = ({ status, standing }: EvidenceSnapshot): string =>
  status ?? (standing === 'draft' ? 'counts as draft' : 'no status');
