/** Text with tabs, and comma-separated values (RFC 4180) with the separators that are in use. */
import { cellText } from '../core/plan/cellContent';
import { planHeaderWorth } from '../core/plan/exchange/importColumns';
import type { Grid } from '../core/tables/grid';
import type { TableSheet } from '../core/tables/sheet';
import { cellsOf } from './parts/document';
import { gridBuilder } from './grids/gridBuilder';
import { guarded } from './parts/guards';
import { withoutNul } from '../words/withoutNul';

/** Text pasted from a table, or saved by a spreadsheet, a cell per tab. */
export function readTabs(text: string): readonly Grid[] {
  // Word pastes quotation marks as they are; spreadsheets paste them only around a cell that has a line end or a tab.
  const isOfProgram = areMarksOfProgram(text);
  return readRows(text, '\t', (inner) => isOfProgram || /[\t\r\n]/.test(inner));
}

/**
 * Whether the quotation marks around whole cells come from a program that saved the text, and are no part of the cells:
 * they are around all cells, or all texts, or around those that hold a comma or a mark (Excel’s “Text” and “Unicode
 * Text”), and no other.
 */
function areMarksOfProgram(text: string): boolean {
  const inside = new Set<string>();
  const rows = [
    ...recordsOf(text.slice(0, 20_000), '\t', (inner) => {
      inside.add(inner);
      return true;
    }),
  ];
  const bare = rows.flatMap(({ cells }) => cells).filter((cell) => cell !== '' && !inside.has(cell));
  const needsMarks = (cell: string): boolean => /[",\t\r\n]/.test(cell);
  return (
    inside.size > 0 &&
    (bare.every((cell) => value.test(cell)) || ([...inside].every(needsMarks) && !bare.some(needsMarks)))
  );
}

/** What a program writes without marks where it puts them around all texts: LibreOffice, R. */
const value = /^(?:-?\d+(?:[.,]\d+)?%?|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|true|false|na|null)$/i;

/** With commas, semicolons or tabs, whichever a line has most of; a first line `sep=;` says so itself. */
export function readCsv(text: string): readonly Grid[] {
  const told = /^\uFEFF?sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  const separator = told?.[1] ?? likelySeparator(text);
  return readRows(text, separator, () => true, told ? 2 : 1, told?.[0].length ?? 0);
}

/** Rows end with CR LF and the file starts with a byte order mark, or Excel takes it for Windows-1252. */
export function writeCsv({ columns, rows }: TableSheet): string {
  const header = columns.map(({ name }) => name);
  const lines = [header, ...rows.map(({ cells }) => cells.map((cell) => withoutNul(cellText(cell))))].map(
    (cells) => cellsOf(cells, header.length),
  );
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

const quoted = (cell: string): string => {
  const text = guarded(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The one by which a line is the header of a plan, else the one by which most lines have equally many cells. */
function likelySeparator(text: string): string {
  const kinds = [',', ';', '\t', '|'].map((separator) => {
    const rows = [...recordsOf(text.slice(0, 20_000), separator, () => true)].slice(0, 50);
    return { separator, rows: rows.map(({ cells }) => cells), ...regularity(rows.map(({ cells }) => cells)) };
  });
  const headed = kinds.find(({ rows }) =>
    rows.some((cells) => planHeaderWorth(cells.map((cell) => cell.trim())) >= 2),
  );
  const best = kinds.reduce((most, other) =>
    other.lines > most.lines || (other.lines === most.lines && other.cells > most.cells) ? other : most,
  );
  return (headed ?? best).separator;
}

/** How many rows have as many cells as most of those that have several, and how many these are. */
function regularity(rows: readonly (readonly string[])[]): {
  readonly lines: number;
  readonly cells: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce(
    (most, [cells, lines]) =>
      lines > most.lines || (lines === most.lines && cells > most.cells) ? { lines, cells } : most,
    { lines: 0, cells: 0 },
  );
}

/**
 * @param isQuoted whether quotation marks around such a text are not part of it; the marks are those that stand around
 * a whole cell, a mark in it doubled: all others are part of the cell
 */
function readRows(
  text: string,
  separator: string,
  isQuoted: (inner: string) => boolean,
  firstLine = 1,
  from = 0,
): readonly Grid[] {
  const builder = gridBuilder();
  builder.table(undefined, 'line');
  for (const { line, cells } of recordsOf(text, separator, isQuoted, firstLine, from))
    builder.row(line, cells);
  return builder.grids(undefined);
}

interface DelimitedRecord {
  /** The line in which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

function* recordsOf(
  text: string,
  separator: string,
  isQuoted: (inner: string) => boolean,
  firstLine = 1,
  from = 0,
): Generator<DelimitedRecord> {
  let line = firstLine;
  let at = text.startsWith('\uFEFF') ? Math.max(1, from) : from;
  while (at < text.length) {
    const place = line;
    const cells: string[] = [];
    let end: number;
    for (;;) {
      const cell = cellAt(text, at, separator, isQuoted);
      cells.push(cell.text);
      line += cell.lines;
      end = cell.end;
      if (text[end] !== separator) break;
      at = end + 1;
    }
    yield { line: place, cells };
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    line++;
  }
}

/** A mark with nothing behind it in its cell says “as above”; no cell that we or a spreadsheet write begins with a line end. */
const isDitto = (text: string, at: number, separator: string): boolean =>
  /[\r\n]/.test(text[at + 1] ?? '\n') || (separator === '\t' && text[at + 1] === '\t');

interface DelimitedCell {
  readonly text: string;
  /** Offset of the separator, the line end or the end of the text. */
  readonly end: number;
  /** Line ends inside it. */
  readonly lines: number;
}

function cellAt(
  text: string,
  start: number,
  separator: string,
  isQuoted: (inner: string) => boolean,
): DelimitedCell {
  const isEnd = (at: number): boolean =>
    at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';
  if (text[start] === '"' && !isDitto(text, start, separator)) {
    let close = text.indexOf('"', start + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close >= 0 && isEnd(close + 1)) {
      const inner = text.slice(start + 1, close).replaceAll('""', '"');
      if (isQuoted(inner))
        return { text: inner, end: close + 1, lines: inner.match(/\r\n|\r|\n/g)?.length ?? 0 };
    }
  }
  let end = start;
  while (!isEnd(end)) end++;
  return { text: text.slice(start, end), end, lines: 0 };
}
