/** Reads the tables of OpenDocument spreadsheets and texts (OASIS OpenDocument 1.3), packed ones and flat ones. */
import type { Grid, GridNote } from '../../core/tables/grid';
import type { RemarkAt } from '../grids/cellRemarks';
import { notesOfRemarks } from '../grids/cellRemarks';
import { linkedBy, withoutResults } from '../parts/formulas';
import type { GridBuilder } from '../grids/gridBuilder';
import { gridBuilder } from '../grids/gridBuilder';
import { notesOnHidden } from '../grids/hiddenSheets';
import { ExchangeError, limits } from '../parts/limits';
import { markdownLink } from '../parts/links';
import { foundTables, textIn } from '../parts/tableTree';
import { columnLetters } from '../parts/cellAddress';
import type { ColouredRow } from '../grids/colours';
import { changesRead } from '../grids/changes';
import { colouredCell, notesOnColours } from '../grids/colours';
import { notesOnHiddenLines } from '../grids/hiddenLines';
import { notesOnShapes } from '../grids/shapes';
import { withStrike } from '../parts/strike';
import { attribute, readXml } from '../parts/xml';
import type { Parts } from '../parts/zip';
import type { OdfCell, OdfContent, OdfTable } from './content';
import { odfContent } from './content';
import type { OdfStyles } from './styles';
import { odfStyles } from './styles';
import { cellValue } from './values';

