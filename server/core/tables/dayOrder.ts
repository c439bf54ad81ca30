/** Dates as digits in a column of a table: whether the day or the month stands first is told by the column as a whole. */
import type { CivilDate } from '../text/civilDate';
import { addDays, parseDate } from '../text/civilDate';

/**
 * `day`: 31/03/2027, as in the UK. `month`: 3/31/2027, as in the US. `mixed`: the column has dates that can only be the
 * one and dates that can only be the other, so that nobody can tell what 3/4/2027 is.
 */
export type DayOrder = 'day' | 'month' | 'mixed';

const digits = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/i;

/** By all the cells of a column; days stand first unless some value can only be a month before a day. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let [days, months] = [0, 0];
  for (const cell of cells) {
    const { first, second } = partsOf(cell) ?? { first: 1, second: 1 };
    if (first > 12 && second <= 12) days++;
    if (second > 12 && first <= 12) months++;
  }
  if (months === 0) return 'day';
  return days === 0 ? 'month' : 'mixed';
}

export type DigitsDate = { readonly kind: 'date'; readonly date: CivilDate } | { readonly kind: 'ambiguous' };

/**
 * What a date as digits means in a column of such an order: undefined for what is no such date, or no day that exists. Two digits of a year are of this century.
 */
export function digitsDate(cell: string, order: DayOrder): DigitsDate | undefined {
  const parts = partsOf(cell);
  if (!parts) return undefined;
  const { first, second, year } = parts;
  if (order === 'mixed' && first <= 12 && second <= 12 && first !== second) return { kind: 'ambiguous' };
  const isMonthFirst = order === 'month' || (order === 'mixed' && second > 12);
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  const date = parseDate(`${year}-${two(month)}-${two(day)}`);
  return date === undefined ? undefined : { kind: 'date', date };
}

function partsOf(cell: string): { first: number; second: number; year: string } | undefined {
  const [, first, , second, year = ''] = digits.exec(cell.trim()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return { first: Number(first), second: Number(second), year: year.length === 2 ? `20${year}` : year };
}

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * The day that a spreadsheet keeps as a number: of days since the end of 1899, here from 2000 to 2099, where no number
 * that people write is a date. Undefined for all else.
 */
export function serialDate(cell: string): CivilDate | undefined {
  const [, whole] = /^(\d{5})(?:\.\d+)?$/.exec(cell.trim()) ?? [];
  const serial = Number(whole ?? 0);
  return serial >= 36_526 && serial <= 73_050 ? addDays('1899-12-30', serial) : undefined;
}
