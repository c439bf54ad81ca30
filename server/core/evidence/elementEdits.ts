/**
 * Edits of the list of elements: comments, quotation marks, indentation and line ends of the rest stay. An edit is
 * undefined where it would be a guess: the block has faults, or is written in a way that no edit here knows.
 */
import { withSoundBlock } from './blockMends';
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';
import { addLines } from './fieldEdits';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import { lineAround } from '../text/lines';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import type { Standard } from '../standard/standard';
import { isEditable, soundly } from './soundEdits';
import { compareInStandard } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits, differenceOf, indentAt, insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import {
  colonEnd,
  endOf,
  isInBrackets,
  quotedLike,
  removeFromBrackets,
  removeLines,
  replacement,
  scalarEdit,
  valueEdit,
  wholeOf,
} from '../yaml/edits';
import type { UnreadFile } from './unreadFile';
import { readUnread } from './unreadFile';
import { unreadBlock, withAnyBlock, withReadBlock } from './unreadMends';
import type { YamlEntry, YamlList } from '../yaml/tree';

type Edits = readonly Edit[] | undefined;

/** Adds an element at the end of the list; no change where it is there already. */
export function addElement(evidence: EvidenceFile, id: string): Edits {
  const entry = editable(evidence);
  if (!entry) return undefined;
  const ids = idsOf(evidence);
  if (ids.includes(id)) return [];
  return proven(evidence, added(evidence, entry, id), [...ids, id]);
}

/** Removes every mention of an element from the list. */
export function removeElement(evidence: EvidenceFile, id: string): Edits {
  const gone = evidence.elements.flatMap((reference, at) => (reference.id === id ? [at] : []));
  return removeReferences(evidence, gone);
}

/** Removes the references that start at some offsets, such as one of two that are the same. */
export function removeReferencesAt(evidence: EvidenceFile, offsets: readonly number[]): Edits {
  const wanted = new Set(offsets);
  return removeReferences(
    evidence,
    evidence.elements.flatMap(({ span }, at) => (wanted.has(span.start) ? [at] : [])),
  );
}

/** Writes other elements in the place of the reference that starts at an offset. */
export function replaceReferenceAt(evidence: EvidenceFile, offset: number, ids: readonly string[]): Edits {
  const at = evidence.elements.findIndex(({ span }) => span.start === offset);
  const reference = evidence.elements[at];
  if (!reference || ids.length === 0) return undefined;
  const edits = replaced(evidence, reference.span, ids);
  // One for one is right also where the block has other faults.
  if (ids.length === 1) return edits;
  const after = idsOf(evidence).flatMap((id, place) => (place === at ? ids : [id]));
  return proven(evidence, edits, after);
}

/** Lets evidence support another element instead of one: in its place, or where it stands already. */
export function moveElement(evidence: EvidenceFile, from: string, to: string): Edits {
  if (from === to) return [];
  const ids = idsOf(evidence);
  const first = evidence.elements.find(({ id }) => id === from);
  if (!first) return undefined;
  if (ids.includes(to)) return removeElement(evidence, from);
  const edits = replaced(evidence, first.span, [to]);
  const others = evidence.elements.flatMap(({ id, span }, at) =>
    id === from && span !== first.span ? [at] : [],
  );
  const removed = others.length > 0 ? removal(evidence, others) : [];
  const once = ids.flatMap((id, at) => (others.includes(at) ? [] : [id === from ? to : id]));
  return edits && removed && proven(evidence, [...edits, ...removed], once);
}

/** `[a, b]` or a single value as lines with a dash. Also undefined where it is that already, or has remarks in it. */
export function asBlockList(evidence: EvidenceFile): Edits {
  const entry = editable(evidence);
  return entry && proven(evidence, blockList(evidence, entry), idsOf(evidence));
}

/** `3.2.4, 1.1.1`, one text for YAML, as lines with a dash. Also undefined where it is a list. */
export function splitElements(evidence: EvidenceFile): Edits {
  const entry = editable(evidence);
  return entry && isRun(evidence, entry) ? asBlockList(evidence) : undefined;
}

