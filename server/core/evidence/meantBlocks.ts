/**
 * What somebody may have meant as a front matter block, where a file has none that anybody reads: it begins further
 * down, its fences are others, or it has none. Looked for in the first lines only, with a cheap look at each.
 */
import { isAlmostClosing, isAlmostOpening, isFence } from '../frontMatter/fences';
import { findFrontMatter } from '../frontMatter/frontMatter';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { KeyLine } from '../frontMatter/nearKeys';
import { jsonNames, keyLineAt } from '../frontMatter/nearKeys';
import type { KeyNames } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';

export interface MeantBlock {
  /** `read`: a block that is read, though not as evidence. `bare`: without a fence above it. */
  readonly form: 'read' | 'fenced' | 'toml' | 'json' | 'code' | 'bare';
  /** From its first line to the end of its last one. */
  readonly span: Span;
  readonly opening: Span | undefined;
  /** Between the fences. */
  readonly lines: readonly Span[];
  readonly isClosed: boolean;
  /** Something else than white space stands above it. */
  readonly isBelow: boolean;
  /** White space above it, or a mark that nobody sees. */
  readonly isShifted: boolean;
  readonly names: readonly KeyLine[];
}

/** So many lines with something on them may stand above the block; so many make it up. */
const maximumAbove = 6;
const maximumLines = 80;
/** In characters: where a line is longer than any of a block, nobody looks on. */
const maximumLength = 2000;

/**
 * @param isWanted whether it is the one that is looked for
 * @param called what our keys are called in the portfolio
 */
export function meantBlock(
  text: string,
  isWanted: (block: MeantBlock) => boolean,
  called: KeyNames = ourNames,
): MeantBlock | undefined {
  const found = findFrontMatter(text);
  if (found) {
    const lines = linesFrom(text, found.content.start, found.content.end);
    const own = found.kind === 'closed' || found.ending ? lines : plausible(text, lines);
    const block = withNames(
      text,
      blockOf(text, 'read', spanOf(found.opening.start, found.end), own, {
        opening: found.opening,
        isClosed: found.kind === 'closed',
      }),
      called,
    );
    if (isWanted(block)) return block;
    // A second block below one that says nothing of elements.
    return found.kind === 'closed' ? belowIn(text, found.end, isWanted, called) : undefined;
  }
  return belowIn(text, 0, isWanted, called);
}

