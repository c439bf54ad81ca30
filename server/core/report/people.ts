/** Who has what to do, with what is late, in a row for each person. */
import { groupsOf } from '../due/groups';
import type { Due, DueItem } from '../due/model';
import { dueSummary } from '../due/words';
import { daysBetween } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import { count } from '../../words/counts';
import type { Block } from './model';

/** More rows than these make a third page. */
const mostPeople = 16;
const mostNamed = 2;

export function peopleBlocks(due: Due): readonly Block[] {
  const groups = groupsOf(due, 'person');
  const heading: Block = { kind: 'heading', text: 'Who has what to do' };
  const summary: Block = { kind: 'paragraph', text: dueSummary(due) };
  if (groups.length === 0) return [heading, summary];
  // What is late matters most; nobody's stays at the end.
  const late = (items: readonly DueItem[]): readonly DueItem[] =>
    items.filter(({ urgency }) => urgency === 'late');
  const order = groups.toSorted((left, right) => late(right.items).length - late(left.items).length);
  const shown = order.slice(0, mostPeople);
  const rest = order.length - shown.length;
  return [
    heading,
    summary,
    {
      kind: 'table',
      caption: 'Reviews, drafts, actions and elements by person',
      columns: [
        { name: 'Who', width: 24 },
        { name: 'To do', width: 8 },
        { name: 'Late', width: 34 },
        { name: 'Next', width: 34 },
      ],
      rows: shown.map(({ title, items }) => [
        title,
        String(items.length),
        named(late(items), ({ what, by }) =>
          by === undefined ? short(what) : `${short(what)}, ${count(daysBetween(by, due.today), 'day')}`,
        ),
        named(items.filter(({ urgency }) => urgency !== 'late').slice(0, 1), ({ what, by }) =>
          by === undefined ? short(what) : `${short(what)}, by ${formatDate(by)}`,
        ),
      ]),
    },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${count(rest, 'other person has', 'other people have')} something to do.`,
          },
        ]
      : []),
  ];
}

/** Enough to know what is meant, in a row of two lines. */
const longest = 64;

function short(what: string): string {
  if (what.length <= longest) return what;
  const cut = `${what
    .slice(0, longest - 1)
    .toWellFormed()
    .trimEnd()}…`;
  // What was quoted still is.
  return cut.lastIndexOf('“') > cut.lastIndexOf('”') ? `${cut}”` : cut;
}

function named(items: readonly DueItem[], words: (item: DueItem) => string): string {
  const shown = items.slice(0, mostNamed).map(words);
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
