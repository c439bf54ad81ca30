/** Which of the two a Markdown file is. */
import { parseEvidence } from '../evidence/evidence';
import { parseActionPlan } from '../plan/parse';
import type { Uri } from '../text/span';
import type { PortfolioFile } from './portfolioFile';

/** Reads a Markdown file; undefined where it is neither. A plan that names elements in its front matter is a plan. */
export const parsePortfolioFile = (uri: Uri, text: string): PortfolioFile | undefined =>
  parseActionPlan(uri, text) ?? parseEvidence(uri, text);
