/** Elements that a text may be evidence for, by its own words. */
import type { Lexicon } from '../standard/standard';
import type { FoundElement } from './elementIndex';
import { fieldWeights, foundElements, indexOf } from './elementIndex';
import type { Found } from './findElements';
import { isGeneral, isPair, termsOf } from './terms';

/** A text with the name that it goes by, which says most about its subject; either may be empty. */
export interface TextWithTitle {
  readonly title: string;
  readonly body: string;
}

/** As much of a text as its subject needs. */
const charactersRead = 20_000;
/** As often as this does each word of the title count. */
const weightOfTitle = 6;
/** A phrase of the standard seldom stands in a text by chance. */
const weightOfPair = 1.5;
/** A word that stands in any text. */
const weightOfGeneral = 0.25;
/** One word of a keyword of several stands in many a text: `room`, where the keyword is `private interview room`. */
const boosts = { ...fieldWeights, inKeywords: 0.4 };

/** What a text leads to; where it shares no word with any element, the parts of the standard. */
export function findForText(standard: Lexicon, text: TextWithTitle): Found {
  const elements = elementsForText(standard, text);
  return elements.length > 0 ? { kind: 'found', elements } : { kind: 'groups', groups: standard.roots };
}

/** Best first, each with the phrases of the text that led there; none where it shares no word with any. */
export function elementsForText(standard: Lexicon, { title, body }: TextWithTitle): readonly FoundElement[] {
  const index = indexOf(standard);
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  const count = (text: string, weight: number): void => {
    for (const { term, written: words } of termsOf(text)) {
      if (!index.knows(term)) continue;
      counts.set(term, (counts.get(term) ?? 0) + weight);
      if (!written.has(term)) written.set(term, words);
    }
  };
  count(title.slice(0, charactersRead), weightOfTitle);
  count(body.slice(0, charactersRead), 1);
  // The tenth time, a word says little that it has not said before.
  const weight = (term: string): number => 1 + Math.log(counts.get(term) ?? 1);
  const hits = index.search(counts.keys(), {
    boost: boosts,
    boostTerm: (term) => weight(term) * (isPair(term) ? weightOfPair : isGeneral(term) ? weightOfGeneral : 1),
  });
  return foundElements(
    hits,
    (term) => written.get(term) ?? '',
    (term) => weight(term) * index.rarity(term) * (isGeneral(term) ? weightOfGeneral : 1),
  );
}
