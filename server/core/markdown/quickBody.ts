/** The body of a file by our own reading: what remark would find, without a tree. */
import type { Body, Heading, Link, Task } from './bodyModel';
import { htmlLinks } from './htmlLinks';
import { withinLimits } from './limits';
import { destinationSpan, unreadLinks } from './linkParts';
import type { Blocks, TextBlock } from '../commonmark/blocks';
import { readBlocks } from '../commonmark/blocks';
import type { Definition } from '../commonmark/definitions';
import type { Inline } from '../commonmark/inline';
import { readInline } from '../commonmark/inline';
import { resolved } from '../commonmark/references';
import { spanOf } from '../text/span';

/** Undefined where only the whole parser knows: what is rare is left to it. */
export function quickBody(text: string): Body | undefined {
  const blocks = quickBlocks(text);
  if (!blocks) return undefined;
  const reader = new BodyReader(text, blocks);
  for (const block of blocks.blocks) {
    if (block.kind === 'html')
      reader.links.push(...htmlLinks(text.slice(block.start, block.end), block.start));
    else if (block.kind === 'definition') reader.readDefinition(block);
    else reader.readText(block);
    if (reader.isUnsure) return undefined;
  }
  return { headings: reader.headings, links: reader.labelled(), tasks: reader.tasks };
}

/** The blocks of a text; undefined where it holds what is not read here. */
function quickBlocks(text: string): Blocks | undefined {
  if (/\0|\r(?!\n)/.test(text)) return undefined;
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const whole = shift > 0 ? text.slice(shift) : text;
  return withinLimits(whole) === whole ? readBlocks(text, shift) : undefined;
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

  readDefinition(definition: Definition): void {
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

  readText(block: TextBlock): void {
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
