import type { EvidenceFile } from '../evidence/evidence';
import type { Problem } from '../text/span';
import { idAt } from './elementRemedies';
import type { Edits } from './remedy';
import { changing } from './remedy';
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
  remedy: {
    care: 'safe',
    proposals: (_, evidence, problem) =>
      changing(
        evidence,
        `Put quotation marks around ${idAt(evidence, problem.span.start)}`,
        quoted(evidence, [problem]),
        true,
      ),
    together: (_, evidence, problems) => quoted(evidence, problems),
  },
});

/** 1.10 and 1.1 are one number. */
const loss = (id: string): string => (String(Number(id)) === id ? '' : `, ${String(Number(id))}`);

function quoted({ elements }: EvidenceFile, problems: readonly Problem[]): Edits {
  const starts = new Set(problems.map(({ span }) => span.start));
  return elements.flatMap(({ id, span }) =>
    starts.has(span.start) ? [{ span, newText: JSON.stringify(id) }] : [],
  );
}
