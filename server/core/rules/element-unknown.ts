import { textReferences } from '../evidence/elementsMeant';
import { qualified } from '../frontMatter/standardNames';
import { ambiguityOf } from '../standard/ambiguous';
import { plainly } from '../text/hiddenCharacters';
import { hiddenWords } from '../text/hiddenWords';
import type { Problem } from '../text/span';
import { isNamed, nodeNamed } from '../standard/retired';
import { didYouMean, nearestElements, suggestionOf } from '../standard/suggest';
import { surroundingsIn } from '../evidence/surroundings';
import { insideMessage, listedTwin, namesSeveral } from './elementTexts';
import { identifiersInText } from '../standard/identifiersInText';
import type { Lexicon } from '../standard/standard';
import {
  certainTexts,
  elementsRemoved,
  elementsReplaced,
  idAt,
  replacingElement,
  separating,
  separations,
} from './elementRemedies';
import { bySuggestions, changing } from './remedy';
import { evidenceRule } from './rule';

export const elementUnknown = evidenceRule({
  code: 'element-unknown',
  severity: 'error',
  summary: 'An ID that the standard does not have.',
  shared: 'every',
  check: ({ standard, source }, evidence) => {
    if (source.kind !== 'ready') return [];
    const unknown = evidence.elements.filter(
      ({ id, under }) =>
        id !== '' &&
        !isNamed(standard, id) &&
        !ambiguityOf(standard, id) &&
        // Where there are no names, front-matter-value speaks of them.
        (under === undefined || standard.several !== undefined),
    );
    if (unknown.length === 0) return [];
    const texts = new Map(
      textReferences(standard, evidence).map(({ reference, reading }) => [reference.span.start, reading]),
    );
    const nearest = nearestElements(standard, surroundingsIn(evidence));
    return unknown.flatMap(({ id, span, under }): readonly Problem[] => {
      const reading = texts.get(span.start);
      // front-matter-value speaks of several.
      if (reading && namesSeveral(reading)) return [];
      const twin = listedTwin(standard, evidence, id);
      if (twin !== undefined)
        return [
          {
            span,
            message: `${id} stands for ${twin}, which is in this list already. Remove one of the two.`,
          },
        ];
      const node = reading && nodeNamed(standard, reading.parts[0]?.id ?? '');
      const message = reading && insideMessage(id, reading);
      if (node && message !== undefined) return [{ span, message, suggestions: [suggestionOf(node)] }];
      const suggestions = nearestBelow(nearest, plainly(id, true), under);
      const hidden = hiddenWords(id, true);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      const seen = hidden === '' ? '' : ` There is ${hidden} in it, which is easy to overlook.`;
      return [
        { span, message: `${id} is not an element of ${standard.title}.${advice}${seen}`, suggestions },
      ];
    });
  },
  remedy: {
    care: 'choice',
    least: 'safe',
    careOf: ({ standard }, evidence) => {
      const certain = certainTexts(standard, evidence);
      return (problem) =>
        problem.suggestions && certain.has(problem.span.start) ? 'safe' : bySuggestions(problem);
    },
    proposals: ({ standard }, evidence, problem) => {
      const { start } = problem.span;
      const id = idAt(evidence, start);
      const listed = listedTwin(standard, evidence, id);
      if (listed !== undefined)
        return changing(
          evidence,
          `Remove “${id}”: ${listed} is in the list already`,
          elementsRemoved(evidence, [problem]),
          true,
        );
      // The ID alone, where the value has more in it; else another one in its place.
      const alone =
        problem.suggestions?.[0] && hasMore(standard, id) ? separating(standard, evidence, start) : [];
      return alone.length > 0 ? alone : replacingElement(evidence, problem);
    },
    together: ({ standard }, evidence, problems) => {
      const texts = separations(standard, evidence, problems);
      const others = problems.filter(({ span }) => !texts.has(span.start));
      return [...[...texts.values()].flat(), ...(elementsReplaced(evidence, others) ?? [])];
    },
  },
});

/** Below the name of a standard, an ID may have that name before it once more, however it is written. */
function nearestBelow(
  nearest: ReturnType<typeof nearestElements>,
  id: string,
  under: string | undefined,
): ReturnType<typeof nearest> {
  const found = nearest(id);
  if (found.length > 0 || under === undefined) return found;
  return nearest(id.slice(qualified(under, '').length)).filter(({ replacement }) =>
    replacement.startsWith(qualified(under, '')),
  );
}

/** The ID stands in a text with something else, however little. */
const hasMore = (standard: Lexicon, id: string): boolean =>
  identifiersInText(standard, id).parts.some(({ isKnown }) => isKnown);
