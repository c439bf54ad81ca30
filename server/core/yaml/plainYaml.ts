/**
 * The YAML that nearly every front matter and manifest is made of, read directly: names with a text on their line, lists
 * in brackets on one line or with a dash per line, and names with names below them, or in braces on one line. The package
 * `yaml` remains the definition of what is right; this file exists because it takes most of the time of a check of
 * thousands of files. It gives up (undefined) on everything that is not plain in this sense, faults among it, and gives
 * the same tree on everything else: a generated test compares them.
 */
import { spanOf } from '../text/span';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar, YamlTree } from './nodes';

/**
 * The tree of plain YAML; undefined where the text is not all plain, and has to be parsed.
 * @param text the YAML
 * @param offset where it starts in its file; all spans count from the file's start
 */
export function readPlainYaml(text: string, offset = 0): YamlTree | undefined {
  const found = mapFrom(text, 0, { indent: 0, level: 0, offset });
  // A text without any entry may be anything.
  return found && { root: found.node, faults: [] };
}

/** Each name is compared with those before it. */
const maximumNames = 100;

/** Names below names; the parser says where there are too many. */
const maximumLevels = 10;

interface Place {
  /** Spaces before each name. */
  readonly indent: number;
  readonly level: number;
  readonly offset: number;
}

/** Names of one indentation, each with its value, up to a line that is further out. Undefined where there are none. */
function mapFrom(text: string, from: number, place: Place): Found | undefined {
  const { indent, offset } = place;
  const entries: YamlEntry[] = [];
  let start = -1;
  let end = from;
  for (let at = from; at < text.length;) {
    const line = lineAt(text, at);
    if (line === undefined) return undefined;
    if (isPassedOver(text, at, line.end)) {
      at = line.next;
      continue;
    }
    const name = afterSpaces(text, at);
    if (name - at < indent) break;
    const colon = name - at === indent ? endOfKey(text, name, line.end) : undefined;
    if (colon === undefined) return undefined;
    const key = plain(text, name, colon, offset);
    if (entries.length === maximumNames || isAmong(entries, key.text)) return undefined;
    const first = afterSpaces(text, colon + 1);
    const found: Found | undefined =
      first === line.end ? below(text, line.next, place) : valueOn(text, first, line, offset);
    if (!found) return undefined;
    entries.push({ key, value: found.node });
    if (start < 0) start = name;
    at = found.next;
    end = at;
  }
  if (start < 0) return undefined;
  return { node: { kind: 'map', entries, span: spanOf(start + offset, end + offset) }, next: end };
}

/** What stands on the lines below a name that has nothing behind it: a list, or names that are further in. */
function below(text: string, from: number, { indent, level, offset }: Place): Found | undefined {
  const first = firstWordFrom(text, from);
  if (first === undefined || first.indent < indent) return undefined;
  if (text[first.at] === '-') return listBelow(text, from, offset);
  const isFurtherIn = first.indent > indent && level < maximumLevels;
  return isFurtherIn ? mapFrom(text, from, { indent: first.indent, level: level + 1, offset }) : undefined;
}

/** Where the next line that says anything begins to. */
function firstWordFrom(
  text: string,
  from: number,
): { readonly at: number; readonly indent: number } | undefined {
  for (let at = from; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const word = afterSpaces(text, at);
    if (word < end && text[word] !== '\r' && text[at] !== '#') return { at: word, indent: word - at };
    at = end + 1;
  }
  return undefined;
}

function isAmong(entries: readonly YamlEntry[], name: string): boolean {
  for (const { key } of entries) if (key.text === name) return true;
  return false;
}

/** A value, and where the line behind it starts. */
interface Found {
  readonly node: YamlNode;
  readonly next: number;
}

interface Line {
  /** Before its line end. */
  readonly end: number;
  /** The start of the next one, or the end of the text. */
  readonly next: number;
}

