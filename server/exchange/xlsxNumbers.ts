/** Numbers of a spreadsheet as its reader sees them: dates and percentages are numbers there, told by their format. */
import { addDays } from '../core/civilDate';
import { readXml } from './xml';

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
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
  if (code === undefined) {
    if (/^(?:1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/.test(id)) return { kind: 'date' };
    if (id === '9' || id === '10') return { kind: 'percent' };
    return id === '2' || id === '4' ? { kind: 'fixed', decimals: 2 } : { kind: 'plain' };
  }
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').replace(/;.*$/s, '');
  if (/[yd]/i.test(letters)) return { kind: 'date' };
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
      return dateText(number + (from1904 ? 1462 : 0)) ?? String(number);
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
function dateText(serial: number): string | undefined {
  return serial >= 61 && serial < 2_958_466 ? addDays('1899-12-30', Math.floor(serial)) : undefined;
}
