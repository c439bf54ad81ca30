/**
 * Edits of the list of elements: comments, quotation marks, indentation and line ends of the rest stay. An edit is
 * undefined where it would be a guess: the block has faults, or is written in a way that no edit here knows.
 */
import type { EvidenceFile } from './evidence';
import { readBlock } from './block';
import type { Edits } from './elementList';
import { added, blockList, editable, isRun, removal, replaced } from './elementList';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Lexicon } from '../standard/standard';
import { soundly } from './soundEdits';
import { compareInStandard } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { endOf } from '../yaml/edits';

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
export function sortElements(evidence: EvidenceFile, standard: Lexicon): Edits {
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

const idsOf = ({ elements }: Pick<EvidenceFile, 'elements'>): readonly string[] =>
  elements.map(({ id }) => id);

/** Only a change after which the file, read again, names these elements: YAML has corners that no edit knows. */
function proven(evidence: EvidenceFile, edits: Edits, ids: readonly string[]): Edits {
  const after = edits && readBlock(applyEdits(evidence.text, edits), evidence.names);
  if (!after) return undefined;
  const { misplaced, frontMatter } = evidence;
  // Below names, each goes to its own place.
  const isByName = evidence.elements.some(({ under }) => under !== undefined);
  const inOrder = (all: readonly string[]): readonly string[] => (isByName ? all.toSorted() : all);
  // What was wrong before may be wrong after.
  const isAsGood =
    after.misplaced.length <= misplaced.length &&
    after.frontMatter.faults.length <= frontMatter.faults.length &&
    inOrder(idsOf(after)).join('\n') === inOrder(ids).join('\n');
  return isAsGood ? soundly(evidence, 'elements', edits) : undefined;
}

function removeReferences(evidence: EvidenceFile, gone: readonly number[]): Edits {
  const places = new Set(gone);
  const kept = idsOf(evidence).filter((_, at) => !places.has(at));
  return gone.length === 0 ? undefined : proven(evidence, removal(evidence, gone), kept);
}
