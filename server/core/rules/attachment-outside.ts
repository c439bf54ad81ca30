import { attachmentTargets, isInside } from '../portfolio/targets';
import { ownMessage } from './missingPath';
import { attachmentProposals } from './pathRemedies';
import { evidenceRule } from './rule';

export const attachmentOutside = evidenceRule({
  code: 'attachment-outside',
  severity: 'warning',
  summary: 'An attachment outside the portfolio’s folder, or on a drive that nobody else can open.',
  check: ({ root }, evidence) =>
    attachmentTargets(evidence).flatMap(({ kind, readings, destination, span }) => {
      if (kind === 'own') return [{ span, message: ownMessage(destination) }];
      if (readings.every(({ uri }) => isInside(root, uri))) return [];
      const message = `${destination} is outside the portfolio’s folder, so it does not travel with it. Copy the file into the portfolio.`;
      return [{ span, message }];
    }),
  remedy: { care: 'choice', proposals: attachmentProposals },
});
