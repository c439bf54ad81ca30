/** Edits of one text that several parts have asked for. */
import type { Edit } from './edit';

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
