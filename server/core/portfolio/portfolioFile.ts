/** What a Markdown file of a portfolio can be: evidence, or an action plan. */
import { entriesOf } from '../evidence/block';
import { textReferences } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import type { ActionPlan } from '../plan/model';
import { isNamed } from '../standard/retired';
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

/** Keys of ours that hardly anybody else has; `title`, `status`, `date` and the like stand everywhere. */
const telling = ['review-by', 'strongest'] as const;

/**
 * Other programs have front matter with a key `elements`, too. Alone, a file is taken as evidence where it names an
 * element of one of the standards, or has another key of ours. Undefined, which is no evidence at all, is not ours.
 */
export function isClearlyOurs(evidence: EvidenceFile | undefined, standards: Iterable<Lexicon>): boolean {
  if (!evidence) return false;
  if (telling.some((key) => entriesOf(evidence, key).length > 0)) return true;
  for (const standard of standards) {
    if (evidence.elements.some(({ id }) => isNamed(standard, id))) return true;
    if (textReferences(standard, evidence).length > 0) return true;
  }
  return false;
}
