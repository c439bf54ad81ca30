import { attachmentTargets, isMissing } from '../portfolio/links';
import { missingAttachment } from './missingPath';
import type { EvidenceRule } from './rule';

export const attachmentMissing: EvidenceRule = {
  code: 'attachment-missing',
  on: 'evidence',
  severity: 'error',
  summary: 'An attachment that is not there.',
  check: (portfolio, evidence) =>
    (portfolio.misses(evidence.uri) ? attachmentTargets(evidence) : [])
      .filter((target) => isMissing(portfolio.root, target, portfolio.exists))
      .map((target) => missingAttachment(portfolio, target)),
};
