/** Reads the tables of an HTML page, whoever wrote it. */
import type { Grid, GridNote } from '../../core/tables/grid';
import { oneLine } from '../../words/oneLine';
import { gridBuilder } from '../grids/gridBuilder';
import type { HtmlCell, HtmlTable } from './content';
import { collapsed, htmlContent } from './content';
import { foundTables, textIn } from '../parts/tableTree';

/** @throws ExchangeError beyond the limits */
export function readHtml(source: string): readonly Grid[] {
  const { content, title, hiddenRows, comments } = htmlContent(source);
  const tables = foundTables(content);
  const builder = gridBuilder();
  for (const [at, { before, table }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row', before);
    /** Per column, what a cell that takes several rows still has to say. */
    const pending: ({ text: string; rows: number } | undefined)[] = [];
    for (const [row, cells] of table.rows.entries()) builder.row(row + 1, textsOf(table, cells, pending));
  }
  for (const note of notesOn(hiddenRows, comments)) builder.note(note);
  return builder.grids(collapsed(title) || undefined);
}

function notesOn(hiddenRows: number, comments: readonly string[]): readonly GridNote[] {
  const rows = hiddenRows === 1 ? 'A row of the page is' : `${hiddenRows} rows of the page are`;
  const reason = `${rows} hidden, and not read. If they count, show them, save the page, and import it again.`;
  return [
    ...(hiddenRows > 0 ? [{ place: undefined, text: '', reason }] : []),
    ...comments.slice(0, 20).map((text) => ({
      place: undefined,
      text: oneLine(text),
      reason: 'A note on a cell is no part of the table, and was not read.',
    })),
  ];
}

/** Text per column; a cell that takes several rows says the same in each of them. */
function textsOf(
  { isExact }: HtmlTable,
  cells: readonly HtmlCell[],
  pending: ({ text: string; rows: number } | undefined)[],
): readonly string[] {
  const texts: string[] = [];
  const fillPending = (): void => {
    for (let open = pending[texts.length]; open && open.rows > 0; open = pending[texts.length]) {
      open.rows--;
      texts.push(open.text);
    }
  };
  for (const cell of cells) {
    const { columns, rows } = cell;
    const text = isExact ? textIn(cell) : textIn(cell).trim();
    fillPending();
    pending[texts.length] = rows > 1 ? { text, rows: rows - 1 } : undefined;
    texts.push(text);
    for (let more = 1; more < columns; more++) texts.push('');
  }
  fillPending();
  return texts;
}
