/** The columns of a standard in a spreadsheet by name: what a command line needs to know before it reads any. */
import { headerKey } from '../../core/tables/columns';
import { nearestWord } from '../../core/text/editDistance';

/** What `--column` calls what a column may hold. */
export const sheetColumnWords = {
  id: 'id',
  title: 'title',
  text: 'text',
  guidance: 'guidance',
  evidence: 'evidence',
  parent: 'parent',
  level: 'level',
  assessable: 'assessable',
  profiles: 'profiles',
  keywords: 'keywords',
  related: 'related',
  note: 'note',
} as const;

export type SheetRole = keyof typeof sheetColumnWords;

/** What somebody has settled: the header, the letter or the number of a column; undefined: there is none. */
export type SheetColumnsTold = ReadonlyMap<SheetRole, string | undefined>;

/** The meaning that a word names. `near`: what may have been meant. */
export function sheetColumn(
  word: string,
): { readonly role: SheetRole } | { readonly role: undefined; readonly near: string | undefined } {
  const roles = Object.keys(sheetColumnWords) as SheetRole[];
  const role = roles.find((one) => headerKey(sheetColumnWords[one]) === headerKey(word));
  return role === undefined
    ? { role: undefined, near: nearestWord(word, Object.values(sheetColumnWords)) }
    : { role };
}
