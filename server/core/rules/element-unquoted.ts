import type { EvidenceFile } from '../evidence/evidence';
import { qualified } from '../frontMatter/standardNames';
import type { Problem } from '../text/span';
import type { Edits } from './remedy';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const elementUnquoted = evidenceRule({
  code: 'element-unquoted',
  severity: 'warning',
  summary: 'An ID such as 1.10, without quotation marks, that YAML reads as the number 1.1.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, under, span, readsAsNumber }) =>
      // A group's ID is wrong here with quotation marks too: element-not-assessable speaks of it.
      readsAsNumber && standard.nodes.get(id)?.assessable !== false
        ? [
            {
              span,
              message: `Put quotation marks around ${belowName(id, under)}. Without them, other tools read it as a number${loss(belowName(id, under))}.`,
              suggestions: [{ replacement: `"${belowName(id, under)}"`, label: 'with quotation marks' }],
            },
          ]
        : [],
    ),
  remedy: {
    care: 'safe',
    proposals: (_, evidence, problem) =>
      changing(
        evidence,
        `Put quotation marks around ${writtenAt(evidence, problem.span.start)}`,
        quoted(evidence, [problem]),
        true,
      ),
    together: (_, evidence, problems) => quoted(evidence, problems),
  },
});

/** As the file has it: the 1.10 of `ISO: [1.10]` is known as ISO:1.10. */
const belowName = (id: string, under: string | undefined): string =>
  under === undefined ? id : id.slice(qualified(under, '').length);

const writtenAt = ({ elements }: EvidenceFile, offset: number): string => {
  const found = elements.find(({ span }) => span.start === offset);
  return found ? belowName(found.id, found.under) : '';
};

/** 1.10 and 1.1 are one number. */
const loss = (id: string): string => (String(Number(id)) === id ? '' : `, ${String(Number(id))}`);

function quoted({ elements }: EvidenceFile, problems: readonly Problem[]): Edits {
  const starts = new Set(problems.map(({ span }) => span.start));
  return elements.flatMap(({ id, under, span }) =>
    starts.has(span.start) ? [{ span, newText: JSON.stringify(belowName(id, under)) }] : [],
  );
}
