/** What a Markdown file of a portfolio can be: evidence, or an action plan. */
import type { EvidenceFile } from '../evidence/evidence';
import type { ActionPlan } from '../plan/model';
import type { Lexicon } from '../standard/standard';

export type PortfolioFile = EvidenceFile | ActionPlan;

/**
 * Other tools have a key `elements` too. Without a manifest that says what the folder is, a file is evidence
 * where something under the key has the shape of an element's ID, or nothing stands there yet.
 */
export function looksLikeOurs(file: PortfolioFile, { elementPattern }: Lexicon): boolean {
  if (file.isPlan) return true;
  const { elements, misplaced, frontMatter, text } = file;
  if (elements.some(({ id }) => elementPattern.matches(id))) return true;
  if (elements.length > 0) return false;
  const { start, end } = frontMatter.content;
  return misplaced.length === 0 && frontMatter.faults.length === 0
    ? true
    : elementPattern.find(text, start, end).length > 0;
}
