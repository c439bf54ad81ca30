/** A report as an OpenDocument text (OASIS OpenDocument 1.3). */
import type { Bar, BarPart, Block, ReportDocument } from '../../core/report/model';
import { barParts, heatTable } from '../../core/report/model';
import { printable } from '../../core/text/printable';
import { font, language, odfText, packOdf, spacedText } from '../odf/parts';
import { barMarks, sparkOf } from './marks';

export function reportAsOdt({ title, subtitle, blocks, acknowledgement }: ReportDocument): Uint8Array {
  const widths = blocks.flatMap((block, at) => widthsOf(block, at));
  return packOdf('odt', printable(title), {
    automatic: [
      `<style:style style:name="table" style:family="table"><style:table-properties style:width="${room}mm" table:align="margins" fo:margin-bottom="1mm"/></style:style>`,
      '<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
      `<style:style style:name="entry" style:family="table-cell"><style:table-cell-properties ${border}/></style:style>`,
      `<style:style style:name="head" style:family="table-cell"><style:table-cell-properties ${border} fo:background-color="#e3e8ed"/></style:style>`,
      ...barParts.map(
        (part) =>
          `<style:style style:name="${part}" style:family="text"><style:text-properties fo:color="${colours[part]}"/></style:style>`,
      ),
      ...widths,
    ].join(''),
    styles,
    body: `<office:text>${paragraph(title, 'Title')}${paragraph(subtitle, 'Subtitle')}${blocks.map(blockXml).join('')}${acknowledgement === '' ? '' : paragraph(acknowledgement, 'Small')}</office:text>`,
  });
}

const border = 'fo:border="0.5pt solid #8c959f" fo:padding="0.6mm"';

/** Between the margins of a page, in millimetres. */
const room = 180;

const look = (name: string, paragraphs: string, text: string): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraphs}/><style:text-properties ${text}/></style:style>`;

const styles = `<office:styles><style:default-style style:family="paragraph"><style:text-properties ${font} fo:font-size="9pt" ${language}/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>${look('Title', '', 'fo:font-weight="bold" fo:font-size="16pt"')}${look('Subtitle', 'fo:margin-bottom="1.5mm"', 'fo:color="#57606a"')}${look('Heading', 'fo:margin-top="2.5mm" fo:margin-bottom="0.8mm" fo:keep-with-next="always"', 'fo:font-weight="bold" fo:font-size="12pt"')}${look('Verdict', 'fo:margin-top="1mm" fo:margin-bottom="1mm"', 'fo:font-weight="bold" fo:font-size="11pt"')}${look('Body', 'fo:margin-bottom="0.8mm"', '')}${look('Strong', 'fo:keep-with-next="always"', 'fo:font-weight="bold"')}${look('Small', 'fo:margin-top="2.5mm"', 'fo:color="#57606a" fo:font-size="7pt"')}</office:styles><office:automatic-styles><style:page-layout style:name="portrait"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" style:print-orientation="portrait" fo:margin="15mm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="portrait"/></office:master-styles>`;

/** The columns of a block that is a table. */
function partsOf(block: Block): readonly number[] {
  switch (block.kind) {
    case 'bars':
      return [30, 40, 30];
    case 'line':
      return block.points.map(() => 1);
    case 'heat':
      return partsOf(heatTable(block));
    case 'table':
      return block.columns.map(({ width }) => width);
    case 'heading':
    case 'verdict':
    case 'paragraph':
    case 'list':
      return [];
  }
}

function widthsOf(block: Block, at: number): readonly string[] {
  const parts = partsOf(block);
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map(
    (part, column) =>
      `<style:style style:name="column${at}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${((part / sum) * room).toFixed(1)}mm" style:rel-column-width="${Math.round((part / sum) * 65_535)}*"/></style:style>`,
  );
}

function blockXml(block: Block, at: number): string {
  switch (block.kind) {
    case 'heading':
      return `<text:h text:style-name="Heading" text:outline-level="1">${said(block.text)}</text:h>`;
    case 'verdict':
      return paragraph(block.text, 'Verdict');
    case 'paragraph':
      return paragraph(block.text, 'Body');
    case 'list':
      return block.items.map((item) => paragraph(`• ${item}`, 'Body')).join('');
    case 'bars':
      return table(
        block,
        at,
        ['Part of the standard', block.caption, 'In words'],
        block.bars.map((bar) => [said(bar.label), barXml(bar), said(bar.words)]),
      );
    case 'line':
      return (
        paragraph(`${block.caption}:`, 'Body') +
        table(
          block,
          at,
          block.points.map(({ label }) => label),
          [block.points.map(({ share, words }) => `${marked(sparkOf(share), 'full')} ${said(words)}`)],
        )
      );
    case 'heat':
      return blockXml(heatTable(block), at);
    case 'table':
      return table(
        block,
        at,
        block.columns.map(({ name }) => name),
        block.rows.map((cells) => cells.map(said)),
      );
  }
}

const colours: Readonly<Record<BarPart, string>> = { full: '#1a7f37', half: '#b35900', none: '#8c959f' };
const length = 26;

const marked = (text: string, part: BarPart): string =>
  text === '' ? '' : `<text:span text:style-name="${part}">${odfText(text)}</text:span>`;

const barXml = ({ parts }: Bar): string =>
  barMarks(parts, length)
    .map(({ part, text }) => marked(text, part))
    .join('');

const said = (text: string): string => spacedText(printable(text));

const paragraph = (text: string, name: string): string =>
  `<text:p text:style-name="${name}">${said(text)}</text:p>`;

/** @param rows of cells as XML */
function table(
  block: Block & { readonly caption: string },
  at: number,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cell = (name: string, style: string, content: string): string =>
    `<table:table-cell table:style-name="${name}" office:value-type="string"><text:p text:style-name="${style}">${content}</text:p></table:table-cell>`;
  return `<table:table table:name="Table${at}" table:style-name="table"><table:title>${odfText(printable(block.caption))}</table:title>${partsOf(
    block,
  )
    .map((_, column) => `<table:table-column table:style-name="column${at}.${column}"/>`)
    .join(
      '',
    )}<table:table-header-rows><table:table-row table:style-name="row">${head.map((text) => cell('head', 'Strong', said(text))).join('')}</table:table-row></table:table-header-rows>${rows.map((cells) => `<table:table-row table:style-name="row">${cells.map((content) => cell('entry', 'Standard', content)).join('')}</table:table-row>`).join('')}</table:table>`;
}
