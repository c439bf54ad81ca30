/**
 * YAML of nested maps and lists, one name or point on each line, as a standard file has it: read line by line, ten times
 * as fast as by the package `yaml`. Anything that is not sure is handed over, and `tree.ts` defines what is right.
 */
import { onFirstUse } from '../text/expressions';

/** Scalars as they are read; undefined where nothing stands. */
export type NestedYaml = string | undefined | readonly NestedYaml[] | { readonly [key: string]: NestedYaml };

interface Line {
  readonly indent: number;
  /** From the first character that is no blank. */
  readonly text: string;
  /** Its number, from 0, among all lines. */
  readonly at: number;
}

/** Thrown inside this file only, where a text is not sure; one object, as no trace of it is of use. */
const unsure = new Error('Another reader has to look at this.');

/** Where a scalar stands, in quotation marks or not: on one line, counted from 0, in UTF-16 units. */
export interface PlaceOnLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The place of the value of one key in each map that has it on one line. */
export interface Places {
  readonly key: string;
  readonly byMap: Map<NestedYaml, PlaceOnLine>;
}

/**
 * Undefined where this reader is not sure.
 * @param places filled by it; where undefined, places do not matter
 */
export function readNestedYaml(text: string, places?: Places): NestedYaml | undefined {
  // Other line ends, and characters that YAML forbids or that end a line for some readers.
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/.test(text))
    return undefined;
  try {
    const all = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const reader = { all, lines: contentOf(all), next: 0, places };
    return readBlock(reader, 0);
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

interface Reader {
  readonly all: readonly string[];
  /** Without those that are empty, or hold a remark only. Lines of texts that follow `|-` are passed over later. */
  readonly lines: Line[];
  next: number;
  readonly places: Places | undefined;
}

/** Deeper ones are reported by the other reader. */
const deepest = 190;

function contentOf(all: readonly string[]): Line[] {
  return all.flatMap((line, at) => {
    const indent = line.search(/[^ ]/);
    return indent < 0 || line.charAt(indent) === '#'
      ? []
      : [{ indent, text: line.slice(indent).replace(/ +$/, ''), at }];
  });
}

function readBlock(reader: Reader, indent: number): NestedYaml {
  const first = reader.lines[reader.next];
  if (first?.indent !== indent || indent > deepest) throw unsure;
  return isPoint(first.text) ? readList(reader, indent) : readMap(reader, indent);
}

/** A dash without anything behind it is handed over, as it is no name either. */
const isPoint = (text: string): boolean => text.startsWith('- ');

/** A list whose dashes stand at `indent`; what follows it stands further out, or the text is none of ours. */
const readList = (reader: Reader, indent: number): NestedYaml =>
  leavesAt(reader, indent, readItems(reader, indent));

function readItems(reader: Reader, indent: number): readonly NestedYaml[] {
  const items: NestedYaml[] = [];
  for (
    let line = reader.lines[reader.next];
    line?.indent === indent && isPoint(line.text);
    line = reader.lines[reader.next]
  ) {
    const rest = line.text.slice(1).replace(/^ +/, '');
    if (keyIn(rest)) {
      // The names of a map that begins behind a dash stand below the first one.
      const inner = indent + line.text.length - rest.length;
      reader.lines[reader.next] = { ...line, indent: inner, text: rest };
      items.push(readMap(reader, inner));
    } else {
      reader.next++;
      items.push(readValue(reader, rest, line, indent));
    }
  }
  return items;
}

function readMap(reader: Reader, indent: number): NestedYaml {
  const map: Record<string, NestedYaml> = {};
  for (
    let line = reader.lines[reader.next];
    line?.indent === indent && !isPoint(line.text);
    line = reader.lines[reader.next]
  ) {
    const key = keyIn(line.text);
    if (!key || Object.hasOwn(map, key.name) || key.name === '__proto__') throw unsure;
    const below = ++reader.next;
    map[key.name] = key.rest === '' ? readBelow(reader, indent) : readValue(reader, key.rest, line, indent);
    if (reader.places?.key === key.name && key.rest !== '' && reader.next === below)
      reader.places.byMap.set(map, placeOf(line, key.rest));
  }
  return leavesAt(reader, indent, map);
}

function placeOf({ indent, text, at }: Line, rest: string): PlaceOnLine {
  const start = indent + text.length - rest.length;
  const source = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0] ?? rest.replace(/ +#[^]*$/, '');
  return { line: at, start, end: start + source.length };
}

/** What follows a block stands further out, or the text is none of ours. */
function leavesAt<Value>(reader: Reader, indent: number, value: Value): Value {
  const next = reader.lines[reader.next];
  if (next && next.indent >= indent) throw unsure;
  return value;
}

/** A map or a list below a name; a list may stand as far out as the name. */
function readBelow(reader: Reader, indent: number): NestedYaml {
  const next = reader.lines[reader.next];
  if (!next || next.indent < indent) return undefined;
  if (next.indent === indent) return isPoint(next.text) ? readItems(reader, indent) : undefined;
  return readBlock(reader, next.indent);
}

const plainName = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_.()/-]*';
const quotedText = '"(?:[^"\\\\\t]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const entry = onFirstUse(() => new RegExp(`^(?:(${plainName})|(${quotedText})):(?: +([^]*))?$`, 'u'));

