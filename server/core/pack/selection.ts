/** Which pieces of evidence an assessor gets. */
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle, standingOf } from '../evidence/titleAndStanding';
import type { Portfolio } from '../portfolio/portfolio';
import { compareNaturally } from '../text/naturalOrder';
import { valueOf } from '../yaml/fields';

export interface PackOptions {
  /** Drafts and what is in review go in as well. */
  readonly hasDrafts: boolean;
  /** For everybody: without owners, comments, visits, attachments and pictures. */
  readonly isPublic: boolean;
}

export interface Selection {
  /** By ref and by title: where the files are says nothing to those who read a pack. */
  readonly evidence: readonly EvidenceFile[];
  /** Left out, in the order of their paths. */
  readonly drafts: readonly EvidenceFile[];
  readonly withdrawn: readonly EvidenceFile[];
}

export function selectionOf(portfolio: Portfolio, { hasDrafts }: Pick<PackOptions, 'hasDrafts'>): Selection {
  const all = [...portfolio.evidence.values()]
    .sort((left, right) => compareNaturally(left.uri, right.uri))
    .map((one) => ({ one, standing: standingOf(one, portfolio.today) }));
  const having = (wanted: string): readonly EvidenceFile[] =>
    all.filter(({ standing }) => standing === wanted).map(({ one }) => one);
  const drafts = having('draft');
  return {
    evidence: inOrder([...having('current'), ...having('overdue'), ...(hasDrafts ? drafts : [])]),
    drafts: hasDrafts ? [] : drafts,
    withdrawn: having('withdrawn'),
  };
}

const inOrder = (evidence: readonly EvidenceFile[]): readonly EvidenceFile[] =>
  evidence
    .map((one) => ({ one, ref: valueOf(one.ref) ?? '', title: displayTitle(one) }))
    .sort(
      (left, right) =>
        Number(left.ref === '') - Number(right.ref === '') ||
        compareNaturally(left.ref, right.ref) ||
        compareNaturally(left.title, right.title) ||
        compareNaturally(left.one.uri, right.one.uri),
    )
    .map(({ one }) => one);
