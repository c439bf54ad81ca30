/** A report as a Word document (ECMA-376, WordprocessingML). */
import type { Bar, BarPart, Block, ReportDocument } from '../../core/report/model';
import { heatTable } from '../../core/report/model';
import { printable } from '../../core/text/printable';
import { coreProperties, corePropertiesType, declaration } from '../parts/officeParts';
import { escapeXml, officeText } from '../parts/xml';
import { pack } from '../parts/zip';
import { barMarks, sparkOf } from './marks';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const reportAsDocx = (document: ReportDocument): Uint8Array =>
  pack({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>${corePropertiesType}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': coreProperties(printable(document.title)),
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': body(document),
  });

const style = (id: string, name: string, paragraph: string, text: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`;

/** In half points. */
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

const styles = `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>${size(9)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', '<w:outlineLvl w:val="0"/>', `<w:b/>${size(16)}`)}${style('Subtitle', 'Subtitle', '<w:spacing w:after="80"/>', '<w:color w:val="57606A"/>')}${style('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="140" w:after="40"/><w:outlineLvl w:val="0"/>', `<w:b/>${size(12)}`)}${style('Verdict', 'Verdict', '<w:spacing w:before="60" w:after="60"/>', `<w:b/>${size(11)}`)}${style('Small', 'Small', '<w:spacing w:before="140"/>', `<w:color w:val="57606A"/>${size(7)}`)}</w:styles>`;

/** A4 with margins of 1.5 cm, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 850 };
const room = page.width - 2 * page.margin;

const body = ({ title, subtitle, blocks, acknowledgement }: ReportDocument): string =>
  `${declaration}<w:document xmlns:w="${word}"><w:body>${paragraph(title, 'Title')}${paragraph(subtitle, 'Subtitle')}${blocks.map(blockXml).join('')}${acknowledgement === '' ? '' : paragraph(acknowledgement, 'Small')}<w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr></w:body></w:document>`;

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, 'Heading1');
    case 'verdict':
      return paragraph(block.text, 'Verdict');
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return block.items.map((item) => paragraph(`• ${item}`)).join('');
    case 'bars':
      return table(
        [30, 40, 30],
        ['Part of the standard', block.caption, 'In words'].map((text) => run(text, bold)),
        block.bars.map((bar) => [run(bar.label), barXml(bar), run(bar.words)]),
        block.caption,
      );
    case 'line':
      return (
        paragraph(`${block.caption}:`) +
        table(
          block.points.map(() => 1),
          block.points.map(({ label }) => run(label, bold)),
          [block.points.map(({ share, words }) => run(`${sparkOf(share)} `, colours.full) + run(words))],
          block.caption,
        )
      );
    case 'heat':
      return blockXml(heatTable(block));
    case 'table':
      return table(
        block.columns.map(({ width }) => width),
        block.columns.map(({ name }) => run(name, bold)),
        block.rows.map((cells) => cells.map((text) => run(text))),
        block.caption,
      );
  }
}

const bold = '<w:b/>';
const colours: Readonly<Record<BarPart, string>> = {
  full: '<w:color w:val="1A7F37"/>',
  half: '<w:color w:val="B35900"/>',
  none: '<w:color w:val="8C959F"/>',
};
const length = 26;

const barXml = ({ parts }: Bar): string =>
  barMarks(parts, length)
    .map(({ part, text }) => run(text, colours[part]))
    .join('');

const run = (text: string, look = ''): string =>
  text === ''
    ? ''
    : `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(officeText(printable(text)))}</w:t></w:r>`;

const paragraph = (text: string, look?: string): string =>
  `<w:p>${look === undefined ? '<w:pPr><w:spacing w:after="40"/></w:pPr>' : `<w:pPr><w:pStyle w:val="${look}"/></w:pPr>`}${run(text)}</w:p>`;

/** @param parts how wide the columns are, in parts of all @param head and @param rows as XML */
function table(
  parts: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
  caption: string,
): string {
  const sum = parts.reduce((all, part) => all + part, 0);
  const widths = parts.map((part) => Math.floor((part / sum) * room));
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8C959F"/>`)
    .join('');
  const row = (cells: readonly string[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((cell, at) => `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="E3E8ED"/>' : ''}</w:tcPr><w:p>${cell}</w:p></w:tc>`).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((all, width) => all + width, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="${escapeXml(officeText(printable(caption)))}"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl><w:p><w:pPr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr></w:p>`;
}
