import { replacedWords, replacementOf } from '../standard/retired';
import { suggestionOf } from '../standard/suggest';
import { evidenceRule } from './rule';

export const elementRetired = evidenceRule({
  code: 'element-retired',
  severity: 'warning',
  summary: 'An ID that the standard has replaced by another.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const replacement = replacementOf(standard, id);
      if (!replacement) return [];
      const message = `${replacedWords(id, replacement)} Write the new ID.`;
      return [{ span, message, suggestions: [suggestionOf(replacement)] }];
    }),
});
