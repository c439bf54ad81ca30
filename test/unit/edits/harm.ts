/** What an edit harms, seen without the code that made it: by lines, by fences, and by the parser of YAML itself. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, Lexer, parseDocument } from 'yaml';

/** A file as an editor shows it. */
export interface Shown {
  /** Without the byte order mark, which no editor counts. */
  readonly text: string;
  /** The block of YAML at the top, or all of a YAML file; undefined where there is none. */
  readonly block: Block | undefined;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly faults: number;
  readonly leaves: readonly Leaf[];
  readonly remarks: readonly string[];
}

/** A text in the tree; empty lists and maps are leaves too. */
interface Leaf {
  /** Keys from the top; a place in a list is `[]`. */
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the keys above it stand: whoever writes another key speaks of all below it. */
  readonly keys: readonly (readonly [number, number])[];
}

export interface Harmed {
  readonly after: string;
  readonly harms: readonly string[];
}

export function shown(whole: string, isYaml: boolean): Shown {
  const text = whole.replace(/^\uFEFF/, '');
  const fence = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (isYaml) return { text, block: blockAt(text, 0, text.length) };
  if (fence === undefined) return { text, block: undefined };
  const closing = /(?:^|\r\n|[\n\r])(?=---[ \t]*(?:[\n\r]|$))/.exec(text.slice(fence.length));
  if (!closing) return { text, block: undefined };
  // The line below a heading is no fence: the block was never closed.
  const inside = text.slice(fence.length, fence.length + closing.index + closing[0].length);
  if (/(?:\r\n|\n|\r){2}[A-Z][\w ]*(?:\r\n|\n|\r)$/.test(inside)) return { text, block: undefined };
  return { text, block: blockAt(text, fence.length, fence.length + closing.index + closing[0].length) };
}

/** The file after edits, and what is not as it should be. @param before the file, as `shown` gives it */
export function harmOf(before: Shown, edits: readonly TextEdit[], isYaml: boolean): Harmed {
  const { text } = before;
  const document = TextDocument.create('file:///a', 'x', 0, text);
  const spans = edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      range,
      newText,
    }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  const after = TextDocument.applyEdits(document, [...edits]);
  const misplaced = spans.flatMap(({ start, end, range }, at): readonly string[] => {
    const isThere =
      same(document.positionAt(start), range.start) && same(document.positionAt(end), range.end);
    if (!isThere) return ['an edit at a place that is none'];
    if (cuts(text, start) || cuts(text, end)) return ['an edit inside a line end or a character'];
    return end < start || start < (spans[at - 1]?.end ?? 0) ? ['edits that overlap'] : [];
  });
  if (misplaced.length > 0) return { after, harms: misplaced };
  const now = shown(after, isYaml);
  const harms = [
    ...undone(text, after, spans),
    ...brokenLines(before, after, spans),
    ...lineEnds(text, spans),
    ...harmedBlock(before, now, spans),
  ];
  return { after, harms: [...new Set(harms)] };
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const same = (
  one: { line: number; character: number },
  other: { line: number; character: number },
): boolean => one.line === other.line && one.character === other.character;

const cuts = (text: string, at: number): boolean =>
  /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;

/** The inverse change gives the old text. */
function undone(text: string, after: string, changes: readonly Change[]): readonly string[] {
  const document = TextDocument.create('file:///a', 'x', 0, after);
  let shift = 0;
  const inverse = changes.map(({ start, end, newText }): TextEdit => {
    const from = start + shift;
    shift += newText.length - (end - start);
    const range = { start: document.positionAt(from), end: document.positionAt(from + newText.length) };
    return { range, newText: text.slice(start, end) };
  });
  return TextDocument.applyEdits(document, inverse) === text ? [] : ['undo does not give the old file'];
}

/** Lines that no change touches are lines afterwards, and the start of one that is touched starts a line. */
function brokenLines({ text, block }: Shown, after: string, changes: readonly Change[]): readonly string[] {
  const found: string[] = [];
  // The lines of one text are written anew together.
  const anew = (block?.leaves ?? []).filter(({ start, end }) =>
    changes.some((change) => change.start < end && change.end > start),
  );
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const end = index + line.length;
    if (line.trim() === '' || changes.some((change) => change.start <= index && change.end > index)) continue;
    if (anew.some((leaf) => leaf.start < end && leaf.end > index)) continue;
    const moved = changes.filter((change) => change.end <= index);
    const place = moved.reduce((at, one) => at + one.newText.length - (one.end - one.start), index);
    const first = changes.find((change) => change.start > index && change.start < end);
    const kept = text.slice(index, first?.start ?? end);
    if (!isLineStart(after, place) || !after.startsWith(kept, place))
      found.push('a line is glued to another');
    const next = changes.find((change) => change.start === end);
    if (
      !first &&
      (next?.newText ?? '') === '' &&
      !/^(?:[\r\n]|$|[ \t]*#)/.test(after.slice(place + line.length))
    )
      found.push('something is glued to a line');
  }
  return found;
}

const isLineStart = (text: string, at: number): boolean => at === 0 || /[\r\n]/.test(text[at - 1] ?? '');

