/** Reads the tables of a Word document (ECMA-376, WordprocessingML). */
import type { Grid } from '../../core/tables/grid';
import { docxContent } from './content';
import type { DocxCell } from './content';
import { docxNumbering } from './numbering';
import { docxStyles } from './styles';
import { gridBuilder } from '../parts/gridBuilder';
import { ExchangeError, limits } from '../parts/limits';
import { foundTables, textIn } from '../parts/tableTree';
import { relationshipsOf } from '../xlsx/workbook';
import type { Parts } from '../parts/zip';

export const isPartOfDocx = (name: string): boolean =>
  /^word\/(?:document|styles|numbering)\.xml$|^word\/_rels\/document\.xml\.rels$/.test(name);

/** @throws ExchangeError where it is no document, or beyond the limits */
export function readDocx(parts: Parts): readonly Grid[] {
  const text = parts.get('word/document.xml');
  if (text === undefined) throw new ExchangeError('The file is no Word document.');
  const { content, title } = docxContent(text, {
    styles: docxStyles(parts.get('word/styles.xml') ?? ''),
    numbering: docxNumbering(parts.get('word/numbering.xml') ?? ''),
    links: relationshipsOf(parts, 'word/document.xml'),
  });
  const tables = foundTables(content);
  const builder = gridBuilder();
  for (const [at, { before, table }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row', before);
    let above: readonly string[] = [];
    for (const [row, cells] of table.rows.entries()) {
      above = textsOf(cells, above);
      builder.row(row + 1, above);
    }
  }
  return builder.grids(title.trim() === '' ? undefined : title.trim());
}

/** One text per column; a cell that goes on from the row above says what that one says. */
function textsOf(cells: readonly DocxCell[], above: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    texts.push(cell.continues ? (above[texts.length] ?? '') : textIn(cell));
    for (let more = 1; more < cell.span && texts.length < limits.columns; more++) texts.push('');
  }
  return texts;
}
