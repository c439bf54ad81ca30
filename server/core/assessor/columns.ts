/** What the columns of an assessor's sheet are called. */
import { wantedIn as matrixWantedIn } from '../matrix/columns';
import type { Standard } from '../standard/standard';
import type { WantedColumn } from '../tables/columns';
import { headerKey } from '../tables/columns';
import { nearestWord } from '../text/editDistance';
import { ratingIn } from './ratingWords';

/** `assessed`: the day on which the assessor looked. */
export type AssessmentColumn =
  'ref' | 'element' | 'show' | 'tell' | 'self' | 'assessor' | 'comment' | 'assessed';

export const assessmentTitles: Readonly<Record<AssessmentColumn, string>> = {
  ref: 'Ref',
  element: 'Element',
  show: 'Show me',
  tell: 'Tell me',
  self: 'Self',
  assessor: 'Assessor',
  comment: 'Assessor’s comments',
  assessed: 'Date',
};

/** What `--column` calls them; those that are read. */
export const assessmentWords: Readonly<Record<'ref' | 'self' | 'assessor' | 'comment' | 'assessed', string>> =
  {
    ref: 'ref',
    self: 'self',
    assessor: 'assessor',
    comment: 'comment',
    assessed: 'date',
  };

const named = (role: AssessmentColumn, names: string, loose: string): WantedColumn<AssessmentColumn> => ({
  role,
  names: names.split(' '),
  lesser: [],
  loose: loose.split(' ').filter((word) => word !== ''),
});

/** Ratings in a column are the second surest sign, after the standard's own IDs. */
export function assessmentWanted(standard: Standard): readonly WantedColumn<AssessmentColumn>[] {
  const fit = (cells: readonly string[]): number =>
    cells.filter((cell) => ratingIn(standard, cell) !== undefined).length / Math.max(1, cells.length);
  const ref = matrixWantedIn(standard).flatMap((one): readonly WantedColumn<AssessmentColumn>[] =>
    one.role === 'ref' ? [{ ...one, role: 'ref' }] : [],
  );
  return [
    ...ref,
    named('element', 'element requirement', 'criterion criteria standard description'),
    named('show', 'showme showmehardevidence evidence hardevidence', ''),
    named('tell', 'tellme tellmeseeonsite seeonsite', ''),
    { ...named('self', 'self selfrating selfassessment selfassessed selfscore', 'applicant organisation ourrating'), fit, weight: 0.5, not: ['comments', 'comment'] },
    { ...named('assessor', 'assessor assessors assessorrating assessorsrating assessorscore assessment outcome finding findings', 'rating score result grade compliance judgement'), fit, weight: 0.5, not: ['comments', 'comment', 'self', 'date', 'notes'] },
    named('comment', 'assessorcomments assessorscomments assessorcomment assessorscomment assessornotes', 'comments comment notes remarks feedback findings'),
    named('assessed', 'date assessed dateassessed assessmentdate dateofassessment', 'visited visit'),
  ]; // prettier-ignore
}

/** The meaning that a word names. `near`: what may have been meant. */
export function assessmentColumn(
  word: string,
): { readonly role: AssessmentColumn } | { readonly role: undefined; readonly near: string | undefined } {
  const key = headerKey(word);
  const roles = Object.keys(assessmentWords) as (keyof typeof assessmentWords)[];
  const found = roles.find(
    (role) => key === headerKey(assessmentWords[role]) || key === headerKey(assessmentTitles[role]),
  );
  return found === undefined
    ? { role: undefined, near: nearestWord(word, Object.values(assessmentWords)) }
    : { role: found };
}
