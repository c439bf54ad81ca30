/** Writes a table as a Word document (ECMA-376, WordprocessingML): one table on landscape pages. */
import type { CellPiece } from '../../core/plan/cellContent';
import type { SheetColumn, TableRow } from '../../core/tables/sheet';
import type { TableDocument } from '../parts/document';
import { cellsOf, columnsOf, isAlone, isCrowded, pageWidths } from '../parts/document';
import { guardedAsText } from '../parts/guards';
import { shownPieces } from '../parts/links';
import { coreProperties, corePropertiesType, declaration } from '../parts/officeParts';
import { escapeXml, officeText } from '../parts/xml';
import { pack } from '../parts/zip';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function writeDocx(document: TableDocument): Uint8Array {
  const links: string[] = [];
  const text = body(document, links);
  return pack({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>${corePropertiesType}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': coreProperties(document.title),
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>${links.map((address, at) => `<Relationship Id="link${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(officeText(address))}" TargetMode="External"/>`).join('')}</Relationships>`,
    'word/styles.xml': styles(isCrowded(columnsOf(document.sheet)) ? 8 : 10),
    'word/footer1.xml': footer,
    'word/document.xml': text,
  });
}

/** @param size of the text, in points */
const styles = (size: number): string =>
  `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style></w:styles>`;

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const footer = `${declaration}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;

/** A4 on its side with margins of 1.8 cm, in twentieths of a point. */
const page = { width: 16_838, height: 11_906, margin: 1021 };

/** @param links takes the addresses that the document leads to */
function body({ sheet, title, acknowledgement }: TableDocument, links: string[]): string {
  const columns = columnsOf(sheet);
  const room = page.width - 2 * page.margin;
  const widths = pageWidths(columns, room).map(Math.floor);
  const rows = [
    rowXml(
      columns.map(({ name }) => runs(guardedAsText(name), true)),
      widths,
      { fill: 'D0D7DE', isHeader: true },
    ),
    ...sheet.rows.map((row) => sheetRow(row, { columns, widths, links })),
  ];
  return `${declaration}<w:document xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${runs(title, false)}</w:p><w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((all, width) => all + width, 0)}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="6E7781"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="${escapeXml(officeText(title))}"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl><w:p><w:pPr><w:spacing w:before="200"/></w:pPr>${runs(acknowledgement, false)}</w:p><w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

interface TableLook {
  readonly columns: readonly SheetColumn[];
  readonly widths: readonly number[];
  readonly links: string[];
}

function sheetRow(row: TableRow, { columns, widths, links }: TableLook): string {
  const isEntry = row.kind === 'entry';
  const cells = cellsOf(row.cells, columns.length).map((cell, at) => {
    const shown = piecesXml(cell, !isEntry, links);
    const column = columns[at];
    return isEntry && column?.holds === 'choice' ? chosen(shown, column) : shown;
  });
  if (isEntry) return rowXml(cells, widths, {});
  const fill = row.depth === 1 ? 'E3E8ED' : 'F3F5F7';
  if (!isAlone(row)) return rowXml(cells, widths, { fill });
  const room = widths.reduce((all, width) => all + width, 0);
  return rowXml(cells.slice(0, 1), [room], { fill, span: columns.length });
}

/** Chosen from a list, or typed: a remark may stand behind it. */
const chosen = (shown: string, { name, choices = [] }: SheetColumn): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(officeText(name))}"/>${shown === '' ? '<w:showingPlcHdr/>' : ''}<w:comboBox>${choices.map((word) => `<w:listItem w:displayText="${escapeXml(word)}" w:value="${escapeXml(word)}"/>`).join('')}</w:comboBox></w:sdtPr><w:sdtContent>${shown === '' ? hint : shown}</w:sdtContent></w:sdt>`;

/** What a control shows in which nothing has been chosen; it is no value. */
const hint = '<w:r><w:rPr><w:color w:val="6E7781"/></w:rPr><w:t>Choose</w:t></w:r>';

function piecesXml(cell: string, isBold: boolean, links: string[]): string {
  return shownPieces(cell)
    .map((piece, at) =>
      pieceXml(at === 0 ? { ...piece, text: guardedAsText(piece.text) } : piece, isBold, links),
    )
    .join('');
}

function pieceXml({ text, address }: CellPiece, isBold: boolean, links: string[]): string {
  if (address === undefined) return runs(text, isBold);
  const id = `link${links.push(address) - 1}`;
  return `<w:hyperlink r:id="${id}">${runs(text, isBold, '<w:color w:val="0550AE"/><w:u w:val="single"/>')}</w:hyperlink>`;
}

interface RowLook {
  /** Shaded, and bold: nothing is said by colour alone. */
  readonly fill?: string;
  /** Columns that its one cell takes. */
  readonly span?: number;
  readonly isHeader?: boolean;
}

/** @param cells what stands in each, as XML */
function rowXml(cells: readonly string[], widths: readonly number[], look: RowLook): string {
  const { fill, span, isHeader } = look;
  const parts = cells.map(
    (cell, column) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/>${span ? `<w:gridSpan w:val="${span}"/>` : ''}${fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : ''}</w:tcPr><w:p>${fill ? '<w:pPr><w:keepNext/></w:pPr>' : ''}${cell}</w:p></w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${parts.join('')}</w:tr>`;
}

function runs(text: string, isBold: boolean, look = ''): string {
  if (text === '') return '';
  const pieces = text.split(/([\t\n])/).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\n') return '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(officeText(piece))}</w:t>`;
  });
  const properties = `${isBold ? '<w:b/>' : ''}${look}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
}
