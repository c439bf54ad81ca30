/** Which element somebody probably meant by an ID that the standard does not have. */
import { editDistance, nearestWord } from '../text/editDistance';
import type { Suggestion } from '../text/span';
import { ambiguityOf } from './ambiguous';
import type { Lexicon, StandardNode } from './standard';
import { nodeNamed, replacementsOf, retiredAdvice, retiredWords } from './retired';
import { compareInStandard, shortWords } from './standard';
import { fitOfText } from './words';
import { isBare, writingKey, writingsIn, writtenAlike } from './writtenIdentifiers';

const maximumDistance = 2;
const maximumSuggestions = 3;
/** As much of a file as its subject needs. */
export const charactersRead = 20_000;

/** Where an ID stands: what the text around it says, and which IDs stand beside it already. */
export interface Surroundings {
  readonly title: string;
  readonly body: string;
  readonly listed: ReadonlySet<string>;
}

/**
 * Finds the nearest elements, best first. One that is the same ID written in another way is meant, and no other; else
 * those few edits away, and of equally near ones the one that the file is about. An ID that stands in the file's text
 * weighs most.
 */
export function nearestElements(
  standard: Lexicon,
  { title, body, listed }: Surroundings,
): (id: string) => readonly Suggestion[] {
  // Read once for all IDs of the file, and only where one needs it: there may be thousands in a file that means harm.
  let read: ((element: StandardNode) => number) | undefined;
  const worth = (element: StandardNode): number => (read ??= worthOf(standard, title, body))(element);
  const order = compareInStandard(standard);

  return (id) => {
    const alike = elementsWrittenAlike(standard, id).filter((element) => !listed.has(element.id));
    if (alike.length > 0) return alike.slice(0, maximumSuggestions).map(suggestionOf);
    const scored = nearIn(standard, id).flatMap(({ element, distance }) =>
      listed.has(element.id) ? [] : [{ element, score: distance - worth(element) }],
    );
    scored.sort((left, right) => left.score - right.score || order(left.element.id, right.element.id));
    return scored.slice(0, maximumSuggestions).map(({ element }) => suggestionOf(element));
  };
}

/** A fit is worth less than one edit, a mention more: the ID's own characters speak first. */
function worthOf(standard: Lexicon, title: string, body: string): (element: StandardNode) => number {
  const mentioned = new Set(standard.elementPattern.find(body).flatMap(({ id }) => (isBare(id) ? [] : [id])));
  const fit = fitOfText(standard, `${title}\n${body}`);
  return ({ id }) => 0.9 * (fit.get(id) ?? 0) + (mentioned.has(id) ? 1.5 : 0);
}

/** The elements whose ID is the same, written in another way; what has replaced a retired one for that one. */
function elementsWrittenAlike(standard: Lexicon, id: string): readonly StandardNode[] {
  const nodes = writtenAlike(standard, id).flatMap((found) => nodeNamed(standard, found) ?? []);
  return [...new Set(nodes)].filter(({ assessable }) => assessable);
}

/** Elements few edits away, by their characters or by what they say without the marks between: no order. */
function nearIn(
  standard: Lexicon,
  id: string,
): readonly { readonly element: StandardNode; readonly distance: number }[] {
  // With two of three characters changed, every ID is near every other.
  const limit = Math.min(maximumDistance, Math.floor(id.length / 2));
  const typed = id.toLowerCase();
  const key = id.length > longest ? '' : writingKey(id);
  // What says little of itself is near everything.
  const keyLimit = Math.min(limit, Math.floor(key.replaceAll(' ', '').length / 2));
  const { keys } = writingsIn(standard);
  return standard.elements.flatMap((element) => {
    const own = element.id.toLowerCase();
    if (Math.abs(typed.length - own.length) > limit + marks) return [];
    const distance = Math.min(
      distanceWithin(typed, own, limit),
      distanceWithin(key, keys.get(element.id) ?? '', keyLimit),
    );
    return distance === Infinity ? [] : [{ element, distance }];
  });
}

/** The longest ID that is compared by what it says. */
const longest = 60;
/** Marks between runs may make so much of a difference in length. */
const marks = 4;

/** Infinity beyond the limit. */
function distanceWithin(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return Infinity;
  const distance = editDistance(left, right);
  return distance > limit ? Infinity : distance;
}

/**
 * The node that somebody probably meant by an ID that the standard does not have, without knowing anything of where it
 * stands. Undefined where none is near.
 * @param nodes those that may be meant: elements, or groups too
 */
export function nearestNode(
  standard: Lexicon,
  id: string,
  nodes: Iterable<StandardNode> = standard.elements,
): StandardNode | undefined {
  const candidates = new Map(Array.from(nodes, (node) => [node.id, node]));
  const alike = writtenAlike(standard, id).flatMap((found) => nodeNamed(standard, found) ?? []);
  return (
    alike.find((node) => candidates.has(node.id)) ??
    candidates.get(nearestWord(id, [...candidates.keys()]) ?? '')
  );
}

/** The elements below a group, those that the file is about first. */
export function elementsBelow(
  group: StandardNode,
  standard: Lexicon,
  evidence: { readonly text: string; readonly bodyStart: number },
): readonly Suggestion[] {
  const elements: StandardNode[] = [];
  const collect = (node: StandardNode): void => {
    if (node.assessable) elements.push(node);
    node.children.forEach(collect);
  };
  group.children.forEach(collect);
  const fit = fitOfText(
    standard,
    evidence.text.slice(evidence.bodyStart, evidence.bodyStart + charactersRead),
  );
  // Array.sort is stable: elements that fit equally stay in the standard's order.
  return elements.sort((left, right) => (fit.get(right.id) ?? 0) - (fit.get(left.id) ?? 0)).map(suggestionOf);
}

export const suggestionOf = (element: StandardNode): Suggestion => ({
  replacement: element.id,
  label: shortWords(element),
});

export interface NoSuchElement {
  /** What has replaced it, of which there may be several, or what was probably meant. */
  readonly nodes: readonly StandardNode[];
  /** For people, whole sentences. */
  readonly message: string;
}

/** What to say of an ID that is none of the standard's elements, where nothing around it tells more. */
export function noSuchElement(standard: Lexicon, id: string): NoSuchElement {
  const ambiguity = ambiguityOf(standard, id);
  if (ambiguity) return ambiguity;
  const replacements = replacementsOf(standard, id);
  if (replacements)
    return {
      nodes: replacements,
      message: `${retiredWords(id, replacements)} ${retiredAdvice(replacements)}`,
    };
  const node = nearestNode(standard, id);
  const advice = node ? didYouMean([suggestionOf(node)]) : '';
  return { nodes: node ? [node] : [], message: `${id} is not an element of ${standard.title}.${advice}` };
}

/** “Did you mean …?”, or nothing where there is nothing to suggest. */
export function didYouMean(suggestions: readonly Suggestion[]): string {
  const [first, ...others] = suggestions;
  if (!first) return '';
  const rest =
    others.length > 0 ? ` Also near: ${others.map(({ replacement }) => replacement).join(', ')}.` : '';
  return ` Did you mean ${first.replacement}, “${first.label}”?${rest}`;
}
