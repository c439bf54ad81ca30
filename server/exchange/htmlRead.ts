/** Reads the tables of an HTML page, whoever wrote it. */
import { Parser } from 'htmlparser2';
import type { Grid } from '../core/plan/grid';
import { gridBuilder } from './gridBuilder';
import { exactTable } from './htmlWrite';
import { limits } from './limits';

interface Cell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

interface Table {
  /** White space counts, as in what we write ourselves. */
  readonly isExact: boolean;
  readonly rows: Cell[][];
}

/** @throws ExchangeError beyond the limits */
export function readHtml(source: string): readonly Grid[] {
  const { tables, title } = tablesOf(source);
  const builder = gridBuilder();
  for (const [at, { rows, isExact }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row');
    /** Per column, what a cell that takes several rows still has to say. */
    const pending: ({ text: string; rows: number } | undefined)[] = [];
    for (const [row, cells] of rows.entries())
      builder.row(row + 1, textsOf(cells, pending).map(isExact ? (text) => text : collapsed));
  }
  return builder.grids(collapsed(title) || undefined);
}

/** Text per column; a cell that takes several rows says the same in each of them. */
function textsOf(
  cells: readonly Cell[],
  pending: ({ text: string; rows: number } | undefined)[],
): readonly string[] {
  const texts: string[] = [];
  const fillPending = (): void => {
    for (let open = pending[texts.length]; open && open.rows > 0; open = pending[texts.length]) {
      open.rows--;
      texts.push(open.text);
    }
  };
  for (const { text, columns, rows } of cells) {
    fillPending();
    pending[texts.length] = rows > 1 ? { text, rows: rows - 1 } : undefined;
    texts.push(text);
    for (let more = 1; more < columns; more++) texts.push('');
  }
  fillPending();
  return texts;
}

/** White space as a browser shows it; a line end stands for \`<br>\` and for a paragraph's end. */
const collapsed = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();

const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const unseen = new Set(['script', 'style', 'template', 'head', 'noscript', 'svg', 'math', 'object']);

/** A table inside a cell is part of that cell's text. */
function tablesOf(source: string): { readonly tables: readonly Table[]; readonly title: string } {
  const tables: Table[] = [];
  let title = '';
  let inTitle = false;
  let depth = 0;
  let hidden = 0;
  let cell: Cell | undefined;
  const breakLine = (): void => {
    if (cell && cell.text !== '' && !tables.at(-1)?.isExact && !cell.text.endsWith('\u2028'))
      cell.text += '\u2028';
  };
  const begin = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'table' && ++depth === 1) {
      const isExact = attributes['class'] === exactTable;
      tables.push({ isExact, rows: [] });
    } else if (depth === 1 && name === 'tr') {
      tables.at(-1)?.rows.push([]);
      cell = undefined;
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      cell = {
        text: '',
        columns: spanOf(attributes['colspan'], limits.columns),
        rows: spanOf(attributes['rowspan'], limits.rows),
      };
      tables.at(-1)?.rows.at(-1)?.push(cell);
    } else if (name === 'br') {
      if (cell) cell.text += '\u2028';
    } else if (blocks.has(name)) breakLine();
  };
  const end = (name: string): void => {
    if (name === 'table' && depth > 0) {
      if (--depth === 0) cell = undefined;
    } else if (depth === 1 && (name === 'td' || name === 'th' || name === 'tr')) cell = undefined;
    else if (blocks.has(name)) breakLine();
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'title') inTitle = title === '';
        if (unseen.has(name)) hidden++;
        if (hidden === 0) begin(name, attributes);
      },
      onclosetag: (name) => {
        if (name === 'title') inTitle = false;
        if (unseen.has(name)) hidden--;
        if (hidden === 0) end(name);
      },
      ontext: (data) => {
        if (inTitle) title += data;
        else if (hidden === 0 && cell) cell.text += data;
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return { tables, title };
}

const spanOf = (text: string | undefined, most: number): number =>
  Math.min(Math.max(1, Math.floor(Number(text)) || 1), most);
