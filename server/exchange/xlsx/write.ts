/** Writes a table as an Excel workbook (ECMA-376, SpreadsheetML). Every cell is a text or a date: nothing in it is a formula. */
import { textOfPieces } from '../../core/plan/cellContent';
import type { SheetColumn, TableRow, TableSheet } from '../../core/tables/sheet';
import type { TableDocument } from '../parts/document';
import { cellsOf, columnsOf, isAlone } from '../parts/document';
import { guardedAsText } from '../parts/guards';
import { ExchangeError } from '../parts/limits';
import { coreProperties, corePropertiesType, declaration } from '../parts/officeParts';
import { shownPieces } from '../parts/links';
import type { DateLook } from '../parts/planDates';
import { dateLooks, sheetDate } from '../parts/planDates';
import { columnLetters } from '../parts/cellAddress';
import { countSheet } from './countSheet';
import { escapeXml, officeText } from '../parts/xml';
import { pack } from '../parts/zip';

/** Excel takes no more in a cell, and calls a file with more damaged. */
const longestCell = 32_767;

/** In points, of any row. */
const tallestRow = 409;

/** Numbers of the cell formats in `styles`. */
const style = {
  header: 1,
  text: 2,
  exact: 3,
  formula: 4,
  criterion: 5,
  heading: 6,
  wrappedHeading: 7,
  title: 8,
  plain: 9,
  /** Dates, in the order of `dateLooks`. */
  date: 10,
  number: 10 + dateLooks.length,
  percent: 11 + dateLooks.length,
};

