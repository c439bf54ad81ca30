/** Edits that several have asked for, made one lot of edits of one text: what has not been touched stays out of them. */
import type { Edit } from './edit';
import { inOrder } from './edit';
import { spanOf } from './span';

/** A stretch of a text that has been edited: what has been kept of the first text, or what was put in. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/**
 * Edits of a text that do what two lots of edits do, the second of which is of the text that the first one makes.
 * @param length of the first text
 */
export function composed(length: number, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const pieces = cutAt(piecesOf(length, first), second);
  const result: Piece[] = [];
  let at = 0;
  let number = 0;
  const ordered = inOrder(second);
  for (const piece of [...pieces, undefined]) {
    for (let edit = ordered[number]; edit && edit.span.start <= at; edit = ordered[++number])
      result.push({ kind: 'new', text: edit.newText });
    if (!piece) break;
    const end = at + lengthOf(piece);
    if (!ordered.some(({ span }) => span.start <= at && end <= span.end && span.start < span.end))
      result.push(piece);
    at = end;
  }
  return editsOf(length, result);
}

function piecesOf(length: number, edits: readonly Edit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { span, newText } of inOrder(edits)) {
    pieces.push({ kind: 'kept', start: from, end: span.start }, { kind: 'new', text: newText });
    from = span.end;
  }
  return [...pieces, { kind: 'kept' as const, start: from, end: length }].filter(
    (piece) => lengthOf(piece) > 0,
  );
}

/** The same pieces, none of which reaches over the start or the end of an edit. */
function cutAt(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const cuts = edits.flatMap(({ span }) => [span.start, span.end]).sort((left, right) => left - right);
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    const inside = [at, ...new Set(cuts.filter((cut) => cut > at && cut < end)), end];
    for (const [number, start] of inside.slice(0, -1).entries())
      result.push(partOf(piece, start - at, (inside[number + 1] ?? end) - at));
    at = end;
  }
  return result;
}

const lengthOf = (piece: Piece): number =>
  piece.kind === 'kept' ? piece.end - piece.start : piece.text.length;

const partOf = (piece: Piece, start: number, end: number): Piece =>
  piece.kind === 'kept'
    ? { kind: 'kept', start: piece.start + start, end: piece.start + end }
    : { kind: 'new', text: piece.text.slice(start, end) };

function editsOf(length: number, pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let text = '';
  for (const piece of [...pieces, { kind: 'kept' as const, start: length, end: length }]) {
    if (piece.kind === 'new') {
      text += piece.text;
      continue;
    }
    if (text !== '' || piece.start > from) edits.push({ span: spanOf(from, piece.start), newText: text });
    from = piece.end;
    text = '';
  }
  return edits;
}

/**
 * Of two that would write the same characters, the first one; in the order of their places. Insertions at the edge of
 * another edit, or at one place, stay, in the order in which they were asked for.
 */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const at = firstEndingBehind(kept, edit.span.start);
    const next = kept[at];
    if (!next || next.span.start >= edit.span.end) kept.splice(at, 0, edit);
  }
  return kept;
}

/** Of edits in order of which no two overlap: their ends are in order, too. */
function firstEndingBehind(edits: readonly Edit[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