/** @throws ExchangeError where it is neither a spreadsheet nor a text, has a password, or is beyond the limits */
export function readOdf(parts: Parts): readonly Grid[] {
  if (/encryption-data|encrypted-package/.test(parts.get('META-INF/manifest.xml') ?? ''))
    throw new ExchangeError('The file has a password. Save it without one, and try once more.');
  const content = parts.get('content.xml') ?? '';
  // A file counts as a folder: what stands beside it is one up.
  const addressOf = (address: string): string => address.replace(/^\.\.\//, '');
  return gridsOf(content, [parts.get('styles.xml') ?? '', content], parts.get('meta.xml') ?? '', addressOf);
}

/** The same of a file that is one text (`.fods`, `.fodt`). @throws ExchangeError */
export const readFlatOdf = (text: string): readonly Grid[] =>
  gridsOf(text, [text], text, (address) => address);

export const looksFlatOdf = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<office:document\s/s.test(text.slice(0, 4000));

function gridsOf(
  content: string,
  styles: readonly string[],
  meta: string,
  addressOf: (address: string) => string,
): readonly Grid[] {
  const told = odfStyles(styles.map(beforeBody));
  const read = odfContent(content, told, addressOf);
  const title = read.title.trim() || titleOf(beforeBody(meta));
  if (read.kind === 'spreadsheet') return sheetsOf(read, told, title);
  if (read.kind === 'text') return documentTables(read, told, title);
  throw new ExchangeError('The file is neither an OpenDocument spreadsheet (.ods) nor a text (.odt).');
}

/** Styles and titles stand before what the file says. */
const beforeBody = (text: string): string => /^[\s\S]*?(?=<(?:[\w-]+:)?body[\s>])/.exec(text)?.[0] ?? text;

function titleOf(meta: string): string | undefined {
  let title = '';
  let reads = false;
  readXml(meta, {
    open: (name) => void (reads = name === 'title' && title === ''),
    close: () => void (reads = false),
    text: (data) => {
      if (reads) title += data;
    },
  });
  return title.trim() || undefined;
}

function sheetsOf(
  { content, shapes }: OdfContent,
  styles: OdfStyles,
  title: string | undefined,
): readonly Grid[] {
  const builder = gridBuilder();
  const all = content.filter((part): part is OdfTable => typeof part !== 'string');
  const sheets = all.filter(({ isHidden }) => !isHidden);
  for (const sheet of sheets) {
    builder.table(sheets.length > 1 ? `sheet “${sheet.name}”` : undefined, 'row');
    addRows(builder, sheet, styles);
    const above = shapes.filter(({ sheet: name }) => name === sheet.name).map(({ text }) => text);
    for (const note of [
      ...hiddenIn(sheet, styles),
      ...notesOf(sheet),
      ...coloursOf(sheet, styles),
      ...notesOnShapes(above, 'sheet'),
      ...remarksOn(sheet),
    ])
      builder.note(note);
  }
  for (const { name, isHidden, rows } of all)
    if (isHidden)
      for (const note of notesOnHidden(name, () => textsIn(rows, styles), 'LibreOffice')) builder.note(note);
  return builder.grids(title);
}

function documentTables(
  { content, shapes, isChanged }: OdfContent,
  styles: OdfStyles,
  title: string | undefined,
): readonly Grid[] {
  const builder = gridBuilder();
  const tables = foundTables(content);
  for (const [at, { before, table }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row', before);
    addRows(builder, table, styles);
    for (const note of [...coloursOf(table, styles), ...remarksOn(table)]) builder.note(note);
  }
  if (isChanged) builder.note(changesRead);
  for (const note of notesOnShapes(
    shapes.map(({ text }) => text),
    'document',
  ))
    builder.note(note);
  return builder.grids(title);
}

/** A text that goes on in the same column of further rows. */
interface Merged {
  readonly text: string;
  rows: number;
}

function addRows(builder: GridBuilder, { rows, repeats }: OdfTable, styles: OdfStyles): void {
  const merged = new Map<number, Merged>();
  let place = 1;
  let isApart = false;
  for (const [at, cells] of rows.entries()) {
    const texts = textsOf(cells, styles);
    const repeated = repeats[at] ?? 1;
    if (texts.length === 0) {
      filled([], merged, repeated);
      isApart = true;
    } else {
      // Empty rows only tell that what follows stands apart; below a table there may be a million of them.
      if (isApart) builder.row(place - 1, []);
      isApart = false;
      // Of more rows than anybody reads, one too many shows that there are.
      const count = Math.min(repeated, limits.rows + 1);
      for (let row = 0; row < count; row++) builder.row(place + row, filled(texts, merged, 1));
    }
    for (const [column, below] of spansIn(cells, styles)) merged.set(column, below);
    place += repeated;
  }
}

/** The texts of a row that says something, and what goes on in it from above; `by` counts the rows that it stands for. */
function filled(texts: readonly string[], merged: Map<number, Merged>, by: number): readonly string[] {
  const all = [...texts];
  for (const [column, above] of merged) {
    while (all.length <= column) all.push('');
    all[column] = above.text;
    above.rows -= by;
    if (above.rows <= 0) merged.delete(column);
  }
  return all;
}

function* textsIn(rows: OdfTable['rows'], styles: OdfStyles): Generator<readonly string[]> {
  for (const cells of rows) yield textsOf(cells, styles);
}

/** One text per column, up to the last that says something. A cell beyond the limit shows that there are too many. */
function textsOf(cells: readonly OdfCell[], styles: OdfStyles): readonly string[] {
  const texts: string[] = [];
  let column = 0;
  for (const cell of cells) {
    const text = valueOf(cell, styles);
    if (text !== '') {
      const last = Math.min(column + cell.repeated - 1, limits.columns);
      for (let at = Math.min(column, limits.columns); at <= last; at++) {
        while (texts.length < at) texts.push('');
        texts[at] = text;
      }
    }
    column += cell.repeated;
  }
  return texts;
}

function valueOf(cell: OdfCell, styles: OdfStyles): string {
  if (cell.isCovered) return '';
  const text = cellValue(cell.attributes, textIn(cell));
  const address = linkedBy(attribute(cell.attributes, 'formula') ?? '');
  const whole = address === undefined ? text : markdownLink(text, address);
  return withStrike(whole, styles.strike('table-cell', cell.style));
}

/** Cells that go over several rows: by their columns, what they say and for how many rows more. */
function* spansIn(cells: readonly OdfCell[], styles: OdfStyles): Generator<readonly [number, Merged]> {
  let column = 0;
  for (const cell of cells) {
    const rows = Number(attribute(cell.attributes, 'number-rows-spanned') ?? 1);
    const text = rows > 1 ? valueOf(cell, styles) : '';
    if (text !== '' && column <= limits.columns) yield [column, { text, rows: rows - 1 }];
    column += cell.repeated;
  }
}

function remarksOn({ rows, repeats }: OdfTable): readonly GridNote[] {
  let place = 1;
  const found = rows.flatMap((cells, at) => {
    const own = place;
    place += repeats[at] ?? 1;
    let column = 0;
    return cells.flatMap((cell) => {
      const first = column;
      column += cell.repeated;
      return remarksIn(cell).flatMap((text): readonly RemarkAt[] =>
        text.trim() === ''
          ? []
          : [{ at: `cell ${columnLetters(first)}${own}`, column: first, place: own, text }],
      );
    });
  });
  return notesOfRemarks(found);
}

/** Of a table within a cell as well: it is part of what the cell says. */
const remarksIn = ({ remarks, parts }: OdfCell): readonly string[] => [
  ...remarks,
  ...parts.flatMap((part) =>
    typeof part === 'string' ? [] : (part as OdfTable).rows.flat().flatMap(remarksIn),
  ),
];

/** Rows and columns that say something and are not shown. */
function hiddenIn({ rows, repeats, hidden, columns }: OdfTable, styles: OdfStyles): readonly GridNote[] {
  let place = 1;
  const said = new Set<number>();
  let [first, count] = [0, 0];
  for (const [at, cells] of rows.entries()) {
    const texts = textsOf(cells, styles);
    for (const [column, text] of texts.entries()) if (text !== '') said.add(column);
    if (hidden[at] && texts.length > 0) {
      if (count === 0) first = place;
      count += repeats[at] ?? 1;
    }
    place += repeats[at] ?? 1;
  }
  let column = 0;
  const closed = columns.flatMap(({ repeated, isHidden }) => {
    const from = column;
    column += repeated;
    const most = isHidden ? Math.min(repeated, limits.columns) : 0;
    return Array.from({ length: most }, (_, more) => from + more).filter((one) => said.has(one));
  });
  return notesOnHiddenLines(count === 0 ? undefined : { first, count }, closed);
}

function coloursOf({ rows, repeats }: OdfTable, styles: OdfStyles): readonly GridNote[] {
  let place = 1;
  const all = rows.slice(0, limits.rows).map((cells, at): ColouredRow => {
    const own = place;
    place += repeats[at] ?? 1;
    let column = 0;
    const told = cells.map((cell) => {
      const first = column;
      column += cell.repeated;
      const own = colouredCell(first, valueOf(cell, styles), styles.colours(cell.style));
      return { ...own, repeated: cell.repeated };
    });
    // To the edge of the sheet, there is a cell for all that are left.
    const end = told.findLastIndex(({ colour, isBlank }) => colour !== '' || !isBlank) + 1;
    const wide = told.slice(0, end).filter((cell) => cell.column + cell.repeated <= limits.columns);
    const each = wide.flatMap((cell) =>
      Array.from({ length: cell.repeated }, (_, more) => ({ ...cell, column: cell.column + more })),
    );
    return { place: own, texts: each.filter(({ isBlank }) => !isBlank).length, cells: each };
  });
  return notesOnColours(
    all.filter(({ cells }) => cells.some(({ colour }) => colour !== '')),
    all.filter(({ texts }) => texts >= 2).length - 1,
  );
}

/** Programs that write workbooks without counting leave formulas without results. */
function notesOf({ rows, repeats }: OdfTable): readonly GridNote[] {
  const unknown: { readonly at: string; readonly place: number }[] = [];
  let place = 1;
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      const { attributes, repeated } = cell;
      const isFormula = attribute(attributes, 'formula') !== undefined;
      if (isFormula && attribute(attributes, 'value-type') === undefined && textIn(cell) === '')
        unknown.push({ at: `${columnLetters(column)}${place}`, place });
      column += repeated;
    }
    place += repeats[at] ?? 1;
  }
  const [first] = unknown;
  return first === undefined ? [] : [withoutResults(unknown.length, first.at, first.place)];
}