/** @throws ExchangeError where a cell is longer than a workbook can hold */
export function writeXlsx(document: TableDocument): Uint8Array {
  const others = otherSheets(document);
  return pack({
    '[Content_Types].xml': contentTypes(others.length + 1),
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': coreProperties(document.title),
    'xl/workbook.xml': workbook(
      document.sheet,
      others.map(({ name }) => name),
    ),
    'xl/_rels/workbook.xml.rels': workbookRelationships(others.length + 1),
    'xl/styles.xml': styles,
    ...sheetParts(document),
    ...Object.fromEntries(others.map(({ xml }, at) => [`xl/worksheets/sheet${at + 2}.xml`, xml])),
  });
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes = (sheets: number): string => {
  const sheet = (number: number): string =>
    `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`;
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${Array.from({ length: sheets }, (_, at) => sheet(at + 1)).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${corePropertiesType}</Types>`;
};

/** The header row is printed at the top of every page. */
function workbook(sheet: TableSheet, others: readonly string[]): string {
  const name = escapeXml(sheet.name);
  // In a reference, an apostrophe in a name is doubled.
  const reference = `'${escapeXml(sheet.name.replaceAll("'", "''"))}'`;
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/>${others.map((other, at) => `<sheet name="${escapeXml(other)}" sheetId="${at + 2}" r:id="rId${at + 3}"/>`).join('')}</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${reference}!$A:$${columnLetters(columnsOf(sheet).length - 1)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${reference}!$1:$1</definedName></definedNames><calcPr fullCalcOnLoad="1"/></workbook>`;
}

const workbookRelationships = (sheets: number): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/>${Array.from({ length: sheets - 1 }, (_, at) => `<Relationship Id="rId${at + 3}" Type="${relationships}/worksheet" Target="worksheets/sheet${at + 2}.xml"/>`).join('')}</Relationships>`;

/** `49` is the number format “text”, so that an ID or a date typed there stays as it was typed. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="${dateLooks.length}">${dateLooks.map((look, at) => `<numFmt numFmtId="${164 + at}" formatCode="${look}"/>`).join('')}</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD0D7DE"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E8ED"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F5F7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF8C959F"/></${side}>`).join('')}<diagonal/></border><border><left/><right/>${['top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF8C959F"/></${side}>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${style.percent + 1}">${[
  { font: 0, fill: 0, border: 0, format: 0, alignment: '' },
  { font: 1, fill: 2, border: 1, format: 49, alignment: 'wrapText="1" vertical="center"' },
  { font: 0, fill: 0, border: 1, format: 0, alignment: 'wrapText="1" vertical="top"' },
  { font: 0, fill: 0, border: 1, format: 49, alignment: 'wrapText="1" vertical="top"' },
  { font: 0, fill: 0, border: 1, format: 49, alignment: 'wrapText="1" vertical="top"', quoted: true },
  { font: 1, fill: 3, border: 2, format: 49, alignment: 'vertical="center"' },
  { font: 1, fill: 4, border: 2, format: 49, alignment: 'vertical="center"' },
  { font: 1, fill: 4, border: 1, format: 49, alignment: 'wrapText="1" vertical="center"' },
  { font: 2, fill: 0, border: 0, format: 49, alignment: 'wrapText="1"' },
  { font: 0, fill: 0, border: 0, format: 49, alignment: 'wrapText="1"' },
  ...dateLooks.map((_, at) => ({
    font: 0,
    fill: 0,
    border: 1,
    format: 164 + at,
    alignment: 'horizontal="left" wrapText="1" vertical="top"',
    quoted: false,
  })),
  { font: 0, fill: 0, border: 1, format: 1, alignment: 'horizontal="right" vertical="top"' },
  { font: 0, fill: 0, border: 1, format: 10, alignment: 'horizontal="right" vertical="top"' },
]
  .map(
    ({ font, fill, border, format, alignment, quoted }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${quoted ? ' quotePrefix="1"' : ''}${alignment ? ` applyAlignment="1"><alignment ${alignment}/></xf>` : '/>'}`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A cell as it is shown. */
interface Shown {
  readonly text: string;
  readonly address?: string;
  readonly date?: number;
  readonly style: number;
}

/** The sheet of the table, and where its links lead. */
function sheetParts({ sheet, title }: TableDocument): Readonly<Record<string, string>> {
  const { rows } = sheet;
  const columns = columnsOf(sheet);
  const widths = columns.map(({ width }) => width);
  const shownRows = rows.map((row) =>
    cellsOf(row.cells, columns.length).map((cell, at) => shownCell(row, cell, columns[at])),
  );
  const lines = [
    rowXml(
      1,
      columns.map(({ name }) => ({ text: guardedAsText(name), style: style.header })),
      widths,
    ),
    ...shownRows.map((cells, at) => {
      const row = rows[at];
      return rowXml(at + 2, cells, row && isAlone(row) ? undefined : widths);
    }),
  ];
  const links = linksIn(shownRows);
  const xml = `${declaration}<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${lines.join('')}</sheetData>${filters(sheet, columns.length)}${choices(columns, rows.length)}${hyperlinks(links)}<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${escapeXml(`&L${inPageHeader(title)}`)}</oddHeader><oddFooter>&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`;
  return {
    'xl/worksheets/sheet1.xml': xml,
    ...(links.length > 0 ? { 'xl/worksheets/_rels/sheet1.xml.rels': linkTargets(links) } : {}),
  };
}

/** Rows below the table in which somebody may go on. */
const rowsToCome = 200;

/** Buttons in the header that show rows by what they hold. */
const filters = ({ hasFilters, rows }: TableSheet, columns: number): string =>
  hasFilters ? `<autoFilter ref="A1:${columnLetters(columns - 1)}${rows.length + 1}"/>` : '';

/** Words to choose from; what else somebody writes there, such as a remark behind one, is taken too. */
function choices(columns: readonly SheetColumn[], rows: number): string {
  const lists = columns.flatMap(({ holds, choices: words = [] }, column) => {
    const letters = columnLetters(column);
    return holds === 'choice'
      ? [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters}2:${letters}${rows + 1 + rowsToCome}"><formula1>"${escapeXml(words.join(','))}"</formula1></dataValidation>`,
        ]
      : [];
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

interface SheetLink {
  readonly at: string;
  readonly address: string;
}

/** Excel takes no more on a sheet, and calls a file with more, or with a longer address, damaged. */
const mostLinks = 65_530;
const longestAddress = 2_079;

const linksIn = (rows: readonly (readonly Shown[])[]): readonly SheetLink[] =>
  rows
    .flatMap((cells, row) =>
      cells.flatMap(({ address }, column) =>
        address === undefined || address.length > longestAddress
          ? []
          : [{ at: `${columnLetters(column)}${row + 2}`, address }],
      ),
    )
    .slice(0, mostLinks);

const hyperlinks = (links: readonly SheetLink[]): string =>
  links.length === 0
    ? ''
    : `<hyperlinks>${links.map(({ at }, link) => `<hyperlink ref="${at}" r:id="rId${link + 1}"/>`).join('')}</hyperlinks>`;

const linkTargets = (links: readonly SheetLink[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(({ address }, link) => `<Relationship Id="rId${link + 1}" Type="${relationships}/hyperlink" Target="${escapeXml(officeText(address))}" TargetMode="External"/>`).join('')}</Relationships>`;

/** A cell of a workbook has one link, or none: the addresses of several stand in its text. */
function shownCell(row: TableRow, cell: string, column: SheetColumn | undefined): Shown {
  const date = row.kind === 'entry' && column?.holds === 'date' ? sheetDate(cell) : undefined;
  if (date) return { text: cell, date: date.serial, style: dateStyle(date.look) };
  const pieces = shownPieces(cell);
  const addresses = pieces.flatMap(({ address }) => address ?? []);
  const isOne = addresses.length === 1 && pieces.length === 1;
  const text = isOne ? (pieces[0]?.text ?? '') : textOfPieces(pieces);
  const guarded = guardedAsText(text);
  const shown = { text: guarded, style: styleOf(row, guarded, column?.holds) };
  return isOne ? { ...shown, address: addresses[0] ?? '' } : shown;
}

const dateStyle = (look: DateLook): number => style.date + dateLooks.indexOf(look);

function styleOf(row: TableRow, cell: string, holds: SheetColumn['holds'] | undefined): number {
  if (row.kind === 'heading') {
    if (!isAlone(row)) return style.wrappedHeading;
    return row.depth === 1 ? style.criterion : style.heading;
  }
  if (/^['=+\-@]/.test(cell)) return style.formula;
  // A date that is typed there becomes one.
  if (holds === 'date' && cell === '') return dateStyle('d mmmm yyyy');
  return holds === 'exact' || holds === 'date' ? style.exact : style.text;
}

/** @param widths of its columns, in characters; undefined for a row of one line */
function rowXml(place: number, cells: readonly Shown[], widths: readonly number[] | undefined): string {
  const parts = cells.map(({ text, date, style: look }, column) => {
    const start = `<c r="${columnLetters(column)}${place}" s="${look}"`;
    if (date !== undefined) return `${start}><v>${date}</v></c>`;
    if (text === '') return `${start}/>`;
    if (text.length > longestCell)
      throw new ExchangeError(
        `A cell in row ${place} is longer than the ${longestCell} characters that a workbook takes.`,
      );
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(officeText(text))}</t></is></c>`;
  });
  const height = widths
    ? ` ht="${heightOf(
        cells.map(({ text }) => text),
        widths,
      )}"`
    : '';
  return `<row r="${place}"${height}>${parts.join('')}</row>`;
}

/**
 * Room for wrapped text, in points. Not every program measures the rows of a file that it opens; those that do, do so
 * again once a row is changed.
 */
function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const linesOf = (cell: string, width: number): number =>
    cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  const lines = Math.max(...cells.map((cell, column) => linesOf(cell, widths[column] ?? 24)));
  return Math.min(tallestRow, lines * 15);
}

/** In a page's header, `&` begins a code, and a number behind one would be part of it. At most 255 characters are taken. */
const inPageHeader = (title: string): string => officeText(title.slice(0, 100)).replaceAll('&', '&&');

/** Those behind the table's own. */
const otherSheets = (document: TableDocument): readonly { readonly name: string; readonly xml: string }[] => [
  ...(document.counts ?? []).map((counts) => ({
    name: counts.name,
    xml: countSheet(counts, document.sheet.name, style),
  })),
  ...(document.acknowledgement === '' ? [] : [{ name: 'About', xml: aboutSheet(document) }]),
];

const aboutSheet = ({ title, acknowledgement }: TableDocument): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>${rowXml(1, [{ text: title, style: style.title }], [70])}${rowXml(2, [{ text: acknowledgement, style: style.plain }], [90])}</sheetData><pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>`;
