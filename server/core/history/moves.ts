/** Portfolios whose folder has another name, or another place, since the base. */
import type { Uri } from '../text/span';
import type { PortfolioSnapshot } from './snapshot';
import { isWithin } from '../text/uri';

/** Share of the larger one's evidence that both must have, for two portfolios to be one. */
const similarEnough = 0.5;

/**
 * From the root of a portfolio that is gone to that of the one that it has become. Each is in at most one pair, and
 * the likest are paired first.
 */
export function movesAmong(
  gone: readonly PortfolioSnapshot[],
  come: readonly PortfolioSnapshot[],
): ReadonlyMap<Uri, Uri> {
  const moves = new Map<Uri, Uri>();
  const taken = new Set<Uri>();
  const pairs = gone.flatMap((from) => come.map((to) => ({ from, to, share: likeness(from, to) })));
  for (const { from, to, share } of pairs.sort((one, other) => other.share - one.share)) {
    if (share < similarEnough || moves.has(from.root) || taken.has(to.root)) continue;
    moves.set(from.root, to.root);
    taken.add(to.root);
  }
  return moves;
}

/** From 0 to 1. Two without evidence are alike where they have the same name. */
function likeness(one: PortfolioSnapshot, other: PortfolioSnapshot): number {
  const larger = Math.max(one.evidence.size, other.evidence.size);
  if (larger === 0) return one.title === other.title ? 1 : 0;
  const left = new Map<string, number>();
  for (const { file } of one.evidence.values()) left.set(file.text, (left.get(file.text) ?? 0) + 1);
  const titles = new Map(Array.from(one.evidence.values(), ({ uri, title }) => [below(one, uri), title]));
  let shared = 0;
  for (const { uri, file, title } of other.evidence.values()) {
    const number = left.get(file.text) ?? 0;
    if (number > 0) left.set(file.text, number - 1);
    if (number > 0 || titles.get(below(other, uri)) === title) shared++;
  }
  return shared / larger;
}

const below = ({ root }: PortfolioSnapshot, uri: Uri): string => uri.slice(root.length);

/** The same portfolio as if its folder had been elsewhere; what lies outside of it stays where it is. */
export function movedTo(root: Uri, snapshot: PortfolioSnapshot): PortfolioSnapshot {
  const to = (uri: Uri): Uri => (isWithin(snapshot.root, uri) ? root + below(snapshot, uri) : uri);
  return {
    ...snapshot,
    root,
    evidence: new Map(Array.from(snapshot.evidence, ([uri, file]) => [to(uri), { ...file, uri: to(uri) }])),
    actions: snapshot.actions.map((action) => ({ ...action, uri: to(action.uri) })),
    findings: new Map(Array.from(snapshot.findings, ([uri, file]) => [to(uri), file])),
  };
}
