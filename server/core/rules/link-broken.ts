import { isInside, linkTargets, possibleLinkTargets } from '../links';
import type { Problem, Uri } from '../model';
import type { PortfolioFile } from '../portfolioFile';
import type { EvidenceRule } from './rule';

export const linkBroken: EvidenceRule = {
  code: 'link-broken',
  on: 'evidence',
  severity: 'warning',
  summary: 'A link in the text that leads to no file.',
  check: ({ root, exists }, evidence) => {
    // Where all that could be a link leads somewhere, the text need not be parsed.
    const possible = possibleLinkTargets(evidence);
    if (possible?.every((uri) => !isInside(root, uri) || exists(uri) !== false)) return [];
    return brokenLinks(root, exists, evidence);
  },
  checkPlan: ({ root, exists }, plan) => brokenLinks(root, exists, plan),
};

const brokenLinks = (
  root: Uri,
  exists: (uri: Uri) => boolean | undefined,
  file: PortfolioFile,
): readonly Problem[] =>
  linkTargets(file).flatMap(({ uri, destination, span }) =>
    isInside(root, uri) && exists(uri) === false
      ? [
          {
            span,
            message: `There is no file at ${destination}. Check the path; it starts from this file’s folder.`,
          },
        ]
      : [],
  );
