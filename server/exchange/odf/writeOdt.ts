/** Writes a table as an OpenDocument text (OASIS OpenDocument 1.3): one table on landscape pages. */
import type { SheetColumn, TableRow } from '../../core/tables/sheet';
import type { TableDocument } from '../parts/document';
import { cellsOf, columnsOf, isAlone, isCrowded, pageWidths } from '../parts/document';
import { guardedAsText } from '../parts/guards';
import { shownPieces } from '../parts/links';
import { font, landscape, language, odfText, packOdf, pageNumber, pieceXml, spacedText } from './parts';

export function writeOdt({ sheet, title, acknowledgement }: TableDocument): Uint8Array {
  const columns = columnsOf(sheet);
  const names = columns.map(({ name }) => cell('header', 'strong', spacedText(guardedAsText(name))));
  const rows = sheet.rows.map((row) => rowXml(row, columns));
  return packOdf('odt', title, {
    automatic: [
      `<style:style style:name="table" style:family="table"><style:table-properties style:width="${room}mm" table:align="margins" style:may-break-between-rows="true"/></style:style>`,
      ...pageWidths(columns, room).map(
        (width, at) =>
          `<style:style style:name="column${at}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(1)}mm" style:rel-column-width="${Math.round((width / room) * 65_535)}*"/></style:style>`,
      ),
      '<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
      ...cellStyles,
    ].join(''),
    styles: styles(isCrowded(columns) ? 8 : 10),
    body: `<office:text><text:p text:style-name="Title">${spacedText(title)}</text:p><table:table table:name="${odfText(sheet.name)}" table:style-name="table"><table:title>${odfText(sheet.caption)}</table:title>${columns.map((_, at) => `<table:table-column table:style-name="column${at}"/>`).join('')}<table:table-header-rows><table:table-row table:style-name="row">${names.join('')}</table:table-row></table:table-header-rows>${rows.join('')}</table:table><text:p text:style-name="About">${spacedText(acknowledgement)}</text:p></office:text>`,
  });
}

/** Between the margins of a page, in millimetres. */
const room = 271;

const border = 'fo:border="0.5pt solid #6e7781" fo:padding="0.8mm"';
const cellStyles = [
  ['header', 'd0d7de'],
  ['criterion', 'e3e8ed'],
  ['heading', 'f3f5f7'],
  ['entry', undefined],
].map(
  ([name, fill]) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${border}${fill === undefined ? '' : ` fo:background-color="#${fill}"`}/></style:style>`,
);

const paragraph = (name: string, look: string, text: string): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${look}/><style:text-properties ${text}/></style:style>`;

/** @param size of the text, in points */
const styles = (size: number): string =>
  `<office:styles><style:default-style style:family="paragraph"><style:text-properties ${font} fo:font-size="${size}pt" ${language}/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>${paragraph('Title', 'fo:margin-bottom="3.5mm"', 'fo:font-weight="bold" fo:font-size="18pt"')}${paragraph('Strong', 'fo:keep-with-next="always"', 'fo:font-weight="bold"')}${paragraph('About', 'fo:margin-top="3.5mm"', '')}${paragraph('Footer', 'fo:text-align="end"', 'fo:font-size="9pt"')}</office:styles><office:automatic-styles>${landscape}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="landscape"><style:footer><text:p text:style-name="Footer">${pageNumber}</text:p></style:footer></style:master-page></office:master-styles>`;

function rowXml(row: TableRow, columns: readonly SheetColumn[]): string {
  const style = row.kind === 'entry' ? 'entry' : row.depth === 1 ? 'criterion' : 'heading';
  const look = row.kind === 'entry' ? 'plain' : 'strong';
  const cells = cellsOf(row.cells, columns.length).map((text, at) => {
    const column = columns[at];
    const isChoice = row.kind === 'entry' && column?.holds === 'choice';
    return isChoice ? chosen(text, column) : piecesXml(text);
  });
  const parts = isAlone(row)
    ? [
        cell(style, look, cells[0] ?? '', columns.length),
        '<table:covered-table-cell/>'.repeat(columns.length - 1),
      ]
    : cells.map((content) => cell(style, look, content));
  return `<table:table-row table:style-name="row">${parts.join('')}</table:table-row>`;
}

/** Shaded, and bold: nothing is said by colour alone. @param content as XML @param span columns that it takes */
function cell(style: string, look: 'plain' | 'strong', content: string, span = 1): string {
  const over = span > 1 ? ` table:number-columns-spanned="${span}"` : '';
  return `<table:table-cell table:style-name="${style}"${over} office:value-type="string"><text:p text:style-name="${look === 'strong' ? 'Strong' : 'Standard'}">${content}</text:p></table:table-cell>`;
}

const piecesXml = (text: string): string =>
  shownPieces(text)
    .map((piece, at) => pieceXml(at === 0 ? { ...piece, text: guardedAsText(piece.text) } : piece))
    .join('');

/**
 * Chosen from a list (OpenDocument 1.3, part 3, 7.7.7); a remark may stand behind it. What begins with none of the words
 * is a text of its own.
 */
function chosen(cell: string, { name, choices = [] }: SheetColumn): string {
  const [piece, ...others] = shownPieces(cell);
  const text = others.length === 0 && piece?.address === undefined ? (piece?.text ?? '') : undefined;
  const word = choices.find((one) => text === one || text?.startsWith(`${one} `));
  if (text === undefined || (word === undefined && text !== '')) return piecesXml(cell);
  const labels = [...(word === undefined ? [hint] : []), ...choices].map(
    (one) =>
      `<text:label text:value="${odfText(one)}"${one === (word ?? hint) ? ' text:current-selected="true"' : ''}/>`,
  );
  const list = `<text:drop-down text:name="${odfText(name)}">${labels.join('')}${odfText(word ?? hint)}</text:drop-down>`;
  return word === undefined ? list : list + pieceXml({ text: text.slice(word.length) });
}

/** What a list shows in which nothing has been chosen; it is no value. */
const hint = 'Choose';
