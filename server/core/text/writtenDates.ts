/** Days as people and programs write them, for a place where year-month-day is wanted. */
import type { CivilDate } from './civilDate';
import { addDays, parseDate } from './civilDate';
import { monthsInSmallLetters } from '../../words/dates';
import { plainly } from './hiddenCharacters';

/** A day that a text may stand for. */
export interface DateReading {
  readonly date: CivilDate;
  /** What one has to take for granted to read it so; absent where nobody can read it otherwise. */
  readonly assumption?: string;
}

/** The longest date is one in words with a weekday, a time and a zone. */
const longest = 80;

/** The days that a date of any fashion may stand for: first as the British read it, then as the Americans do. */
export function readWrittenDate(written: string): readonly DateReading[] {
  if (written.length > longest) return [];
  const text = plainly(written, true)
    .trim()
    .replace(time, '')
    .replace(weekday, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\bof\s+/i, '')
    .replace(/\.$/, '');
  const found = [...daysIn(text), ...periodsIn(text), ...serialIn(text)];
  return found.filter(({ date }, at) => found.findIndex((other) => other.date === date) === at);
}

/** The one day that a text stands for; undefined where it may be read in several ways, or something is assumed. */
export function certainDate(written: string): CivilDate | undefined {
  const [first, ...others] = readWrittenDate(written);
  return first && others.length === 0 && first.assumption === undefined ? first.date : undefined;
}

/** `T10:00:00Z`, ` 10:00`, `, 10.30 am GMT`: the day is the one that is written, whatever the zone. */
const time =
  /(?:T|,?\s+(?:at\s+)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$/i;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\.?,?\s+/i;

function daysIn(text: string): readonly DateReading[] {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, first = '', mark = '', second = '', third = ''] = digits
    ? ['', digits[1], '-', digits[2], digits[3]]
    : (/^(\d{1,4}|[A-Za-z]{3,9})([\s./,-]+)(\d{1,2}|[A-Za-z]{3,9})[\s./,'’-]+(\d{1,4})$/.exec(text) ?? []);
  if (first.length === 4 && /^\d/.test(first)) return dayOf(first, second, third);
  const dayFirst = dayOf(third, second, first);
  const monthFirst = dayOf(third, first, second);
  // Where the day and the month are words, or equal, or the number is no month, there is one way to read it.
  const isOpen = dayFirst.length > 0 && monthFirst.length > 0 && dayFirst[0]?.date !== monthFirst[0]?.date;
  if (!isOpen) return dayFirst.length > 0 ? dayFirst : monthFirst;
  // Nobody writes the month first with full stops.
  if (mark.trim() === '.') return dayFirst;
  return [
    ...dayFirst.map((reading) => ({ ...reading, assumption: reading.assumption ?? 'the day first' })),
    ...monthFirst.map((reading) => ({ ...reading, assumption: reading.assumption ?? 'the month first' })),
  ];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** From 1; 0 where there is none. */
const monthNumber = (month: string): number =>
  /^\d+$/.test(month)
    ? Number(month)
    : monthsInSmallLetters.findIndex((name) => name.startsWith(month.toLowerCase())) + 1 ||
      Number(/^sept$/i.test(month)) * 9;

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

function dayOf(year: string, month: string, day: string): readonly DateReading[] {
  if (!/^(?:\d{2}|\d{4})$/.test(year) || !/^\d{1,2}$/.test(day) || Number(day) > 31) return [];
  const start = `${fullYear(year)}-${two(monthNumber(month))}`;
  const date = parseDate(`${start}-${two(Number(day))}`);
  if (date !== undefined) return [{ date }];
  // The 31st of a month that has 30 days is its last.
  const last = [1, 2, 3].map((less) => parseDate(`${start}-${two(Number(day) - less)}`));
  const nearest = Number(day) < 29 ? undefined : last.find((found) => found !== undefined);
  return nearest === undefined ? [] : [{ date: nearest, assumption: 'the last day of that month' }];
}

/** `March 2027`, `2027-03`, `03/2027`, `2027`: a period, of which one day has to be chosen. */
function periodsIn(text: string): readonly DateReading[] {
  const [, word = '', own = ''] = /^([A-Za-z]{3,9}|\d{1,2})[\s./,-]+(\d{4})$/.exec(text) ?? [];
  const [, reversed = '', number = ''] = /^(\d{4})[\s./-](\d{1,2}|[A-Za-z]{3,9})$/.exec(text) ?? [];
  const year = own || reversed || (/^(?:19|20)\d{2}$/.exec(text)?.[0] ?? '');
  const isYear = word === '' && number === '';
  const month = isYear ? 12 : monthNumber(word || number);
  const [last] = dayOf(year, String(month), '31');
  const [first] = dayOf(year, isYear ? '1' : String(month), '1');
  if (!last || !first) return [];
  const period = isYear ? 'year' : 'month';
  return [
    { date: last.date, assumption: `the last day of the ${period}` },
    { date: first.date, assumption: `the first day of the ${period}` },
  ];
}

/** What Excel shows of a day in a cell that is formatted as a number: days since 30 December 1899. */
function serialIn(text: string): readonly DateReading[] {
  if (!/^[34]\d{4}$/.test(text)) return [];
  return [{ date: addDays('1899-12-30', Number(text)), assumption: 'a day’s number in Excel' }];
}