/** The elements in the order of the standard; what stands behind one on its line goes with it. Undefined where nothing would change. */
export function sortElements(evidence: EvidenceFile, standard: Standard): Edits {
  const value = editable(evidence)?.value;
  if (value?.kind !== 'list' || value.items.some((item) => item.kind !== 'scalar')) return undefined;
  const { text } = evidence;
  // A text may go on in the lines below its dash.
  const slots = value.items.map((item): Span =>
    value.flow
      ? item.span
      : spanOf(lineAround(text, item.span.start).start, lineAround(text, endOf(text, item)).end),
  );
  // A text on the line below its dash would be parted from it.
  if (!value.flow && !slots.every(({ start }) => /^[ \t]*-/.test(text.slice(start)))) return undefined;
  const order = compareInStandard(standard);
  const sorted = value.items
    .map((item, at) => ({ id: item.kind === 'scalar' ? item.text.trim() : '', slot: slots[at] ?? item.span }))
    .sort((left, right) => order(left.id, right.id));
  const edits = slots.flatMap((span, at): Edit[] => {
    const from = sorted[at]?.slot ?? span;
    return from.start === span.start ? [] : [{ span, newText: text.slice(from.start, from.end) }];
  });
  if (edits.length === 0) return undefined;
  return proven(
    evidence,
    edits,
    sorted.map(({ id }) => id),
  );
}

/**
 * Makes a Markdown file that names no elements evidence for one; a block that it has stays. One that is broken, or
 * meant and not read, is mended with the same change: a second one above it would hide it for good.
 * @param isMeant whether a block names elements of the standard, and not those of another tool
 */
export function startEvidence(
  uri: Uri,
  text: string,
  id: string,
  isMeant: (unread: UnreadFile) => boolean = () => true,
): Edits {
  const mended = withoutObstacle(text, isMeant);
  if (mended === undefined) return undefined;
  const evidence = mended === text ? undefined : parseEvidence(uri, mended);
  const edits = evidence ? addElement(evidence, id) : startedIn(uri, mended, id);
  return edits && differenceOf(text, applyEdits(mended, edits));
}

/** The text with a block at its top that can be read, or none; undefined where it has one that nobody can mend. */
function withoutObstacle(text: string, isMeant: (unread: UnreadFile) => boolean): string | undefined {
  const { kind, ...block } = parseFrontMatter(text);
  const unread = readUnread('', text);
  if (unread && isMeant(unread)) return withReadBlock(text);
  const meant = kind === 'none' ? unreadBlock(text) : undefined;
  if (meant) return withAnyBlock(text, meant);
  // A rule on the first line opens no block.
  const isRule = kind === 'unclosed' && 'content' in block && block.content.end === block.content.start;
  const isBroken = kind === 'unclosed' || ('faults' in block && block.faults.length > 0);
  return isBroken && !isRule ? withSoundBlock(text) : text;
}

function startedIn(uri: Uri, text: string, id: string): Edits {
  const frontMatter = parseFrontMatter(text);
  const end = lineEndOf(text);
  const lines = ['elements:', `  - ${yamlScalar(id)}`];
  const edits =
    frontMatter.kind !== 'closed'
      ? [
          insertion(
            text.startsWith('\uFEFF') ? 1 : 0,
            `${['---', ...lines, '---'].join(end)}${end}${/^\uFEFF?\s*$/.test(text) ? '' : end}`,
          ),
        ]
      : addLines({ text, frontMatter }, 'elements', lines);
  if (!edits) return undefined;
  const after = parseEvidence(uri, applyEdits(text, edits));
  return after && isSound(after, [id]) ? edits : undefined;
}

/** The one entry that can be edited; undefined where faults of the block make an edit a guess. */
function editable(evidence: EvidenceFile): YamlEntry | undefined {
  const { text, entries } = evidence;
  const [entry, ...others] = entries.filter(({ key }) => key.text === 'elements');
  if (!entry || others.length > 0 || !isEditable(evidence)) return undefined;
  // `*name` stands for a list elsewhere.
  return text[entry.value.span.start] === '*' ? undefined : entry;
}

const idsOf = ({ elements }: EvidenceFile): readonly string[] => elements.map(({ id }) => id);

const isSound = ({ elements, misplaced, frontMatter }: EvidenceFile, ids: readonly string[]): boolean =>
  frontMatter.kind === 'closed' &&
  frontMatter.faults.length === 0 &&
  misplaced.length === 0 &&
  elements.length === ids.length &&
  elements.every(({ id }, at) => id === ids[at]);

