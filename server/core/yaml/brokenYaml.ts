/**
 * A block of YAML with faults, read around them. A parser that goes on behind a fault takes what follows for part of
 * it; people write one name per line, so each name at the margin begins anew here. What is broken is one fault at its
 * own line, and a name whose value cannot be read is there with the value `unread`.
 */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { danglingReference, misplacedLine, strayLine } from './faults';
import type { YamlEntry, YamlFault, YamlNode, YamlTree } from './nodes';
import type { YamlLine, YamlPiece } from './pieces';
import { indentOf, isItem, spanOfLines, wordsOf, yamlLines, yamlPieces } from './pieces';

/** Reads YAML that starts at an offset of its file. */
type Parse = (text: string, offset: number) => YamlTree;

/** Blocks beyond these are not written by hand, and stay as the parser has them. */
const maximumLength = 50_000;
const maximumPieces = 300;

interface Reading {
  /** The whole file's. */
  readonly text: string;
  readonly parse: Parse;
  /** What the parser says of the whole block. */
  readonly known: readonly YamlFault[];
  readonly faults: YamlFault[];
  /** What has been read here, or cannot be. */
  readonly taken: Span[];
  readonly entries: YamlEntry[];
}

/**
 * Undefined where that cannot be done: the block is one pair of brackets, or longer than people write.
 * @param text the file's
 * @param content where the YAML stands in it
 * @param known the faults that `parse` finds in the whole block
 */
