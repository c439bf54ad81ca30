/** Values that are written otherwise elsewhere: what is certain is written as a plan says it, all else stays. */
import type { DayOrder } from '../../tables/dayOrder';
import { dayOrderOf, digitsDate, serialDate } from '../../tables/dayOrder';
import { headerKey } from '../../tables/columns';
import { noValueOf } from '../../tables/noValue';
import { readPlanDate, withPlainHyphens } from '../dates';
import type { ImportedColumn } from './imported';
import { readProgress } from '../progress';

interface Valued<Row> {
  readonly rows: readonly Row[];
  /** What was read otherwise than it is written, in whole sentences. */
  readonly notes: string[];
}

/** Reads the columns of dates and of progress, each as a whole. */
export function readValues<Row extends { readonly cells: readonly string[] }>(
  columns: readonly ImportedColumn[],
  rows: readonly Row[],
): Valued<Row> {
  const notes: string[] = [];
  const readers = new Map<number, (cell: string) => string>();
  for (const [at, { role, name }] of columns.entries()) {
    const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
    if (role === 'target') readers.set(at, dateReader(name, cells, notes));
    if (role === 'progress') readers.set(at, progressReader(name, cells, notes));
  }
  if (readers.size === 0) return { rows, notes };
  return {
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => readers.get(at)?.(cell) ?? cell),
    })),
    notes,
  };
}

/** Reads the cells of a column of dates as `2027-03-31` where they are certain. @param notes takes what was read otherwise than it is written */
export function dateReader(
  name: string,
  cells: readonly string[],
  notes: string[],
): (cell: string) => string {
  const order = dayOrderOf(cells.map(withPlainHyphens));
  const read = (cell: string): string => {
    const plain = withPlainHyphens(cell);
    const date = dateCell(plain, order);
    return date === plain ? cell : date;
  };
  const sure = cells.find((cell) => digitsDate(cell, 'month') && !digitsDate(cell, 'day'));
  if (order !== 'day' && sure !== undefined)
    notes.push(
      order === 'month'
        ? `In the column “${name}” the month stands before the day: “${sure}” can only be ${read(sure)}. All of its dates were read so.`
        : `In the column “${name}” some dates have the day first and some the month, such as “${sure}”. Where it can be either, it was left open.`,
    );
  const serial = cells.find((cell) => serialDate(cell) !== undefined);
  if (serial !== undefined)
    notes.push(
      `In the column “${name}” there are numbers of days as spreadsheets keep them: “${serial}” is ${read(serial)}.`,
    );
  return read;
}

function dateCell(cell: string, order: DayOrder): string {
  const digits = digitsDate(cell, order);
  if (digits?.kind === 'ambiguous') return `${cell} (day or month first?)`;
  const moment = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    cell.trim(),
  )?.[1];
  const date = digits?.date ?? serialDate(cell) ?? moment;
  if (date === undefined) return cell;
  const read = readPlanDate(cell);
  return read.kind === 'date' && read.last === date ? cell : date;
}

const isOfPercentages = (name: string): boolean => /%|per\s?cent/i.test(name);
/** Columns that ask whether an action is done. */
const asksWhether = new Set([
  'complete',
  'completed',
  'done',
  'finished',
  'achieved',
  'isitcomplete',
  'completeyn',
  'completedyn',
  'doneyn',
  'completeyesno',
  'completedyesno',
  'doneyesno',
]);
const yes = /^(?:y|yes|true|x|✓|✔|✅|☑|☒|\[x\])\uFE0F?$/i;
const number = /^\d{1,3}(?:[.,]\d+)?$/;

function progressReader(name: string, cells: readonly string[], notes: string[]): (cell: string) => string {
  const numbers = cells.filter((cell) => number.test(cell)).map((cell) => Number(cell.replace(',', '.')));
  const isShare = numbers.every((one) => one <= 1) && numbers.some((one) => one > 0);
  if (isOfPercentages(name) || (asksWhether.has(headerKey(name)) && numbers.some((one) => one > 1))) {
    const read = (cell: string): string => {
      const share = Number(cell.replace(',', '.'));
      if (!number.test(cell) || share > 100) return cell;
      return `${Number((isShare ? share * 100 : share).toFixed(2))}%`;
    };
    const first = cells.find((cell) => read(cell) !== cell);
    if (first !== undefined)
      notes.push(`In the column “${name}” numbers are percentages: “${first}” is ${read(first)}.`);
    return read;
  }
  if (!asksWhether.has(headerKey(name))) return (cell) => cell;
  const first = cells.find((cell) => yes.test(cell));
  if (first !== undefined && readProgress(first).kind !== 'known')
    notes.push(`In the column “${name}”, “${first}” is complete.`);
  return (cell) => (noValueOf(cell) === undefined && yes.test(cell) ? 'complete' : cell);
}
