import { valueOf } from '../yaml/fields';
import type { ManifestRule } from './rule';

export const notApplicableWithoutReason: ManifestRule = {
  code: 'not-applicable-without-reason',
  on: 'manifest',
  severity: 'error',
  summary: 'An element declared not applicable, with no reason given.',
  check: (_, manifest) =>
    [...manifest.decisions.values()].flatMap(({ id, span, applicable, reason }) =>
      applicable || valueOf(reason)
        ? []
        : [{ span, message: `Say why ${id} does not apply: add a “reason”. The assessor will ask.` }],
    ),
};
