import { valueOf } from '../yaml/fields';
import { manifestRule } from './rule';

export const notApplicableWithoutReason = manifestRule({
  code: 'not-applicable-without-reason',
  severity: 'error',
  summary: 'An element declared not applicable, with no reason given.',
  check: (_, manifest) =>
    [...manifest.decisions.values()].flatMap(({ id, span, applicable, reason }) =>
      applicable || valueOf(reason)
        ? []
        : [{ span, message: `Say why ${id} does not apply: add a “reason”. The assessor will ask.` }],
    ),
});
