/**
 * Where the cursor stands in YAML, from the text alone: people ask for completion when it is half typed and no
 * parser can read it. Hovers ask the same, so that they work there too.
 */
import { lineAround } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import { goesOn, goesOnBelow, lengthOfNames } from './elementsAt';

export interface YamlPosition extends Token {
  /** A name before a colon, or where one may be typed; or a value: behind a colon, or an item of a list. */
  readonly kind: 'key' | 'value';
  /** The names around the place, from the outermost; of a value, its own name last. */
  readonly path: readonly string[];
  /** A space, where one is missing behind a colon or a dash. */
  readonly prefix: string;
  /** A colon stands behind the name already. */
  readonly hasColon: boolean;
  /** In `[…]` or `{…}`. */
  readonly isFlow: boolean;
  /** A value in a list. */
  readonly isItem: boolean;
  /** The other names beside a name. */
  readonly siblings: ReadonlySet<string>;
}

interface Token {
  /** What stands under the cursor, all of it and without quotation marks; may be empty. */
  readonly token: Span;
  readonly quote: '"' | "'" | undefined;
  /** The quotation has its second mark. */
  readonly isClosed: boolean;
}

/** A map, and the names seen in it so far. */
interface Level {
  readonly column: number;
  readonly names: { readonly name: string; readonly start: number }[];
}

interface Scan {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  /** The maps around the line that is being read, from the outermost. */
  readonly levels: Level[];
  found?: Omit<YamlPosition, 'siblings'> & { readonly level: Level };
}

/** Reads a region of a text once. Undefined where the offset is outside, in a comment, or in no name and no value. */
export function yamlPositionAt(text: string, { start, end }: Span, offset: number): YamlPosition | undefined {
  if (offset < start || offset > end) return undefined;
  const scan: Scan = { text, offset, end, levels: [] };
  for (let at = start; at <= end;) at = readLine(scan, at);
  if (!scan.found) return undefined;
  const { level, ...place } = scan.found;
  const own = place.token.start - (place.quote ? 1 : 0);
  return {
    ...place,
    siblings: new Set(level.names.filter((other) => other.start !== own).map(({ name }) => name)),
  };
}

const namePattern = /^(?:"([^"]*)"|'([^']*)'|([^\s#"'[\]{},&*!|>%@`][^#]*?))[ \t]*:(?=[ \t]|$)/;
/** The space behind the colon is still to be typed. */
const hastyPattern = /^([\w-]+):(?!\/\/)/;
const blank = /^[ \t]*/;

