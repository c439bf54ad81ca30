/** Cells, rows and tables as Markdown that reads back as what was meant, whatever is in them. */
import { withoutNul } from '../../words/withoutNul';

/** A text as `PlanCell.text` gives it: read again, its Markdown gives this. */
export const normalCell = (text: string): string =>
  withoutNul(text)
    .replace(/\r\n?/g, '\n')
    .replace(/<br[ \t]*\/?>/gi, '\n')
    .trim();

/** A text, which is Markdown, as the source of a cell: on one line, without a bar that would end it. */
export const cellMarkdown = (text: string): string =>
  normalCell(text)
    // The backslashes before a bar would be read as pairs.
    .replace(/(?<!\\)(\\*)\|/g, (_, before: string) => `${before}${before}\\|`)
    .replaceAll('\n', '<br>');

/** A row of cells, which are Markdown, without a line end. */
export const rowMarkdown = (cells: readonly string[]): string => rowOf(cells.map(cellMarkdown));

/** A row of sources of cells. */
export const rowOf = (sources: readonly string[]): string => `| ${sources.join(' | ')} |`;

/** Wider cells do not widen their column: the bars of the other rows would be far away for the sake of one remark. */
const widest = 120;

/**
 * A whole table with its columns aligned, in lines that end with `lineEnd`, the last one too. Rows may be shorter than
 * the header; of longer ones, all cells are kept.
 */
export function tableMarkdown(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  lineEnd = '\n',
): string {
  const sources = [header, ...rows].map((cells) => cells.map(cellMarkdown));
  return alignedRows(
    sources,
    header.map(() => '---'),
  )
    .map((line) => line + lineEnd)
    .join('');
}

/**
 * Rows, the header first, and the delimiter row between them (`---`, `:--`, `:-:`, `--:`), padded so that their bars
 * stand below each other. A character counts as one column, however wide a font shows it.
 */
export function alignedRows(
  rows: readonly (readonly string[])[],
  delimiters: readonly string[],
): readonly string[] {
  const [header = [], ...others] = rows;
  const columns = delimiters.map((delimiter, at) => {
    const widths = rows.map((cells) => widthOf(cells[at] ?? '')).filter((width) => width <= widest);
    return { delimiter, width: Math.max(3, ...widths) };
  });
  const padded = (cells: readonly string[]): string =>
    rowOf([
      ...columns.map(({ delimiter, width }, at) => pad(cells[at] ?? '', width, delimiter)),
      ...cells.slice(columns.length),
    ]);
  const rule = rowOf(columns.map(({ delimiter, width }) => ruleOf(delimiter, width)));
  return [padded(header), rule, ...others.map(padded)];
}

function pad(text: string, width: number, delimiter: string): string {
  const spaces = Math.max(0, width - widthOf(text));
  if (!delimiter.endsWith(':')) return text + ' '.repeat(spaces);
  const before = delimiter.startsWith(':') ? Math.floor(spaces / 2) : spaces;
  return ' '.repeat(before) + text + ' '.repeat(spaces - before);
}

function ruleOf(delimiter: string, width: number): string {
  const start = delimiter.startsWith(':') ? ':' : '';
  const end = delimiter.endsWith(':') ? ':' : '';
  return start + '-'.repeat(width - start.length - end.length) + end;
}

const widthOf = (text: string): number => Array.from(text).length;
