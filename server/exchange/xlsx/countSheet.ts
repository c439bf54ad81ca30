/** The sheet of a workbook that counts another one. */
import type { CountCell, CountSheet } from '../../core/tables/counts';
import { isCounted } from '../../core/tables/counts';
import { excelFormula } from './formulaText';
import { guardedAsText } from '../parts/guards';
import { declaration } from '../parts/officeParts';
import { escapeXml, officeText } from '../parts/xml';
import { columnLetters } from '../parts/cellAddress';

/** Numbers of the workbook’s cell formats. */
type Looks = Readonly<Record<'header' | 'heading' | 'text' | 'number' | 'percent', number>>;

/** @param counted the name of the sheet that is counted */
export function countSheet({ columns, rows }: CountSheet, counted: string, looks: Looks): string {
  const header = columns.map(({ name }, at) => textCell(name, `${columnLetters(at)}1`, looks.header));
  const lines = rows.map((row, at) =>
    row.map((cell, column) => cellXml(cell, `${columnLetters(column)}${at + 2}`, counted, looks)),
  );
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${widths.join('')}</cols><sheetData>${[header, ...lines].map((cells, at) => `<row r="${at + 1}">${cells.join('')}</row>`).join('')}</sheetData><pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

const textCell = (text: string, at: string, look: number): string =>
  `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(officeText(guardedAsText(text)))}</t></is></c>`;

function cellXml(cell: CountCell, at: string, counted: string, looks: Looks): string {
  if (!isCounted(cell)) return textCell(cell.text, at, looks[cell.kind]);
  const formula = escapeXml(officeText(excelFormula(cell.formula, counted)));
  const [look, type] = cell.kind === 'words' ? [looks.text, ' t="str"'] : [looks[cell.kind], ''];
  return `<c r="${at}" s="${look}"${type}><f>${formula}</f><v>${escapeXml(officeText(String(cell.value)))}</v></c>`;
}