export function readAround(
  text: string,
  content: Span,
  known: readonly YamlFault[],
  parse: Parse,
): YamlTree | undefined {
  const source = text.slice(content.start, content.end);
  if (source.length > maximumLength || /^\s*[[{]/.test(source)) return undefined;
  const pieces = yamlPieces(yamlLines(text, content));
  if (pieces.length > maximumPieces) return undefined;
  const reading: Reading = { text, parse, known, faults: [], taken: [], entries: [] };
  for (const piece of pieces) readPiece(reading, piece);
  // One parse for all that is sound: a name may stand there twice, or refer to another.
  const sound = parse(without(source, content.start, reading.taken), content.start);
  const entries = [...entriesIn(sound), ...reading.entries].sort(
    (left, right) => left.key.span.start - right.key.span.start,
  );
  const span = spanOf(
    entries[0]?.key.span.start ?? content.start,
    entries.at(-1)?.value.span.end ?? content.start,
  );
  return {
    root: { kind: 'map', entries, span },
    faults: [...reading.faults, ...sound.faults].sort((left, right) => left.span.start - right.span.start),
  };
}

const entriesIn = ({ root }: YamlTree): readonly YamlEntry[] => (root.kind === 'map' ? root.entries : []);

function readPiece(reading: Reading, { head, below }: YamlPiece): void {
  if (!head) {
    for (const line of below) if (!line.isPassedOver) readStray(reading, line);
    return;
  }
  const lines = [head, ...below];
  const isBroken = below.some((line) => endsDocument(reading.text, line));
  if (!isBroken && (isSound(reading, lines) || readBrackets(reading, lines))) return;
  const strays = below.filter((line) => isStray(reading.text, head, line));
  for (const line of strays) readStray(reading, line);
  const all = lines.filter((line) => !strays.includes(line));
  // Remarks and empty lines below a value that does not end are no part of it.
  const own = all.slice(0, all.findLastIndex((line) => !line.isPassedOver) + 1);
  if (strays.length > 0 && isSound(reading, own)) return;
  if (!readItems(reading, own) && !readHead(reading, own)) readNothing(reading, own);
}

/** YAML goes on behind such a line with another document, which no front matter has. */
const endsDocument = (text: string, line: YamlLine): boolean =>
  /^(?:\.\.\.|---)(?:[ \t]|$)/.test(text.slice(line.span.start, line.words.end));

/** At the margin, and no item of a list below its name. */
function isStray(text: string, head: YamlLine, line: YamlLine): boolean {
  if (line.isPassedOver || indentOf(text, line).length > indentOf(text, head).length) return false;
  return !(isItem(text, line) && isBare(text, head));
}

/** Nothing stands behind the name. */
const isBare = (text: string, head: YamlLine): boolean => /:[ \t]*(?:#.*)?$/.test(wordsOf(text, head));

const isSound = (reading: Reading, lines: readonly YamlLine[]): boolean =>
  faultsOf(reading, lines).length === 0;

/** The faults of some lines alone. What they refer to may stand elsewhere. */
const faultsOf = (reading: Reading, lines: readonly YamlLine[]): readonly YamlFault[] =>
  parseLines(reading, lines).faults.filter(({ message }) => message !== danglingReference);

/** Parses some lines of a piece; the lines between them that are left out are blank. */
function parseLines(
  { text, parse }: Reading,
  lines: readonly YamlLine[],
  from = spanOfLines(lines).start,
): YamlTree {
  const { end } = spanOfLines(lines);
  const gaps = lines.slice(1).map((line, at) => spanOf(lines[at]?.span.end ?? from, line.span.start));
  return parse(without(text.slice(from, end), from, gaps), from);
}

/** Remarks in the place of some lines: spaces would be part of a text that goes on over several. */
function without(source: string, offset: number, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    result +=
      source.slice(at, start - offset) +
      source.slice(start - offset, end - offset).replace(/[^\r\n]+/g, (line) => '#'.padEnd(line.length));
    at = end - offset;
  }
  return result + source.slice(at);
}

/** `[a, b` without its end, or over lines that start at the margin: what is in it is clear. */
function readBrackets(reading: Reading, lines: readonly YamlLine[]): boolean {
  const { text, parse } = reading;
  const { end } = spanOfLines(lines);
  const [named] = lines[0] ? hiddenName(text, lines[0]) : [];
  const start = named?.value.span.start ?? end;
  if (!named || text[start] !== '[') return false;
  // By itself, a list may go on at the margin.
  const { root } = parse(text.slice(start, end), start);
  if (root.kind !== 'list' || !root.flow) return false;
  const isClear = root.items.every(
    (item) =>
      item.kind === 'scalar' &&
      /^(?:[^"'\r\n:{}#]*|"[^"\r\n]*"|'[^'\r\n]*')$/.test(text.slice(item.span.start, item.span.end)),
  );
  if (!isClear || !/^[\s\]},]*(?:#.*)?$/.test(text.slice(root.span.end, end))) return false;
  reading.entries.push({ key: named.key, value: root });
  take(reading, lines);
  blame(reading, lines);
  return true;
}

/** A list with a dash per line costs its broken items only. */
function readItems(reading: Reading, lines: readonly YamlLine[]): boolean {
  const { text } = reading;
  const [head, ...below] = lines;
  const rest = below.filter((line) => !line.isPassedOver);
  const [first] = rest;
  const [entry] =
    head && first && isBare(text, head) && isItem(text, first) ? entriesIn(parseLines(reading, [head])) : [];
  if (!entry) return false;
  const groups: YamlLine[][] = [];
  for (const line of rest) {
    if (isItem(text, line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const items = groups.map((group) => readItem(reading, group));
  groups.forEach((group, at) => {
    if (!items[at]) blame(reading, group);
  });
  // Each can be read alone: it is how they stand beside each other that is wrong.
  if (!items.includes(undefined)) blame(reading, lines);
  const span = spanOf(first?.words.start ?? 0, rest.at(-1)?.words.end ?? 0);
  const list: YamlNode = {
    kind: 'list',
    items: items.filter((item) => item !== undefined),
    flow: false,
    span,
  };
  reading.entries.push({ key: entry.key, value: list });
  take(reading, lines);
  return true;
}

/** Whatever its indentation is: one item may stand further in than the others, or behind a tab. */
function readItem(reading: Reading, lines: readonly YamlLine[]): YamlNode | undefined {
  const { root, faults } = parseLines(reading, lines, lines[0]?.words.start);
  return faults.length === 0 && root.kind === 'list' && root.items.length === 1 ? root.items[0] : undefined;
}

/** `title: a` above a line that does not fit is a title, and a broken line. */
function readHead(reading: Reading, lines: readonly YamlLine[]): boolean {
  const [head, ...below] = lines;
  const rest = below.filter((line) => !line.isPassedOver);
  if (!head || rest.length === 0 || !isSound(reading, [head])) return false;
  const [entry] = entriesIn(parseLines(reading, [head]));
  if (entry?.value.kind !== 'scalar' || !entry.value.plain) return false;
  take(reading, rest);
  // The line that does not fit is the one to mend, wherever the parser gives up.
  reading.faults.push({ span: rest[0]?.words ?? head.words, message: misplacedLine });
  for (const line of rest) reading.entries.push(...hiddenName(reading.text, line));
  return true;
}

function readNothing(reading: Reading, lines: readonly YamlLine[]): void {
  const [head] = lines;
  take(reading, lines);
  blame(reading, lines);
  if (!head) return;
  const end = lines.filter((line) => !line.isPassedOver).at(-1)?.words.end;
  reading.entries.push(...hiddenName(reading.text, head, end));
}

/** A line at the margin that is neither a name with a colon nor part of a value. */
function readStray(reading: Reading, line: YamlLine): void {
  const message = strayLine(wordsOf(reading.text, line));
  take(reading, [line]);
  reading.faults.push({ span: line.words, message });
  reading.entries.push(...hiddenName(reading.text, line));
}

/**
 * The name on a broken line: that it is there and cannot be read is known, so that a status that nobody can read does
 * not make evidence count.
 * @param end where its value ends; the end of its line where absent
 */
function hiddenName(text: string, line: YamlLine, end = line.words.end): readonly YamlEntry[] {
  const match = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*(?:[:=][ \t]*|[ \t](?=[^\s]+$))/u.exec(
    wordsOf(text, line),
  );
  const word = match?.[2];
  if (!match || word === undefined) return [];
  const { start } = line.words;
  const key = spanOf(start, start + word.length + 2 * (match[1] ?? '').length);
  return [
    {
      key: { kind: 'scalar', text: word, plain: match[1] === '', span: key },
      value: { kind: 'unread', span: spanOf(Math.min(start + match[0].length, end), end) },
    },
  ];
}

const take = ({ taken }: Reading, lines: readonly YamlLine[]): void =>
  void taken.push(...lines.map(({ span }) => span));

/** One fault for some lines: what the parser says of them in the whole, else what it says of them alone. */
function blame(reading: Reading, lines: readonly YamlLine[]): void {
  const { start, end } = spanOfLines(lines);
  const fault =
    reading.known.find(({ span }) => start <= span.start && span.start < end) ?? faultsOf(reading, lines)[0];
  const [first] = lines;
  reading.faults.push(fault ?? { span: first?.words ?? spanOf(start, end), message: strayLine('') });
}
