import { ambiguityOf } from '../standard/ambiguous';
import { replacementsOf, retiredAdvice, retiredWords } from '../standard/retired';
import { didYouMean, nearestElements, suggestionOf } from '../standard/suggest';
import { actionsWhere } from './planActions';
import { changing, named } from './remedy';
import { planRule } from './rule';

export const actionElementUnknown = planRule({
  code: 'action-element-unknown',
  severity: 'error',
  summary: 'An action for an ID that the standard does not have.',
  checkPlan: ({ standard, source }, plan) => {
    if (source.kind !== 'ready') return [];
    let asked = 0;
    return actionsWhere(plan, ({ id, idSpan: span, action, comments }) => {
      // A row about a criterion is a heading, or an action for all of it.
      if (standard.nodes.has(id) || ambiguityOf(standard, id)) return undefined;
      const replacements = replacementsOf(standard, id);
      if (replacements) {
        const message = `${retiredWords(id, replacements)} ${retiredAdvice(replacements)}`;
        return { span, message, suggestions: replacements.map(suggestionOf) };
      }
      // Each row asks for itself; beyond what a person could slip on, without its text.
      const body = ++asked > 100 ? '' : `${action?.text ?? ''}\n${comments?.text ?? ''}`;
      const suggestions = nearestElements(standard, { title: '', body, listed: new Set() })(id);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      return { span, message: `${id} is not an element of ${standard.title}.${advice}`, suggestions };
    });
  },
  planRemedy: {
    care: 'choice',
    proposals: (_, plan, { span, suggestions = [] }) =>
      suggestions.flatMap(({ replacement, label }, at) =>
        changing(plan, `Change to ${named(replacement, label)}`, [{ span, newText: replacement }], at === 0),
      ),
  },
});
