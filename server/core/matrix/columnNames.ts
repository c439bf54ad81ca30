/** The columns of a matrix by name: what a command line needs to know before it reads any. */
import { headerKey } from '../tables/columns';
import { nearestWord } from '../text/editDistance';

/** What a column may hold. `standard`: whose the ID is, where a portfolio has several. `told`: evidence that an assessor is told, or sees on site. */
export type MatrixColumn =
  | 'ref' | 'standard' | 'element' | 'evidence' | 'told' | 'esRef' | 'toldRef' | 'kind' | 'owner' | 'status' | 'date' | 'reviewBy' | 'where'
  | 'notes' | 'applies' | 'reason' | 'rating' | 'guidance'; // prettier-ignore

/** What each is called in a matrix of ours. */
export const columnTitles: Readonly<Record<MatrixColumn, string>> = {
  ref: 'Ref',
  standard: 'Standard',
  element: 'Element',
  guidance: 'Guidance',
  evidence: 'Evidence',
  told: 'Tell me',
  esRef: 'ES ref',
  toldRef: 'Tell me ref',
  kind: 'Kind',
  owner: 'Owner',
  status: 'Status',
  date: 'Date',
  reviewBy: 'Review by',
  where: 'Where to look',
  notes: 'Notes',
  applies: 'Applies',
  reason: 'Reason',
  rating: 'Rating',
};

/** What `--column` calls them; what we show first. */
export const columnWords: Readonly<Record<MatrixColumn, string>> = {
  ref: 'ref',
  standard: 'standard',
  element: 'element',
  guidance: 'guidance',
  evidence: 'evidence',
  told: 'tell',
  esRef: 'es-ref',
  toldRef: 'tell-ref',
  kind: 'kind',
  owner: 'owner',
  status: 'status',
  date: 'date',
  reviewBy: 'review-by',
  where: 'where',
  notes: 'notes',
  applies: 'applies',
  reason: 'reason',
  rating: 'rating',
};

/** The meaning that a word names. `near`: what may have been meant. */
export function matrixColumn(
  word: string,
): { readonly role: MatrixColumn } | { readonly role: undefined; readonly near: string | undefined } {
  const key = headerKey(word);
  const roles = Object.keys(columnWords) as MatrixColumn[];
  const found = roles.find(
    (role) => key === headerKey(columnWords[role]) || key === headerKey(columnTitles[role]),
  );
  return found === undefined
    ? { role: undefined, near: nearestWord(word, Object.values(columnWords)) }
    : { role: found };
}
