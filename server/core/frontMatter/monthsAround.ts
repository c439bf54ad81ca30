/** Counting in months, for days that are said from where somebody stands. A month is a number, counted from the year 0. */
import type { CivilDate } from '../text/civilDate';
import { parseDate } from '../text/civilDate';
import type { DateReading } from '../text/writtenDates';
import { monthsInSmallLetters } from '../../words/dates';

/** Where a day without a year is looked for first: evidence was true on a day that has been, reviews are to come. */
export type Direction = 'past' | 'future';

/** From where a day is said. */
export interface Where {
  readonly today: CivilDate;
  readonly direction: Direction;
}

export type Readings = readonly DateReading[];

export const only = (date: CivilDate | undefined): Readings => (date === undefined ? [] : [{ date }]);

/** The month that a day is in. */
export const monthOf = (date: CivilDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** `next` is one on, `last` one back. */
export const stepOf = (which: string | undefined): number =>
  which === 'next' ? 1 : which === 'last' ? -1 : 0;

/** The same day of another month; its last where it has none of that number. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const month = monthOf(date) + months;
  const day = Number(date.slice(8));
  return dayIn(month, day) ?? lastOf(month);
}

/** Undefined where the month has no such day. */
export const dayIn = (month: number, day: number): CivilDate | undefined =>
  parseDate(
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${two(month - 12 * Math.floor(month / 12) + 1)}-${two(day)}`,
  );

const two = (value: number): string => String(value).padStart(2, '0');

/** The last day of a month. */
export const lastOf = (month: number): CivilDate =>
  [31, 30, 29, 28].map((day) => dayIn(month, day)).find((day) => day !== undefined) ?? '';

/** The number of a name of a month, or of its start, in small letters: from 0; -1 where it is none. */
export const monthNumber = (word: string): number =>
  word === 'sept'
    ? 8
    : word.length < 3
      ? -1
      : monthsInSmallLetters.findIndex((name) => name.startsWith(word));

/** The month of that name that comes next, or that was last; the one that we are in counts. */
export const nearestMonth = (month: number, now: number, direction: Direction): number => {
  const ahead = (((month - now) % 12) + 12) % 12;
  return direction === 'future' || ahead === 0 ? now + ahead : now + ahead - 12;
};
