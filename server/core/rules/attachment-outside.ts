import { attachmentTargets, isInside } from '../links';
import type { EvidenceRule } from './rule';

export const attachmentOutside: EvidenceRule = {
  code: 'attachment-outside',
  on: 'evidence',
  severity: 'warning',
  summary: 'An attachment outside the portfolio’s folder.',
  check: ({ root }, evidence) =>
    attachmentTargets(evidence).flatMap(({ uri, destination, span }) =>
      isInside(root, uri)
        ? []
        : [
            {
              span,
              message: `${destination} is outside the portfolio’s folder, so it does not travel with it. Copy the file into the portfolio.`,
            },
          ],
    ),
};
