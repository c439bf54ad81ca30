/**
 * Where the cursor stands in the value of a key that holds a list, such as `elements`, from the text alone: people ask for
 * completion when the YAML is half typed and no parser can read it.
 */
import { findFrontMatter } from '../../core/frontMatter/frontMatter';
import type { KeyNames } from '../../core/frontMatter/keys';
import { pathOf } from '../../core/frontMatter/keyNames';
import { ourNames, frontMatterKeys } from '../../core/frontMatter/keys';
import { itemNamePattern } from '../../core/frontMatter/identifierItems';
import { literally } from '../../core/text/expressions';
import { lineAround } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';

const listKeys = frontMatterKeys.flatMap(({ key, ...entry }) =>
  entry.isList ? [{ key, holds: entry.holds }] : [],
);

/** What a list can hold. */
type ListKind = Extract<(typeof frontMatterKeys)[number], { readonly isList: true }>['holds'];

export interface ListPosition {
  readonly key: string;
  readonly holds: ListKind;
  /** What stands under the cursor and is to be replaced, without quotation marks; may be empty. */
  readonly token: Span;
  /** What must come before an item here: a space after a colon, a dash on an empty line. */
  readonly prefix: string;
  /** The token has an opening quotation mark, and perhaps no closing one. */
  readonly quote: '"' | "'" | undefined;
  readonly isClosed: boolean;
  /** One of several in a row without brackets, in which no quotation marks can stand. */
  readonly isInRow?: boolean;
}

type Token = Omit<ListPosition, 'key' | 'holds'>;

