/** Target dates as people in the UK write them. */
import type { CivilDate } from '../text/civilDate';
import { addDays, parseDate } from '../text/civilDate';
import type { PlanDate } from './model';
import { plainCell } from './plainCell';
import { monthsInSmallLetters } from '../../words/dates';

const none: PlanDate = { kind: 'none' };
const invalid: PlanDate = { kind: 'invalid' };
const ongoing = /^(?:ongoing|on-going|on going|continuous|continuing|rolling)$/;

/**
 * Reads a target date: a day (`2027-03-31`, `31/03/2027`, `31 March 2027`, `31 Mar 27`), a month (`March 2027`,
 * `03/2027`), a quarter (`Q2 2027`), a year or `ongoing`; `by` and `end of` before it change nothing. Quarters are
 * those of the calendar: Q2 2027 ends on 30 June 2027, whatever the organisation's financial year; those of two years
 * (`Q4 2026/27`) are of the financial year from April. A span of time is its end. Days stand before months. Anything
 * else is `invalid`.
 */
export function readPlanDate(cell: string): PlanDate {
  const text = withPlainHyphens(plainCell(cell))
    .replace(/\s*\([^()\d?]*\)$/, '')
    .replace(/^(?:(?:by|due|before|until|the|end|of|end of)\s+)+/, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?,?\s+/, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/, '$1')
    .replace(/\.$/, '');
  if (text === '' || /^[-–—]+$/.test(text)) return none;
  if (ongoing.test(text)) return { kind: 'ongoing' };
  return readDay(text) ?? readPeriod(text) ?? readFinancialYear(text) ?? readRange(text) ?? invalid;
}

/** Programs put hyphens at which no line ends, and minus signs, in the place of those that people type. */
export const withPlainHyphens = (text: string): string => text.replace(/[\u2010-\u2012\u2212]/g, '-');

/**
 * `Q4 2026/27`, `FY 2026/27`: of the year that the public sector of the UK counts from April. A bare `2026/27` may be
 * another year, such as that of a university.
 */
function readFinancialYear(text: string): PlanDate | undefined {
  const match =
    /^(?:(?:q|quarter )([1-4])|(?:fy|f\/y|financial year|year end(?:ing)?))[-/, ]*(20\d\d|\d\d) ?[/–-] ?(20\d\d|\d\d)$/.exec(
      text,
    );
  const [, quarter, from = '', to = ''] = match ?? [];
  if (!match || Number(fullYear(to)) !== Number(fullYear(from)) + 1) return undefined;
  const month = ((Number(quarter ?? 4) * 3 + 2) % 12) + 1;
  return period(month > 3 ? from : to, month, quarter === undefined ? 'year' : 'quarter');
}

/** `April – June 2027`, `01/04/2027 to 30/06/2027`: its end, if it begins before that. */
function readRange(text: string): PlanDate | undefined {
  const [, from = '', to = ''] = /^(.{3,30}?) ?(?:–|—| - |\bto\b|\buntil\b) ?(.{4,30})$/.exec(text) ?? [];
  const last = readDay(to) ?? readPeriod(to);
  if (last?.kind !== 'date') return undefined;
  const year = last.last.slice(0, 4);
  const first =
    readDay(from) ?? readPeriod(from) ?? readDay(`${from} ${year}`) ?? readPeriod(`${from} ${year}`);
  return first?.kind === 'date' && first.last < last.last ? last : undefined;
}

function readDay(text: string): PlanDate | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const digits = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (digits) return day(digits[3], digits[2], digits[1]);
  const words = /^(\d{1,2})[-/. ]*(?:of )?([a-z]{3,10})\.?,?[-/. ]*(?:'|’)?(\d{4}|\d{2})$/.exec(text);
  if (words) return day(words[3], monthNamed(words[2]), words[1]);
  const monthFirst = /^([a-z]{3,10})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  const first = monthNamed(monthFirst?.[1]);
  return monthFirst && first !== undefined ? day(monthFirst[3], first, monthFirst[2]) : undefined;
}

function readPeriod(text: string): PlanDate | undefined {
  const named = /^([a-z]{3,10})\.?,?[-/ ]?(?:'|’)?(\d{4}|\d{2})$/.exec(text);
  const month = named && monthNamed(named[1]);
  if (named && month !== undefined) return period(named[2], Number(month), 'month');
  const digits = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (digits) return period(digits[2], Number(digits[1]), 'month');
  const reversed = /^(\d{4})-(\d{2})$/.exec(text);
  if (reversed) return period(reversed[1], Number(reversed[2]), 'month');
  const quarter = /^(?:q|quarter )([1-4])[-/, ]*(\d{4}|\d{2})$/.exec(text);
  if (quarter) return period(quarter[2], Number(quarter[1]) * 3, 'quarter');
  const quarterLast = /^(\d{4})[-/, ]*(?:q|quarter )([1-4])$/.exec(text);
  if (quarterLast) return period(quarterLast[1], Number(quarterLast[2]) * 3, 'quarter');
  return /^\d{4}$/.test(text) ? period(text, 12, 'year') : undefined;
}

function day(year = '', month = '', date = ''): PlanDate {
  const last = parseDate(`${fullYear(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return last === undefined ? invalid : { kind: 'date', last, precision: 'day' };
}

/** `month`: the last one of the period, from 1. */
function period(year = '', month: number, precision: 'month' | 'quarter' | 'year'): PlanDate {
  const last = endOfMonth(fullYear(year), month);
  return last === undefined ? invalid : { kind: 'date', last, precision };
}

/** The last day of a month, or undefined where there is no such month. */
export function endOfMonth(year: string, month: number): CivilDate | undefined {
  const first = parseDate(`${year}-${String(month).padStart(2, '0')}-28`);
  if (first === undefined) return undefined;
  // Four days on is the next month in any case.
  const next = addDays(first, 4);
  return addDays(next, -Number(next.slice(8)));
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** In Wales, plans are in Welsh, too. None of these begins with three letters of an English one that is another month. */
const welshMonths = [
  'ionawr', 'chwefror', 'mawrth', 'ebrill', 'mai', 'mehefin',
  'gorffennaf', 'awst', 'medi', 'hydref', 'tachwedd', 'rhagfyr',
]; // prettier-ignore

/** Its number as two digits; the names may be cut short to three letters or more. */
function monthNamed(word = ''): string | undefined {
  if (word.length < 3) return undefined;
  for (const months of [monthsInSmallLetters, welshMonths]) {
    const at = months.findIndex((month) => month.startsWith(word));
    if (at >= 0) return String(at + 1).padStart(2, '0');
  }
  return undefined;
}
