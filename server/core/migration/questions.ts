/** What a migration leaves to people: IDs of which somebody has to say what has become of them, and those that are gone. */
import type { Portfolio } from '../portfolio/portfolio';
import type { Relation } from '../mapping/relations';
import { nodeNamed } from '../standard/retired';
import type { Standard } from '../standard/standard';
import { knownId, shortWords } from '../standard/standard';
import { qualified } from '../frontMatter/standardNames';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { compareNaturally } from '../text/naturalOrder';
import { nodeBefore, wordsOf } from './editions';
import type { Editions, Fate } from './editions';
import type { Migration } from './migration';
import type { Occurrence } from './occurrence';
import type { Way } from './way';

export interface Choice {
  readonly id: string;
  /** What the newer edition says of it. */
  readonly words: string;
  /** How it stands to what is asked about, where a mapping says so: `asks for a part of this`. */
  readonly stands?: string;
}

export interface Question {
  readonly id: string;
  readonly kind: Extract<Fate['kind'], 'divided' | 'shifted' | 'lost' | 'ambiguous' | 'mapped'>;
  /** What the earlier edition says of it; the ID itself, where that is not known. */
  readonly words: string;
  readonly choices: readonly Choice[];
  /** Paths of the files in which it stands where an answer would change something. */
  readonly files: readonly string[];
}

/** An ID that the newer edition does not have. */
export interface Gone {
  readonly id: string;
  readonly words: string;
  readonly isSaid: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** Long enough to tell two elements from one another. */
const length = 120;

/** Those that nobody has answered, in natural order. */
export function questionsOf(portfolio: Portfolio, { editions, occurrences }: Migration): readonly Question[] {
  return [...leftById(editions, occurrences)].flatMap(([id, places]): readonly Question[] => {
    const fate = editions.fateOf(id);
    if (!('to' in fate) || fate.kind === 'renamed' || fate.to.length === 0) return [];
    return [
      {
        id,
        kind: fate.kind,
        words: wordsBefore(editions, id),
        choices: fate.to.flatMap((next, at) => {
          const choice = choiceOf(editions, next);
          if (!choice) return [];
          const how = fate.kind === 'mapped' ? fate.how[at] : undefined;
          return how ? [{ ...choice, stands: stands[how] }] : [choice];
        }),
        files: [...new Set(places.map(({ uri }) => portfolio.path(uri)))],
      },
    ];
  });
}

/** What a part of the newer edition asks for, against the one in whose place it might stand. */
const stands: Readonly<Record<Relation, string>> = {
  equal: 'asks for the same',
  subset: 'asks for this and more',
  superset: 'asks for a part of this',
  intersects: 'asks for some of the same',
};

/** What has no successor. */
export const goneOf = ({ editions, occurrences }: Migration): readonly Gone[] =>
  [...leftById(editions, occurrences)].flatMap(([id, places]): readonly Gone[] => {
    const fate = editions.fateOf(id);
    const isGone = fate.kind === 'dropped' || ('to' in fate && fate.to.length === 0);
    return isGone
      ? [{ id, words: wordsBefore(editions, id), isSaid: fate.kind === 'dropped', occurrences: places }]
      : [];
  });

/** By the ID that is known, however it is written. */
function leftById(
  { before }: Editions,
  occurrences: readonly Occurrence[],
): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { kind, to, because } = occurrence;
    const id = before(occurrence.id);
    if (to || kind === 'text' || because !== undefined) continue;
    const others = found.get(id);
    if (others) others.push(occurrence);
    else found.set(id, [occurrence]);
  }
  return new Map([...found].sort(([left], [right]) => compareNaturally(left, right)));
}

export function wordsBefore(editions: Editions, id: string): string {
  const node = nodeBefore(editions, id);
  return node ? shortWords(node, length) : id;
}

export function choiceOf({ to }: Editions, id: string): Choice | undefined {
  const node = to.nodes.get(id);
  return node && { id, words: shortWords(node, length) };
}

const ownTitle = ({ names, title }: Standard): string => (names.titles[0] ?? title).trim().toLowerCase();

/**
 * Whether a standard is another edition of a portfolio's: it has the same title, says what has become of an ID that is in
 * use, or has the words of one. That other standards have the same IDs says nothing.
 */
export function isEditionOf(
  portfolio: Portfolio,
  to: Standard,
  { name, standard: from }: PortfolioStandard = portfolio.standards[0],
  way?: Way,
): boolean {
  if (way && way.pairs > 0) return true;
  if (from === to || ownTitle(from) === ownTitle(to)) return true;
  const words = new Set(Array.from(to.nodes.values(), wordsOf));
  return [...portfolio.evidence.values()].some(({ elements }) =>
    elements.some(({ id: written }) => {
      const known = knownId(portfolio.standard, written);
      const node = nodeNamed(from, known);
      if (name !== undefined && !known.startsWith(qualified(name, ''))) return false;
      const id = name === undefined ? known : known.slice(qualified(name, '').length);
      return to.retired.has(id) || to.reused.has(id) || (node !== undefined && words.has(wordsOf(node)));
    }),
  );
}
