/** What the columns of an assessor's sheet are called. */
import { wantedIn as matrixWantedIn } from '../matrix/columns';
import type { Lexicon, Rating } from '../standard/standard';
import type { WantedColumn } from '../tables/columns';
import type { AssessmentColumn } from './columnNames';
import { isRating } from './ratingWords';

const named = (role: AssessmentColumn, names: string, loose: string): WantedColumn<AssessmentColumn> => ({
  role,
  names: names.split(' '),
  lesser: [],
  loose: loose.split(' ').filter((word) => word !== ''),
});

/** Ratings in a column are the second surest sign, after the standard's own IDs. */
export function assessmentWanted(
  standard: Lexicon,
  ratings: readonly Rating[],
): readonly WantedColumn<AssessmentColumn>[] {
  const fit = (cells: readonly string[]): number =>
    cells.filter((cell) => isRating(ratings, cell)).length / Math.max(1, cells.length);
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
