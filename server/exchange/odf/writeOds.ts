/** Writes a table as an OpenDocument spreadsheet (OASIS OpenDocument 1.3). Every cell is a text or a date: nothing in it is a formula. */
import type { CellPiece } from '../../core/plan/cellContent';
import type { CountCell, CountSheet } from '../../core/tables/counts';
import { isCounted } from '../../core/tables/counts';
import type { SheetColumn, TableRow, TableSheet } from '../../core/tables/sheet';
import { addDays } from '../../core/text/civilDate';
import type { TableDocument } from '../parts/document';
import { cellsOf, columnsOf, isAlone } from '../parts/document';
import { openFormula } from '../xlsx/formulaText';
import { guardedAsText } from '../parts/guards';
import { shownPieces } from '../parts/links';
import { dateLooks, dateShown, sheetDate } from '../parts/planDates';
import { columnLetters } from '../parts/cellAddress';
import { escapeXml } from '../parts/xml';
import { sheetStyles } from './odsStyles';
import { odfText, packOdf, pageNumber, pieceXml } from './parts';

export function writeOds(document: TableDocument): Uint8Array {
  const { sheet, title, acknowledgement } = document;
  const columns = columnsOf(sheet);
  const { automatic, styles } = sheetStyles(
    columns.map(({ width }) => width),
    (document.counts?.[0]?.columns ?? []).map(({ width }) => width),
    { header: odfText(title), footer: pageNumber },
  );
  const about = acknowledgement === '' ? '' : aboutTable(document);
  return packOdf('ods', title, {
    automatic,
    styles,
    settings: settings(sheet.name),
    body: `<office:spreadsheet>${validations(sheet, columns)}${table(sheet, columns)}${(document.counts ?? []).map((counts) => countTable(counts, sheet.name)).join('')}${about}${filters(sheet, columns.length)}</office:spreadsheet>`,
  });
}

/** A range of a sheet, in which an apostrophe in the sheet's name is doubled. */
const address = (sheet: string, cell: string): string =>
  escapeXml(`'${sheet.replaceAll("'", "''")}'.${cell}`);

/** Words to choose from; what else somebody writes there, such as a remark behind one, is taken too. */
function validations({ name }: TableSheet, columns: readonly SheetColumn[]): string {
  const lists = columns.flatMap(({ holds, choices = [] }, column) => {
    if (holds !== 'choice') return [];
    const words = choices.map((word) => `"${word.replaceAll('"', '""')}"`).join(';');
    return [
      `<table:content-validation table:name="choice${column}" table:condition="${escapeXml(`of:cell-content-is-in-list(${words})`)}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${address(name, `${columnLetters(column)}2`)}"><table:error-message table:message-type="information" table:display="false"/></table:content-validation>`,
    ];
  });
  return lists.length === 0 ? '' : `<table:content-validations>${lists.join('')}</table:content-validations>`;
}

function filters({ name, rows, hasFilters }: TableSheet, columns: number): string {
  if (!hasFilters) return '';
  const last = `${columnLetters(columns - 1)}${rows.length + 1}`;
  return `<table:database-ranges><table:database-range table:name="entries" table:target-range-address="${address(name, 'A1')}:${address(name, last)}" table:display-filter-buttons="true"/></table:database-ranges>`;
}

/** Rows below the table in which somebody may go on. */
const rowsToCome = 200;

function table(sheet: TableSheet, columns: readonly SheetColumn[]): string {
  const names = columns.map(({ name }) => cell('header', [{ text: guardedAsText(name) }], ''));
  const rows = sheet.rows.map((row) => {
    const cells = cellsOf(row.cells, columns.length).map((text, at) => cellXml(row, text, columns[at], at));
    return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
  });
  const next = columns.map((column, at) => `<table:table-cell${choiceOf(column, at)}/>`);
  return `<table:table table:name="${odfText(sheet.name)}" table:style-name="sheet">${columns.map((_, at) => `<table:table-column table:style-name="column${at}"/>`).join('')}<table:table-header-rows><table:table-row table:style-name="row">${names.join('')}</table:table-row></table:table-header-rows>${rows.join('')}<table:table-row table:style-name="row" table:number-rows-repeated="${rowsToCome}">${next.join('')}</table:table-row></table:table>`;
}

