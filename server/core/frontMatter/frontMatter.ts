/**
 * The front matter block of a Markdown file: `---` on the first line, YAML, `---` on a line of its own.
 * The fences are those of micromark's frontmatter extension: three dashes, then only spaces or tabs.
 */
import { readAround } from '../yaml/brokenYaml';
import { isAlmostClosing } from './fences';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { hiddenWords } from '../text/hiddenWords';
import type { YamlFault, YamlNode, YamlTree } from '../yaml/tree';
import { yamlLines } from '../yaml/pieces';
import { parseYaml } from '../yaml/tree';

export type FrontMatter =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'closed' } & FrontMatterBlock)
  | ({
      readonly kind: 'unclosed';
      /** A line that was to close the block, and does not, such as `----` or `...`. */
      readonly ending?: Span;
    } & FrontMatterBlock);

export interface FrontMatterBlock {
  /** With its fences; of an unclosed block, to the last line that could belong to it. */
  readonly span: Span;
  /** The first fence, without its line end. */
  readonly opening: Span;
  /** The YAML between the fences. */
  readonly content: Span;
  /** Where there are faults: read around them, as far as that can be done. */
  readonly root: YamlNode;
  readonly faults: readonly YamlFault[];
  /** The faults reach further than their own lines: what is in `root` may not be what was meant. */
  readonly isTorn: boolean;
}

interface FoundBlock {
  readonly kind: 'closed' | 'unclosed';
  readonly opening: Span;
  readonly content: Span;
  readonly end: number;
  readonly ending?: Span;
}

const openingFence = /^\uFEFF?(---[ \t]*)(\r\n|\n|\r|$)/;
// Not /^---$/m: for a regular expression, U+2028 ends a line too; for Markdown it does not.
const closingFence = /(^|[\r\n])(---[ \t]*)(?=[\r\n]|$)/;

/** Where the block is, without reading its YAML; undefined where the text does not start with one. */
export function findFrontMatter(text: string): FoundBlock | undefined {
  const match = openingFence.exec(text);
  if (!match) return undefined;
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = spanOf(bom, bom + (match[1] ?? '').length);
  const start = match[0].length;
  const closing = closingFence.exec(text.slice(start));
  if (closing) {
    const end = start + closing.index + (closing[1] ?? '').length;
    return (
      endedBefore(text, opening, spanOf(start, end), true) ??
      neverEnded(text, opening, spanOf(start, end)) ?? {
        kind: 'closed',
        opening,
        content: spanOf(start, end),
        end: end + (closing[2] ?? '').length,
      }
    );
  }
  const end = start + plausibleLength(text.slice(start));
  const lineEnd = lineAround(text, end).end;
  return (
    endedBefore(text, opening, spanOf(start, lineEnd), false) ?? {
      kind: 'unclosed',
      opening,
      content: spanOf(start, end),
      end,
    }
  );
}

/** What may start a line that was to close a block: cheap, as every block is looked at. */
const mayEnd = /[\r\n][ \t\u00A0\u200B\uFEFF]*(?:\.\.\.|-[ \t]*-|[\u2010-\u2015\u2212\uFF0D])/;

/**
 * A block that somebody meant to end at another line, such as `----`, goes on to a rule further down for whoever looks
 * for a fence only, and has the text in it.
 */
function endedBefore(text: string, opening: Span, content: Span, isClosed: boolean): FoundBlock | undefined {
  if (!mayEnd.test(text.slice(content.start, content.end))) return undefined;
  const before = plausibleLength(text.slice(content.start, content.end));
  for (const { span } of yamlLines(text, content)) {
    const isNear = span.start <= content.start + before && isAlmostClosing(text.slice(span.start, span.end));
    if (!isNear || span.start === content.start) continue;
    const rest = text.slice(span.end, content.end).replace(/^(?:\r\n|\n|\r)/, '');
    // Where only YAML follows up to a fence, that fence is the one that was meant.
    if (isClosed && isPlausible(rest)) return undefined;
    return {
      kind: 'unclosed',
      opening,
      content: spanOf(content.start, span.start),
      end: span.end,
      ending: span,
    };
  }
  return undefined;
}

