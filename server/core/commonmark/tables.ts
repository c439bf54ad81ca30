/**
 * Tables of GitHub's Markdown, where our own reading is sure of them: at the margin, between empty lines, with a bar at
 * the start of every line. Wherever else a table might stand, remark is asked.
 */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Block, Blocks, TextBlock } from './blocks';

export interface Table {
  readonly span: Span;
  /** Those of its header. */
  readonly columns: number;
  /** The lines of its rows, from their first bar to their line end. */
  readonly header: Span;
  readonly rows: readonly Span[];
}

export interface BlocksWithTables {
  /** In the place of each table, what stands in its cells. */
  readonly blocks: Blocks;
  readonly tables: readonly Table[];
}

/**
 * The tables among blocks that were read without any: there, each is a paragraph.
 * @returns undefined where only the whole parser knows
 */
export function withTables(text: string, blocks: Blocks): BlocksWithTables | undefined {
  const found = new Map<Block, Table>();
  const expected = new Set<number>();
  for (const block of blocks.blocks) {
    const table = block.kind === 'paragraph' ? tableOf(text, block) : undefined;
    if (!table) continue;
    found.set(block, table);
    expected.add(text.indexOf('\n', table.header.end) + 1);
  }
  if (mayHaveOthers(text, expected)) return undefined;
  const { labels, footnotes, end } = blocks;
  const parts = blocks.blocks.flatMap((block): readonly Block[] => {
    const table = found.get(block);
    return table ? [table.header, ...table.rows].flatMap((row) => contentsOf(text, row)) : [block];
  });
  return { blocks: { blocks: parts, labels, footnotes, end }, tables: [...found.values()] };
}

/** The line below the header, of as many cells. */
const delimiters = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

function tableOf(text: string, { start, end, content }: TextBlock): Table | undefined {
  if (text[start] !== '|' || content !== text.slice(start, end) || !standsAlone(text, start, end))
    return undefined;
  const lines = linesOf(text, start, end);
  const [header, below, ...rows] = lines;
  if (!header || !below || lines.some((line) => text[line.start] !== '|')) return undefined;
  const written = text.slice(header.start, header.end);
  const bars = delimiters.test(text.slice(below.start, below.end)) ? barsIn(text, below) : 0;
  // A bar behind a backslash is none, and an empty cell may be none.
  const isPlain = /\|[ \t]*$/.test(written) && !/\\|\|[ \t]*\|/.test(written);
  return isPlain && barsIn(text, header) === bars
    ? { span: spanOf(start, end), columns: bars - 1, header, rows }
    : undefined;
}

/** At the margin, with an empty line before it, and one behind: else what is there may have a say. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  !isBlank(text[start - 1]) && isMargin(text, start - 1, -1) && isMargin(text, end, 1);

/** From the end of one line, nothing but blanks up to that of the next, or to where the text ends. */
function isMargin(text: string, from: number, step: 1 | -1): boolean {
  let ends = 0;
  for (let at = from; at >= 0 && at < text.length; at += step) {
    const character = text[at];
    if (character === '\n') ends++;
    else if (character === '\uFEFF' && at === 0) return true;
    else if (character !== '\r' && !isBlank(character)) return false;
    if (ends === 2) return true;
  }
  return true;
}

function linesOf(text: string, start: number, end: number): readonly Span[] {
  const lines: Span[] = [];
  for (let at = start; at <= end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed > end ? end + 1 : feed + 1;
    const stop = Math.min(next - 1, end);
    lines.push(spanOf(at, stop > at && text[stop - 1] === '\r' ? stop - 1 : stop));
    at = next;
  }
  return lines;
}

function barsIn(text: string, { start, end }: Span): number {
  let bars = 0;
  for (let at = start; at < end; at++) if (text[at] === '|') bars++;
  return bars;
}

/** Whether a line might be that below a header, and is none of those that are known to be. */
function mayHaveOthers(text: string, known: ReadonlySet<number>): boolean {
  let isAtEnd = true;
  let hyphens = 0;
  let marks = 0;
  // From behind, since anything may stand before it: the mark of a quotation, that of a list item.
  for (let at = text.length - 1; at >= -1; at--) {
    const character = text[at];
    if (character === '\n' || character === undefined) {
      if (hyphens > 0 && marks > 0 && !known.has(at + 1)) return true;
      isAtEnd = true;
      hyphens = marks = 0;
    } else if (!isAtEnd || character === '\r' || isBlank(character)) continue;
    else if (character === '-') hyphens++;
    else if (character === '|' || character === ':') marks++;
    else isAtEnd = false;
  }
  return false;
}

/**
 * Splits a row as GFM does, before anything else is read: at bars that no backslash stands before, where two
 * backslashes are a pair. Spans are those of the cells between the bars, white space included.
 */
export function cellSpans(text: string, row: Span): readonly Span[] {
  let start = row.start;
  while (start < row.end && isBlank(text[start])) start++;
  if (text[start] === '|') start++;
  const spans: Span[] = [];
  for (let at = start; at < row.end; at++) {
    if (text[at] === '\\' && (text[at + 1] === '|' || text[at + 1] === '\\')) at++;
    else if (text[at] === '|') {
      spans.push(spanOf(start, at));
      start = at + 1;
    }
  }
  if (text.slice(start, row.end).trim() !== '') spans.push(spanOf(start, row.end));
  return spans;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** What stands in the cells of a row, each as a text of its own. */
const contentsOf = (text: string, row: Span): readonly TextBlock[] =>
  cellSpans(text, row).flatMap((cell) => {
    const written = text.slice(cell.start, cell.end);
    const content = written.replace(/^[ \t]+|[ \t]+$/g, '');
    if (content === '') return [];
    const start = cell.start + written.indexOf(content);
    const end = start + content.length;
    return [{ kind: 'paragraph', start, end, depth: 0, from: start, content, isFirst: false }];
  });
