import { knownId } from '../standard/standard';
import type { Span } from '../text/span';
import { elementsRemoved, idAt } from './elementRemedies';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const elementDuplicate = evidenceRule({
  code: 'element-duplicate',
  severity: 'warning',
  summary: 'The same ID twice in one file.',
  check: ({ standard }, { uri, elements }) => {
    const first = new Map<string, Span>();
    return elements.flatMap(({ id, span }) => {
      const known = knownId(standard, id);
      const earlier = first.get(known);
      if (!earlier) {
        first.set(known, span);
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
  remedy: {
    care: 'safe',
    proposals: (_, evidence, problem) =>
      changing(
        evidence,
        `Remove ${idAt(evidence, problem.span.start)} here: it is in the list already`,
        elementsRemoved(evidence, [problem]),
        true,
      ),
    together: (_, evidence, problems) => elementsRemoved(evidence, problems),
  },
});
