/** Days of the calendar without times or zones, as YYYY-MM-DD strings: they compare as text. */

export type CivilDate = string;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const dayInMilliseconds = 86_400_000;

/** The date, or undefined where the text is not YYYY-MM-DD or no such day exists (2026-02-30). */
export function parseDate(text: string): CivilDate | undefined {
  if (!shape.test(text)) return undefined;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month) ? text : undefined;
}

/** 0 where there is no such month; of the Gregorian calendar at all times, as in ISO 8601. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The same day of a later year; 29 February becomes 28 February where the year has none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const moved = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  return parseDate(moved) ?? moved.replace(/29$/, '28');
}

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMilliseconds);
}

/** What is today: the two are one unless somebody has set a day to judge by. */
export interface Days {
  /** The day on the calendar: what is written where a file is to say today. */
  readonly today: CivilDate;
  /** The day to judge reviews by, where one is set. It is never written into a file. */
  readonly asOf?: CivilDate | undefined;
}
