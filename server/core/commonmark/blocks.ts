/**
 * The blocks of a Markdown text: which lines are paragraphs, headings, HTML, definitions, and which are code. It reads
 * as micromark does, with the front matter and the footnotes of remark, in one pass and without making a tree.
 */
import {
  asterisk,
  backtick,
  caret,
  carriageReturn,
  equals,
  hash,
  beginsWords,
  hyphen,
  isBlank,
  lessThan,
  openingBracket,
  space,
  tilde,
  underscore,
} from './characters';
import type { Container } from './containers';
import { containerAt, continues, itemAt, newItem } from './containers';
import type { Definition } from './definitions';
import { readDefinitions } from './definitions';
import { endsAtOnce, htmlStart } from './htmlStart';
import type { Fence, Leaf, Paragraph } from './leaves';
import { contentOf, endsBefore, staysIn } from './leaves';
import { LineCursor } from './lineCursor';
import { atxContent, atxDepth, fenceSize, isFence, isThematicBreak, isUnderline } from './lines';

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading';
  /** All of it, with the marks of a heading. */
  readonly start: number;
  readonly end: number;
  /** 1 to 6 for a heading, else 0. */
  readonly depth: number;
  /** What is read as text, as it stands from `from` on; marks of quotations are spaces. */
  readonly from: number;
  readonly content: string;
  /** The first thing in a list item. */
  readonly isFirst: boolean;
}

export interface HtmlBlock {
  readonly kind: 'html';
  readonly start: number;
  readonly end: number;
}

export type Block = TextBlock | HtmlBlock | Definition;

export interface Blocks {
  /** In the order of the text; what is code or a line across the page is none. */
  readonly blocks: readonly Block[];
  /** Labels of definitions and of footnotes, `normalised`. */
  readonly labels: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
  /** The place up to which the text has been read. */
  readonly end: number;
}

/**
 * @param shift where the text begins: behind a byte order mark
 * @param isLast the block behind which nobody asks
 * @returns undefined where only the whole parser knows
 */
export function readBlocks(
  text: string,
  shift: number,
  isLast?: (block: Block) => boolean,
): Blocks | undefined {
  const start = behindFrontMatter(text, shift);
  if (start === undefined) return undefined;
  const reader = new BlockReader(text);
  reader.read(start, isLast);
  return reader.isUnsure ? undefined : reader;
}

