/** A document of the core as text for a terminal. */
import type { Block, ReportDocument, TableBlock } from '../../core/report/model';
import { heatTable } from '../../core/report/model';
import type { Terminal } from './terminal';
import { printable, wrap } from './terminal';

const width = 88;

export const documentAsText = ({ title, subtitle, blocks }: ReportDocument, out: Terminal): string =>
  [
    out.style('strong', printable(title)),
    ...wrap(subtitle, width).map((line) => out.style('faint', line)),
    ...blocks.flatMap((block) => blockAsText(block, out)),
    '',
  ].join('\n');

/** The lines of one block, with an empty one before it where it begins something. */
export function blockAsText(block: Block, out: Terminal): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', out.style('strong', printable(block.text))];
    case 'verdict':
      return ['', ...wrap(block.text, width).map((line) => out.style('strong', line))];
    case 'paragraph':
      return wrap(block.text, width);
    case 'list':
      return block.items.flatMap(item);
    case 'bars':
      return block.bars.flatMap(({ label, words }) => item(`${label}: ${words}`));
    case 'line':
      return block.points.flatMap(({ label, words }) => item(`${label}: ${words}`));
    case 'heat':
      return rowsAsText(heatTable(block), out);
    case 'table':
      return rowsAsText(block, out);
  }
}

const item = (text: string): readonly string[] =>
  wrap(text, width - 2).map((line, at) => `${at === 0 ? '• ' : '  '}${line}`);

/** Each row under its first cell, what stands in the others named by their columns. */
const rowsAsText = ({ columns, rows }: TableBlock, out: Terminal): readonly string[] =>
  rows.flatMap(([first = '', ...others]) => [
    ...item(first),
    ...others.flatMap((text, at) =>
      text === ''
        ? []
        : wrap(`${columns[at + 1]?.name ?? ''}: ${text}`, width - 4).map((line) =>
            out.style('faint', `    ${line}`),
          ),
    ),
  ]);
