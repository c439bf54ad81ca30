import { replaceReferenceAt } from '../evidence/elementEdits';
import type { EvidenceFile } from '../evidence/evidence';
import { replacementsOf, retiredAdvice, retiredWords } from '../standard/retired';
import type { Problem } from '../text/span';
import { suggestionOf } from '../standard/suggest';
import { elementsRemoved, elementsReplaced, idAt, maximumChoices, replacingElement } from './elementRemedies';
import type { Proposal } from './remedy';
import { changing, named } from './remedy';
import { evidenceRule } from './rule';

export const elementRetired = evidenceRule({
  code: 'element-retired',
  severity: 'warning',
  summary: 'An ID that the standard has replaced by another.',
  shared: 'every',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const replacements = replacementsOf(standard, id);
      if (!replacements) return [];
      const message = `${retiredWords(id, replacements)} ${retiredAdvice(replacements)}`;
      return [{ span, message, suggestions: replacements.map(suggestionOf) }];
    }),
  remedy: {
    care: 'safe',
    // What has been divided, or dropped, is for a person to decide.
    careOf: () => (problem) => (problem.suggestions?.length === 1 ? 'safe' : 'choice'),
    // The new ID, unless the list has it already; of several, each or all.
    proposals: (_, evidence, problem) => {
      const [suggestion, ...others] = problem.suggestions ?? [];
      if (others.length > 0) return dividedElement(evidence, problem);
      if (!suggestion || !evidence.elements.some(({ id }) => id === suggestion.replacement))
        return replacingElement(evidence, problem);
      return changing(
        evidence,
        `Remove ${idAt(evidence, problem.span.start)}: ${suggestion.replacement}, which replaces it, is in the list`,
        elementsRemoved(evidence, [problem]),
        true,
      );
    },
    together: (_, evidence, problems) => elementsReplaced(evidence, problems),
  },
});

/** An ID that has become several, of which this evidence may be for one, some or all. */
function dividedElement(evidence: EvidenceFile, problem: Problem): readonly Proposal[] {
  const { span, suggestions = [] } = problem;
  const open = suggestions.filter(
    ({ replacement }) => !evidence.elements.some(({ id }) => id === replacement),
  );
  const id = idAt(evidence, span.start);
  if (open.length === 0)
    return changing(
      evidence,
      `Remove ${id}: all that it has become is in the list`,
      elementsRemoved(evidence, [problem]),
    );
  const each = open
    .slice(0, maximumChoices)
    .flatMap(({ replacement, label }) =>
      changing(
        evidence,
        `Replace with ${named(replacement, label)}`,
        replaceReferenceAt(evidence, span.start, [replacement]),
      ),
    );
  if (open.length === 1) return each;
  const ids = open.map(({ replacement }) => replacement);
  return [
    ...each,
    ...changing(
      evidence,
      `Replace with all ${open.length} that ${id} has become`,
      replaceReferenceAt(evidence, span.start, ids),
    ),
  ];
}
