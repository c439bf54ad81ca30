import { attachmentTargets, isMissing } from '../portfolio/targets';
import { missingAttachment } from './missingPath';
import { attachmentProposals } from './pathRemedies';
import { bySuggestions, wordsReplaced } from './remedy';
import { evidenceRule } from './rule';

export const attachmentMissing = evidenceRule({
  code: 'attachment-missing',
  severity: 'error',
  summary: 'An attachment that is not there.',
  check: (portfolio, evidence) =>
    (portfolio.misses(evidence.uri) ? attachmentTargets(evidence) : [])
      .filter((target) => isMissing(portfolio.scopeOf(evidence.uri), target, portfolio.exists))
      .map((target) => missingAttachment(portfolio, target)),
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: attachmentProposals,
    together: (_, evidence, problems) => wordsReplaced(evidence, problems),
  },
});