/** A name and what stands behind its colon. */
function keyIn(text: string): { readonly name: string; readonly rest: string } | undefined {
  const found = entry().exec(text);
  if (!found) return undefined;
  const [, plain, quoted = '', rest = ''] = found;
  const name = plain ?? unquoted(quoted);
  if (/^(?:null|Null|NULL)$/.test(plain ?? '')) throw unsure;
  return { name, rest: rest.startsWith('#') ? '' : rest };
}

const unquoted = (text: string): string => String(JSON.parse(text));

const remark = '(?: +#[^]*)?';
const wholeQuoted = new RegExp(`^(${quotedText})${remark}$`, 'u');
const wholeSingle = new RegExp(`^'((?:[^']|'')*)'${remark}$`, 'u');
// Blanks at its end are no part of it: one text can be read in one way only.
const within = "\\p{L}\\p{N}_.()/’‘“”–—…+;=&@!?%$£€'";
const part = `(?:${quotedText}|[\\p{L}\\p{N}](?:[${within} -]*[${within}-])?)`;
const wholeList = onFirstUse(() => new RegExp(`^\\[ *((?:${part} *, *)*${part})? *\\]${remark}$`, 'u'));
const partOfList = onFirstUse(() => new RegExp(part, 'gu'));
const pair = `(?:${plainName}): +(?:${part})`;
const wholeMap = onFirstUse(() => new RegExp(`^\\{ *((?:${pair} *, *)*${pair}) *\\}${remark}$`, 'u'));
const pairOfMap = onFirstUse(() => new RegExp(`(${plainName}): +(${part})`, 'gu'));

function readValue(reader: Reader, rest: string, line: Line, indent: number): NestedYaml {
  if (/^\|-(?: +#.*)?$/.test(rest)) return readText(reader, line, indent);
  const more = linesOn(reader, line, indent);
  return readOnLine(more === '' ? rest : withMore(rest, more));
}

/** The lines that stand further in below a text, as one: it goes on there, or something is wrong. */
function linesOn(reader: Reader, line: Line, indent: number): string {
  const more: string[] = [];
  for (let next = reader.lines[reader.next]; next && next.indent > indent; next = reader.lines[reader.next]) {
    // An empty line between ends a line of the text, and a remark ends the text.
    if (next.at !== line.at + more.length + 1) throw unsure;
    more.push(next.text);
    reader.next++;
  }
  return more.join(' ');
}

/** A text that goes on below, on one line: a line end and the white space around it are a blank. */
function withMore(rest: string, more: string): string {
  const whole = `${rest} ${more}`;
  const isQuoted = /^["']/.test(rest);
  if (!isQuoted && (!/^[\p{L}\p{N}(]/u.test(rest) || whole.includes(' #'))) throw unsure;
  return whole;
}

function readOnLine(rest: string): NestedYaml {
  const quoted = wholeQuoted.exec(rest)?.[1];
  if (quoted !== undefined) return unquoted(quoted);
  const single = wholeSingle.exec(rest)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const list = wholeList().exec(rest);
  if (list) return Array.from((list[1] ?? '').matchAll(partOfList()), ([item]) => readPart(item));
  if (/^\{ *\}$/.test(rest)) return {};
  const map = wholeMap().exec(rest)?.[1];
  if (map !== undefined) return readPairs(map);
  const plain = rest.replace(/ +#[^]*$/, '');
  // What may begin something else, goes on, or is a fault.
  if (/^[[\]{}&*!|>%@`"'#?,-]|: |:$|\t|^:/.test(plain)) throw unsure;
  return isNothing(plain) ? undefined : plain;
}

function readPairs(text: string): NestedYaml {
  const map: Record<string, NestedYaml> = {};
  for (const [, name = '', value = ''] of text.matchAll(pairOfMap())) {
    if (Object.hasOwn(map, name) || name === '__proto__' || isNothing(name)) throw unsure;
    map[name] = readPart(value);
  }
  return map;
}

function readPart(item: string): NestedYaml {
  if (item.startsWith('"')) return unquoted(item);
  if (isNothing(item)) throw unsure;
  return item;
}

const isNothing = (plain: string): boolean => /^(?:~|null|Null|NULL)$/.test(plain);

/** The lines below `|-`, which stand further in than the name or the dash, without what is before all of them. */
function readText(reader: Reader, line: Line, indent: number): string {
  const { all } = reader;
  const lines: string[] = [];
  let margin = -1;
  let at = line.at + 1;
  for (; at < all.length; at++) {
    const own = all[at] ?? '';
    const start = own.search(/[^ ]/);
    if (start < 0) {
      if (own.length > margin) throw unsure;
      lines.push('');
      continue;
    }
    if (margin < 0) margin = start;
    if (start < margin) break;
    lines.push(own.slice(margin));
  }
  if (margin <= indent || lines.some((own) => own.startsWith('\t'))) throw unsure;
  while ((reader.lines[reader.next]?.at ?? Infinity) < at) reader.next++;
  // A remark behind the text that stands further in than what follows would be part of it for some readers.
  const next = all[at];
  if (next !== undefined && next.trimStart().startsWith('#') && next.search(/[^ ]/) > indent) throw unsure;
  return lines.join('\n').replace(/\n+$/, '');
}
