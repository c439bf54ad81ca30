/** Reads the tables of a Word document (ECMA-376, WordprocessingML). */
import type { Grid, GridNote } from '../../core/tables/grid';
import { changesRead } from '../grids/changes';
import { colouredCell, notesOnColours } from '../grids/colours';
import { notesOnShapes } from '../grids/shapes';
import type { RemarkAt } from '../grids/cellRemarks';
import { notesOfRemarks } from '../grids/cellRemarks';
import { commentKinds, docxComments } from './comments';
import { docxContent } from './content';
import type { DocxCell, DocxTable } from './state';
import { docxNumbering } from './numbering';
import { docxStyles } from './styles';
import { gridBuilder } from '../grids/gridBuilder';
import { ExchangeError, limits } from '../parts/limits';
import { foundTables, textIn } from '../parts/tableTree';
import { linksOf, partBeside } from '../parts/relationships';
import type { Parts } from '../parts/zip';
import { columnLetters } from '../parts/cellAddress';

/** @param main the name of the document's part @throws ExchangeError where it is no document, or beyond the limits */
export function readDocx(parts: Parts, main: string): readonly Grid[] {
  const text = parts.get(main);
  if (text === undefined) throw new ExchangeError('The file is no Word document.');
  const { content, title, shapes, isChanged } = docxContent(text, {
    styles: docxStyles(partBeside(parts, main, 'styles', 'styles.xml')),
    numbering: docxNumbering(partBeside(parts, main, 'numbering', 'numbering.xml')),
    links: linksOf(parts, main),
  });
  const tables = foundTables(content);
  const comments = new Map(
    commentKinds.flatMap((kind) => [...docxComments(partBeside(parts, main, `${kind}s`, `${kind}s.xml`))]),
  );
  const builder = gridBuilder();
  for (const [at, { before, table }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row', before);
    let above: readonly string[] = [];
    for (const [row, cells] of table.rows.entries()) {
      above = textsOf(cells, above);
      builder.row(row + 1, above);
    }
    const remarks = table.rows.flatMap((cells, row) => remarksIn(cells, row + 1, comments));
    for (const note of [...coloursOf(table.rows), ...notesOfRemarks(remarks)]) builder.note(note);
  }
  if (isChanged) builder.note(changesRead);
  for (const note of notesOnShapes(shapes, 'document')) builder.note(note);
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

/** Of a table within a cell as well: it is part of what the cell says. */
const commentsIn = ({ comments, parts }: DocxCell): readonly string[] => [
  ...comments,
  ...parts.flatMap((part) =>
    typeof part === 'string' ? [] : (part as DocxTable).rows.flat().flatMap(commentsIn),
  ),
];

function coloursOf(rows: readonly (readonly DocxCell[])[]): readonly GridNote[] {
  return notesOnColours(
    rows.map((cells, row) => {
      let column = 0;
      const told = cells.map((cell) => {
        const own = column;
        column += cell.span;
        return colouredCell(own, textIn(cell), { fill: cell.fill, ink: cell.ink ?? '' });
      });
      return { place: row + 1, texts: told.filter(({ isBlank }) => !isBlank).length, cells: told };
    }),
  );
}

function remarksIn(
  cells: readonly DocxCell[],
  place: number,
  comments: ReadonlyMap<string, string>,
): readonly RemarkAt[] {
  let column = 0;
  return cells.flatMap((cell) => {
    const own = column;
    column += cell.span;
    return commentsIn(cell).flatMap((key): readonly RemarkAt[] => {
      const text = comments.get(key)?.trim() ?? '';
      return text === '' ? [] : [{ at: `column ${columnLetters(own)}`, column: own, place, text }];
    });
  });
}
