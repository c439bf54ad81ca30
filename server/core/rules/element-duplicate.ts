import type { EvidenceRule } from './rule';

export const elementDuplicate: EvidenceRule = {
  code: 'element-duplicate',
  on: 'evidence',
  severity: 'warning',
  summary: 'The same ID twice in one file.',
  check: (_, { uri, elements }) =>
    elements.flatMap(({ id, span }, at) => {
      const first = elements.findIndex((reference) => reference.id === id);
      const earlier = elements[first];
      if (first === at || !earlier) return [];
      return [
        {
          span,
          message: `${id} is already in this list. Remove one of the two.`,
          related: [{ uri, span: earlier.span, message: `${id} stands here first.` }],
        },
      ];
    }),
};
