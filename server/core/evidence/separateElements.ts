/**
 * One value under `elements` that has several IDs in it, or more than an ID, written as IDs alone: none is lost, and
 * what was said behind one stays as a remark where there is room for one.
 */
import type { EvidenceFile } from './evidence';
import { entriesOf } from './block';
import { parseEvidence } from './evidence';
import type { IdentifierPart } from '../standard/identifiersInText';
import { identifiersInText } from '../standard/identifiersInText';
import { isHarmless } from './harmless';
import { lineAround } from '../text/lines';
import { spanOf } from '../text/span';
import { nodeNamed } from '../standard/retired';
import type { Lexicon } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, lineEndOf } from '../text/edit';
import { colonEnd, endOf, quotedLike, replacement } from '../yaml/edits';
import type { YamlEntry, YamlNode } from '../yaml/tree';

export interface SeparatedElements {
  readonly edits: readonly Edit[];
  /** What stands in the value's place. */
  readonly ids: readonly string[];
  /** What was said beside them, and stays as a remark. */
  readonly kept: string;
  /** What was said beside them, and has no place any more. */
  readonly lost: string;
}

/** An ID, and what is said of it. */
type Part = Pick<IdentifierPart, 'id' | 'words' | 'isBetween'>;

/** Which IDs of a range are written: all of it, or its ends. */
export type RangeChoice = 'all' | 'ends';

/**
 * @param offset where the value starts: a text, a map such as `3.2.4: Accuracy`, or a list in the list
 * @returns undefined where it has no ID of the standard in it, or no edit here knows the way in which it is written
 */
export function separatedElements(
  standard: Lexicon,
  evidence: EvidenceFile,
  offset: number,
  range: RangeChoice = 'all',
): SeparatedElements | undefined {
  const place = placeOf(evidence, offset);
  if (!place) return undefined;
  const parts = distinct([...partsIn(standard, place.node), ...partsRead(standard, evidence, place)]).filter(
    ({ isBetween }) => range === 'all' || !isBetween,
  );
  const others = evidence.elements.filter(({ span }) => span.start < offset || span.start >= place.end);
  const listed = new Set(others.map(({ id }) => id));
  const fresh = parts.filter(({ id }) => !listed.has(id));
  if (!parts.some(({ id }) => nodeNamed(standard, id)) || fresh.length === 0) return undefined;
  const written = writtenAt(evidence, place, fresh);
  const ids = fresh.map(({ id }) => id);
  const after = parseEvidence(evidence.uri, applyEdits(evidence.text, [written.edit]), evidence.names);
  const expected = [...others.map(({ id }) => id), ...ids].sort().join('\n');
  const isAsMeant =
    after?.elements
      .map(({ id }) => id)
      .sort()
      .join('\n') === expected &&
    after.misplaced.length <= evidence.misplaced.length &&
    after.frontMatter.faults.length <= evidence.frontMatter.faults.length &&
    after.text.slice(after.bodyStart) === evidence.text.slice(evidence.bodyStart) &&
    isHarmless(evidence.uri, evidence.text, [written.edit]);
  return isAsMeant ? { edits: [written.edit], ids, kept: written.kept, lost: written.lost } : undefined;
}

interface Place {
  readonly entry: YamlEntry;
  readonly node: YamlNode;
  /** Behind its last character. */
  readonly end: number;
  readonly isItem: boolean;
  /** In square brackets. */
  readonly isFlow: boolean;
}

function placeOf(evidence: EvidenceFile, offset: number): Place | undefined {
  const { text } = evidence;
  for (const entry of entriesOf(evidence, 'elements')) {
    const { value } = entry;
    const item = value.kind === 'list' ? value.items.find(({ span }) => span.start === offset) : undefined;
    const node = item ?? (value.span.start === offset ? value : undefined);
    // `*name` stands for a value elsewhere.
    if (!node || text[node.span.start] === '*') continue;
    const isItem = item !== undefined;
    return { entry, node, end: endOf(text, node), isItem, isFlow: value.kind === 'list' && value.flow };
  }
  return undefined;
}

