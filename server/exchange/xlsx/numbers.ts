/** Numbers of a spreadsheet as its reader sees them: dates and percentages are numbers there, told by their format. */
import { addDays } from '../../core/text/civilDate';
import { formatDate } from '../../words/dates';
import { readXml } from '../parts/xml';

export type NumberFormat =
  | { readonly kind: 'plain' }
  /** `shows`: what of the day can be seen. `Mar-27` is stored as 1 March, and means the month. */
  | { readonly kind: 'date'; readonly shows: 'day' | 'month' | 'year' }
  | { readonly kind: 'time' }
  | { readonly kind: 'percent' }
  /** `1.10` is not 1.1. */
  | { readonly kind: 'fixed'; readonly decimals: number };

/** The format of each cell style, by the number by which cells name it. */
export function numberFormats(styles: string): readonly NumberFormat[] {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(formatOf(attributes['numFmtId'] ?? '0', codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** The numbers below 164 mean the same everywhere (ECMA-376, part 1, 18.8.30). */
function formatOf(id: string, codes: ReadonlyMap<string, string>): NumberFormat {
  const code = codes.get(id);
  if (code !== undefined) return formatOfCode(code);
  if (id === '17') return { kind: 'date', shows: 'month' };
  if (/^(?:1[456]|22|2[7-9]|3[0-6]|5[0-8])$/.test(id)) return { kind: 'date', shows: 'day' };
  if (/^(?:1[89]|2[01]|4[567])$/.test(id)) return { kind: 'time' };
  if (id === '9' || id === '10') return { kind: 'percent' };
  return id === '2' || id === '4' ? { kind: 'fixed', decimals: 2 } : { kind: 'plain' };
}

/** Reads a format's code (ECMA-376, part 1, 18.8.31): `[$-809]dd mmmm yyyy;@`, `0.00`, `mmm-yy`. */
export function formatOfCode(code: string): NumberFormat {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '')
    .replace(/;.*$/s, '')
    .toLowerCase();
  if (letters.includes('general')) return { kind: 'plain' };
  if (/[hs]/.test(letters) && !/[yd]/.test(letters)) return { kind: 'time' };
  if (letters.includes('d')) return { kind: 'date', shows: 'day' };
  if (letters.includes('m')) return { kind: 'date', shows: 'month' };
  if (/y|^e+$/.test(letters)) return { kind: 'date', shows: 'year' };
  if (letters.includes('%')) return { kind: 'percent' };
  const decimals = /^0\.(0{1,8})$/.exec(letters)?.[1];
  return decimals ? { kind: 'fixed', decimals: decimals.length } : { kind: 'plain' };
}

/** @param from1904 the workbook counts its days from 1904, as those of old Macs do */
export function numberText(value: string, format: NumberFormat | undefined, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  switch (format?.kind) {
    case 'date':
      return dateText(number + (from1904 ? 1462 : 0), format.shows) ?? String(number);
    case 'time':
      return timeText(number);
    case 'percent':
      return `${Number((number * 100).toFixed(2))}%`;
    case 'fixed':
      return number.toFixed(format.decimals);
    case 'plain':
    case undefined:
      // A spreadsheet shows fifteen digits: 0.1 + 0.2 is 0.3 there.
      return String(Number(number.toPrecision(15)));
  }
}

/** Days since the end of 1899; Excel takes 1900 for a leap year, so that days before March 1900 are not told. */
function dateText(serial: number, shows: 'day' | 'month' | 'year'): string | undefined {
  if (serial < 61 || serial >= 2_958_466) return undefined;
  return shownDate(addDays('1899-12-30', Math.floor(serial)), shows);
}

/** A day, its month or its year, as people write it. */
export function shownDate(date: string, shows: 'day' | 'month' | 'year'): string {
  if (shows === 'day') return date;
  return shows === 'year' ? date.slice(0, 4) : formatDate(date).replace(/^\d+ /, '');
}

/** A cell that is a date by its type, `2027-03-31T00:00:00`, as strict workbooks have it (ECMA-376, part 1, 18.18.11). */
export function typedDateText(value: string, format: NumberFormat | undefined): string {
  const date = /^\s*(\d{4}-\d{2}-\d{2})(?:T[\d:.]*(?:Z|[+-]\d{2}:\d{2})?)?\s*$/.exec(value)?.[1];
  if (date === undefined) return value;
  return shownDate(date, format?.kind === 'date' ? format.shows : 'day');
}

/** A share of a day, or more than one: `14:30`, `36:00`. */
function timeText(days: number): string {
  const minutes = Math.round(Math.abs(days) * 24 * 60);
  const sign = days < 0 ? '-' : '';
  return `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
