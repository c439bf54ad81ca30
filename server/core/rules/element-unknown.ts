import { didYouMean, nearestElements } from '../suggest';
import type { EvidenceRule } from './rule';

export const elementUnknown: EvidenceRule = {
  code: 'element-unknown',
  on: 'evidence',
  severity: 'error',
  summary: 'An ID that the standard does not have.',
  check: ({ standard, source }, evidence) => {
    if (source.kind !== 'ready') return [];
    return evidence.elements.flatMap(({ id, span }) => {
      if (id === '' || standard.nodes.has(id) || standard.retired.has(id)) return [];
      const suggestions = nearestElements(standard, evidence, id);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      return [{ span, message: `${id} is not an element of ${standard.title}.${advice}`, suggestions }];
    });
  },
};