/** What is put in ends its lines as the file does; of a file that mixes them nothing is asked. */
function lineEnds(text: string, changes: readonly Change[]): readonly string[] {
  const own = new Set(text.match(/\r\n|\n|\r/g));
  const [end = '\n', ...others] = own;
  if (others.length > 0 || text === '') return [];
  const put = changes.flatMap(({ newText }) => newText.match(/\r\n|\n|\r/g) ?? []);
  return put.every((one) => one === end) ? [] : ['lines end in another way'];
}

function harmedBlock(before: Shown, after: Shown, changes: readonly Change[]): readonly string[] {
  const [old, now] = [before.block, after.block];
  if (!old) return [];
  if (!now) return ['the block is no longer one'];
  const isInBlock = ({ start, end }: Change): boolean => start >= old.start && end <= old.end;
  const grown = changes
    .filter(isInBlock)
    .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  if (now.start !== old.start || now.end !== old.end + grown) return ['a fence has moved'];
  // Of a block with faults the parser counts now these, now those; what our own findings say of it is looked at later.
  if (old.faults > 0) return [];
  if (now.faults > 0) return ['a new fault'];
  const isTouched = ({ start, end, keys, text }: Leaf): boolean =>
    [[start, end] as const, ...keys].some(([from, to]) =>
      changes.some((change) =>
        text === '' ? change.start <= to && from <= change.end : change.start < to && change.end > from,
      ),
    );
  const left = tally(now.leaves);
  const lost = old.leaves.filter((leaf) => {
    if (isTouched(leaf)) return false;
    const count = left.get(nameOf(leaf)) ?? 0;
    left.set(nameOf(leaf), count - 1);
    return count <= 0;
  });
  const remarks = [...now.remarks];
  const lostRemarks = old.remarks.filter((remark) => {
    // Another may be put on its line.
    const at = remarks.findIndex((left) => left.includes(remark));
    if (at >= 0) remarks.splice(at, 1);
    return at < 0;
  });
  const isRemoval =
    now.leaves.length < old.leaves.length ||
    changes.some(({ start, end }) => before.text.slice(start, end).includes('#'));
  return [
    ...(lost.length > 0 ? ['another value has changed'] : []),
    ...(lostRemarks.length > 0 && !isRemoval ? ['a remark is lost'] : []),
  ];
}

/** A single text and a list of one are the same. */
const nameOf = ({ path, text }: Leaf): string => `${path.replace(/(?:\/\[\])+$/, '')}\0${text.trim()}`;

function tally(leaves: readonly Leaf[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const leaf of leaves) counts.set(nameOf(leaf), (counts.get(nameOf(leaf)) ?? 0) + 1);
  return counts;
}

function blockAt(text: string, start: number, end: number): Block {
  // A line may end in a carriage return alone; the parser does not know.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false });
  const leaves: Leaf[] = [];
  collect(document, source, document.contents, { path: '', keys: [] }, start, leaves);
  const tokens = [...new Lexer().lex(source)];
  const remarks = tokens.filter((token, at) => token.startsWith('#') && tokens[at - 1] !== '\x1f');
  return { start, end, faults: document.errors.length, leaves, remarks };
}

interface Above {
  readonly path: string;
  readonly keys: readonly (readonly [number, number])[];
  /** What an alias stands for is where the alias is. */
  readonly place?: readonly [number, number];
}

function collect(
  document: Document.Parsed,
  source: string,
  node: unknown,
  above: Above,
  offset: number,
  leaves: Leaf[],
): void {
  const { path, keys } = above;
  const place = above.place ?? rangeOf(node);
  const leaf = (text: string): void => {
    const [from, to] = place ?? [0, 0];
    leaves.push({ path, text, start: from + offset, end: to + offset, keys });
  };
  if (isAlias(node)) {
    const target = node.resolve(document);
    if (target === undefined) leaf('*');
    else collect(document, source, target, place ? { ...above, place } : above, offset, leaves);
  } else if (isMap(node)) {
    if (node.items.length === 0) leaf('{}');
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      const [from, to] = rangeOf(key) ?? [0, 0];
      // What is empty reaches from its key to the end of the line.
      const isEmpty = isScalar(value) && String(value.value) === '' && value.type === 'PLAIN';
      const last = Math.max(to, isEmpty ? (rangeOf(value)?.[1] ?? to) : to);
      const gap: readonly [number, number] = [
        to,
        last + (/^[^\r\n]*(?:\r\n|\n|\r)?/.exec(source.slice(last))?.[0].length ?? 0),
      ];
      const below: Above = {
        path: `${path}/${name}`,
        keys: [...keys, [from + offset, to + offset]],
        ...(above.place ? { place: above.place } : value === null || isEmpty ? { place: gap } : {}),
      };
      collect(document, source, value, below, offset, leaves);
    }
  } else if (isSeq(node)) {
    if (node.items.length === 0) leaf('[]');
    for (const item of node.items)
      collect(document, source, item, { ...above, path: `${path}/[]` }, offset, leaves);
  } else leaf(isScalar(node) ? String(node.value) : '');
}

/** Of a block of text, without the line ends below it. */
const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range = (node as Node | null)?.range;
  if (!range) return undefined;
  const isBlock = isScalar(node) && String(node.type).startsWith('BLOCK');
  return [range[0], isBlock ? Math.max(range[0] + 1, range[1] - 1) : range[1]];
};
