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
    named('element', 'element requirement elfen', 'criterion criteria standard description'),
    named('show', 'showme showmehardevidence evidence hardevidence tystiolaeth dangoswchimi', ''),
    named('tell', 'tellme tellmeseeonsite seeonsite dywedwchwrthyf', ''),
    { ...named('self', 'self selfrating selfassessment selfassessed selfscore hunanasesiad', 'applicant organisation ourrating'), fit, weight: 0.5, not: ['comments', 'comment'] },
    { ...named('assessor', 'assessor assessors assessorrating assessorsrating assessorscore assessment outcome finding findings asesydd graddasesydd sgôrasesydd', 'rating score result grade compliance judgement'), fit, weight: 0.5, not: ['comments', 'comment', 'self', 'date', 'notes'] },
    named('comment', 'assessorcomments assessorscomments assessorcomment assessorscomment assessornotes sylwadaurasesydd sylwadauasesydd', 'sylwadau comments comment notes remarks feedback findings'),
    named('assessed', 'date assessed dateassessed assessmentdate dateofassessment dyddiad dyddiadasesu', 'visited visit'),
  ]; // prettier-ignore
}
