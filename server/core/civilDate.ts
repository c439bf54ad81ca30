/** Days of the calendar without times or zones, as YYYY-MM-DD strings: they compare as text. */

export type CivilDate = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMilliseconds = 86_400_000;

/** The date, or undefined where the text is not YYYY-MM-DD or no such day exists (2026-02-30). */
export function parseDate(text: string): CivilDate | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse accepts 2026-02-30 and answers with a day of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The same day of a later year; 29 February becomes 28 February where the year has none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const moved = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  return parseDate(moved) ?? moved.replace(/29$/, '28');
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const weekdayOf = (date: CivilDate): string =>
  weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMilliseconds);
}

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** As people in the UK write it: 1 March 2027. */
export function formatDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}