/** Undefined where it ends in a carriage return alone, or holds a character that YAML or people treat in their own way. */
function lineAt(text: string, start: number): Line | undefined {
  const feed = text.indexOf('\n', start);
  const stop = feed < 0 ? text.length : feed;
  const end = text.charCodeAt(feed - 1) === carriageReturn ? feed - 1 : stop;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (
      code < 0x20 ||
      code === 0x7f ||
      code === 0x85 ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0xfeff
    )
      return undefined;
  }
  return { end, next: feed < 0 ? text.length : feed + 1 };
}

const carriageReturn = 13;

/** Spaces only, or a remark that starts with the line: one that is indented belongs to what stands above it. */
const isPassedOver = (text: string, start: number, end: number): boolean =>
  text[start] === '#' || afterSpaces(text, start) === end;

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at;
}

/** Where the colon behind a name stands. */
function endOfKey(text: string, start: number, end: number): number | undefined {
  let at = start;
  while (isWordCharacter(text.charCodeAt(at)) || (at > start && text[at] === '.')) at++;
  const isKey = at > start && text[at] === ':' && (at + 1 === end || text[at + 1] === ' ');
  // A name cannot start with a dash or be nothing, and one that is `null` is no name.
  return isKey && text[start] !== '-' && !isNull(text.slice(start, at)) ? at : undefined;
}

/** ASCII letters, digits, `_` and `-`. */
const isWordCharacter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d;

const isNull = (text: string): boolean => /^(?:~|null|Null|NULL)$/.test(text);

/** The value that starts behind the name, on its line. */
function valueOn(text: string, start: number, line: Line, offset: number): Found | undefined {
  if (text[start] !== '[' && text[start] !== '{') {
    const scalar = scalarTo(text, start, line.end, offset);
    return scalar && { node: scalar, next: line.next };
  }
  const node =
    text[start] === '[' ? flowList(text, start, line.end, offset) : flowMap(text, start, line.end, offset);
  const isWhole = node && isEndOfLine(text, node.span.end - offset, line.end);
  return isWhole ? { node, next: line.next } : undefined;
}

/** A list with a dash per line, all of the same indentation; the first line that says anything has one. */
function listBelow(text: string, from: number, offset: number): Found | undefined {
  const items: YamlNode[] = [];
  let start = -1;
  let indent = -1;
  let next = from;
  for (let at = from; at < text.length;) {
    const line = lineAt(text, at);
    if (line === undefined) return undefined;
    if (isPassedOver(text, at, line.end)) {
      at = line.next;
      continue;
    }
    const dash = afterSpaces(text, at);
    if (text[dash] !== '-') break;
    const item = afterSpaces(text, dash + 1);
    if (item === dash + 1 || (indent >= 0 && dash - at !== indent)) return undefined;
    const node = scalarTo(text, item, line.end, offset);
    if (!node) return undefined;
    indent = dash - at;
    if (start < 0) start = dash;
    items.push(node);
    at = line.next;
    next = at;
  }
  return { node: { kind: 'list', items, flow: false, span: spanOf(start + offset, next + offset) }, next };
}

/** `[a, b]` on one line. */
function flowList(text: string, start: number, end: number, offset: number): YamlList | undefined {
  const items: YamlScalar[] = [];
  for (let at = start + 1; ;) {
    const node = flowScalar(text, afterSpaces(text, at), end, offset);
    if (!node) return undefined;
    items.push(node);
    const mark = afterSpaces(text, node.span.end - offset);
    if (text[mark] === ']')
      return { kind: 'list', items, flow: true, span: spanOf(start + offset, mark + 1 + offset) };
    if (text[mark] !== ',') return undefined;
    at = mark + 1;
  }
}

