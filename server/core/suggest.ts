/** Which element somebody probably meant by an ID that the standard does not have. */
import { editDistance } from './editDistance';
import type { EvidenceFile } from './evidence';
import type { Suggestion } from './model';
import type { Standard, StandardNode } from './standard';
import { compareInStandard, shortWords } from './standard';
import { fitOfElements, significantWords } from './words';

const maximumDistance = 2;
const maximumSuggestions = 3;
/** As much of a file as its subject needs. */
const charactersRead = 20_000;

/** Where an ID stands: what the text around it says, and which IDs stand beside it already. */
export interface Surroundings {
  readonly title: string;
  readonly body: string;
  readonly listed: ReadonlySet<string>;
}

/** Those of an ID in the front matter of evidence. */
export const surroundingsIn = ({ text, bodyStart, title, elements }: EvidenceFile): Surroundings => ({
  title: title.kind === 'valid' ? title.value : '',
  body: text.slice(bodyStart, bodyStart + charactersRead),
  listed: new Set(elements.map((reference) => reference.id)),
});

/**
 * Finds the nearest elements, best first: few edits away from an ID, and of those equally near the one that
 * the file is about. An ID that stands in the file's text weighs most.
 */
export function nearestElements(
  standard: Standard,
  { title, body, listed }: Surroundings,
): (id: string) => readonly Suggestion[] {
  // Read once for all IDs of the file: there may be thousands in a file that means harm.
  const mentioned = new Set(standard.elementPattern.find(body).map((found) => found.id));
  const fit = fitOfElements(standard, significantWords(`${title}\n${body}`));
  const order = compareInStandard(standard);

  return (id) => {
    const typed = id.toLowerCase();
    // With two of three characters changed, every ID is near every other.
    const limit = Math.min(maximumDistance, Math.floor(id.length / 2));
    const scored = standard.elements.flatMap((element) => {
      if (listed.has(element.id) || Math.abs(typed.length - element.id.length) > limit) return [];
      const distance = editDistance(typed, element.id.toLowerCase());
      if (distance > limit) return [];
      // A fit is worth less than one edit, a mention more: the ID's own characters speak first.
      const score = distance - 0.9 * (fit.get(element.id) ?? 0) - (mentioned.has(element.id) ? 1.5 : 0);
      return [{ element, score }];
    });
    scored.sort((left, right) => left.score - right.score || order(left.element.id, right.element.id));
    return scored.slice(0, maximumSuggestions).map(({ element }) => suggestionOf(element));
  };
}

/** The elements below a group, those that the file is about first. */
export function elementsBelow(
  group: StandardNode,
  standard: Standard,
  evidence: EvidenceFile,
): readonly Suggestion[] {
  const elements: StandardNode[] = [];
  const collect = (node: StandardNode): void => {
    if (node.assessable) elements.push(node);
    node.children.forEach(collect);
  };
  group.children.forEach(collect);
  const fit = fitOfElements(
    standard,
    significantWords(evidence.text.slice(evidence.bodyStart, evidence.bodyStart + charactersRead)),
  );
  // Array.sort is stable: elements that fit equally stay in the standard's order.
  return elements.sort((left, right) => (fit.get(right.id) ?? 0) - (fit.get(left.id) ?? 0)).map(suggestionOf);
}

export const suggestionOf = (element: StandardNode): Suggestion => ({
  replacement: element.id,
  label: shortWords(element),
});

/** “Did you mean …?”, or nothing where there is nothing to suggest. */
export function didYouMean(suggestions: readonly Suggestion[]): string {
  const [first, ...others] = suggestions;
  if (!first) return '';
  const rest =
    others.length > 0 ? ` Also near: ${others.map(({ replacement }) => replacement).join(', ')}.` : '';
  return ` Did you mean ${first.replacement}, “${first.label}”?${rest}`;
}
