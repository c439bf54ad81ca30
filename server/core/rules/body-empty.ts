import { isBodyEmpty } from '../body';
import { valueOf } from '../fields';
import type { EvidenceRule } from './rule';

export const bodyEmpty: EvidenceRule = {
  code: 'body-empty',
  on: 'evidence',
  severity: 'warning',
  summary: 'Evidence with no text and no attachment.',
  check: (_, { text, bodyStart, frontMatter, attachments, elementsKey }) =>
    frontMatter.kind === 'closed' && isBodyEmpty(text, bodyStart) && (valueOf(attachments) ?? []).length === 0
      ? [
          {
            span: elementsKey,
            message:
              'There is nothing here yet that an assessor could read. Write below the second ---, or name an attachment.',
          },
        ]
      : [],
};
