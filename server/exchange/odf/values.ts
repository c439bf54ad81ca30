/** What a cell of a spreadsheet holds, as its reader sees it, whatever the language of the program (OpenDocument 1.3, part 3, 19.386). */
import { shownDate } from '../xlsx/numbers';
import { attribute } from '../parts/xml';

/**
 * @param attributes of the cell
 * @param shown the text in it, in the words of the program that wrote it; may be empty where it wrote none
 */
export function cellValue(attributes: Readonly<Record<string, string>>, shown: string): string {
  const told = attribute(attributes, 'value') ?? '';
  const number = told.trim() === '' ? NaN : Number(told);
  switch (attribute(attributes, 'value-type')) {
    case 'date':
      return dateText(attribute(attributes, 'date-value') ?? '', shown) ?? shown;
    case 'time':
      return timeText(attribute(attributes, 'time-value') ?? '') ?? shown;
    case 'percentage':
      return Number.isFinite(number) ? `${Number((number * 100).toFixed(2))}%` : shown;
    case 'boolean':
      return (attribute(attributes, 'boolean-value') ?? shown).toUpperCase();
    case 'float':
      return Number.isFinite(number) ? numberText(number, shown) : shown;
    case 'currency':
      return shown === '' ? told : shown;
    case undefined:
    default:
      return shown === '' ? (attribute(attributes, 'string-value') ?? '') : shown;
  }
}

/** A number as it is shown where decimals are fixed, since `1.10` is not 1.1; a comma may stand before them. */
function numberText(number: number, shown: string): string {
  const decimals = /^-?\d+[.,](\d{1,8})$/.exec(shown)?.[1]?.length;
  return decimals === undefined ? String(Number(number.toPrecision(15))) : number.toFixed(decimals);
}

/** Of a day that is shown as `March 2027`, only the month is meant. */
function dateText(value: string, shown: string): string | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.,]*)?$/.exec(value.trim())?.[1];
  return date === undefined ? undefined : shownDate(date, whatIsShown(shown));
}

function whatIsShown(text: string): 'day' | 'month' | 'year' {
  const numbers = text.match(/\d+/g) ?? [];
  if (/^\d{4}$/.test(text.trim())) return 'year';
  if (numbers.length === 1 && /^\p{L}[\p{L}.]*[\s\-/,]*(?:de\s+)?'?\d+$/iu.test(text.trim())) return 'month';
  return numbers.length === 2 && numbers[1]?.length === 4 && !/\p{L}/u.test(text) ? 'month' : 'day';
}

/** `PT14H30M00S` is `14:30`. */
function timeText(value: string): string | undefined {
  const [, sign = '', hours, minutes, seconds] =
    /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value.trim()) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  const all = Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Math.round(Number(seconds ?? 0) / 60);
  return `${sign}${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
