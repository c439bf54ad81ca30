/** The body of a file by our own reading: what remark would find, without a tree. */
import type { Body, Heading, Link, Task } from './bodyModel';
import { htmlLinks } from './htmlLinks';
import { destinationSpan, unreadLinks } from './linkParts';
import type { Block, Blocks, TextBlock } from '../commonmark/blocks';
import type { Definition } from '../commonmark/definitions';
import { normalised } from '../commonmark/characters';
import { readInline } from '../commonmark/inline';
import type { Inline } from '../commonmark/inlineParts';
import { resolved } from '../commonmark/references';
import { spanOf } from '../text/span';

/**
 * Undefined where only the whole parser knows: what is rare is left to it.
 * @param blocks those of the text
 */
export function quickBody(text: string, blocks: Blocks): Body | undefined {
  const reader = new BodyReader(text, blocks);
  if (!reader.read(blocks.blocks)) return undefined;
  return { headings: reader.headings, links: reader.labelled(), tasks: reader.tasks };
}

/**
 * The links of the paragraphs and the like in which places stand, in the order of the text, without reading the others.
 * @param blocks those of the text
 * @param places offsets in the text, ascending
 * @returns undefined where only a parse of the whole text can tell
 */
export function quickLinks(
  text: string,
  blocks: Blocks,
  places: readonly number[],
): readonly Link[] | undefined {
  const reader = new BodyReader(text, blocks);
  let next = 0;
  const around = blocks.blocks.filter(({ start, end }) => {
    while ((places[next] ?? Infinity) < start) next++;
    return (places[next] ?? Infinity) <= end;
  });
  if (!reader.read(around)) return undefined;
  if (reader.hasDefinitions && !reader.refer(blocks.blocks)) return undefined;
  return reader.labelled();
}

class BodyReader {
  readonly headings: Heading[] = [];
  readonly links: Link[] = [];
  readonly tasks: Task[] = [];
  isUnsure = false;
  readonly #text: string;
  readonly #blocks: Blocks;
  readonly #used = new Set<string>();
  readonly #definitions = new Map<Link, Definition>();

  constructor(text: string, blocks: Blocks) {
    this.#text = text;
    this.#blocks = blocks;
  }

  get hasDefinitions(): boolean {
    return this.#definitions.size > 0;
  }

  /** False where only the whole parser knows. */
  read(blocks: readonly Block[]): boolean {
    for (const block of blocks) {
      if (block.kind === 'html')
        this.links.push(...htmlLinks(this.#text.slice(block.start, block.end), block.start));
      else if (block.kind === 'definition') this.#readDefinition(block);
      else this.#readText(block);
    }
    return !this.isUnsure;
  }

  /** Notes what refers to the definitions, in all of the text. False where only the whole parser knows. */
  refer(blocks: readonly Block[]): boolean {
    const left = new Set([...this.#definitions.values()].map(({ identifier }) => identifier));
    for (const block of blocks) {
      if (left.size === 0) return true;
      if (block.kind === 'html' || block.kind === 'definition' || !mayRefer(block.content, left)) continue;
      const inline = readInline(block.content, this.#blocks);
      if (!inline) return false;
      for (const { label } of inline.references) {
        this.#used.add(label);
        left.delete(label);
      }
    }
    return true;
  }

  #readDefinition(definition: Definition): void {
    const destination = resolved(definition.destination);
    if (destination === undefined) {
      this.isUnsure = true;
      return;
    }
    const span = destinationSpan(this.#text, spanOf(definition.start, definition.end), 'definition');
    const link = { destination, span };
    this.links.push(link);
    this.#definitions.set(link, definition);
  }

  #readText(block: TextBlock): void {
    const isTask = block.isFirst && /^\[[ xX]\][ \t]/.test(block.content);
    if (block.kind === 'paragraph' && !isTask && !/[\]<]/.test(block.content)) return;
    const inline = readInline(block.content, this.#blocks);
    if (!inline) {
      this.isUnsure = true;
      return;
    }
    for (const { label } of inline.references) this.#used.add(label);
    if (block.kind === 'heading')
      this.headings.push({ depth: block.depth, text: inline.plain(), span: spanOf(block.start, block.end) });
    if (isTask) this.tasks.push(taskIn(block, inline));
    this.links.push(...linksIn(this.#text, block, inline));
  }

  /** With the labels of definitions that nothing refers to. */
  labelled(): readonly Link[] {
    if (this.#definitions.size === 0) return this.links;
    return this.links.map((link) => {
      const definition = this.#definitions.get(link);
      if (!definition || this.#used.has(definition.identifier)) return link;
      const unusedLabel = resolved(definition.label);
      return { ...link, unusedLabel: unusedLabel ?? definition.label };
    });
  }
}

/** Whether a label, of less than a thousand characters, stands somewhere between square brackets: that may be a reference. */
function mayRefer(content: string, labels: ReadonlySet<string>): boolean {
  if (!content.includes('[')) return false;
  inBrackets.lastIndex = 0;
  for (let found = inBrackets.exec(content); found; found = inBrackets.exec(content))
    if (labels.has(normalised(found[1] ?? ''))) return true;
  return false;
}

const inBrackets = /\[((?:[^[\]\\]|\\[\s\S]){0,999})\]/g;

/** In the order in which the parser’s tree has them: what stands in a link, behind it. */
function linksIn(text: string, { from, content }: TextBlock, inline: Inline): readonly Link[] {
  const placed: { readonly at: number; readonly links: readonly Link[] }[] = [];
  for (const { start, end, destination } of inline.links) {
    const span = destinationSpan(text, spanOf(from + start, from + end), 'link');
    placed.push({ at: start, links: [{ destination, span }] });
  }
  for (const { start, end } of inline.html)
    placed.push({ at: start, links: htmlLinks(text.slice(from + start, from + end), from + start) });
  if (content.includes(']('))
    for (const { start, end } of inline.texts())
      placed.push({ at: start, links: unreadLinks(text.slice(from + start, from + end), from + start) });
  return placed.sort((left, right) => left.at - right.at).flatMap(({ links }) => links);
}

/** GitHub's task list item: a paragraph that starts with a box. */
function taskIn({ start, end, content }: TextBlock, inline: Inline): Task {
  const box = /^\[([ xX])\][ \t]+/.exec(content);
  const width = box?.[0].length ?? 0;
  const firstLine = content.search(/[\r\n]/);
  return {
    text: inline
      .plain()
      .replace(/^\[[ xX]\]\s+/, '')
      .replace(/\s+/g, ' '),
    isDone: box?.[1] !== ' ',
    mark: spanOf(start + 1, start + 2),
    span: spanOf(start + width, firstLine < 0 ? end : start + firstLine),
  };
}