/** Only a change after which the file, read again, names these elements: YAML has corners that no edit knows. */
function proven(evidence: EvidenceFile, edits: Edits, ids: readonly string[]): Edits {
  const after = edits && parseEvidence(evidence.uri, applyEdits(evidence.text, edits));
  if (!after) return undefined;
  const { misplaced, frontMatter } = evidence;
  // What was wrong before may be wrong after.
  const isAsGood =
    after.misplaced.length <= misplaced.length &&
    after.frontMatter.faults.length <= frontMatter.faults.length &&
    idsOf(after).join('\n') === ids.join('\n');
  return isAsGood ? soundly(evidence, 'elements', edits) : undefined;
}

/** `3.2.4, 1.1.1` without brackets. */
const isRun = ({ misplaced }: EvidenceFile, { value }: YamlEntry): boolean =>
  value.kind === 'scalar' && misplaced.length > 0;

function added(evidence: EvidenceFile, entry: YamlEntry, id: string): Edits {
  const { text } = evidence;
  const { value } = entry;
  switch (value.kind) {
    case 'empty':
      return addToNothing(evidence, entry, id);
    case 'scalar': {
      // `elements: 1.1.1, 1.1.2`: what it is meant to be is for the writer to say.
      const asList = isRun(evidence, entry) ? undefined : blockList(evidence, entry);
      const line = `${lineEndOf(text)}${listIndent(evidence, entry)}- ${quotedLike(text[value.span.start], id)}`;
      return asList && [...asList, insertion(lineAround(text, value.span.end).end, line)];
    }
    case 'list':
      return value.flow ? addToFlow(text, value, id) : addToBlock(text, value, id);
    case 'map':
    case 'unread':
      return undefined;
  }
}

function addToNothing(evidence: EvidenceFile, entry: YamlEntry, id: string): Edits {
  const { text } = evidence;
  const { span } = entry.value;
  // `~` and `null` are values, and so is what stands in brackets.
  if (span.end > span.start || isInBrackets(text, evidence.frontMatter.root)) {
    const edit = valueEdit(text, entry, `[${yamlScalar(id)}]`);
    return edit && [edit];
  }
  const line = `${lineEndOf(text)}${listIndent(evidence, entry)}- ${yamlScalar(id)}`;
  return [insertion(lineAround(text, entry.key.span.end).end, line)];
}

function addToFlow(text: string, list: YamlList, id: string): Edits {
  const last = list.items.at(-1);
  if (!last) return [insertion(list.span.start + 1, yamlScalar(id))];
  const newText = quotedLike(markOf(text, list), id);
  const before = list.items.at(-2)?.span.end ?? list.span.start;
  const line = lineAround(text, last.span.end);
  const isOnOwnLine = /[\r\n]/.test(text.slice(before, last.span.start)) && line.end < list.span.end;
  if (!isOnOwnLine) return [insertion(last.span.end, `, ${newText}`)];
  // A remark behind the last one stays behind it.
  const comma = /^[ \t]*,/.test(text.slice(last.span.end, line.end));
  return [
    ...(comma ? [] : [insertion(last.span.end, ',')]),
    insertion(line.end, `${lineEndOf(text)}${indentAt(text, last.span.start)}${newText}${comma ? ',' : ''}`),
  ];
}

function addToBlock(text: string, list: YamlList, id: string): Edits {
  const last = list.items.at(-1);
  if (!last) return undefined;
  const line = lineAround(text, last.span.start);
  const dash = /^[ \t]*-[ \t]*/.exec(text.slice(line.start, line.end))?.[0];
  if (dash === undefined) return undefined;
  const newText = quotedLike(markOf(text, list), id);
  // A dash with nothing behind it is where the writer was about to type.
  if (last.kind === 'empty')
    return last.span.end > last.span.start
      ? [{ span: last.span, newText }]
      : [insertion(line.start + dash.trimEnd().length, ` ${newText}`)];
  const bare = dash.trimEnd();
  const at = lineAround(text, endOf(text, last)).end;
  return [insertion(at, `${lineEndOf(text)}${bare}${dash.slice(bare.length) || ' '}${newText}`)];
}

/** The quotation mark that all items of a list have. */
function markOf(text: string, { items }: YamlList): string | undefined {
  const [mark, ...others] = new Set(
    items.filter(({ kind }) => kind === 'scalar').map(({ span }) => text[span.start]),
  );
  return others.length === 0 ? mark : undefined;
}

