/** A report as Markdown. */
import type { Bar, Block, ReportDocument } from '../../core/report/model';
import { heatTable } from '../../core/report/model';
import { printable } from '../../core/text/printable';
import { escapeAt, escapeInLine, escapeStart } from '../../words/markdown';
import { barMarks, sparkOf } from './marks';

const plain = (text: string): string => escapeAt(escapeInLine(printable(text)));
const first = (text: string): string => escapeStart(plain(text));

export const reportAsMarkdown = ({ title, subtitle, blocks, acknowledgement }: ReportDocument): string =>
  [
    `# ${first(title)}`,
    '',
    first(subtitle),
    ...blocks.flatMap((block) => ['', ...linesOf(block)]),
    ...(acknowledgement === '' ? [] : ['', first(acknowledgement)]),
    '',
  ].join('\n');

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${first(block.text)}`];
    case 'verdict':
      return [`**${plain(block.text)}**`];
    case 'paragraph':
      return [first(block.text)];
    case 'list':
      return block.items.map((item) => `- ${first(item)}`);
    case 'bars':
      return table(
        ['Part', block.caption, 'In words'],
        block.bars.map((bar) => [bar.label, barText(bar), bar.words]),
      );
    case 'line':
      return [
        `${first(block.caption)}:`,
        '',
        ...table(
          block.points.map(({ label }) => label),
          [block.points.map(({ share, words }) => `${sparkOf(share)} ${words}`)],
        ),
      ];
    case 'heat':
      return linesOf(heatTable(block));
    case 'table':
      return table(
        block.columns.map(({ name }) => name),
        block.rows,
      );
  }
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.map(plain).join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.map(plain).join(' | ')} |`),
];

const length = 20;

const barText = ({ parts }: Bar): string =>
  barMarks(parts, length)
    .map(({ text }) => text)
    .join('');
