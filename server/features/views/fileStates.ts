/** What is to be said of files where they are listed: drafts, what is overdue, what is wrong. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import { isOverdue, standingOf } from '../../core/evidence/titleAndStanding';
import type { Finding } from '../../core/rules/finding';
import type { CivilDate } from '../../core/text/civilDate';
import type { Uri } from '../../core/text/span';
import { valueOf } from '../../core/yaml/fields';
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';

/** The gravest of what is to be said of a file, in this order. */
export type FileMark = 'faulty' | 'overdue' | 'draft' | 'withdrawn';

/** Of a file, what somebody should know who sees no more than its name. */
export interface FileState {
  readonly mark: FileMark;
  /** All of it in words: `2 errors to put right, draft`. */
  readonly words: string;
}

/** What the states are made of: the index has it. */
export interface FileStateSource {
  readonly today: CivilDate;
  findings(uri: Uri): readonly Finding[];
  evidenceAt(uri: Uri): EvidenceFile | undefined;
  portfoliosWith(uri: Uri): readonly { readonly isActive: boolean }[];
}

/** Undefined where nothing is to be said of a file. Of plans and manifests, faults alone. */
export function fileState(source: FileStateSource, uri: Uri): FileState | undefined {
  const errors = source.findings(uri).filter(({ severity }) => severity === 'error').length;
  // A file with keys like ours may be somebody else's.
  const isOurs = source.portfoliosWith(uri).some(({ isActive }) => isActive);
  const evidence = isOurs ? source.evidenceAt(uri) : undefined;
  const said: readonly FileState[] = [
    ...(errors === 0
      ? []
      : [{ mark: 'faulty' as const, words: `${count(errors, 'error')} to be put right` }]),
    ...(evidence === undefined ? [] : standing(evidence, source.today)),
  ];
  const [first] = said;
  return first && { mark: first.mark, words: said.map(({ words }) => words).join(', ') };
}

function standing(evidence: EvidenceFile, today: CivilDate): readonly FileState[] {
  const state = standingOf(evidence, today);
  if (state === 'withdrawn') return [{ mark: 'withdrawn', words: 'withdrawn' }];
  const reviewBy = valueOf(evidence.reviewBy);
  return [
    ...(reviewBy !== undefined && isOverdue(evidence, today)
      ? [{ mark: 'overdue' as const, words: `overdue: to be reviewed by ${formatDate(reviewBy)}` }]
      : []),
    ...(state === 'draft' ? [{ mark: 'draft' as const, words: draftWords(valueOf(evidence.status)) }] : []),
  ];
}

/** A status that nobody can read does not make evidence count. */
const draftWords = (status: string | undefined): string =>
  status === undefined ? 'its status cannot be read' : status === 'in-review' ? 'in review' : 'draft';
