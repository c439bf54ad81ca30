/** Headings of a text, read without what stands between them. */
import type { Block, Blocks, TextBlock } from '../commonmark/blocks';
import { behindFrontMatter } from '../commonmark/blocks';
import { readInline } from '../commonmark/inline';
import type { Heading } from './bodyModel';
import { shortcuts } from '../text/shortcuts';
import { spanOf } from '../text/span';
import { mayHaveHeading } from './mayHave';
import { blocksUntil, quickBlocks } from './quickBlocks';
import { readBody } from './treeBody';

/**
 * The first heading that says anything, as a reader sees it; undefined where there is none. What stands below it is not
 * read, as far as that can be.
 * @param from where the Markdown starts: the end of the front matter
 */
export function firstHeading(text: string, from: number): string | undefined {
  const plain = shortcuts.taken ? plainHeading(text) : undefined;
  if (plain !== undefined) return plain;
  if (!mayHaveHeading(text, from)) return undefined;
  const found = shortcuts.taken ? quickHeading(text) : 'unsure';
  if (found !== 'unsure') return found.text;
  return readBody(text).headings.find((heading) => isText(heading.text))?.text;
}

/** Whether the Markdown begins with a heading that says something. False does not mean that it does not. */
export const beginsWithHeading = (text: string): boolean =>
  shortcuts.taken && firstLineOf(text, headingOfWord) !== undefined;

/** A line of plain words behind one to six marks, with which the Markdown begins, as that of most files does. */
const plainHeading = (text: string): string | undefined => firstLineOf(text, headingOfWords)?.[1];

/** The first line below the front matter that is not empty, if it is of a kind and nothing rare makes it another one. */
function firstLineOf(text: string, kind: RegExp): RegExpExecArray | undefined {
  const start = behindFrontMatter(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (start === undefined) return undefined;
  kind.lastIndex = start;
  const found = kind.exec(text);
  // What a lone carriage return ends is left to the whole parser.
  return !found || /\r(?!\n)/.test(text.slice(0, kind.lastIndex)) ? undefined : found;
}

const headingOfWords =
  /(?:[ \t]*\r?\n)*#{1,6}[ \t]+([\dA-Za-z](?:[\dA-Za-z\u00C0-\u024F .,:;@/()'-]*[\dA-Za-z.)])?)[ \t]*(?:\r?\n|$)/y;

/** No mark stands before the word, so that it is shown whatever follows. */
const headingOfWord = /(?:[ \t]*\r?\n)*#{1,6}[ \t]+[\dA-Za-z]/y;

/**
 * The headings in which places stand, in the order of the text.
 * @param places offsets in the text, ascending
 */
export function headingsAround(text: string, places: readonly number[]): readonly Heading[] {
  if (places.length === 0) return [];
  const blocks = shortcuts.taken ? quickBlocks(text) : undefined;
  if (!blocks) return readBody(text).headings;
  const headings: Heading[] = [];
  let next = 0;
  for (const block of blocks.blocks) {
    const { start, end } = block;
    while ((places[next] ?? Infinity) < start) next++;
    if (block.kind !== 'heading' || (places[next] ?? Infinity) >= end) continue;
    const inline = readInline(block.content, blocks);
    if (!inline) return readBody(text).headings;
    headings.push({ depth: block.depth, text: inline.plain(), span: spanOf(start, end) });
  }
  return headings;
}

interface Found {
  readonly text: string | undefined;
}

const isText = (text: string): boolean => text.trim() !== '';

/** Unsure where only the whole parser knows. */
function quickHeading(text: string): Found | 'unsure' {
  const some = blocksUntil(text, isHeading);
  if (!some) return 'unsure';
  const first = some.blocks.find(isHeading);
  if (!first) return { text: undefined };
  // What square brackets mean may be said at the end of the text.
  const isSure = !first.content.includes('[') || !text.includes(']:', first.end);
  const found = isSure ? headingIn([first], some) : undefined;
  if (found !== undefined && found !== 'unsure' && found.text !== undefined) return found;
  const all = quickBlocks(text);
  return all ? headingIn(all.blocks.filter(isHeading), all) : 'unsure';
}

function headingIn(headings: readonly TextBlock[], blocks: Blocks): Found | 'unsure' {
  for (const { content } of headings) {
    const inline = readInline(content, blocks);
    if (!inline) return 'unsure';
    const text = inline.plain();
    if (isText(text)) return { text };
  }
  return { text: undefined };
}

const isHeading = (block: Block): block is TextBlock => block.kind === 'heading' && block.content !== '';
