import { replacedWords, replacementOf } from '../standard/retired';
import { suggestionOf } from '../standard/suggest';
import type { EvidenceRule } from './rule';

export const elementRetired: EvidenceRule = {
  code: 'element-retired',
  on: 'evidence',
  severity: 'warning',
  summary: 'An ID that the standard has replaced by another.',
  check: ({ standard }, { elements }) =>
    elements.flatMap(({ id, span }) => {
      const replacement = replacementOf(standard, id);
      if (!replacement) return [];
      const message = `${replacedWords(id, replacement)} Write the new ID.`;
      return [{ span, message, suggestions: [suggestionOf(replacement)] }];
    }),
};
