/**
 * Where the cursor stands in the value of `elements`, from the text alone: people ask for completion when the
 * YAML is half typed and no parser can read it.
 */
import { findFrontMatter } from '../core/frontMatter';
import { lineAround } from '../core/lines';
import type { Span } from '../core/model';
import { spanOf } from '../core/model';

export interface ElementsPosition {
  /** What stands under the cursor and is to be replaced, without quotation marks; may be empty. */
  readonly token: Span;
  /** What must come before an ID here: a space after a colon, a dash on an empty line. */
  readonly prefix: string;
  /** The token has an opening quotation mark, and perhaps no closing one. */
  readonly quote: '"' | "'" | undefined;
  readonly isClosed: boolean;
}

/** The value of `elements` up to the cursor, and the cursor's line in it. */
interface Value {
  /** Comments and finished quotations are blanks, so that no mark in them counts; all places stay. */
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** Undefined where the cursor is not in the value of `elements`. */
export function elementsPositionAt(text: string, offset: number): ElementsPosition | undefined {
  const value = valueBefore(text, offset);
  if (!value) return undefined;
  const [firstLine = '', ...otherLines] = value.text.split(/\r\n|\r|\n/);
  if (value.text.trimStart().startsWith('[')) return inBrackets(text, offset, value);
  if (otherLines.length === 0)
    return tokenFrom(text, offset, value, afterLast(value, /[,;]/g), /[,;]|[ \t]#/);
  // Behind a value on the line of the key no list can start.
  if (firstLine.trim() !== '') return undefined;
  const dash = /^[ \t]*-(?=[ \t]|$)/.exec(text.slice(value.lineStart, offset));
  return dash
    ? tokenFrom(text, offset, value, value.lineStart + dash[0].length, /[ \t]#/)
    : onLineWithoutDash(text, offset, value);
}

function valueBefore(text: string, offset: number): Value | undefined {
  const block = findFrontMatter(text);
  if (!block || offset < block.content.start || offset > endOfBlock(text, block)) return undefined;
  const before = text.slice(block.content.start, offset);
  const key = [...before.matchAll(keys)].at(-1);
  if (key?.[2] !== 'elements') return undefined;
  const start = block.content.start + key.index + key[0].length;
  const line = lineAround(text, offset);
  const value = text
    .slice(start, offset)
    .replace(/"[^"\r\n]*"|'[^'\r\n]*'/g, blanks)
    .replace(/(?<=^|[ \t])#[^\r\n]*/gm, (comment, at: number, all: string) =>
      at + comment.length === all.length ? comment : blanks(comment),
    );
  // What is left of comments is the one that the cursor stands in.
  if (/(?:^|[ \t])#[^\r\n]*$/.test(value)) return undefined;
  return { text: value, start, lineStart: Math.max(line.start, start), lineEnd: line.end };
}

/** Names at the start of a line. Only that of `elements` may lack the space behind its colon: it is being typed. */
const keys =
  /^(["']?)(elements(?=["']?[ \t]*:)|[^\s#"'-][^\r\n:]*?(?=["']?[ \t]*:(?:[ \t\r\n]|$)))\1[ \t]*:/gm;

const blanks = (part: string): string => ' '.repeat(part.length);

/** An unclosed block ends where nothing looks like YAML any longer; the line of the cursor may be such a line. */
function endOfBlock(
  text: string,
  block: { readonly kind: 'closed' | 'unclosed'; readonly content: Span },
): number {
  return block.kind === 'closed' ? block.content.end - 1 : lineAround(text, block.content.end).end;
}

function inBrackets(text: string, offset: number, value: Value): ElementsPosition | undefined {
  if (value.text.includes(']')) return undefined;
  return tokenFrom(text, offset, value, afterLast(value, /[[,]/g), /[,\]]|[ \t]#/);
}

/** A line below the list without a dash yet: the dash is ours to write. */
function onLineWithoutDash(text: string, offset: number, value: Value): ElementsPosition | undefined {
  const line = text.slice(value.lineStart, value.lineEnd);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  // At the start of a line, two words or a colon are the next name.
  if (/:(?:[ \t]|$)/.test(line) || (indent === '' && /\s/.test(line.trimEnd()))) return undefined;
  const listIndent = /^([ \t]*)-/m.exec(value.text)?.[1] ?? (indent === '' ? '  ' : indent);
  const from =
    value.lineStart + (indent === listIndent ? Math.min(indent.length, offset - value.lineStart) : 0);
  const position = tokenFrom(text, offset, value, value.lineStart, /[ \t]#/);
  if (!position || position.quote) return undefined;
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
): ElementsPosition | undefined {
  const until = (at: number, mark: RegExp): number => {
    const length = text.slice(at, lineEnd).search(mark);
    return length < 0 ? lineEnd : at + length;
  };
  let start = from;
  while (start < offset && isBlank(text[start])) start++;
  const opener = text[start];
  if (start < offset && (opener === '"' || opener === "'")) {
    const closing = until(start + 1, opener === '"' ? /"/ : /'/);
    const stop = Math.min(closing, until(start + 1, end));
    // Behind the closing mark the token is finished.
    if (offset > stop) return undefined;
    return {
      token: spanOf(start + 1, stop),
      prefix: '',
      quote: opener,
      isClosed: stop < lineEnd && stop === closing,
    };
  }
  // YAML wants a space behind a colon and a dash.
  const prefix = start === from && /[:-]/.test(text[from - 1] ?? '') ? ' ' : '';
  // A word that the cursor does not touch is not meant.
  const length =
    isBlank(text[offset]) && start === offset ? 0 : text.slice(offset, until(offset, end)).trimEnd().length;
  return { token: spanOf(start, offset + length), prefix, quote: undefined, isClosed: false };
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
