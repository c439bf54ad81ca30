import { valueOf } from '../yaml/fields';
import { clearDecision, setDecision } from '../manifest/decisionEdits';
import { decisionsAt } from './coverageRemedies';
import type { Proposal } from './remedy';
import { changing } from './remedy';
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
  remedy: {
    care: 'choice',
    proposals: ({ standard }, manifest, { span }) =>
      decisionsAt(manifest, span.start).flatMap(({ id, reason }): readonly Proposal[] => {
        const otherwise = (): readonly Proposal[] =>
          reason.kind === 'absent'
            ? changing(
                manifest,
                `Add a “reason” to ${id}`,
                setDecision(manifest, standard, id, { reason: '' }),
              )
            : [];
        return [
          { kind: 'reason', title: `Say why ${id} does not apply…`, element: id, otherwise },
          ...changing(
            manifest,
            `Declare ${id} applicable again`,
            clearDecision(manifest, standard, id, ['applicable']),
          ),
        ];
      }),
  },
});
