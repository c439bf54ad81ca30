import { didYouMean, nearestElements, surroundingsIn } from '../suggest';
import type { EvidenceRule } from './rule';

export const elementUnknown: EvidenceRule = {
  code: 'element-unknown',
  on: 'evidence',
  severity: 'error',
  summary: 'An ID that the standard does not have.',
  check: ({ standard, source }, evidence) => {
    if (source.kind !== 'ready') return [];
    const unknown = evidence.elements.filter(
      ({ id }) => id !== '' && !standard.nodes.has(id) && !standard.retired.has(id),
    );
    if (unknown.length === 0) return [];
    const nearest = nearestElements(standard, surroundingsIn(evidence));
    return unknown.map(({ id, span }) => {
      const suggestions = nearest(id);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      return { span, message: `${id} is not an element of ${standard.title}.${advice}`, suggestions };
    });
  },
};
