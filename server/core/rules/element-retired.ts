import { shortWords } from '../standard';
import type { EvidenceRule } from './rule';

export const elementRetired: EvidenceRule = {
  code: 'element-retired',
  on: 'evidence',
  severity: 'warning',
  summary: 'An ID that the standard has replaced by another.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const replacement = standard.retired.get(id);
      const node = replacement === undefined ? undefined : standard.nodes.get(replacement);
      if (!node || standard.nodes.has(id)) return [];
      const label = shortWords(node);
      return [
        {
          span,
          message: `${id} is now ${node.id}, “${label}”. Write the new ID.`,
          suggestions: [{ replacement: node.id, label }],
        },
      ];
    }),
};
