/** A mapping on its way from a file of another program to a mapping file: what that file says. */
import type { Relation } from '../../core/mapping/relations';

export interface DraftPair {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly note: string;
}

export interface DraftMapping {
  readonly title: string;
  readonly publisher: string;
  readonly source: string;
  readonly acknowledgement: string;
  /** What the file calls the two standards. */
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly DraftPair[];
}

export interface ImportedMapping {
  /** What kind of file it was, for people: `an OSCAL mapping`. */
  readonly kind: string;
  readonly mapping: DraftMapping;
  /** Whether the file says how the parts stand to each other. */
  readonly saysRelations: boolean;
  /** What could not be taken over, or was worked out, in whole sentences. */
  readonly remarks: readonly string[];
}

/** More pairs than these has no mapping; a file that means harm may have. */
export const mostPairs = 50_000;

/** Each two parts once: what is said of them first counts. */
export function withoutRepeats(pairs: readonly DraftPair[]): {
  readonly pairs: readonly DraftPair[];
  readonly repeated: readonly DraftPair[];
} {
  const seen = new Set<string>();
  const kept: DraftPair[] = [];
  const repeated: DraftPair[] = [];
  for (const pair of pairs) {
    const key = JSON.stringify([pair.from, pair.to]);
    (seen.has(key) ? repeated : kept).push(pair);
    seen.add(key);
  }
  return { pairs: kept, repeated };
}