/** `{ a: b, c: [d, e] }` on one line. */
function flowMap(text: string, start: number, end: number, offset: number): YamlMap | undefined {
  const entries: YamlEntry[] = [];
  for (let at = start + 1; ;) {
    const name = afterSpaces(text, at);
    const colon = endOfKey(text, name, end);
    if (colon === undefined || entries.length === maximumNames) return undefined;
    const key = plain(text, name, colon, offset);
    const from = afterSpaces(text, colon + 1);
    const value =
      text[from] === '[' ? flowList(text, from, end, offset) : flowScalar(text, from, end, offset);
    if (!value || isAmong(entries, key.text)) return undefined;
    entries.push({ key, value });
    const mark = afterSpaces(text, value.span.end - offset);
    if (text[mark] === '}') return { kind: 'map', entries, span: spanOf(start + offset, mark + 1 + offset) };
    if (text[mark] !== ',') return undefined;
    at = mark + 1;
  }
}

function flowScalar(text: string, from: number, end: number, offset: number): YamlScalar | undefined {
  const quoted = quotedAt(text, from, end, offset);
  if (quoted) return quoted;
  let stop = from;
  while (stop < end && (!isFlowMark(text.charCodeAt(stop)) || isInside(text, stop))) stop++;
  return plainScalar(text, from, withoutSpaces(text, stop), offset);
}

/** The colon of `ISO:9.1.2`, which ends no name. */
const isInside = (text: string, at: number): boolean =>
  text[at] === ':' && isWordCharacter(text.charCodeAt(at + 1));

/** `,` `[` `]` `{` `}` `:` `#` and quotation marks: where one of these stands in brackets, the item ends or is not plain. */
const isFlowMark = (code: number): boolean =>
  code === 0x2c ||
  code === 0x5b ||
  code === 0x5d ||
  code === 0x7b ||
  code === 0x7d ||
  code === 0x3a ||
  code === 0x23 ||
  code === 0x22 ||
  code === 0x27;

/** A text up to the end of its line, or to the remark there. */
function scalarTo(text: string, start: number, end: number, offset: number): YamlScalar | undefined {
  const quoted = quotedAt(text, start, end, offset);
  if (quoted) return isEndOfLine(text, quoted.span.end - offset, end) ? quoted : undefined;
  let stop = start;
  for (; stop < end; stop++) {
    const code = text.charCodeAt(stop);
    if (code === 0x3a && (stop + 1 === end || text[stop + 1] === ' ')) return undefined;
    if (code === 0x23 && text[stop - 1] === ' ') break;
  }
  return plainScalar(text, start, withoutSpaces(text, stop), offset);
}

/** In quotation marks, without anything that would have to be resolved. */
function quotedAt(text: string, start: number, end: number, offset: number): YamlScalar | undefined {
  const mark = text[start];
  if (mark !== '"' && mark !== "'") return undefined;
  const close = text.indexOf(mark, start + 1);
  if (close < 0 || close >= end) return undefined;
  const inside = text.slice(start + 1, close);
  if (mark === '"' && inside.includes('\\')) return undefined;
  return { kind: 'scalar', text: inside, plain: false, span: spanOf(start + offset, close + 1 + offset) };
}

function plainScalar(text: string, start: number, end: number, offset: number): YamlScalar | undefined {
  // What may not start a plain text in YAML, and what could if it were looked at more closely.
  if (start >= end || /[-?:,[\]{}#&*!|>'"%@`\s]/.test(text[start] ?? '')) return undefined;
  const scalar = plain(text, start, end, offset);
  return isNull(scalar.text) ? undefined : scalar;
}

const plain = (text: string, start: number, end: number, offset: number): YamlScalar => ({
  kind: 'scalar',
  text: text.slice(start, end),
  plain: true,
  span: spanOf(start + offset, end + offset),
});

function withoutSpaces(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === ' ') at--;
  return at;
}

/** Nothing more on the line, or a remark. */
function isEndOfLine(text: string, start: number, end: number): boolean {
  const at = afterSpaces(text, start);
  return at === end || (at > start && text[at] === '#');
}
