/** What is due, by person or by month. */
import { compareNaturally } from '../text/naturalOrder';
import { monthWords } from '../../words/dates';
import type { Due, DueItem } from './model';

export const dueGroupings = ['person', 'month'] as const;
export type DueGrouping = (typeof dueGroupings)[number];

export interface DueGroup {
  /** A person, a month, or what those share that have neither. */
  readonly title: string;
  /** What is late first. */
  readonly items: readonly DueItem[];
}

/** Said of what nobody has been asked to do. */
export const nobodyYet = 'Nobody yet';

/** No group is empty; what several people are to do stands under each of them. */
export const groupsOf = ({ items }: Pick<Due, 'items'>, by: DueGrouping): readonly DueGroup[] =>
  by === 'person' ? byPerson(items) : byMonth(items);

function byPerson(items: readonly DueItem[]): readonly DueGroup[] {
  const found = new Map<string, DueItem[]>();
  for (const item of items)
    for (const name of item.people.length > 0 ? item.people : [nobodyYet]) {
      const own = found.get(name);
      if (own) own.push(item);
      else found.set(name, [item]);
    }
  return [...found]
    .map(([title, own]) => ({ title, items: own }))
    .sort(
      (left, right) =>
        Number(left.title === nobodyYet) - Number(right.title === nobodyYet) ||
        compareNaturally(left.title.toLowerCase(), right.title.toLowerCase()),
    );
}

function byMonth(items: readonly DueItem[]): readonly DueGroup[] {
  const found = new Map<string, DueItem[]>();
  for (const item of items) {
    const title =
      item.urgency === 'late' ? 'Late' : item.by === undefined ? 'No date' : monthWords(item.by.slice(0, 7));
    const own = found.get(title);
    if (own) own.push(item);
    else found.set(title, [item]);
  }
  return Array.from(found, ([title, own]) => ({ title, items: own }));
}