/** Reads a line, or all the lines that brackets take, and answers where the next one starts. */
function readLine(scan: Scan, start: number): number {
  const { text, offset } = scan;
  const line = spanOf(start, Math.min(lineAround(text, start).end, scan.end));
  const source = text.slice(start, line.end);
  const isHere = start <= offset && offset <= line.end;
  if (source.trim() === '') {
    // On an empty line, the cursor's column says what a name there would belong to.
    if (isHere) findKey(scan, offset - start, tokenAt(scan, offset, line.end), false);
    return nextLine(text, line.end);
  }
  let column = lengthOf(blank, source);
  let dash = '';
  for (let found; (found = /^-(?:[ \t]+|$)/.exec(source.slice(column))); column += dash.length) {
    [dash] = found;
    // Before a dash nothing can stand.
    if (isHere && offset <= start + column) return nextLine(text, line.end);
  }
  // A key may have a name (`&`) or a tag (`!`) of its own.
  const at = start + column + lengthOfNames(source.slice(column));
  const rest = source.slice(at - start);
  if (isTextHead(rest)) return behindText(scan, line.end, lengthOf(blank, source));
  // `? name` and `: value` on lines of their own are nobody's business here.
  if (/^[?:][ \t]/.test(rest)) {
    const named = /^\?[ \t]+([^#:]*[^#:\s])/.exec(rest)?.[1];
    if (named !== undefined) levelAt(scan, column).names.push({ name: named, start: at });
    return nextLine(text, line.end);
  }
  const name = namePattern.exec(rest) ?? (isHere ? hastyPattern.exec(rest) : null);
  if (name) return readName(scan, name, { at, column, isItem: dash !== '' }, line);
  if (/^[[{]/.test(rest)) return readBrackets(scan, at, namesAround(scan, column), column);
  if (!isHere || rest.startsWith('#')) return nextLine(text, line.end);
  const token = tokenAt(scan, Math.min(at, offset), line.end);
  if (dash === '') findKey(scan, column, token, false);
  else if (token && !goesOnBelow(text, token)) {
    const level: Level = { column, names: [] };
    const prefix = dash === '-' ? ' ' : '';
    scan.found = {
      kind: 'value',
      path: namesAround(scan, column),
      ...token,
      ...inBlock,
      prefix,
      isItem: true,
      level,
    };
  }
  return nextLine(text, line.end);
}

/** `|` or `>`: what follows is a text, whatever it looks like. */
const isTextHead = (source: string): boolean => /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(source);

const inBlock = { hasColon: false, isFlow: false, isItem: false, prefix: '' };

function findKey(scan: Scan, column: number, token: Token | undefined, hasColon: boolean): void {
  if (!token) return;
  const path = namesAround(scan, column);
  scan.found = { kind: 'key', path, ...token, ...inBlock, hasColon, level: levelAt(scan, column) };
}

/** A line `name: …`. */
function readName(
  scan: Scan,
  match: RegExpExecArray,
  { at, column, isItem }: { readonly at: number; readonly column: number; readonly isItem: boolean },
  line: Span,
): number {
  const { text, offset } = scan;
  const name = match.slice(1).find((part) => part) ?? '';
  if (isItem) leave(scan, column - 1);
  const path = namesAround(scan, column);
  const level = levelAt(scan, column);
  level.names.push({ name, start: at });
  const colon = at + match[0].length;
  if (at <= offset && offset < colon) findKey(scan, column, tokenAt(scan, at, colon - 1), true);
  const value = colon + lengthOf(blank, text.slice(colon, line.end));
  const source = text.slice(value, line.end);
  if (/^[[{]/.test(source)) return readBrackets(scan, value, [...path, name], column);
  // A text of several lines is nobody's business here.
  if (isTextHead(source.slice(lengthOfNames(source)))) return behindText(scan, line.end, column);
  if (colon <= offset && offset <= line.end) {
    const token = tokenAt(scan, Math.min(value, offset), line.end);
    const prefix = value === colon ? ' ' : '';
    if (token && !goesOnBelow(text, token))
      scan.found = { kind: 'value', path: [...path, name], ...token, ...inBlock, prefix, level };
  }
  return nextLine(text, line.end);
}

interface Bracket {
  readonly open: '[' | '{';
  /** Where what is being read started. */
  start: number;
  /** The name before its colon. */
  name: string | undefined;
  readonly level: Level;
}

/** Brackets, to where they are closed or where the next name at the left says that somebody forgot to. */
function readBrackets(scan: Scan, from: number, path: readonly string[], column: number): number {
  const { text, end } = scan;
  const around: Bracket[] = [];
  const finish = (at: number, hasColon: boolean): void => findInBrackets(scan, around, path, at, hasColon);
  for (const match of text.slice(from, end).matchAll(marks)) {
    const [mark] = match;
    const at = from + match.index;
    const top = around.at(-1);
    const typed = text.slice(top?.start ?? from, at).trim();
    if (mark === '[' || mark === '{') {
      if (typed === '' || !top)
        around.push({ open: mark, start: at + 1, name: undefined, level: { column: -1, names: [] } });
    } else if (mark === ']' || mark === '}') {
      finish(at, false);
      around.pop();
      const outer = around.at(-1);
      // Behind a value in brackets nothing can stand but a comma.
      if (outer) outer.start = Infinity;
      else return nextLine(text, lineAround(text, at).end);
    } else if (top && mark === ',') {
      finish(at, false);
      top.start = at + 1;
      top.name = undefined;
    } else if (top?.open === '{' && top.name === undefined && mark === ':') {
      finish(at, true);
      top.name = typed.replace(/^(["'])(.*)\1$/, '$2');
      top.level.names.push({ name: top.name, start: at - text.slice(top.start, at).trimStart().length });
      top.start = at + 1;
    } else if (/[\r\n]/.test(mark)) {
      const next = at + mark.length;
      const source = text.slice(next, lineAround(text, next).end);
      if (
        namePattern.test(source.trimStart()) &&
        lengthOf(blank, source) <= column &&
        !source.includes(',')
      ) {
        finish(at, false);
        return unclosed(scan, from, column, next);
      }
    }
  }
  finish(end, false);
  return unclosed(scan, from, column, end + 1);
}

/** Below brackets that nobody closed, what stands at the left is a name in the making. */
function unclosed(scan: Scan, from: number, column: number, next: number): number {
  const { text, offset } = scan;
  const line = lineAround(text, offset);
  const source = text.slice(line.start, line.end);
  const indent = Math.min(lengthOf(blank, source), offset - line.start);
  if (line.start > from && offset < next && indent <= column && !/[,\]}]/.test(source))
    findKey(scan, indent, tokenAt(scan, line.start + indent, line.end), false);
  return next;
}

/** What has been read since the last mark ends at `at`: it may be what the cursor is in. */
function findInBrackets(
  scan: Scan,
  around: readonly Bracket[],
  path: readonly string[],
  at: number,
  hasColon: boolean,
): void {
  const { text, offset } = scan;
  const top = around.at(-1);
  if (!top || offset < top.start || offset > at) return;
  const here = lineAround(text, offset);
  const start = Math.max(top.start, here.start);
  const first = Math.min(start + lengthOf(blank, text.slice(start, here.end)), offset);
  const token = tokenAt(scan, first, Math.min(at, here.end));
  if (!token) return;
  const names = around.flatMap(({ name }) => name ?? []);
  scan.found = {
    kind: top.open === '{' && top.name === undefined ? 'key' : 'value',
    path: [...path, ...names],
    ...token,
    // In brackets a comma needs no space behind it, a colon does.
    prefix: text[token.token.start - 1] === ':' ? ' ' : '',
    hasColon,
    isFlow: true,
    isItem: top.open === '[',
    level: top.level,
  };
}

/** What separates the parts of a text in brackets; quotations and comments are taken as a whole. */
const marks =
  /(?<=[[{,:\s])"[^"\r\n]*"?|(?<=[[{,:\s])'[^'\r\n]*'?|(?<=\s)#[^\r\n]*|[[\]{},]|:(?=[\s,}\]]|$)|\r\n|\n|\r/g;

/** The token that starts at an offset, up to a comment or `end`; undefined where the cursor is behind it. */
function tokenAt({ text, offset }: Scan, from: number, end: number): Token | undefined {
  const start = from + lengthOfNames(text.slice(from, end));
  if (start > from && start > offset) return undefined;
  const source = text.slice(start, end);
  const [, mark, quoted = '', closing] = /^(["'])((?:(?!\1).)*)(\1?)/.exec(source) ?? [];
  if (mark && offset > start) {
    const token = spanOf(start + 1, start + 1 + quoted.length);
    if (offset > token.end || (closing === '' && goesOn(text, mark, end))) return undefined;
    return { token, quote: mark === '"' ? '"' : "'", isClosed: closing !== '' };
  }
  if (mark && closing === '' && goesOn(text, mark, end)) return undefined;
  const comment = source.search(/(?:^|[ \t])#/);
  if (comment >= 0 && offset > start + comment) return undefined;
  const length = source.slice(0, comment < 0 ? undefined : comment).trimEnd().length;
  // A word that the cursor does not touch is not meant.
  const isApart = offset === start && /^[ \t]/.test(source);
  return {
    token: spanOf(start, isApart ? start : Math.max(start + length, offset)),
    quote: undefined,
    isClosed: false,
  };
}

/** Leaves the maps whose names stand further to the right. */
function leave({ levels }: Scan, column: number): void {
  while ((levels.at(-1)?.column ?? -1) > column) levels.pop();
}

function levelAt(scan: Scan, column: number): Level {
  leave(scan, column);
  const top = scan.levels.at(-1);
  if (top?.column === column) return top;
  const level: Level = { column, names: [] };
  scan.levels.push(level);
  return level;
}

/** The name that each map to the left of a column has come to. */
const namesAround = ({ levels }: Scan, column: number): readonly string[] =>
  levels.flatMap((level) => (level.column < column ? (level.names.at(-1)?.name ?? []) : []));

function behindText({ text, offset, end }: Scan, lineEnd: number, column: number): number {
  let at = nextLine(text, lineEnd);
  while (at <= end) {
    const source = text.slice(at, lineAround(text, at).end);
    const isHere = at <= offset && offset <= at + source.length;
    if (source.trim() === '' ? isHere && offset - at <= column : lengthOf(blank, source) <= column) break;
    at = nextLine(text, at + source.length);
  }
  return at;
}

/** Past the end where there is no further line, so that whoever reads on comes to an end. */
const nextLine = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : 1);

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;
