import type { Span } from '../text/span';
import { evidenceRule } from './rule';

export const elementDuplicate = evidenceRule({
  code: 'element-duplicate',
  severity: 'warning',
  summary: 'The same ID twice in one file.',
  check: (_, { uri, elements }) => {
    const first = new Map<string, Span>();
    return elements.flatMap(({ id, span }) => {
      const earlier = first.get(id);
      if (!earlier) {
        first.set(id, span);
        return [];
      }
      return [
        {
          span,
          message: `${id} is already in this list. Remove one of the two.`,
          related: [{ uri, span: earlier, message: `${id} stands here first.` }],
        },
      ];
    });
  },
});
