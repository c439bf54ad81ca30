import { replacementsOf, retiredAdvice, retiredWords } from '../standard/retired';
import { suggestionOf } from '../standard/suggest';
import { evidenceRule } from './rule';

export const elementRetired = evidenceRule({
  code: 'element-retired',
  severity: 'warning',
  summary: 'An ID that the standard has replaced by another.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const replacements = replacementsOf(standard, id);
      if (!replacements) return [];
      const message = `${retiredWords(id, replacements)} ${retiredAdvice(replacements)}`;
      return [{ span, message, suggestions: replacements.map(suggestionOf) }];
    }),
});
