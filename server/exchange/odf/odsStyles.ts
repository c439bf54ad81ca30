/** How the cells, columns and pages of a spreadsheet look (OpenDocument 1.3, part 3, 16). */
import { dateLooks } from '../parts/planDates';
import { font, language, landscape } from './parts';

/**
 * @param widths of the columns, in characters
 * @param counted those of the sheet that counts
 * @param page what stands above and below each page, as XML
 */
export function sheetStyles(
  widths: readonly number[],
  counted: readonly number[],
  page: { readonly header: string; readonly footer: string },
): { readonly automatic: string; readonly styles: string } {
  return {
    automatic: [
      sheetStyle,
      '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
      ...widths.map((width, at) => columnStyle(`column${at}`, width)),
      ...counted.map((width, at) => columnStyle(`count${at}`, width)),
      columnStyle('about', 90),
      '<number:text-style style:name="asText"><number:text-content/></number:text-style>',
      '<number:number-style style:name="asNumber"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>',
      '<number:percentage-style style:name="asPercent"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
      ...dateLooks.map(dateFormat),
      ...cellStyles,
    ].join(''),
    styles: `<office:styles><style:default-style style:family="table-cell"><style:text-properties ${font} fo:font-size="11pt" ${language}/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>${landscape}</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="landscape"><style:header><text:p>${page.header}</text:p></style:header><style:footer><text:p>${page.footer}</text:p></style:footer></style:master-page></office:master-styles>`,
  };
}

const sheetStyle =
  '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>';

/** A character of the usual size is about 1.85 mm wide. */
const columnStyle = (name: string, width: number): string =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 1.85 + 1.3).toFixed(1)}mm"/></style:style>`;

const dateParts: Readonly<Record<string, string>> = {
  yyyy: '<number:year number:style="long"/>',
  mmmm: '<number:month number:style="long" number:textual="true"/>',
  mm: '<number:month number:style="long"/>',
  dd: '<number:day number:style="long"/>',
  d: '<number:day/>',
};

const dateFormat = (look: string, at: number): string =>
  `<number:date-style style:name="format${at}">${look
    .split(/([^dmy]+)/)
    .map((piece) => dateParts[piece] ?? `<number:text>${piece}</number:text>`)
    .join('')}</number:date-style>`;

const line = '0.5pt solid #8c959f';
const box = `fo:border="${line}"`;
const bar = `fo:border-top="${line}" fo:border-bottom="${line}"`;
const wrapped = 'fo:wrap-option="wrap"';

interface Look {
  readonly name: string;
  /** Attributes of the cell. */
  readonly cell: string;
  /** Of its text. */
  readonly text?: string;
  readonly format?: string;
}

const looks: readonly Look[] = [
  {
    name: 'header',
    cell: `${box} ${wrapped} style:vertical-align="middle" fo:background-color="#d0d7de"`,
    text: 'fo:font-weight="bold"',
  },
  { name: 'text', cell: `${box} ${wrapped} style:vertical-align="top"` },
  { name: 'exact', cell: `${box} ${wrapped} style:vertical-align="top"`, format: 'asText' },
  {
    name: 'criterion',
    cell: `${bar} style:vertical-align="middle" fo:background-color="#e3e8ed"`,
    text: 'fo:font-weight="bold"',
  },
  {
    name: 'heading',
    cell: `${bar} style:vertical-align="middle" fo:background-color="#f3f5f7"`,
    text: 'fo:font-weight="bold"',
  },
  {
    name: 'wrapped',
    cell: `${box} ${wrapped} style:vertical-align="middle" fo:background-color="#f3f5f7"`,
    text: 'fo:font-weight="bold"',
  },
  { name: 'title', cell: wrapped, text: 'fo:font-weight="bold" fo:font-size="14pt"' },
  { name: 'plain', cell: wrapped },
  { name: 'number', cell: `${box} style:vertical-align="top"`, format: 'asNumber' },
  { name: 'percent', cell: `${box} style:vertical-align="top"`, format: 'asPercent' },
  ...dateLooks.map((_, at) => ({
    name: `date${at}`,
    cell: `${box} ${wrapped} style:vertical-align="top" style:text-align-source="fix"`,
    format: `format${at}`,
  })),
];

const cellStyles = looks.map(
  ({ name, cell, text = '', format }) =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${format === undefined ? '' : ` style:data-style-name="${format}"`}><style:table-cell-properties ${cell}/><style:paragraph-properties fo:text-align="start"/><style:text-properties ${text}/></style:style>`,
);
