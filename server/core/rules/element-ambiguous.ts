import { ambiguityOf } from '../standard/ambiguous';
import { valueOf } from '../yaml/fields';
import { scalarEdit } from '../yaml/edits';
import { replacingElement } from './elementRemedies';
import { actionsWhere } from './planActions';
import { changing, named } from './remedy';
import { evidenceRule } from './rule';

export const elementAmbiguous = evidenceRule({
  code: 'element-ambiguous',
  severity: 'error',
  summary: 'An ID that more than one of the portfolio’s standards has.',
  check: ({ standard }, evidence) => {
    if (!standard.several) return [];
    return [...evidence.elements, ...(valueOf(evidence.strongest) ?? [])].flatMap(({ id, span }) => {
      const found = ambiguityOf(standard, id);
      return found ? [{ span, message: found.message, suggestions: found.suggestions }] : [];
    });
  },
  remedy: {
    care: 'choice',
    proposals: (_, evidence, problem) =>
      evidence.elements.some(({ span }) => span.start === problem.span.start)
        ? replacingElement(evidence, problem)
        : (problem.suggestions ?? []).flatMap(({ replacement, label }, at) =>
            changing(
              evidence,
              `Replace with ${named(replacement, label)}`,
              [scalarEdit(evidence.text, problem.span, replacement)],
              at === 0,
            ),
          ),
  },
  checkPlan: ({ standard }, plan) =>
    actionsWhere(plan, ({ id, idSpan: span }) => {
      const found = ambiguityOf(standard, id);
      return found && { span, message: found.message, suggestions: found.suggestions };
    }),
  planRemedy: {
    care: 'choice',
    proposals: (_, plan, { span, suggestions = [] }) =>
      suggestions.flatMap(({ replacement, label }, at) =>
        changing(plan, `Change to ${named(replacement, label)}`, [{ span, newText: replacement }], at === 0),
      ),
  },
});