class BlockReader implements Blocks {
  readonly blocks: Block[] = [];
  readonly labels = new Set<string>();
  readonly footnotes = new Set<string>();
  end = 0;
  isUnsure = false;
  readonly #text: string;
  readonly #cursor: LineCursor;
  /** What is open: containers in each other, and a leaf in the last of them. */
  readonly #stack: Container[] = [];
  #leaf: Leaf | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new LineCursor(text);
  }

  read(start: number, isLast?: (block: Block) => boolean): void {
    const text = this.#text;
    let seen = 0;
    for (let at = start; at < text.length && !this.isUnsure; at = this.end + 1) {
      if (this.#leaf?.kind === 'fence' && this.#stack.length === 0) at = this.#passCode(this.#leaf, at);
      const feed = text.indexOf('\n', at);
      this.end = feed < 0 ? text.length : feed;
      const isCarried = this.end > at && text.charCodeAt(this.end - 1) === carriageReturn;
      const end = isCarried ? this.end - 1 : this.end;
      if (this.#stack.length === 0 ? this.#isPlain(at, end) : this.#isPlainInside(at, end)) continue;
      this.#cursor.begin(at, end);
      this.#line();
      if (isLast) for (; seen < this.blocks.length; seen++) if (this.#is(isLast, seen)) return;
    }
    this.#close();
  }

  /** The line that closes a block of code, or the last one of the text. */
  #passCode({ mark, size }: Fence, at: number): number {
    const closing = mark === tilde ? closingTildes : closingBackticks;
    for (closing.lastIndex = at - 1; ;) {
      const found = closing.exec(this.#text);
      if (!found) return this.#text.length;
      if ((found[1] ?? '').length >= size) return found.index + 1;
      closing.lastIndex--;
    }
  }

  /** Most lines are of this kind: empty, words of a paragraph, or code, at the margin, outside of lists and the like. */
  #isPlain(start: number, end: number): boolean {
    const leaf = this.#leaf;
    if (start === end && (leaf === undefined || leaf.kind === 'paragraph')) {
      this.#close();
      return true;
    }
    const code = this.#text.charCodeAt(start);
    if (!beginsWords(code)) return false;
    if (leaf === undefined) this.#leaf = { kind: 'paragraph', start, end, isFirst: false, masked: [] };
    else if (leaf.kind === 'paragraph') leaf.end = end;
    else return false;
    return true;
  }

  /** The same inside of lists and the like: an empty line, more words of a paragraph, the next item of a simple list. */
  #isPlainInside(start: number, end: number): boolean {
    const leaf = this.#leaf;
    if (leaf !== undefined && leaf.kind !== 'paragraph') return false;
    if (start === end) return this.#passEmptyLine();
    if (leaf) {
      let next = start;
      while (next < end && isBlank(this.#text.charCodeAt(next))) next++;
      if (beginsWords(this.#text.charCodeAt(next))) {
        // Wherever it stands: what would leave the list goes on with its paragraph all the same.
        leaf.end = end;
        return true;
      }
    }
    return this.#isNextItem(start, end);
  }

  /** An empty line ends quotations, which are left to others, and no list with something in it. */
  #passEmptyLine(): boolean {
    for (const { kind } of this.#stack) if (kind === 'quotation') return false;
    for (const container of this.#stack)
      if (container.kind === 'item' && container.startsBlank) container.isLeftBlank = true;
    this.#close();
    return true;
  }

  /** `- Words`, where such an item at the margin is all that is open. */
  #isNextItem(start: number, end: number): boolean {
    const [item] = this.#stack;
    if (this.#stack.length > 1 || item?.kind !== 'item' || item.size !== bullet.length) return false;
    const text = this.#text;
    if (text.charCodeAt(start) !== item.mark || text.charCodeAt(start + 1) !== space) return false;
    const from = start + bullet.length;
    if (from >= end || !this.#beginsParagraph(from)) return false;
    this.#close();
    this.#stack[0] = newItem(bullet.length, item.mark);
    this.#leaf = { kind: 'paragraph', start: from, end, isFirst: this.#noteContent(), masked: [] };
    return true;
  }

  /** Words, or a bracket that is not that of a footnote. */
  #beginsParagraph(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return beginsWords(code) || (code === openingBracket && this.#text.charCodeAt(at + 1) !== caret);
  }

  #is(isLast: (block: Block) => boolean, at: number): boolean {
    const block = this.blocks[at];
    return block !== undefined && isLast(block);
  }

  #line(): void {
    const matched = this.#passContainers();
    const areAllMatched = matched === this.#stack.length;
    const leaf = this.#leaf;
    // Code and HTML hold no containers.
    if (areAllMatched && (leaf?.kind === 'fence' || leaf?.kind === 'html')) {
      this.#flow(matched, false);
      return;
    }
    const isNew = this.#openContainers(matched, areAllMatched && leaf !== undefined);
    this.#flow(matched, !isNew && !areAllMatched);
  }

  /** How many of the open containers the line goes on with. */
  #passContainers(): number {
    let matched = 0;
    for (const container of this.#stack) {
      if (!continues(this.#cursor, container)) {
        const sibling = container.kind === 'item' && itemAt(this.#cursor, false, container);
        if (!sibling) return matched;
        this.#close();
        this.#stack.length = matched;
        this.#push(sibling);
        return matched + 1;
      }
      matched++;
    }
    return matched;
  }

  #openContainers(matched: number, interrupts: boolean): boolean {
    const first = containerAt(this.#cursor, interrupts);
    if (!first) return false;
    this.#close();
    this.#stack.length = matched;
    // What the first of them interrupts, the others do, too, to micromark.
    for (
      let next: Container | undefined = first;
      next && !this.isUnsure;
      next = containerAt(this.#cursor, interrupts)
    )
      this.#push(next);
    return true;
  }

  #push(container: Container): void {
    this.#noteContent();
    if (container.kind === 'footnote') this.footnotes.add(container.label);
    this.#stack.push(container);
    // Each line is held against all that is open; nobody opens more.
    if (this.#stack.length > mostContainers) this.isUnsure = true;
  }

  /** Whether what begins is the first in a list item. */
  #noteContent(): boolean {
    const parent = this.#stack.at(-1);
    const isFirst = parent?.kind === 'item' && !parent.hasContent;
    if (parent) parent.hasContent = true;
    return isFirst;
  }

  /** What is left of a line once containers are passed. Lazy: not all that are open have been. */
  #flow(matched: number, isLazy: boolean): void {
    const leaf = this.#leaf;
    if (leaf?.kind === 'paragraph') {
      if (this.#goesOn(leaf, isLazy) || this.#underlines(leaf, isLazy)) return;
    } else if (leaf && !isLazy) {
      const stays = staysIn(leaf, this.#cursor);
      if (stays === 'ends') this.#close();
      if (stays !== false) return;
    }
    this.#close();
    if (isLazy) this.#stack.length = matched;
    if (!this.#cursor.isBlank) this.#begin();
  }

  #goesOn(leaf: Paragraph, isLazy: boolean): boolean {
    const cursor = this.#cursor;
    const ends = endsBefore(cursor, isLazy);
    if (ends === 'unsure') this.isUnsure = true;
    if (ends !== false) return false;
    if (cursor.hasPassedMarks) leaf.masked.push([cursor.start, cursor.next]);
    leaf.end = cursor.end;
    return true;
  }

  /** A line below a paragraph that makes it a heading. Below definitions alone, it is a line like others. */
  #underlines(leaf: Paragraph, isLazy: boolean): boolean {
    const { code, next, end } = this.#cursor;
    if (isLazy || (code !== equals && code !== hyphen) || !isUnderline(this.#text, next, end)) return false;
    const { from, content } = this.#define(leaf);
    this.#leaf = undefined;
    if (content === '') return false;
    const depth = code === equals ? 1 : 2;
    this.blocks.push({ kind: 'heading', start: leaf.start, end, depth, from, content, isFirst: false });
    return true;
  }

  #begin(): void {
    const text = this.#text;
    const { code, next: start, end, indent } = this.#cursor;
    const isFirst = this.#noteContent();
    if (indent > 3) {
      this.#leaf = { kind: 'indented' };
      return;
    }
    if (code === hash && atxDepth(text, start, end) > 0) {
      this.#heading(start, end);
      return;
    }
    if ((code === backtick || code === tilde) && isFence(text, start, end)) {
      this.#leaf = { kind: 'fence', mark: code, size: fenceSize(text, start, end) };
      return;
    }
    if ((code === asterisk || code === hyphen || code === underscore) && isThematicBreak(text, start, end))
      return;
    if (code === lessThan && this.#html()) return;
    this.#leaf = { kind: 'paragraph', start, end, isFirst, masked: [] };
  }

  #html(): boolean {
    const { rest, next: start, end } = this.#cursor;
    const ends = htmlStart(rest, false);
    if (ends === undefined) return false;
    this.#leaf = { kind: 'html', start, end, ends };
    if (endsAtOnce(rest, ends)) this.#close();
    return true;
  }

  #heading(start: number, end: number): void {
    const depth = atxDepth(this.#text, start, end);
    const { from, content } = atxContent(this.#text, start + depth, end);
    this.blocks.push({ kind: 'heading', start, end, depth, from, content, isFirst: false });
  }

  /** Ends what stands open, and keeps it where it may hold a link. */
  #close(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf?.kind === 'html') this.blocks.push({ kind: 'html', start: leaf.start, end: leaf.end });
    if (leaf?.kind !== 'paragraph') return;
    const { from, content } = this.#define(leaf);
    if (content === '') return;
    const isFirst = leaf.isFirst && from === leaf.start;
    this.blocks.push({ kind: 'paragraph', start: from, end: leaf.end, depth: 0, from, content, isFirst });
  }

  /** Takes the definitions with which a paragraph begins, and answers what is left. */
  #define(leaf: Paragraph): { readonly from: number; readonly content: string } {
    const content = contentOf(this.#text, leaf);
    if (content.charCodeAt(0) !== openingBracket) return { from: leaf.start, content };
    const { definitions, end } = readDefinitions(content, leaf.start);
    for (const definition of definitions) {
      this.blocks.push(definition);
      this.labels.add(definition.identifier);
    }
    return { from: leaf.start + end, content: content.slice(end) };
  }
}

/** A line that may close a block of code, with the end of the one before it. */
const closingBackticks = /\n {0,3}(`{3,})[ \t]*\r?(?:\n|$)/g;
const closingTildes = /\n {0,3}(~{3,})[ \t]*\r?(?:\n|$)/g;

const mostContainers = 100;

/** The mark of a list item at the margin. */
const bullet = '- ';

/**
 * Where the text below the front matter begins, as remark sees it. Undefined where a block is opened and never closed:
 * micromark has then passed over the marks of all quotations and lists, and does not come back to them.
 *
 * @param shift where the text begins: behind a byte order mark
 */
export function behindFrontMatter(text: string, shift: number): number | undefined {
  const fence = /---[ \t]*(?:\r?\n|$)/y;
  fence.lastIndex = shift;
  if (!fence.test(text)) return shift;
  for (let at = fence.lastIndex; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    fence.lastIndex = at;
    if (fence.test(text)) return fence.lastIndex;
  }
  return undefined;
}
