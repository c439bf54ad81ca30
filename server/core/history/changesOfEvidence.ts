/** What happened to the evidence of a portfolio: came, went, moved, speaks for other elements, stands differently. */
import type { Uri } from '../text/span';
import { compareNaturally } from '../text/naturalOrder';
import { renamesAmong } from './renames';
import type { EvidenceSnapshot } from './snapshot';

export interface EvidenceChanges {
  readonly added: readonly EvidenceSnapshot[];
  readonly removed: readonly EvidenceSnapshot[];
  readonly renamed: readonly EvidencePair[];
  /** Renamed or not. */
  readonly retargeted: readonly Retargeting[];
  /** Another status, or another review date; renamed or not. */
  readonly restated: readonly EvidencePair[];
  /** Changed in other ways than these: the words, as a rule. */
  readonly reworded: readonly EvidencePair[];
}

export interface EvidencePair {
  readonly before: EvidenceSnapshot;
  readonly after: EvidenceSnapshot;
}

export interface Retargeting extends EvidencePair {
  /** IDs in the order of the file. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

type Files = ReadonlyMap<Uri, EvidenceSnapshot>;

export function changesOfEvidence(before: Files, after: Files): EvidenceChanges {
  const gone = sorted([...before.values()].filter(({ uri }) => !after.has(uri)));
  const come = sorted([...after.values()].filter(({ uri }) => !before.has(uri)));
  const renames = renamesAmong(gone, come);
  const arrived = new Set(renames.values());
  const pairs = sortedPairs([...pairsOf(before, after, renames)]);
  const retargeted = pairs.map(retargetingOf).filter(({ gained, lost }) => gained.length + lost.length > 0);
  const restated = pairs.filter(isRestated);
  const told = new Set<Uri>([...retargeted, ...restated].map((pair) => pair.after.uri));
  return {
    added: come.filter(({ uri }) => !arrived.has(uri)),
    removed: gone.filter(({ uri }) => !renames.has(uri)),
    renamed: pairs.filter((pair) => pair.before.uri !== pair.after.uri),
    retargeted,
    restated,
    reworded: pairs.filter((pair) => !isSameText(pair.before, pair.after) && !told.has(pair.after.uri)),
  };
}

/** Files that are on both sides and may differ: those with the same text, at the same place, do not. */
function* pairsOf(before: Files, after: Files, renames: ReadonlyMap<Uri, Uri>): Generator<EvidencePair> {
  for (const file of before.values()) {
    const to = after.get(renames.get(file.uri) ?? file.uri);
    if (to && (to.uri !== file.uri || !isSameText(file, to))) yield { before: file, after: to };
  }
}

const isSameText = (before: EvidenceSnapshot, after: EvidenceSnapshot): boolean =>
  before.file === after.file || before.file.text === after.file.text;

const retargetingOf = ({ before, after }: EvidencePair): Retargeting => ({
  before,
  after,
  gained: after.elements.filter((id) => !before.elements.includes(id)),
  lost: before.elements.filter((id) => !after.elements.includes(id)),
});

const isRestated = ({ before, after }: EvidencePair): boolean =>
  before.status !== after.status ||
  before.reviewBy !== after.reviewBy ||
  // Of a word that is no status nothing is known but that the file counts as a draft.
  isDraft(before) !== isDraft(after);

const isDraft = ({ standing }: EvidenceSnapshot): boolean => standing === 'draft';

const sorted = (files: readonly EvidenceSnapshot[]): readonly EvidenceSnapshot[] =>
  files.toSorted((left, right) => compareNaturally(left.uri, right.uri));

const sortedPairs = (pairs: readonly EvidencePair[]): readonly EvidencePair[] =>
  pairs.toSorted((left, right) => compareNaturally(left.after.uri, right.after.uri));
