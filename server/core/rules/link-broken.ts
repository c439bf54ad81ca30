import { isInside, missingLinkTargets } from '../links';
import type { Problem, Uri } from '../model';
import type { Portfolio } from '../portfolio';
import type { PortfolioFile } from '../portfolioFile';
import type { EvidenceRule } from './rule';

export const linkBroken: EvidenceRule = {
  code: 'link-broken',
  on: 'evidence',
  severity: 'warning',
  summary: 'A link in the text that leads to no file.',
  check: brokenLinks,
  checkPlan: brokenLinks,
};

function brokenLinks({ root, exists, misses }: Portfolio, file: PortfolioFile): readonly Problem[] {
  // Where all that could be a link leads somewhere, the text need not be parsed.
  if (!misses(file.uri)) return [];
  const isMissing = (target: Uri): boolean => isInside(root, target) && exists(target) === false;
  return missingLinkTargets(file, isMissing).map(({ destination, span }) => ({
    span,
    message: `There is no file at ${destination}. Check the path; it starts from this file’s folder.`,
  }));
}
