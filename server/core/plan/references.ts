/** What a cell for references says: one element's ID or several, bare or with words around them. */
import type { IdentifierPart } from '../standard/identifiersInText';
import { identifiersInText } from '../standard/identifiersInText';
import type { Lexicon } from '../standard/standard';
import { isNamed } from '../standard/retired';
import { knownId } from '../standard/standard';
import { noValueOf } from '../tables/noValue';
import { isKnownWording } from '../standard/wordsAroundIdentifiers';

export interface Reference {
  /** IDs in the order of the text, each once; one at least is an element's. */
  readonly ids: readonly string[];
  /** What stands beside them and says something; may be empty. */
  readonly rest: string;
}

/** A cell for references, empty where it says nothing: `null` does so, unless the standard has it as an ID. */
export const referenceCell = (standard: Lexicon, cell: string): string =>
  noValueOf(cell) === undefined || isNamed(standard, knownId(standard, cell.trim())) ? cell : '';

/** No reference is longer; what stands behind an ID is its words. */
const longest = 1500;

/**
 * Reads `CSE 1.1.2`, `1.1.1 We have…`, `1.3.1 (a)`, `1.2.1, 1.2.2`, `1.1.1 – 1.1.3`. Undefined where the text names no
 * element at its beginning: one further down is only spoken of.
 */
export function readReference(standard: Lexicon, cell: string): Reference | undefined {
  const { parts, isCertain, text } = identifiersInText(standard, cell.slice(0, longest));
  const named = isCertain ? parts : leading(standard, parts, text);
  const isOurs = named.some(({ id }) => standard.nodes.get(id)?.assessable === true);
  // An ID that is written in another way is for a person to settle.
  if (!isOurs || named.some((part) => !isExact(part, text))) return undefined;
  const words = named.flatMap((part) => (part.words === '' ? [] : [part.words]));
  return { ids: named.map(({ id }) => knownId(standard, id)), rest: words.join(' ') };
}

/** `(a)`, `part 1`: too little to be the words of an element. */
const shortest = 8;

/** The IDs with which a text begins: the first one, and those that follow without much between them. */
function leading(
  standard: Lexicon,
  parts: readonly IdentifierPart[],
  text: string,
): readonly IdentifierPart[] {
  const start = parts[0]?.span.start ?? 0;
  if (!isKnownWording(standard, undefined, text.slice(0, start))) return [];
  const until = parts.findIndex(({ words }) => words.length > shortest);
  return until < 0 ? parts : parts.slice(0, until + 1);
}

const isExact = ({ id, isBetween, span }: IdentifierPart, text: string): boolean =>
  isBetween || text.slice(span.start, span.end) === id;
