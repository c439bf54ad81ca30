import { textReferences } from '../evidence/elementsMeant';
import { hiddenWords, plainly } from '../text/hiddenCharacters';
import type { Problem } from '../text/span';
import { isNamed, nodeNamed } from '../standard/retired';
import { didYouMean, nearestElements, suggestionOf } from '../standard/suggest';
import { surroundingsIn } from '../evidence/surroundings';
import { insideMessage, listedTwin, namesSeveral } from './elementTexts';
import { evidenceRule } from './rule';

export const elementUnknown = evidenceRule({
  code: 'element-unknown',
  severity: 'error',
  summary: 'An ID that the standard does not have.',
  check: ({ standard, source }, evidence) => {
    if (source.kind !== 'ready') return [];
    const unknown = evidence.elements.filter(({ id }) => id !== '' && !isNamed(standard, id));
    if (unknown.length === 0) return [];
    const texts = new Map(
      textReferences(standard, evidence).map(({ reference, reading }) => [reference.span.start, reading]),
    );
    const nearest = nearestElements(standard, surroundingsIn(evidence));
    return unknown.flatMap(({ id, span }): readonly Problem[] => {
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
      const suggestions = nearest(plainly(id, true));
      const hidden = hiddenWords(id, true);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      const seen = hidden === '' ? '' : ` There is ${hidden} in it, which is easy to overlook.`;
      return [
        { span, message: `${id} is not an element of ${standard.title}.${advice}${seen}`, suggestions },
      ];
    });
  },
});
