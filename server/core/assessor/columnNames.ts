/** The columns of an assessor's sheet by name: what a command line needs to know before it reads any. */
import { headerKey } from '../tables/columns';
import { nearestWord } from '../text/editDistance';

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
