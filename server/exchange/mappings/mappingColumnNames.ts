/** The columns of a table of pairs by name: what a command line needs to know before it reads any. */
import { headerKey } from '../../core/tables/columns';
import { nearestWord } from '../../core/text/editDistance';
import type { SheetColumnsTold, SheetRole } from '../standards/sheetColumnNames';
import { sheetColumnWords } from '../standards/sheetColumnNames';

/** What `--column` calls what a column of pairs may hold. */
export const mappingColumnWords = { from: 'from', to: 'to', relation: 'relation', note: 'note' } as const;

export type MappingRole = keyof typeof mappingColumnWords;

/** What somebody has settled: the header, the letter or the number of a column; undefined: there is none. */
export type MappingColumnsTold = ReadonlyMap<MappingRole, string | undefined>;

/** Words for the columns of whatever `standard import` takes: a standard, or pairs of two. */
export const importColumnWords = [...new Set<string>([...Object.values(sheetColumnWords), ...Object.values(mappingColumnWords)])]; // prettier-ignore

type ImportRole = SheetRole | MappingRole;
export type ImportColumnsTold = ReadonlyMap<ImportRole, string | undefined>;

const isMapping = (role: ImportRole): role is MappingRole => Object.hasOwn(mappingColumnWords, role);
const isSheet = (role: ImportRole): role is SheetRole => Object.hasOwn(sheetColumnWords, role);

/** The meaning that a word names. `near`: what may have been meant. */
export function importColumn(
  word: string,
): { readonly role: ImportRole } | { readonly role: undefined; readonly near: string | undefined } {
  const roles = [...Object.keys(sheetColumnWords), ...Object.keys(mappingColumnWords)] as ImportRole[];
  const role = roles.find((one) => headerKey(one) === headerKey(word));
  return role === undefined ? { role: undefined, near: nearestWord(word, importColumnWords) } : { role };
}

/** Of what somebody has settled, what is about pairs; without where they lead from and to, nothing is. */
export const mappingColumns = (told: ImportColumnsTold): MappingColumnsTold =>
  told.has('from') || told.has('to')
    ? new Map([...told].flatMap(([role, name]) => (isMapping(role) ? [[role, name] as const] : [])))
    : new Map();

/** What is about a standard. */
export const sheetColumns = (told: ImportColumnsTold): SheetColumnsTold =>
  new Map([...told].flatMap(([role, name]) => (isSheet(role) ? [[role, name] as const] : [])));
