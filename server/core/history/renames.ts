/** Which of the files that went are among those that came, under another name. */
import type { Uri } from '../text/span';
import type { EvidenceSnapshot } from './snapshot';

/** From the URI before to the URI after. Each file is in at most one pair. */
export function renamesAmong(
  gone: readonly EvidenceSnapshot[],
  come: readonly EvidenceSnapshot[],
): ReadonlyMap<Uri, Uri> {
  const renames = new Map<Uri, Uri>();
  const left = new Map(come.map((file) => [file.uri, file]));
  const pair = (from: EvidenceSnapshot, to: EvidenceSnapshot | undefined): void => {
    if (!to || renames.has(from.uri)) return;
    renames.set(from.uri, to.uri);
    left.delete(to.uri);
  };
  // A blank form that was copied is not the same evidence twice: of equal texts, only one is taken.
  pairBy(gone, left, ({ file }) => file.text, pair);
  const named = ({ ref, title }: EvidenceSnapshot): string | undefined =>
    ref === undefined ? undefined : `${ref}\0${title}`;
  pairBy(
    gone.filter(({ uri }) => !renames.has(uri)),
    left,
    named,
    pair,
  );
  pairByLines(
    gone.filter(({ uri }) => !renames.has(uri)),
    left,
    pair,
  );
  return renames;
}

type Pair = (from: EvidenceSnapshot, to: EvidenceSnapshot | undefined) => void;

function pairBy(
  gone: readonly EvidenceSnapshot[],
  left: ReadonlyMap<Uri, EvidenceSnapshot>,
  keyOf: (file: EvidenceSnapshot) => string | undefined,
  pair: Pair,
): void {
  const byKey = new Map<string, EvidenceSnapshot[]>();
  for (const file of left.values()) {
    const key = keyOf(file);
    if (key === undefined) continue;
    const files = byKey.get(key);
    if (files) files.push(file);
    else byKey.set(key, [file]);
  }
  for (const file of gone) {
    const key = keyOf(file);
    if (key !== undefined) pair(file, byKey.get(key)?.shift());
  }
}

/** Share of the longer file's words that are in both, from which on two files are one. */
const similarEnough = 0.6;
/** A line that more new files have says nothing about which of them it came to. */
const commonLine = 20;

/** By the words that two files share, where they share a line. Costs what the files hold: each line is looked up once. */
function pairByLines(
  gone: readonly EvidenceSnapshot[],
  left: ReadonlyMap<Uri, EvidenceSnapshot>,
  pair: Pair,
): void {
  const filesWith = new Map<string, EvidenceSnapshot[]>();
  for (const file of left.values()) {
    for (const line of linesOf(file.file.text)) {
      const files = filesWith.get(line);
      if (files) files.push(file);
      else filesWith.set(line, [file]);
    }
  }
  const candidates = gone.flatMap((from) => {
    const near = new Set<EvidenceSnapshot>();
    for (const line of linesOf(from.file.text)) {
      const files = filesWith.get(line) ?? [];
      if (files.length <= commonLine) for (const to of files) near.add(to);
    }
    return [...near].map((to) => ({ from, to, share: similarity(from.file.text, to.file.text) }));
  });
  const taken = new Set<EvidenceSnapshot>();
  for (const { from, to, share } of candidates.sort((one, other) => other.share - one.share)) {
    if (share < similarEnough || taken.has(to) || taken.has(from)) continue;
    taken.add(to).add(from);
    pair(from, to);
  }
}

/** Distinct lines that hold something. */
const linesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line.length > 3),
  );

/** From 0 to 1: the words of both, of those of the longer one. */
function similarity(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const number = left.get(word) ?? 0;
    if (number > 0) shared++;
    left.set(word, number - 1);
  }
  return shared / Math.max(1, words.length, others.length);
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