/** The value of the key up to the cursor, and the cursor's line in it. */
interface Value {
  readonly key: string;
  readonly holds: ListKind;
  /** Comments and finished quotations are blanks, so that no mark in them counts; all places stay. */
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/**
 * Undefined where the cursor is not in the value of such a key.
 * @param names what the portfolio calls our keys; the answer has ours
 */
export function listPositionAt(
  text: string,
  offset: number,
  names: KeyNames = ourNames,
): ListPosition | undefined {
  const value = valueBefore(text, offset, names);
  const token = value && tokenAt(text, offset, value);
  const isInBrackets = value?.text.trimStart().startsWith('[') === true;
  if (token && !isInBrackets && goesOnBelow(text, token)) return undefined;
  return token && { key: value.key, holds: value.holds, ...token };
}

/** Where names and values may stand in a file's front matter, the cursor's line in an unclosed block included. */
export function frontMatterRegion(text: string): Span | undefined {
  const block = findFrontMatter(text);
  // On the line of the first fence nothing can stand.
  if (!block || !/[\r\n]/.test(text.charAt(block.content.start - 1))) return undefined;
  return spanOf(block.content.start, endOfBlock(text, block));
}

function tokenAt(text: string, offset: number, value: Value): Token | undefined {
  const [firstLine = '', ...otherLines] = value.text.split(/\r\n|\r|\n/);
  if (value.text.trimStart().startsWith('[')) return inBrackets(text, offset, value);
  if (value.holds !== 'paths') {
    const below = belowName(value.text);
    if (below === 'list') return tokenFrom(text, offset, value, afterLast(value, /[[,]/g), /[,\]]|[ \t]#/);
    if (below === 'one') return tokenFrom(text, offset, value, afterLast(value, /:[ \t]/g), /[,}]|[ \t]#/);
    // The name of a standard is to come, or something that nobody knows.
    if (value.text.trimStart().startsWith('{')) return undefined;
  }
  if (otherLines.length === 0)
    return value.holds !== 'paths'
      ? inRow(text, value, tokenFrom(text, offset, value, afterLast(value, /[,;]/g), /[,;]|[ \t]#/))
      : tokenFrom(text, offset, value, value.lineStart, /[ \t]#/);
  // Behind a value on the line of the key no list can start.
  if (firstLine.trim() !== '') return undefined;
  const before = text.slice(value.lineStart, offset);
  const named = value.holds === 'paths' ? null : itemNamePattern().exec(before);
  const dash = named ?? /^[ \t]*-(?=[ \t]|$)/.exec(before);
  return dash
    ? tokenFrom(text, offset, value, value.lineStart + dash[0].length, /[ \t]#/)
    : onLineWithoutDash(text, offset, value);
}

function inRow(text: string, { start, lineEnd }: Value, found: Token | undefined): Token | undefined {
  if (!found || found.quote) return found;
  const [before, behind] = [text.slice(start, found.token.start), text.slice(found.token.end, lineEnd)];
  const isInRow = /[,;]/.test(before) || /^[ \t]*[,;]/.test(behind);
  return isInRow ? { ...found, isInRow } : found;
}

function valueBefore(text: string, offset: number, names: KeyNames): Value | undefined {
  const region = frontMatterRegion(text);
  if (!region || offset < region.start || offset > region.end) return undefined;
  const before = text.slice(region.start, offset);
  const lists = listsCalled(names);
  const last = [...before.matchAll(lists.pattern)].at(-1);
  const found = lists.byName.get(`${/^[ \t]/.test(last?.[0] ?? '') ? ' ' : ''}${last?.[2] ?? ''}`);
  if (!last || !found) return undefined;
  const { key, holds } = found;
  const start = region.start + last.index + last[0].length;
  const line = lineAround(text, offset);
  const value = text
    .slice(start, offset)
    .replace(/"[^"\r\n]*"|'[^'\r\n]*'/g, blanks)
    .replace(/(?<=^|[ \t])#[^\r\n]*/gm, (comment, at: number, all: string) =>
      at + comment.length === all.length ? comment : blanks(comment),
    );
  // What is left of comments is the one that the cursor stands in.
  if (/(?:^|[ \t])#[^\r\n]*$/.test(value)) return undefined;
  return { key, holds, text: value, start, lineStart: Math.max(line.start, start), lineEnd: line.end };
}

interface Lists {
  /** With a space in front of those that stand in the map of another key. */
  readonly byName: ReadonlyMap<string, (typeof listKeys)[number]>;
  /**
   * Names at the start of a line, or further in for those in the map of another key. Only those of the lists may lack
   * the space behind its colon: it is being typed.
   */
  readonly pattern: RegExp;
}

const known = new WeakMap<KeyNames, Lists>();

function listsCalled(names: KeyNames): Lists {
  const found = known.get(names);
  if (found) return found;
  const called = listKeys.map((list) => ({ list, path: pathOf(names, list.key) }));
  const outer = called.filter(({ path }) => path.length === 1);
  const inner = called.filter(({ path }) => path.length > 1);
  const oneOf = (those: typeof called): string =>
    those.map(({ path }) => literally(path.at(-1) ?? '')).join('|') || '(?!)';
  const lists = {
    byName: new Map([
      ...outer.map(({ list, path }) => [path[0] ?? '', list] as const),
      ...inner.map(({ list, path }) => [` ${path.at(-1) ?? ''}`, list] as const),
    ]),
    pattern: new RegExp(
      `^(?:[ \\t]+(?=["']?(?:${oneOf(inner)})["']?[ \\t]*:))?(["']?)((?:${oneOf([...outer, ...inner])})(?=["']?[ \\t]*:)|[^\\s#"'-][^\\r\\n:]*?(?=["']?[ \\t]*:(?:[ \\t\\r\\n]|$)))\\1[ \\t]*:`,
      'gm',
    ),
  };
  known.set(names, lists);
  return lists;
}

const blanks = (part: string): string => ' '.repeat(part.length);

/** An unclosed block ends where nothing looks like YAML any longer; the line of the cursor may be such a line. */
function endOfBlock(
  text: string,
  block: { readonly kind: 'closed' | 'unclosed'; readonly content: Span },
): number {
  return block.kind === 'closed' ? block.content.end - 1 : lineAround(text, block.content.end).end;
}

function inBrackets(text: string, offset: number, value: Value): Token | undefined {
  if (value.text.includes(']')) return undefined;
  return tokenFrom(text, offset, value, afterLast(value, /[[,]/g), /[,\]]|[ \t]#/);
}

/** Whether the cursor is in brackets behind the name of a standard, or behind such a name in braces: `{ CSE: [3.2`. */
function belowName(text: string): 'list' | 'one' | undefined {
  const bracket = text.lastIndexOf('[');
  if (bracket > text.lastIndexOf(']') && /[^\s:{,]:[ \t]*$/.test(text.slice(0, bracket))) return 'list';
  const brace = text.lastIndexOf('{');
  const isOne = brace > text.lastIndexOf('}') && /[^\s:{,]:[ \t]+[^\s,:[\]{}]*$/.test(text.slice(brace));
  return isOne ? 'one' : undefined;
}

/** A line below the list without a dash yet: the dash is ours to write. */
function onLineWithoutDash(text: string, offset: number, value: Value): Token | undefined {
  const line = text.slice(value.lineStart, value.lineEnd);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  // At the start of a line, two words or a colon are the next name.
  if (/:(?:[ \t]|$)/.test(line) || (indent === '' && /\s/.test(line.trimEnd()))) return undefined;
  const listIndent = /^([ \t]*)-/m.exec(value.text)?.[1] ?? (indent === '' ? '  ' : indent);
  const from =
    value.lineStart + (indent === listIndent ? Math.min(indent.length, offset - value.lineStart) : 0);
  const position = tokenFrom(text, offset, value, value.lineStart, /[ \t]#/);
  if (!position || position.quote || isInText(value)) return undefined;
  return {
    ...position,
    token: spanOf(from, position.token.end),
    prefix: `${from === value.lineStart ? listIndent : ''}- `,
  };
}

/** The offset behind the last of such marks on the cursor's line, else where the value starts on that line. */
function afterLast({ text, start, lineStart }: Value, mark: RegExp): number {
  const last = [...text.slice(lineStart - start).matchAll(mark)].at(-1);
  return last ? lineStart + last.index + 1 : lineStart;
}

/** The token from the first character that is not a blank to `end`, or to the end of its line. */
function tokenFrom(
  text: string,
  offset: number,
  { lineEnd }: Value,
  from: number,
  end: RegExp,
): Token | undefined {
  const until = (at: number, mark: RegExp): number => {
    const length = text.slice(at, lineEnd).search(mark);
    return length < 0 ? lineEnd : at + length;
  };
  let start = from;
  while (start < offset && isBlank(text[start])) start++;
  start += lengthOfNames(text.slice(start, lineEnd));
  // Before a name or a bracket stands nothing to be replaced.
  if (start > offset || (start === offset && /[[{|>]/.test(text[start] ?? ''))) return undefined;
  const opener = text[start];
  if (start < offset && (opener === '"' || opener === "'")) {
    const closing = until(start + 1, opener === '"' ? /"/ : /'/);
    const stop = Math.min(closing, until(start + 1, end));
    // Behind the closing mark the token is finished.
    if (offset > stop || (stop === lineEnd && goesOn(text, opener, lineEnd))) return undefined;
    return {
      token: spanOf(start + 1, stop),
      prefix: '',
      quote: opener,
      isClosed: stop < lineEnd && stop === closing,
    };
  }
  if (
    /["']/.test(opener ?? '') &&
    !text.slice(start + 1, lineEnd).includes(opener ?? '') &&
    goesOn(text, opener ?? '', lineEnd)
  )
    return undefined;
  // YAML wants a space behind a colon and a dash.
  const prefix = start === from && /[:-]/.test(text[from - 1] ?? '') ? ' ' : '';
  // A word that the cursor does not touch is not meant.
  const length =
    isBlank(text[offset]) && start === offset ? 0 : text.slice(offset, until(offset, end)).trimEnd().length;
  return { token: spanOf(start, offset + length), prefix, quote: undefined, isClosed: false };
}

/** A name (`&`) or a tag (`!`) before a value stays. */
export const lengthOfNames = (source: string): number =>
  /^(?:[&!][^\s,[\]{}]*[ \t]+)*/.exec(source)?.[0].length ?? 0;

/** A text in quotation marks ends on the next line: what stands on this one is not all of it. */
export function goesOn(text: string, mark: string, lineEnd: number): boolean {
  if (text[lineEnd - 1] === '\\') return true;
  const next = /^(?:\r\n|\n|\r)[ \t]+([^\r\n]*)/.exec(text.slice(lineEnd))?.[1] ?? '';
  const close = next.indexOf(mark);
  return (
    close > 0 &&
    !/^-[ \t]|:(?:[ \t]|$)/.test(next.slice(0, close)) &&
    /^[ \t]*(?:[,\]}#]|$)/.test(next.slice(close + 1))
  );
}

/** The same without quotation marks: what stands further to the right on the next line belongs to it. */
export function goesOnBelow(text: string, { token, quote }: Pick<Token, 'token' | 'quote'>): boolean {
  if (quote || token.end === token.start) return false;
  const line = lineAround(text, token.start);
  if (text.slice(token.end, line.end).trim() !== '') return false;
  const [, indent = '', next = ''] = /^(?:\r\n|\n|\r)([ \t]*)([^\r\n]*)/.exec(text.slice(line.end)) ?? [];
  const own = /^[ \t]*/.exec(text.slice(line.start))?.[0] ?? '';
  const isItem = /^[ \t]*-[ \t]/.test(text.slice(line.start));
  // Below a key the first item of a list may follow; below an item, a dash is a character like others.
  if (!isItem && /^-(?:[ \t]|$)/.test(next)) return false;
  return indent.length > own.length && next !== '' && !/^[#?[{]|:(?:[ \t]|$)/.test(next);
}

/** On the lines below `- |`, which are a text whatever they look like. */
const isInText = ({ text }: Value): boolean => /[ \t][|>][-+\d]*[ \t]*[\r\n]+[^\r\n]*$/.test(text);

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
