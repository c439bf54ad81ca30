/** What a Markdown file of a portfolio can be: evidence, or an action plan. */
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import type { Uri } from '../text/span';
import type { ActionPlan } from '../plan/model';
import { parseActionPlan } from '../plan/parse';
import type { Standard } from '../standard/standard';

export type PortfolioFile = EvidenceFile | ActionPlan;

export const isActionPlan = (file: PortfolioFile): file is ActionPlan => 'tables' in file;

/** Reads a Markdown file; undefined where it is neither. A plan that names elements in its front matter is a plan. */
export const parsePortfolioFile = (uri: Uri, text: string): PortfolioFile | undefined =>
  parseActionPlan(uri, text) ?? parseEvidence(uri, text);

/**
 * Other tools have a key `elements` too. Without a manifest that says what the folder is, a file is evidence
 * where something under the key has the shape of an element's ID, or nothing stands there yet.
 */
export function looksLikeOurs(file: PortfolioFile, { elementPattern }: Standard): boolean {
  if (isActionPlan(file)) return true;
  const { elements, misplaced, frontMatter, text } = file;
  if (elements.some(({ id }) => elementPattern.matches(id))) return true;
  if (elements.length > 0) return false;
  const { start, end } = frontMatter.content;
  return misplaced.length === 0 && frontMatter.faults.length === 0
    ? true
    : elementPattern.find(text, start, end).length > 0;
}
