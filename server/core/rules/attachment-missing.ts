import { attachmentTargets, isInside } from '../links';
import type { EvidenceRule } from './rule';

export const attachmentMissing: EvidenceRule = {
  code: 'attachment-missing',
  on: 'evidence',
  severity: 'error',
  summary: 'An attachment that is not there.',
  check: ({ root, exists, misses }, evidence) =>
    (misses(evidence.uri) ? attachmentTargets(evidence) : []).flatMap(({ uri, destination, span }) =>
      isInside(root, uri) && exists(uri) === false
        ? [
            {
              span,
              message: `There is no file at ${destination}. Check the path; it starts from this file’s folder.`,
            },
          ]
        : [],
    ),
};
