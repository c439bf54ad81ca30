/** JSON as the tree that readers of YAML answer, which it is a part of: read in one pass, with the place of everything. */
import { spanOf } from '../text/span';
import type { YamlEntry, YamlNode, YamlScalar } from './nodes';

/** Thrown inside this file only, where a text is no JSON; one object, as no trace of it is of use. */
const notJson = new Error('Another reader has to look at this.');

/** More levels than this are refused, as in YAML. */
const deepest = 200;

/**
 * Reads a text that is JSON and nothing else (RFC 8259). Undefined for any other text, and where a name stands twice in
 * one object: the reader of YAML says what is wrong there.
 */
export function readJson(text: string): YamlNode | undefined {
  if (!/^\uFEFF?[ \t\r\n]*[{[]/.test(text)) return undefined;
  const reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0 };
  try {
    const value = readValue(reader, 0);
    skipBlanks(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error === notJson) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, level: number): YamlNode {
  skipBlanks(reader);
  if (level >= deepest) throw notJson;
  switch (reader.text[reader.at]) {
    case '{':
      return readObject(reader, level);
    case '[':
      return readArray(reader, level);
    case '"':
      return readString(reader);
    case undefined:
    default:
      return readWord(reader);
  }
}

function readObject(reader: Reader, level: number): YamlNode {
  const start = reader.at++;
  const entries: YamlEntry[] = [];
  const names = new Set<string>();
  const readEntry = (): void => {
    skipBlanks(reader);
    const key = readString(reader);
    if (names.has(key.text)) throw notJson;
    names.add(key.text);
    skipBlanks(reader);
    take(reader, ':');
    entries.push({ key, value: readValue(reader, level + 1) });
  };
  readUpTo(reader, '}', readEntry);
  return { kind: 'map', entries, span: spanOf(start, reader.at) };
}

function readArray(reader: Reader, level: number): YamlNode {
  const start = reader.at++;
  const items: YamlNode[] = [];
  readUpTo(reader, ']', () => void items.push(readValue(reader, level + 1)));
  return { kind: 'list', items, flow: true, span: spanOf(start, reader.at) };
}

/** Parts with commas between them, up to a bracket and with it. */
function readUpTo(reader: Reader, bracket: string, readPart: () => void): void {
  skipBlanks(reader);
  if (reader.text[reader.at] !== bracket) {
    readPart();
    skipBlanks(reader);
    while (reader.text[reader.at] === ',') {
      reader.at++;
      readPart();
      skipBlanks(reader);
    }
  }
  take(reader, bracket);
}

// eslint-disable-next-line no-control-regex -- control characters end a string that is none
const plainPart = /[^"\\\u0000-\u001F]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function readString(reader: Reader): YamlScalar {
  const { text, at: start } = reader;
  take(reader, '"');
  let isPlain = true;
  for (;;) {
    reader.at += lengthOf(plainPart, reader);
    if (text[reader.at] === '"') break;
    const length = lengthOf(escape, reader);
    if (length === 0) throw notJson;
    isPlain = false;
    reader.at += length;
  }
  reader.at++;
  const source = text.slice(start, reader.at);
  const value: unknown = isPlain ? source.slice(1, -1) : JSON.parse(source);
  return { kind: 'scalar', text: String(value), plain: false, span: spanOf(start, reader.at) };
}

const word = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** A number is its source text, as in YAML: `1.10` is an ID. */
function readWord(reader: Reader): YamlNode {
  const start = reader.at;
  reader.at += lengthOf(word, reader);
  if (reader.at === start) throw notJson;
  const span = spanOf(start, reader.at);
  const text = reader.text.slice(start, reader.at);
  return text === 'null' ? { kind: 'empty', span } : { kind: 'scalar', text, plain: true, span };
}

function lengthOf(expression: RegExp, { text, at }: Reader): number {
  expression.lastIndex = at;
  return expression.exec(text)?.[0].length ?? 0;
}

function skipBlanks(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? 'x')) reader.at++;
}

function take(reader: Reader, character: string): void {
  if (reader.text[reader.at] !== character) throw notJson;
  reader.at++;
}
