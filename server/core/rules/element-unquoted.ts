import { evidenceRule } from './rule';

export const elementUnquoted = evidenceRule({
  code: 'element-unquoted',
  severity: 'warning',
  summary: 'An ID such as 1.10, without quotation marks, that YAML reads as the number 1.1.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span, readsAsNumber }) =>
      // A group's ID is wrong here with quotation marks too: element-not-assessable speaks of it.
      readsAsNumber && standard.nodes.get(id)?.assessable !== false
        ? [
            {
              span,
              message: `Put quotation marks around ${id}. Without them, other tools read it as a number${loss(id)}.`,
              suggestions: [{ replacement: `"${id}"`, label: 'with quotation marks' }],
            },
          ]
        : [],
    ),
});

/** 1.10 and 1.1 are one number. */
const loss = (id: string): string => (String(Number(id)) === id ? '' : `, ${String(Number(id))}`);