function cellXml(row: TableRow, text: string, column: SheetColumn | undefined, at: number): string {
  const isEntry = row.kind === 'entry';
  const date = isEntry && column?.holds === 'date' ? sheetDate(text) : undefined;
  if (date) {
    const day = addDays('1899-12-30', date.serial);
    return `<table:table-cell table:style-name="date${dateLooks.indexOf(date.look)}" office:value-type="date" office:date-value="${day}"><text:p>${odfText(dateShown(day, date.look))}</text:p></table:table-cell>`;
  }
  return cell(styleOf(row, text, column?.holds), shownPieces(text), isEntry ? choiceOf(column, at) : '');
}

const choiceOf = (column: SheetColumn | undefined, at: number): string =>
  column?.holds === 'choice' ? ` table:content-validation-name="choice${at}"` : '';

function styleOf(row: TableRow, text: string, holds: SheetColumn['holds'] | undefined): string {
  if (row.kind === 'heading') {
    if (!isAlone(row)) return 'wrapped';
    return row.depth === 1 ? 'criterion' : 'heading';
  }
  // A date that is typed there becomes one.
  if (holds === 'date' && text === '') return `date${dateLooks.indexOf('d mmmm yyyy')}`;
  return holds === 'exact' || holds === 'date' ? 'exact' : 'text';
}

/** @param more attributes, as XML */
function cell(style: string, pieces: readonly CellPiece[], more: string): string {
  const [first, ...others] = pieces;
  const guarded = first ? [{ ...first, text: guardedAsText(first.text) }, ...others] : [];
  if (guarded.every(({ text }) => text === ''))
    return `<table:table-cell table:style-name="${style}"${more}/>`;
  const lines = linesOf(guarded).map((line) => `<text:p>${line.map(pieceXml).join('')}</text:p>`);
  return `<table:table-cell table:style-name="${style}"${more} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** A line of a spreadsheet's cell is a paragraph. */
function linesOf(pieces: readonly CellPiece[]): readonly (readonly CellPiece[])[] {
  const lines: CellPiece[][] = [[]];
  for (const piece of pieces)
    for (const [at, text] of piece.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...piece, text });
    }
  return lines;
}

/** @param counted the name of the sheet that is counted */
const countTable = ({ name, columns, rows }: CountSheet, counted: string): string =>
  `<table:table table:name="${odfText(name)}" table:style-name="sheet">${columns.map((_, at) => `<table:table-column table:style-name="count${at}"/>`).join('')}<table:table-row table:style-name="row">${columns.map((column) => cell('header', [{ text: column.name }], '')).join('')}</table:table-row>${rows.map((row) => `<table:table-row table:style-name="row">${row.length === 0 ? '<table:table-cell/>' : row.map((one) => countCell(one, counted)).join('')}</table:table-row>`).join('')}</table:table>`;

function countCell(one: CountCell, counted: string): string {
  if (!isCounted(one)) return cell(one.kind, [{ text: one.text }], '');
  const formula = `table:formula="${odfText(openFormula(one.formula, counted))}"`;
  switch (one.kind) {
    case 'words':
      return `<table:table-cell table:style-name="text" ${formula} office:value-type="string" office:string-value="${odfText(one.value)}"><text:p>${odfText(one.value)}</text:p></table:table-cell>`;
    case 'number':
      return `<table:table-cell table:style-name="number" ${formula} office:value-type="float" office:value="${one.value}"><text:p>${one.value}</text:p></table:table-cell>`;
    case 'percent':
      return `<table:table-cell table:style-name="percent" ${formula} office:value-type="percentage" office:value="${one.value}"><text:p>${(one.value * 100).toFixed(2)}%</text:p></table:table-cell>`;
  }
}

const aboutTable = ({ title, acknowledgement }: TableDocument): string =>
  `<table:table table:name="About" table:style-name="sheet"><table:table-column table:style-name="about"/>${[
    ['title', title],
    ['plain', acknowledgement],
  ]
    .map(
      ([style = '', text = '']) =>
        `<table:table-row table:style-name="row">${cell(style, [{ text }], '')}</table:table-row>`,
    )
    .join('')}</table:table>`;

/** The header stays in view. */
function settings(sheet: string): string {
  const items = [
    ['VerticalSplitMode', 'short', 2],
    ['VerticalSplitPosition', 'int', 1],
    ['ActiveSplitRange', 'short', 2],
    ['PositionBottom', 'int', 1],
  ].map(
    ([name, type, value]) =>
      `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`,
  );
  return `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${odfText(sheet)}">${items.join('')}</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`;
}