/** Reads the block at the start of a file's text. Never throws. */
export function parseFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text);
  if (!found) return { kind: 'none' };
  const { kind, opening, content, end, ending } = found;
  const whole = parseYaml(text.slice(content.start, content.end), content.start);
  const isFaulty = whole.faults.length > 0;
  const around = isFaulty ? readAround(text, content, whole.faults, parseYaml) : undefined;
  const block = {
    span: spanOf(opening.start, end),
    opening,
    content,
    ...(isFaulty ? withHidden(text, around ?? whole) : whole),
    isTorn: isFaulty && !around,
  };
  return kind === 'unclosed' && ending ? { kind, ending, ...block } : { kind, ...block };
}

/** Faults on lines with characters that nobody sees are told by these. */
const withHidden = (text: string, { root, faults }: YamlTree): YamlTree => ({
  root,
  faults: faults.map(({ span, message }) => {
    const line = lineAround(text, span.start);
    return { span, message: hiddenOnLine(text.slice(line.start, line.end)) ?? message };
  }),
});

/**
 * A block that is never closed goes on to the first rule of the text below it for whoever looks for a fence only. An
 * empty line and then words that are no YAML are that text.
 */
function neverEnded(text: string, opening: Span, content: Span): FoundBlock | undefined {
  const source = text.slice(content.start, content.end);
  if (!/[\r\n][ \t]*[\r\n]/.test(source)) return undefined;
  let length = 0;
  let next = plausibleLength(source);
  let below = source.length;
  // Names may stand apart.
  while (next > 0) {
    length = below === source.length ? next : below + next;
    const gap = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(source.slice(length))?.[0];
    if (gap === undefined) return undefined;
    below = length + gap.length;
    next = plausibleLength(source.slice(below));
  }
  const rest = source.slice(below);
  // Where names follow, the line is a broken one among them.
  const isText =
    rest !== '' &&
    !/^(?:"|'|[^\r\n]*:(?:[ \t\r\n]|$))/.test(rest) &&
    !/[\r\n][a-z][a-z-]*[ \t]*:(?:[ \t\r\n]|$)/.test(rest);
  if (length === 0 || !isText || isPlausible(rest) || parseYaml(source).faults.length === 0) return undefined;
  const end = content.start + length;
  return { kind: 'unclosed', opening, content: spanOf(content.start, end), end };
}

/** With empty lines in between; one at the start is where the text of the file begins. */
function isPlausible(source: string): boolean {
  if (/^[ \t]*[\r\n]/.test(source)) return false;
  const lines = source
    // A remark stands directly above a name; below a heading is an empty line.
    .replace(/(?<=^|[\r\n])#[^\r\n]*(?:\r\n|\n|\r)(?=[^\s#])/g, '')
    .replace(/([\r\n])(?:[ \t]*[\r\n])+/g, '$1');
  return plausibleLength(lines) === lines.length;
}

/** An unclosed block goes on for as long as its lines look like YAML: names with a colon, list items, indentation. */
function plausibleLength(text: string): number {
  const lines = /^(?:[\w-]+[ \t]*:(?:[ \t].*)?|-(?:[ \t].*)?|[ \t]+\S.*|#(?![ \t#]).*)(?:\r\n|\n|\r|$)/;
  let length = 0;
  for (;;) {
    const match = lines.exec(text.slice(length));
    if (!match || match[0] === '') return length;
    length += match[0].length;
  }
}

/**
 * What is said of a fault on a line where a character stands for a space and is none, or cannot be seen: nobody finds
 * it otherwise. Undefined for other lines.
 */
function hiddenOnLine(line: string): string | undefined {
  const around = /^[^\S\r\n]*(?:-[^\S\r\n]*)?(?:[^\s:]+:[^\S\r\n]*)?/u.exec(line)?.[0] ?? '';
  const words = hiddenWords(around);
  return words === ''
    ? undefined
    : `There is ${words} on this line, which is easy to overlook and no space for YAML. Write a space.`;
}
