/**
 * What stands for an element elsewhere: the parts of other standards that mappings pair with it, and the evidence that
 * those have. It is shown and offered, and never counted.
 */
import type { EvidenceFile } from '../evidence/evidence';
import { standingOf } from '../evidence/titleAndStanding';
import type { NamedMapping } from '../manifest/mappingShelf';
import type { Mapping } from '../mapping/mapping';
import { bySurety } from '../mapping/relations';
import type { PairedNode, Pairs } from '../mapping/resolved';
import { pairsAmong } from '../mapping/resolved';
import type { StandardNode } from '../standard/standard';
import type { Uri } from '../text/span';
import type { Portfolio } from './portfolio';

/** All pairs of a portfolio, kept as long as its mappings are the same. */
const known = new WeakMap<
  Portfolio,
  { readonly of: readonly (Mapping | undefined)[]; readonly pairs: Pairs }
>();

const nothing: Pairs = new Map();

/** What all mappings of a portfolio pair, by ID: the same value as long as they say the same. */
export function pairsOf(portfolio: Portfolio): Pairs {
  const named = portfolio.parts.mappings;
  if (named.length === 0) return nothing;
  const { mappings } = portfolio;
  const now = mappings.map(mappingIn);
  const before = known.get(portfolio);
  if (before?.of.every((mapping, at) => mapping === now[at]) === true) return before.pairs;
  const all = mappings.flatMap((named, at) => {
    const mapping = now[at];
    return mapping && named.uri !== undefined ? [pairsAmong(portfolio.standards, mapping, named.uri)] : [];
  });
  const pairs = joined(all);
  known.set(portfolio, { of: now, pairs });
  return pairs;
}

/** What could be read of one, faults or not. */
const mappingIn = ({ file }: NamedMapping): Mapping | undefined =>
  file?.kind === 'read' ? file.value.mapping : undefined;

/** Of two mappings that pair the same parts, the first one counts. */
function joined(all: readonly Pairs[]): Pairs {
  const [only, ...others] = all;
  if (!only || others.length === 0) return only ?? nothing;
  const merged = new Map<string, Map<StandardNode, PairedNode>>();
  for (const pairs of all)
    for (const [id, paired] of pairs) {
      const there = merged.get(id) ?? new Map<StandardNode, PairedNode>();
      merged.set(id, there);
      for (const one of paired) if (!there.has(one.node)) there.set(one.node, one);
    }
  return new Map(Array.from(merged, ([id, paired]) => [id, [...paired.values()]]));
}

/**
 * The counterparts of a part of a standard, the surest first. What holds for a group as a whole holds for what is below
 * it, which is a part of it then.
 */
export function counterpartsOf(portfolio: Portfolio, node: StandardNode): readonly PairedNode[] {
  const pairs = pairsOf(portfolio);
  if (pairs.size === 0) return [];
  const found = new Map<StandardNode, PairedNode>();
  for (const one of pairs.get(node.id) ?? []) found.set(one.node, one);
  for (const above of node.ancestors.toReversed())
    for (const one of pairs.get(above.id) ?? [])
      if ((one.relation === 'equal' || one.relation === 'subset') && !found.has(one.node))
        found.set(one.node, { ...one, relation: 'subset' });
  return [...found.values()].sort(
    (left, right) => bySurety.indexOf(left.relation) - bySurety.indexOf(right.relation),
  );
}

/** The parts of other standards that are told something else where evidence for an element comes or goes. */
export function elsewhereTouched(portfolio: Portfolio, id: string): readonly string[] {
  const pairs = pairsOf(portfolio);
  const node = pairs.size === 0 ? undefined : portfolio.standard.nodes.get(id);
  if (!node) return [];
  const below = (one: StandardNode): readonly string[] => [one.id, ...one.children.flatMap(below)];
  return [node, ...node.ancestors].flatMap((one) =>
    (pairs.get(one.id) ?? []).flatMap((paired) => below(paired.node)),
  );
}

/** Those of them for which evidence is current. */
export const servingFor = (portfolio: Portfolio, node: StandardNode): readonly PairedNode[] =>
  counterpartsOf(portfolio, node).filter((one) => hasCurrent(portfolio, one.node));

/** Whether an element applies and has nothing current. */
export function lacksEvidence(portfolio: Portfolio, node: StandardNode): boolean {
  if (!node.assessable) return false;
  const { state } = portfolio.coverage(node.id);
  return state === 'missing' || state === 'draft' || state === 'overdue';
}

const hasCurrent = (portfolio: Portfolio, node: StandardNode): boolean =>
  (node.assessable && portfolio.coverage(node.id).current > 0) ||
  node.children.some((child) => hasCurrent(portfolio, child));

/** The current evidence for a counterpart, in the natural order of the paths; of a group, for all that is below it. */
export function evidenceOfCounterpart(portfolio: Portfolio, node: StandardNode): readonly EvidenceFile[] {
  const files = new Map<Uri, EvidenceFile>();
  for (const id of evidencedIn(portfolio, node))
    for (const evidence of portfolio.evidenceFor(id))
      if (standingOf(evidence, portfolio.today) === 'current') files.set(evidence.uri, evidence);
  return [...files.values()];
}

/** The elements with current evidence among a node and those below it. */
export const evidencedIn = (portfolio: Portfolio, node: StandardNode): readonly string[] => [
  ...(node.assessable && portfolio.coverage(node.id).current > 0 ? [node.id] : []),
  ...node.children.flatMap((child) => evidencedIn(portfolio, child)),
];
