/** How what is due is said, in lists, pages and letters alike. */
import { daysBetween } from '../text/civilDate';
import type { CivilDate } from '../text/civilDate';
import { count, listOf } from '../../words/counts';
import { formatDate } from '../../words/dates';
import type { Due, DueItem } from './model';

/** `12 days late, since 1 March 2027`, `by 12 May 2027`, `no date`. */
export function whenWords({ by }: DueItem, today: CivilDate): string {
  if (by === undefined) return 'no date';
  const days = daysBetween(today, by);
  if (days === 0) return 'today';
  return days < 0 ? `${count(-days, 'day')} late, since ${formatDate(by)}` : `by ${formatDate(by)}`;
}

/** What is to be known beside what is to be done; empty as a rule. */
export const remarkOf = ({ expires, urgency }: DueItem): string =>
  expires && urgency !== 'late' ? 'or it expires before the assessment' : '';

/** The elements that what is to be done does not name itself. */
export const elementsBeside = ({ what, elements }: DueItem): readonly string[] =>
  elements.filter((id) => !what.includes(` ${id},`));

/** `14 things to do until 12 May 2027, the day of the assessment: 3 are late, 2 have nobody yet.` */
export function dueSummary({ items, until, assessment, further, today }: Due): string {
  const day = `${formatDate(until)}${until === assessment ? ', the day of the assessment' : ''}`;
  const late = items.filter(({ urgency }) => urgency === 'late').length;
  const nobodys = items.filter(({ people }) => people.length === 0).length;
  const parts = [
    ...(late > 0 ? [`${late} ${late === 1 ? 'is' : 'are'} late`] : []),
    ...(nobodys > 0 ? [`${nobodys} ${nobodys === 1 ? 'has' : 'have'} nobody yet`] : []),
  ];
  const more =
    further > 0 ? ` ${count(further, 'review or action is', 'reviews and actions are')} further ahead.` : '';
  if (items.length === 0) return `Nothing is due from ${formatDate(today)} to ${day}.${more}`;
  return `${count(items.length, 'thing')} to do until ${day}${parts.length > 0 ? `: ${listOf(parts)}` : ''}.${more}`;
}
