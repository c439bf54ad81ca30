/** How near an action's target date is, in words. */
import type { CivilDate } from '../../core/text/civilDate';
import { daysBetween } from '../../core/text/civilDate';
import { formatDate } from '../../words/dates';
import type { PlanAction } from '../../core/plan/model';
import { isOpen } from '../../core/plan/model';
import { count } from '../../words/counts';

export const isOverdueAction = (action: PlanAction, today: CivilDate): boolean =>
  action.due.kind === 'date' && action.due.last < today && isOpen(action);

/** `due in 12 days`, `due today`, `3 days overdue`, `complete`; undefined where there is no date. */
export function dueWords(action: PlanAction, today: CivilDate): string | undefined {
  if (!isOpen(action)) return 'complete';
  if (action.due.kind === 'ongoing') return 'ongoing';
  if (action.due.kind !== 'date') return undefined;
  const left = daysBetween(today, action.due.last);
  if (left === 0) return 'due today';
  return left > 0 ? `due in ${count(left, 'day')}` : `${count(-left, 'day')} overdue`;
}

/** `by 31 March 2027`; empty where there is no day. */
export const dueDay = ({ due }: PlanAction): string =>
  due.kind === 'date' ? `by ${formatDate(due.last)}` : '';
