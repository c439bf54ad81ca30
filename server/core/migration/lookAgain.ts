/** Elements whose evidence is to be looked at once more: those that ask for something else than they did. */
import type { StandardNode } from '../standard/standard';
import { listOf } from '../../words/counts';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { wordsOf } from './editions';

export interface LookAgain {
  /** Of the newer edition. */
  readonly id: string;
  /** What has changed, for people. */
  readonly changed: string;
}

/** For each element of the newer edition, the IDs of the earlier one that become it, in the order of that one. */
export function originsOf(
  { from, fateOf }: Editions,
  targets: Targets,
): ReadonlyMap<string, readonly string[]> {
  const origins = new Map<string, string[]>();
  for (const { id } of from.elements) {
    const fate = fateOf(id);
    const to = targets(id) ?? (fate.kind === 'dropped' || fate.kind === 'lost' ? [] : [id]);
    for (const next of to) {
      const others = origins.get(next);
      if (others) others.push(id);
      else origins.set(next, [id]);
    }
  }
  return origins;
}

/** @param hasEvidence whether anything is there to be looked at for an ID of the earlier edition */
export function elementsToLookAt(
  editions: Editions,
  targets: Targets,
  hasEvidence: (id: string) => boolean,
): readonly LookAgain[] {
  const { from, to } = editions;
  if (from === to) return [];
  const origins = originsOf(editions, targets);
  return to.elements.flatMap((node) => {
    const ids = origins.get(node.id) ?? [];
    const changed = ids.some(hasEvidence) ? changeOf(editions, targets, node, ids) : undefined;
    return changed === undefined ? [] : [{ id: node.id, changed: `${changed} in ${editionName(editions)}` }];
  });
}

const editionName = ({ standard: { to } }: Editions): string =>
  to.edition === '' ? to.title : `edition ${to.edition}`;

function changeOf(
  { from, fateOf }: Editions,
  targets: Targets,
  node: StandardNode,
  ids: readonly string[],
): string | undefined {
  const [first = '', ...others] = ids;
  if (others.length > 0) return `Made of ${listOf(ids)}`;
  const fate = fateOf(first);
  if (fate.kind === 'divided') return `A part of what was ${first}`;
  if (fate.kind === 'shifted' && !targets(first)) return `Something else than ${first} was`;
  const before = from.nodes.get(first);
  return before && wordsOf(before) !== wordsOf(node) ? 'Other words' : undefined;
}
