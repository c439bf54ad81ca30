/**
 * A standard as an outline in Markdown: headings and points of lists with an ID are parts of it, what stands below one
 * are its words, and points without an ID its guidance.
 */
import { ExchangeError } from '../parts/limits';
import type { DraftNode, Imported } from './draft';
import { deepest, filled, mostNodes } from './draft';
import type { FlatRow } from './flatRows';
import { treeOf } from './flatRows';
import { withUniqueIds } from './ids';
import { joinedLines, oneLine, plainProse } from './plainProse';
import type { Block, Named } from './outlineIds';
import { named, namedInRuns } from './outlineIds';

/** @throws ExchangeError where there is no outline in it */
export function readOutline(text: string, fileTitle: string): Imported {
  const blocks = blocksOf(text);
  const title = titleOf(blocks);
  const remarks: string[] = [];
  const rows = rowsOf(
    title === undefined ? blocks : blocks.filter((block) => block !== title.block),
    remarks,
  );
  if (rows.length > mostNodes) throw new ExchangeError(`It has more than ${mostNodes} parts.`);
  const children = withUniqueIds(treeOf(rows), remarks);
  remarks.push(
    ...leftIn(
      blocks.filter((block) => block !== title?.block),
      text,
    ),
  );
  if (!rows.some(({ node }) => node.id !== undefined))
    throw new ExchangeError(
      'There is no outline of a standard in it: no heading and no point of a list begins with an ID, such as “## 1.1 Customers” or “- 1.1.1 We know our customers”.',
    );
  return {
    kind: 'an outline in Markdown',
    standard: {
      title: title?.words ?? fileTitle,
      ...filled({ source: 'Imported from an outline in Markdown.' }),
      children,
    },
    remarks,
  };
}

/** What stands before the first part belongs to none, and code is not looked at. */
function leftIn(blocks: readonly Block[], text: string): readonly string[] {
  const first = blocks.findIndex((block) => block.kind === 'heading' || named(block.text).id !== undefined);
  const before =
    first > 0
      ? [`What stands before the first heading is left out: “${shortened(blocks[0]?.text ?? '')}”.`]
      : [];
  return /^\s*(?:`{3}|~{3})/m.test(text)
    ? [...before, 'What stands between fences, as code does, is left out.']
    : before;
}

const shortened = (text: string): string => {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** Reads line by line: an outline needs no more, and a line that is something else is a paragraph. */
function blocksOf(source: string): readonly Block[] {
  const lines = source
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF?---\n[^]*?\n(?:---|\.\.\.)(?:\n|$)/, '')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .split('\n');
  const blocks: Block[] = [];
  let fence = '';
  // Whether the next line may go on with the last block.
  let isOpen = false;
  for (const line of lines) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
      continue;
    }
    fence = mark;
    isOpen = mark === '' && takeLine(line, blocks, isOpen);
  }
  return blocks;
}

/** @returns whether the next line may go on with what this one is part of */
function takeLine(line: string, blocks: Block[], isOpen: boolean): boolean {
  const text = line.trim();
  const last = isOpen ? blocks.at(-1) : undefined;
  const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line);
  if (heading) {
    blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: withoutClosing(heading[2] ?? '') });
    return false;
  }
  if (last?.kind === 'paragraph' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) {
    blocks.splice(-1, 1, { kind: 'heading', level: text.startsWith('=') ? 1 : 2, text: last.text });
    return false;
  }
  if (text === '' || /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line)) return false;
  const point = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(line);
  const words = text.replace(/^>[ ]?/, '');
  if (point) blocks.push({ kind: 'point', indent: widthOf(point[1] ?? ''), text: point[2] ?? '' });
  else if (last) blocks.splice(-1, 1, { ...last, text: `${last.text}\n${words}` });
  else blocks.push({ kind: 'paragraph', text: words });
  return true;
}

/** A heading may end with marks as it begins. */
function withoutClosing(words: string): string {
  const text = words.trimEnd();
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
}

const widthOf = (blanks: string): number => blanks.replaceAll('\t', '    ').length;

/** The first heading, where it is the only one of the first level and has no ID. */
function titleOf(blocks: readonly Block[]): { readonly block: Block; readonly words: string } | undefined {
  const first = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  const [block, ...more] = first;
  if (
    !block ||
    more.length > 0 ||
    blocks.findIndex(({ kind }) => kind === 'heading') !== blocks.indexOf(block)
  )
    return undefined;
  return named(block.text).id === undefined ? { block, words: oneLine(block.text) } : undefined;
}

interface Open {
  readonly level: number;
  readonly id: string | undefined;
  readonly title: string;
  readonly isHeading: boolean;
  readonly paragraphs: string[];
  readonly guidance: string[];
}

function rowsOf(blocks: readonly Block[], remarks: string[]): readonly FlatRow[] {
  const names: readonly Named[] = namedInRuns(blocks, remarks);
  const parts: Open[] = [];
  const levels: number[] = [];
  let heading = 0;
  for (const [at, block] of blocks.entries()) {
    const last = parts.at(-1);
    if (block.kind === 'paragraph') {
      const words = joinedLines(plainProse(block.text));
      if (last && words !== '') last.paragraphs.push(words);
      continue;
    }
    const { id, words } = names[at] ?? named(block.text);
    const text = joinedLines(plainProse(words));
    if (block.kind === 'point' && id === undefined) {
      if (last && text !== '') last.guidance.push(text);
      continue;
    }
    if (block.kind === 'heading') heading = block.level;
    // Points are below their heading, one level for each step further in.
    const level =
      block.kind === 'heading' ? block.level : Math.min(heading + 1 + block.indent / 100, heading + deepest);
    levels.push(level);
    const isHeading = block.kind === 'heading';
    parts.push({
      level,
      id,
      title: isHeading ? text.replace(/\s+/g, ' ') : '',
      isHeading,
      paragraphs: isHeading || text === '' ? [] : [text],
      guidance: [],
    });
  }
  return parts.map((part, at) => ({
    node: nodeOf(part, (levels[at + 1] ?? 0) > part.level),
    level: part.level,
  }));
}

/** Paragraphs introduce what has others below it, and are the text of what has not. */
function nodeOf(
  { id, title, isHeading, paragraphs, guidance }: Open,
  isGroup: boolean,
): Omit<DraftNode, 'children'> {
  const introduces = isGroup && isHeading;
  return filled<Omit<DraftNode, 'children'>>({
    id,
    title,
    text: introduces ? '' : paragraphs.join('\n'),
    introduction: introduces ? paragraphs : [],
    guidance,
  });
}
