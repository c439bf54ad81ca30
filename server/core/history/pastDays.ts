/** Days of the past in any words: `yesterday`, `last week`, `3 months ago`, `30 October 2026`. */
import type { CivilDate } from '../text/civilDate';
import { addDays, parseDate } from '../text/civilDate';
import { readWrittenDate } from '../text/writtenDates';

/** A day, or why it is none, as a sentence. */
export type PastDay = { readonly day: CivilDate } | { readonly problem: string };

/** The day that somebody typed; undefined for what is in no form of a day, such as the name of a branch. */
export function pastDay(typed: string, today: CivilDate): PastDay | undefined {
  const day = parseDate(typed) ?? relativeDay(typed, today);
  const found = day === undefined ? writtenDay(typed) : { day };
  if (found && 'day' in found && found.day > today) return { problem: `${typed} is still to come.` };
  return found;
}

/** `30 October 2026`; of what may be read in several ways, or is the day of no calendar, what to write is said. */
function writtenDay(typed: string): PastDay | undefined {
  const isInFigures = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/.test(typed.trim());
  const readings = readWrittenDate(typed);
  const [first, ...others] = readings;
  // `2026`, `2026-05` and a number of five digits are names of tags as well.
  const isDay =
    isInFigures || /^\d{1,2}(?:st|nd|rd|th)?[\s-]+\p{L}{3,9}\.?,?[\s-]+\d{4}$/u.test(typed.trim());
  if (first?.assumption === undefined && others.length === 0 && first) return { day: first.date };
  if (!isDay) return undefined;
  const days = readings.map(({ date }) => date);
  return {
    problem:
      readings.length > 1
        ? `${typed} may be ${days.join(' or ')}. Write the one that is meant.`
        : `${typed} is no day of the calendar. Write year-month-day, such as ${days[0] ?? '2026-10-25'}.`,
  };
}

const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, last: 1 };
const units: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

/** As git takes it: `yesterday`, `last week`, `3 months ago`. */
function relativeDay(typed: string, today: CivilDate): CivilDate | undefined {
  const words = typed.trim().toLowerCase();
  if (words === 'today') return today;
  if (words === 'yesterday') return addDays(today, -1);
  const [, much = '', unit = ''] =
    /^(\d{1,4}|an?|one|two|three|last)[ .](day|week|fortnight|month|year)s?(?:[ .]ago)?$/.exec(words) ?? [];
  if (unit === '') return undefined;
  const count = numbers[much] ?? Number(much);
  const days = units[unit];
  return days === undefined
    ? monthsBefore(today, count * (unit === 'year' ? 12 : 1))
    : addDays(today, -count * days);
}

/** The same day of a month before; where it has none, its last one. */
function monthsBefore(day: CivilDate, count: number): CivilDate | undefined {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  const start = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  return [0, 1, 2, 3]
    .map((less) => parseDate(`${start}-${String(Number(day.slice(8)) - less).padStart(2, '0')}`))
    .find((found) => found !== undefined);
}
