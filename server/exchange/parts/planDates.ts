/** Target dates as a spreadsheet has them: days since the end of 1899, shown as somebody wrote them. */
import type { CivilDate } from '../../core/text/civilDate';
import { daysBetween } from '../../core/text/civilDate';
import { readPlanDate } from '../../core/plan/dates';
import { formatDate } from '../../words/dates';

/** How a date is shown. */
export const dateLooks = ['yyyy-mm-dd', 'dd/mm/yyyy', 'd mmmm yyyy', 'mmmm yyyy'] as const;
export type DateLook = (typeof dateLooks)[number];

export interface SheetDate {
  /** Whole days; 1 is 1 January 1900. */
  readonly serial: number;
  readonly look: DateLook;
}

/**
 * A cell that says a day or a month and nothing else; undefined for `by March`, `Q2 2027`, `ongoing` and all that a
 * spreadsheet cannot hold. A month is its last day, which is when it is due.
 */
export function sheetDate(cell: string): SheetDate | undefined {
  const date = readPlanDate(cell);
  if (date.kind !== 'date' || !isBare.test(cell)) return undefined;
  if (date.precision !== 'day' && date.precision !== 'month') return undefined;
  const serial = daysBetween('1899-12-30', date.last);
  // Excel takes 1900 for a leap year.
  if (serial < 61) return undefined;
  return { serial, look: date.precision === 'month' ? 'mmmm yyyy' : lookOf(cell) };
}

/** Figures or the name of a month, not `by`, `end of` or a day of the week. */
const isBare = /^(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[^\n*_`[\]<>()]*$/i;

function lookOf(cell: string): DateLook {
  if (/^\d{4}-/.test(cell)) return 'yyyy-mm-dd';
  return /[a-z]/i.test(cell) ? 'd mmmm yyyy' : 'dd/mm/yyyy';
}

/** A day as it is shown. */
export function dateShown(date: CivilDate, look: DateLook): string {
  const shown = formatDate(date);
  switch (look) {
    case 'yyyy-mm-dd':
      return date;
    case 'dd/mm/yyyy':
      return date.split('-').reverse().join('/');
    case 'd mmmm yyyy':
      return shown;
    case 'mmmm yyyy':
      return shown.replace(/^\d+ /, '');
  }
}
