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

/** Undefined where the cursor is not in the value of `elements`. */
export function elementsPositionAt(text: string, offset: number): ElementsPosition | undefined {
  const block = findFrontMatter(text);
  if (!block || offset < block.content.start || offset > endOfBlock(text, block)) return undefined;
  const before = text.slice(block.content.start, offset);
  const key = [...before.matchAll(/^([\w-]+)[ \t]*:/gm)].at(-1);
  if (key?.[1] !== 'elements') return undefined;
  const value = before.slice(key.index + key[0].length);
  const line = lineAround(text, offset);
  const typed = text.slice(line.start, offset);
  if (/(?:^|\s)#/.test(value.slice(value.search(/[^\r\n]*$/)))) return undefined;
  if (isInBrackets(value))
    return tokenFrom(text, line.end, offset, afterLast(text, line.start, offset, /[[,]/g), /[,\]#\r\n]/, '');
  if (!value.includes('\n') && !value.includes('\r')) {
    const start = Math.max(
      afterLast(text, line.start, offset, /[,;]/g),
      block.content.start + key.index + key[0].length,
    );
    return tokenFrom(text, line.end, offset, start, /[,;#\r\n]/, typed.endsWith(':') ? ' ' : '');
  }
  const item = /^([ \t]*-)([ \t]*)/.exec(typed);
  if (item)
    return tokenFrom(
      text,
      line.end,
      offset,
      line.start + item[0].length,
      /[#\r\n]/,
      item[2] === '' ? ' ' : '',
    );
  // A line below the list without a dash yet: the dash is ours to write.
  if (!/^[ \t]*[^\s:]*$/.test(typed)) return undefined;
  const indent = /^[ \t]*/.exec(typed)?.[0] ?? '';
  return tokenFrom(
    text,
    line.end,
    offset,
    line.start + indent.length,
    /[#\r\n]/,
    indent === '' ? `${indentOfList(value)}- ` : '- ',
  );
}

/** An unclosed block ends where nothing looks like YAML any longer; the line of the cursor may be such a line. */
function endOfBlock(
  text: string,
  block: { readonly kind: 'closed' | 'unclosed'; readonly content: Span },
): number {
  return block.kind === 'closed' ? block.content.end - 1 : lineAround(text, block.content.end).end;
}

const isInBrackets = (value: string): boolean => value.lastIndexOf('[') > value.lastIndexOf(']');

const indentOfList = (value: string): string => /^([ \t]*)-/m.exec(value)?.[1] ?? '  ';

function afterLast(text: string, from: number, to: number, mark: RegExp): number {
  const last = [...text.slice(from, to).matchAll(mark)].at(-1);
  return last ? from + last.index + 1 : from;
}

/** The token from the first character that is not a space to where it ends on its line. */
function tokenFrom(
  text: string,
  lineEnd: number,
  offset: number,
  from: number,
  end: RegExp,
  prefix: string,
): ElementsPosition {
  let start = from;
  while (start < offset && /[ \t]/.test(text[start] ?? '')) start++;
  const opener = text[start];
  const quote = opener === '"' || opener === "'" ? opener : undefined;
  if (quote && start < offset) {
    const closing = text.slice(start + 1, lineEnd).indexOf(quote);
    const stop = closing < 0 ? text.slice(start + 1, lineEnd).search(end) : closing;
    const tokenEnd = stop < 0 ? lineEnd : start + 1 + stop;
    return {
      token: spanOf(start + 1, Math.max(tokenEnd, offset)),
      prefix: '',
      quote,
      isClosed: closing >= 0,
    };
  }
  const stop = text.slice(offset, lineEnd).search(end);
  const rest = text.slice(offset, stop < 0 ? lineEnd : offset + stop);
  return { token: spanOf(start, offset + rest.trimEnd().length), prefix, quote: undefined, isClosed: false };
}
