/** A base whose standards had other names, or none: its IDs as the later side writes them, so that like is told of like. */
import { qualified } from '../frontMatter/standardNames';
import type { ElementSnapshot, PortfolioSnapshot, StandardSnapshot } from './snapshot';

/** The standard of the later side that one of the earlier side has become. */
export function successorOf(
  { name, id, title }: StandardSnapshot,
  { standards }: PortfolioSnapshot,
): StandardSnapshot | undefined {
  return (
    standards.find((later) => later.name === name) ??
    standards.find((later) => later.id === id) ??
    standards.find((later) => later.title === title)
  );
}

/** The same base, by the names of the later side; itself where they are the same. */
export function withNamesOf(later: PortfolioSnapshot, base: PortfolioSnapshot): PortfolioSnapshot {
  const names = new Map(base.standards.map((one) => [one.name, successorOf(one, later)]));
  if ([...names].every(([name, successor]) => successor?.name === name || !successor)) return base;
  const idOf = (known: {
    readonly ownId: string;
    readonly standard: string | undefined;
  }): string | undefined => {
    const successor = names.get(known.standard);
    return successor && (successor.name === undefined ? known.ownId : qualified(successor.name, known.ownId));
  };
  const renamed = new Map(
    Array.from(base.nodes.values()).flatMap((node) => {
      const id = idOf(node);
      return id === undefined || id === node.id ? [] : [[node.id, id] as const];
    }),
  );
  const now = (id: string): string => renamed.get(id) ?? id;
  const element = (one: ElementSnapshot): ElementSnapshot => ({ ...one, id: now(one.id) });
  return {
    ...base,
    elements: new Map(Array.from(base.elements.values(), (one) => [now(one.id), element(one)])),
    evidence: new Map(
      Array.from(base.evidence, ([uri, one]) => [uri, { ...one, elements: one.elements.map(now) }]),
    ),
    actions: base.actions.map((one) => ({ ...one, id: now(one.id) })),
    renamed,
  };
}