function removeReferences(evidence: EvidenceFile, gone: readonly number[]): Edits {
  const places = new Set(gone);
  const kept = idsOf(evidence).filter((_, at) => !places.has(at));
  return gone.length === 0 ? undefined : proven(evidence, removal(evidence, gone), kept);
}

/** @param gone numbers of references */
function removal(evidence: EvidenceFile, gone: readonly number[]): Edits {
  const value = editable(evidence)?.value;
  const { text } = evidence;
  if (value?.kind === 'scalar' && evidence.elements.length === 1)
    return [{ span: spanOf(value.span.start, endOf(text, value)), newText: '[]' }];
  if (value?.kind !== 'list') return undefined;
  const starts = new Set(gone.map((at) => evidence.elements[at]?.span.start));
  const items = value.items.flatMap(({ span }, at) => (starts.has(span.start) ? [at] : []));
  const places = value.items.map((item) => wholeOf(text, item));
  return value.flow
    ? removeFromBrackets(text, places, new Set(items), value.span.end)
    : removeLines(
        text,
        items.flatMap((at) => places[at] ?? []),
      );
}

function replaced(evidence: EvidenceFile, span: Span, ids: readonly string[]): Edits {
  const { text } = evidence;
  const entry = editable(evidence);
  const [first = '', ...others] = ids;
  // In a text with several IDs no quotation marks can stand.
  if (entry && isRun(evidence, entry)) return [{ span, newText: ids.join(', ') }];
  const edit = scalarEdit(text, span, first);
  if (others.length === 0) return [edit];
  const written = ids.map((id) => quotedLike(text[span.start], id));
  if (entry?.value.kind === 'scalar') return [replacement(text, span, `[${written.join(', ')}]`)];
  if (entry?.value.kind !== 'list') return undefined;
  if (entry.value.flow) return [{ span, newText: written.join(', ') }];
  const line = lineAround(text, span.start);
  const dash = text.slice(line.start, span.start);
  if (!/^[ \t]*-[ \t]+$/.test(dash)) return undefined;
  const lines = written.slice(1).map((id) => `${lineEndOf(text)}${dash}${id}`);
  return [edit, insertion(line.end, lines.join(''))];
}

function blockList(evidence: EvidenceFile, entry: YamlEntry): Edits {
  const { text } = evidence;
  const { value } = entry;
  const colon = colonEnd(text, entry);
  if (colon === undefined || isInBrackets(text, evidence.frontMatter.root)) return undefined;
  const [end, indent] = [lineEndOf(text), listIndent(evidence, entry)];
  const source = ({ span }: { readonly span: Span }): string => text.slice(span.start, span.end);
  const gap = text.slice(colon, value.span.start);
  if (!/^\s*(?:#[^\r\n]*\s*)*$/.test(gap) || /[\r\n]/.test(source(value).replace(/^\[[^#]*\]$/, '')))
    return undefined;
  // The value may stand on the next line.
  const start = /[\r\n]/.test(gap) ? lineAround(text, value.span.start).start : colon;
  const dash = `${start === colon ? end : ''}${indent}- `;
  if (value.kind === 'scalar' && !isRun(evidence, entry))
    return [{ span: spanOf(start, value.span.start), newText: dash }];
  const isFlow = value.kind === 'list' && value.flow && value.items.every(({ kind }) => kind === 'scalar');
  const items = isFlow ? value.items.map(source) : evidence.elements.map(({ id }) => yamlScalar(id));
  if ((!isFlow && value.kind !== 'scalar') || items.length === 0 || (isFlow && source(value).includes('#')))
    return undefined;
  // A remark behind the brackets stays on the line of the key.
  const remark = text.slice(value.span.end, lineAround(text, value.span.end).end).trim();
  if (remark !== '' && start !== colon) return undefined;
  return [
    {
      span: spanOf(start, lineAround(text, value.span.end).end),
      newText: `${remark === '' ? '' : ` ${remark}`}${dash}${items.join(`${end}${indent}- `)}`,
    },
  ];
}

/** The white space before a dash: as in another list of the block, else two more than the key has. */
function listIndent({ text, entries }: EvidenceFile, { key }: YamlEntry): string {
  const own = indentAt(text, key.span.start);
  const other = entries.find(({ value }) => value.kind === 'list' && !isInBrackets(text, value));
  return other ? indentAt(text, other.value.span.start) : `${own}  `;
}
