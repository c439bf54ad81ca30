import { attachmentTargets, isInside } from '../portfolio/targets';
import { ownMessage } from './missingPath';
import { attachmentProposals } from './pathRemedies';
import { evidenceRule } from './rule';

export const attachmentOutside = evidenceRule({
  code: 'attachment-outside',
  severity: 'warning',
  summary: 'An attachment outside the portfolio’s folder, or on a drive that nobody else can open.',
  check: (portfolio, evidence) => {
    const scope = portfolio.scopeOf(evidence.uri);
    return attachmentTargets(evidence).flatMap(({ kind, readings, destination, span }) => {
      if (kind === 'own') return [{ span, message: ownMessage(destination) }];
      if (readings.every(({ uri }) => isInside(scope, uri))) return [];
      const message =
        scope === portfolio.root
          ? `${destination} is outside the portfolio’s folder, so it does not travel with it. Copy the file into the portfolio.`
          : `${destination} is outside the repository, so it does not travel with it. Copy the file into the repository.`;
      return [{ span, message }];
    });
  },
  remedy: { care: 'choice', proposals: attachmentProposals },
});