function belowIn(
  text: string,
  from: number,
  isWanted: (block: MeantBlock) => boolean,
  called: KeyNames,
): MeantBlock | undefined {
  let above = from === 0 ? 0 : 1;
  let isRemark = false;
  for (let at = from; at < text.length && above <= maximumAbove;) {
    const line = lineFrom(text, at, text.length);
    const source = text.slice(line.start, line.end);
    at = line.next;
    if (line.end - line.start > maximumLength) return undefined;
    if (isRemark || source.trimStart().startsWith('<!--')) {
      isRemark = !source.includes('-->');
      continue;
    }
    if (isBlank(source)) continue;
    const found = blockAt(text, line, above, called);
    const block = found && withNames(text, found, called);
    // A rule between paragraphs has an empty line below it.
    const isRule =
      above > 0 && block?.form === 'fenced' && isBlankAt(text, lineFrom(text, line.next, text.length));
    if (block && !isRule && isWanted(block)) return block;
    // An example, from here on.
    if (/^\s*(?:```|~~~)/.test(source)) return undefined;
    above++;
  }
  return undefined;
}

function blockAt(text: string, line: Line, above: number, called: KeyNames): MeantBlock | undefined {
  const source = text.slice(line.start, line.end);
  const isFirst = above === 0;
  const isShort = source.length <= 120;
  const isExact =
    isShort &&
    isFence(source.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/g, ''));
  if (isExact || (isShort && isAlmostOpening(source))) {
    const form = /^\s*\+{3}/.test(source) ? 'toml' : /^\s*;{3}/.test(source) ? 'json' : 'fenced';
    return fenced(
      text,
      line,
      form,
      (other) => isFence(other) || isAlmostClosing(other) || other.trim() === source.trim(),
    );
  }
  if (
    isFirst &&
    /^\s*(?:```|~~~)[ \t]*(?:ya?ml|yml|markdown|md|frontmatter|front-matter)?[ \t]*$/i.test(source)
  ) {
    const mark = source.trim().slice(0, 3);
    return fenced(text, line, 'code', (other) => other.trim() === mark);
  }
  if (isFirst && /^\s*\{/.test(source)) return braces(text, line);
  if (!keyLineAt(text, line, called)?.key) return undefined;
  const lines = plausible(text, linesFrom(text, line.start, text.length, maximumLines));
  const last = lines.at(-1);
  if (!last) return undefined;
  const below = lineFrom(text, lineFrom(text, last.start, text.length).next, text.length);
  const isClosed =
    below.start < text.length &&
    (isFence(text.slice(below.start, below.end)) || isAlmostClosing(text.slice(below.start, below.end)));
  return blockOf(text, 'bare', spanOf(line.start, isClosed ? below.end : last.end), lines, {
    opening: undefined,
    isClosed,
  });
}

function fenced(
  text: string,
  opening: Line,
  form: MeantBlock['form'],
  closes: (source: string) => boolean,
): MeantBlock | undefined {
  // Between such fences nothing else is meant.
  const isAnyway = form !== 'fenced';
  const lines: Span[] = [];
  for (const line of linesFrom(text, opening.next, text.length, maximumLines)) {
    if (closes(text.slice(line.start, line.end))) {
      if (isAnyway || lines.every((one) => isBlankAt(text, one) || isPart(text, one)))
        return blockOf(text, form, spanOf(opening.start, line.end), lines, { opening, isClosed: true });
      break;
    }
    lines.push(line);
  }
  const own = isAnyway ? [] : plausible(text, lines);
  const last = own.at(-1);
  return last && blockOf(text, form, spanOf(opening.start, last.end), own, { opening, isClosed: false });
}

/** `{ "title": … }` on lines of its own. */
function braces(text: string, first: Line): MeantBlock | undefined {
  const lines: Span[] = [];
  for (const line of linesFrom(text, first.start, text.length, maximumLines)) {
    lines.push(line);
    if (
      /\}[ \t]*$/.test(text.slice(line.start, line.end)) &&
      (lines.length === 1 || text.slice(line.start, line.end).startsWith('}'))
    )
      return blockOf(text, 'json', spanOf(first.start, line.end), lines, {
        opening: undefined,
        isClosed: false,
      });
  }
  return undefined;
}

function blockOf(
  text: string,
  form: MeantBlock['form'],
  span: Span,
  lines: readonly Span[],
  { opening, isClosed }: Pick<MeantBlock, 'opening' | 'isClosed'>,
): MeantBlock {
  const before = text.slice(0, span.start);
  return {
    form,
    span,
    opening,
    lines,
    isClosed,
    isBelow: !isBlank(before),
    isShifted: before.replace(/^\uFEFF/, '') !== '',
    names: namesOn(text, form, lines, ourNames),
  };
}

const namesOn = (
  text: string,
  form: MeantBlock['form'],
  lines: readonly Span[],
  called: KeyNames,
): readonly KeyLine[] =>
  lines.flatMap((line) =>
    form === 'json' ? jsonNames(text, line, called) : (keyLineAt(text, line, called) ?? []),
  );

/** The same block with its names as the portfolio has them. */
const withNames = (text: string, block: MeantBlock, called: KeyNames): MeantBlock =>
  called === ourNames ? block : { ...block, names: namesOn(text, block.form, block.lines, called) };

export const isBlank = (source: string): boolean => /^[\s\u200B-\u200F\u2060\uFEFF]*$/.test(source);

/** Those at the start that can belong to a block. */
function plausible(text: string, lines: readonly Span[]): readonly Span[] {
  const end = lines.findIndex((line) => {
    const source = text.slice(line.start, line.end);
    return isBlank(source) || isFence(source) || isAlmostClosing(source) || !isPart(text, line);
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** A name, an item, a remark of YAML, or what goes on from the line above. */
const isPart = (text: string, line: Span): boolean =>
  /^[ \t]*(?:[-*•+][ \t]|[\]}{"]|#(?![ \t#]))|^[ \t]+\S/.test(text.slice(line.start, line.end)) ||
  keyLineAt(text, line) !== undefined;

const isBlankAt = (text: string, { start, end }: Span): boolean => isBlank(text.slice(start, end));

interface Line extends Span {
  /** Where the next one starts. */
  readonly next: number;
}

function lineFrom(text: string, start: number, limit: number): Line {
  let end = start;
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++;
  const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  return { start, end, next: Math.min(next, limit) };
}

function linesFrom(text: string, start: number, limit: number, most = Infinity): readonly Span[] {
  const lines: Span[] = [];
  for (let at = start; at < limit && lines.length < most;) {
    const line = lineFrom(text, at, limit);
    lines.push(spanOf(line.start, line.end));
    at = line.next;
  }
  return lines;
}
