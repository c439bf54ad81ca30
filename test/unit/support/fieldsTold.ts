import type { EvidenceFields } from '../../../server/core/frontMatter/fields';
import { details } from '../../../server/core/frontMatter/fields';

/** All that can be asked of the values of a piece of evidence, which may be read only when it is. */
export const fieldsTold = (fields: EvidenceFields): unknown =>
  Object.fromEntries(
    details.map(({ field }) => {
      const found = fields[field];
      if (found.kind !== 'valid') return [field, found];
      const { kind, key, span, value } = found;
      return [field, { kind, key, span, value }];
    }),
  );