function partsIn(standard: Lexicon, node: YamlNode): readonly Part[] {
  switch (node.kind) {
    case 'empty':
    case 'unread':
      return [];
    case 'scalar':
      return partsOfText(standard, node.text);
    case 'list':
      return node.items.flatMap((item) => partsIn(standard, item));
    case 'map':
      return node.entries.flatMap(({ key, value }): readonly Part[] => {
        const names = partsOfText(standard, key.text);
        const [only, ...others] = names;
        if (!only) return partsIn(standard, value);
        const words = value.kind === 'scalar' ? value.text : '';
        // `3.2.4: Accuracy`: what stands behind the colon is said of it.
        return others.length === 0 ? [{ ...only, words: words || only.words }] : names;
      });
  }
}

/** A number alone is a word among others, and an ID where a blank parts it from them and it is read by itself. */
const partsRead = (standard: Lexicon, { elements }: EvidenceFile, { node, end }: Place): readonly Part[] =>
  elements
    .filter(({ span }) => node.span.start <= span.start && span.end <= end)
    .flatMap(({ id }) => partsOfText(standard, id))
    .filter(({ id }) => nodeNamed(standard, id));

const partsOfText = (standard: Lexicon, text: string): readonly Part[] =>
  nodeNamed(standard, text.trim())
    ? [{ id: text.trim(), words: '', isBetween: false }]
    : identifiersInText(standard, text).parts;

const distinct = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ id }, at) => parts.findIndex((other) => other.id === id) === at);

interface Written {
  readonly edit: Edit;
  readonly kept: string;
  readonly lost: string;
}

function writtenAt(evidence: EvidenceFile, place: Place, parts: readonly Part[]): Written {
  const { text } = evidence;
  const { node, entry, end, isItem, isFlow } = place;
  const line = lineAround(text, node.span.start);
  const dash = /^[ \t]*-[ \t]+$/.exec(text.slice(line.start, node.span.start))?.[0];
  const quote = node.kind === 'scalar' && (isItem || parts.length === 1) ? text[node.span.start] : undefined;
  const written = (id: string): string => quotedLike(quote, id);
  const said = parts.flatMap(({ words }) => (words === '' ? [] : [words])).join('; ');
  const { start } = node.span;
  if (isItem && !isFlow && dash !== undefined) {
    // A remark that stands there already keeps its place behind the last one.
    const hasRemark = text.slice(end, lineAround(text, end).end).trim() !== '';
    const lines = parts.map((part) => (hasRemark ? written(part.id) : withRemark(written(part.id), part)));
    const edit = { span: spanOf(start, end), newText: lines.join(`${lineEndOf(text)}${dash}`) };
    return hasRemark ? { edit, kept: '', lost: said } : { edit, kept: said, lost: '' };
  }
  const ids = parts.map(({ id }) => written(id)).join(', ');
  if (isItem) return { edit: { span: spanOf(start, end), newText: ids }, kept: '', lost: said };
  const colon = colonEnd(text, entry);
  const isBelow = colon !== undefined && /[\r\n]/.test(text.slice(colon, start));
  if (!isBelow) {
    // A single ID stands there as it is.
    const newText = parts.length === 1 && node.kind === 'scalar' ? ids : `[${ids}]`;
    return { edit: replacement(text, spanOf(start, end), newText), kept: '', lost: said };
  }
  const indent = indentAt(text, start) || '  ';
  const lines = parts.map((part) => withRemark(`${indent}- ${written(part.id)}`, part));
  const edit = { span: spanOf(line.start, end), newText: lines.join(lineEndOf(text)) };
  return { edit, kept: said, lost: '' };
}

const withRemark = (written: string, { words }: Part): string =>
  words === '' ? written : `${written} # ${words.replace(/\s+/g, ' ')}`;
