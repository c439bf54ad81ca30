/** What a mapping between two editions says: what the publisher of a standard, or somebody else, has found to be alike. */
import type { Mapping, Pair } from '../mapping/mapping';
import type { Relation } from '../mapping/relations';
import { converse } from '../mapping/relations';
import type { MappableStandard } from '../mapping/resolved';
import { nodeMeant, standardMeant } from '../mapping/resolved';
import { nodeNamed } from '../standard/retired';
import type { Standard } from '../standard/standard';
import type { Uri } from '../text/span';

/** A mapping that somebody has named as the way from one edition to the other. */
export interface NamedMapping {
  readonly mapping: Mapping;
  /** Its file. */
  readonly uri: Uri;
  /** False where nobody has said how its pairs stand to each other, as in tables of two columns. */
  readonly saysRelations: boolean;
  /** What could not be taken over from its file, for people. */
  readonly remarks: readonly string[];
}

/** A part of the newer edition that a part of the earlier one is paired with. */
export interface Successor {
  readonly id: string;
  /** How the earlier one stands to it; undefined where nobody has said it. */
  readonly relation: Relation | undefined;
}

export interface Way {
  readonly named: NamedMapping;
  /** By the ID of the earlier edition. Empty where the mapping says nothing of it. */
  readonly successorsOf: (id: string) => readonly Successor[];
  /** Nothing else has taken the place of the one, and the other has taken the place of nothing else. */
  readonly isAlone: (id: string) => boolean;
  /** Number of pairs of which both ends are known. */
  readonly pairs: number;
  /** IDs of pairs that are not known, as they are written; each once. */
  readonly unknown: readonly string[];
}

/** @param from the earlier edition as the portfolio has it @param to the newer one, under the same name */
export function wayThrough(named: NamedMapping, from: MappableStandard, to: MappableStandard): Way {
  const { mapping, uri, saysRelations } = named;
  const isForward = leadsForward(mapping, uri, from, to);
  const forward = new Map<string, Successor[]>();
  const backward = new Map<string, number>();
  const unknown = new Set<string>();
  let pairs = 0;
  for (const pair of mapping.pairs) {
    const { earlier, later, relation } = isForward ? asItStands(pair) : turned(pair);
    const [one, other] = [nodeMeant(from, earlier), nodeMeant(to, later)];
    if (!one) unknown.add(earlier);
    if (!other) unknown.add(later);
    if (!one || !other) continue;
    pairs++;
    const there = forward.get(one.id) ?? [];
    if (there.some(({ id }) => id === other.id)) continue;
    forward.set(one.id, [...there, { id: other.id, relation: saysRelations ? relation : undefined }]);
    backward.set(other.id, (backward.get(other.id) ?? 0) + 1);
  }
  const successorsOf = (id: string): readonly Successor[] => {
    const node = nodeNamed(from.standard, id);
    return (node && forward.get(node.id)) ?? [];
  };
  const isAlone = (id: string): boolean => {
    const [only, ...others] = successorsOf(id);
    return only !== undefined && others.length === 0 && backward.get(only.id) === 1;
  };
  return { named, successorsOf, isAlone, pairs, unknown: [...unknown] };
}

interface Directed {
  readonly earlier: string;
  readonly later: string;
  readonly relation: Relation;
}

const asItStands = ({ from, to, relation }: Pair): Directed => ({
  earlier: from.text,
  later: to.text,
  relation,
});

const turned = ({ from, to, relation }: Pair): Directed => ({
  earlier: to.text,
  later: from.text,
  relation: converse(relation),
});

/**
 * Whether a mapping leads from the earlier edition to the newer one, and not back: by what it calls them, else by the
 * years or revisions in those names, else by the IDs on its sides.
 */
function leadsForward(
  mapping: Mapping,
  uri: Uri,
  earlier: MappableStandard,
  later: MappableStandard,
): boolean {
  const sides = [mapping.from, mapping.to] as const;
  const [from, to] = sides.map((side) => side && standardMeant([earlier, later], side, uri));
  if (from !== to) return from !== later && to !== earlier;
  const [one, other] = sides.map((side) =>
    side ? ofEdition(`${side.name} ${side.edition}`, earlier.standard, later.standard) : undefined,
  );
  if (one !== other) return one !== 'later' && other !== 'earlier';
  const fits = (left: MappableStandard, right: MappableStandard): number =>
    mapping.pairs.filter((pair) => nodeMeant(left, pair.from.text) && nodeMeant(right, pair.to.text)).length;
  return fits(earlier, later) >= fits(later, earlier);
}

/** `iso27001-2013` is of the edition 2013. */
function ofEdition(name: string, earlier: Standard, later: Standard): 'earlier' | 'later' | undefined {
  const numbers = numbersIn(name);
  const isOf = ({ edition }: Standard): boolean => {
    const own = numbersIn(edition);
    return own.length > 0 && own.every((number, at) => numbers.at(at - own.length) === number);
  };
  const [one, other] = [isOf(earlier), isOf(later)];
  if (one === other) return undefined;
  return one ? 'earlier' : 'later';
}

const numbersIn = (words: string): readonly string[] => words.match(/\d+/g) ?? [];
