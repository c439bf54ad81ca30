/** Reads the tables of an HTML page, whoever wrote it. */
import type { Grid } from '../../core/tables/grid';
import { gridBuilder } from '../grids/gridBuilder';
import type { HtmlCell, HtmlTable } from './content';
import { collapsed, htmlContent } from './content';
import { foundTables, textIn } from '../parts/tableTree';

/** @throws ExchangeError beyond the limits */
export function readHtml(source: string): readonly Grid[] {
  const { content, title } = htmlContent(source);
  const tables = foundTables(content);
  const builder = gridBuilder();
  for (const [at, { before, table }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row', before);
    /** Per column, what a cell that takes several rows still has to say. */
    const pending: ({ text: string; rows: number } | undefined)[] = [];
    for (const [row, cells] of table.rows.entries()) builder.row(row + 1, textsOf(table, cells, pending));
  }
  return builder.grids(collapsed(title) || undefined);
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
