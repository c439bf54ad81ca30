/**
 * Which columns of a table mean what: by the words of their headers and by what their cells hold, all columns held
 * against all meanings at once. What is looked for is told in a description; nothing here knows what a table is about.
 */
import { bestAssignment } from './assignment';
import { noValueOf } from './noValue';

/** A column that somebody looks for. Names are as `headerKey` leaves them. */
export interface WantedColumn<Role extends string> {
  readonly role: Role;
  /** What it is called, in files of our own too. */
  readonly names: readonly string[];
  /** The same, where no other column has one of the names; the best first. */
  readonly lesser: readonly string[];
  /** What it may be called elsewhere. */
  readonly loose: readonly string[];
  /** Words in whose company no name counts: a `start` date is no target. */
  readonly not?: readonly string[];
  /** How well cells that say something fit, from 0 to 1. */
  readonly fit?: (cells: readonly string[], header: string) => number;
  /** What a perfect fit is worth beside a header's name, which is worth 1. */
  readonly weight?: number;
  /** From this fit on, a column is taken whatever its header says; undefined: never. */
  readonly alone?: number;
}

export type Because = 'told' | 'header' | 'cells' | 'header and cells';

export interface ColumnChoice<Role extends string> {
  readonly role: Role;
  /** Number of the column, from 0. */
  readonly column: number;
  readonly because: Because;
}

/** Letters and digits in lower case: `**Ref. No.**` is `refno`; a header without any is what it is: `#`. */
export function headerKey(header: string): string {
  const key = header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? header.trim() : key;
}

/** What each column is by its name alone. Of several that claim one meaning, the best name gets it, then the first. */
export function columnsByName<Role extends string>(
  wanted: readonly WantedColumn<Role>[],
  headers: readonly string[],
): readonly (Role | undefined)[] {
  const roles = headers.map((): Role | undefined => undefined);
  const keys = headers.map(headerKey);
  for (const one of wanted) {
    const worths = keys.map((key) => ownName(one, key));
    const best = Math.max(0, ...worths);
    const at = worths.indexOf(best);
    if (best > 0 && roles[at] === undefined) roles[at] = one.role;
  }
  return roles;
}

/** Less is no reason to take a column. */
const least = 0.35;

/**
 * The columns of a table, the best choice over all.
 * @param told what somebody has settled: the column's number, or undefined where a meaning has none
 * @param own numbers of columns that somebody has said to mean none of it
 */
export function findColumns<Role extends string>(
  wanted: readonly WantedColumn<Role>[],
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  told: ReadonlyMap<Role, number | undefined> = new Map(),
  own: readonly number[] = [],
): readonly ColumnChoice<Role>[] {
  const open = wanted.filter(({ role }) => !told.has(role));
  const settled = new Set([...told.values(), ...own]);
  const count = rows.reduce((most, cells) => Math.max(most, cells.length), headers.length);
  const cells = Array.from({ length: count }, (_, column) =>
    rows.map((row) => row[column] ?? '').filter((cell) => noValueOf(cell) === undefined),
  );
  const merits = open.map((one) =>
    cells.map((own, column) => meritOf(one, headers[column] ?? '', own, settled.has(column))),
  );
  const chosen = bestAssignment(open.length, count, (row, column) => merits[row]?.[column]?.worth ?? 0);
  return wanted.flatMap((one): readonly ColumnChoice<Role>[] => {
    const { role } = one;
    if (told.has(role)) {
      const column = told.get(role);
      return column === undefined ? [] : [{ role, column, because: 'told' }];
    }
    const column = chosen[open.indexOf(one)];
    const because = column === undefined ? undefined : merits[open.indexOf(one)]?.[column]?.because;
    return column === undefined || because === undefined ? [] : [{ role, column, because }];
  });
}

interface Merit {
  readonly worth: number;
  readonly because: Because | undefined;
}

const none: Merit = { worth: 0, because: undefined };

function meritOf<Role extends string>(
  wanted: WantedColumn<Role>,
  header: string,
  cells: readonly string[],
  isSettled: boolean,
): Merit {
  if (isSettled || isRuledOut(wanted, header)) return none;
  const named = nameWorth(wanted, header);
  const fit = cells.length === 0 ? undefined : wanted.fit?.(cells, header);
  const held = (fit ?? 0) * (wanted.weight ?? 0);
  const isHeld = wanted.alone !== undefined && (fit ?? 0) >= wanted.alone;
  // A header that may mean many things, above cells that all mean another one.
  if (named === 0 ? !isHeld : named < 1 && fit === 0 && cells.length > 1) return none;
  const worth = named + held;
  if (worth < least) return none;
  return { worth, because: named === 0 ? 'cells' : held >= least ? 'header and cells' : 'header' };
}

const wordsOf = (header: string): readonly string[] => header.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const isRuledOut = <Role extends string>({ not, names }: WantedColumn<Role>, header: string): boolean =>
  not !== undefined &&
  !names.includes(headerKey(header)) &&
  wordsOf(header).some((word) => not.includes(word));

/** For files of our own: only whole names. */
function ownName<Role extends string>({ names, lesser }: WantedColumn<Role>, key: string): number {
  if (names.includes(key)) return 1;
  const at = lesser.indexOf(key);
  return at < 0 ? 0 : 0.8 - 0.02 * at;
}

/** What a header is worth that ends with a name, and with what is a name elsewhere. */
const atEnd = 0.5;
const looselyAtEnd = 0.49;

/** Longer texts are no names. */
const longest = 80;
/** More columns than these are not looked at for names. */
const mostColumns = 200;

/**
 * How well a header names a column, from 0 to 1: with a whole name, with one of several (`Owner / Lead`), or with the
 * words that a name has: at the end of what it says best (`Lead officer`, `Target date for completion`).
 */
export function nameWorth<Role extends string>(wanted: WantedColumn<Role>, header: string): number {
  if (header.length > longest) return 0;
  const key = headerKey(header);
  const own = ownName(wanted, key);
  if (own > 0) return own;
  const at = wanted.loose.indexOf(key);
  if (at >= 0) return 0.6 - Math.min(at, 30) / 300;
  const sure = [...wanted.names, ...wanted.lesser];
  const parts = header.split(/\s*(?:[/&+|\n]|\bor\b|\band\b)\s*/i);
  if (parts.length > 1 && parts.some((part) => wanted.names.includes(headerKey(part)))) return 0.55;
  // What is in brackets in the middle says no more than at the end: `Framework (F) Control Description`.
  const bare = header.replace(/\s*\([^()]*\)(?=\s*[\p{L}\p{N}])/gu, ' ');
  const head = bare.replace(/(?:\s+(?:of|for|by|in|to|with)\s|\s*[(:[\n–—]|\s-\s)[^]*$/i, '');
  const words = wordsOf(head);
  const ends = words.map((_, from) => words.slice(from).join(''));
  if (ends.some((end) => sure.includes(end))) return atEnd;
  if (ends.some((end) => wanted.loose.includes(end))) return looselyAtEnd;
  for (let from = 0; from < words.length; from++)
    for (let to = words.length - 1; to > from; to--)
      if (wanted.names.includes(words.slice(from, to).join(''))) return 0.3;
  return 0;
}

/**
 * How much a row looks like a header: by how many of the meanings it names, a name in part counting less. A cell that
 * may be the name of several, such as `ACCESS_CONTROL`, names one.
 */
export function headerWorth<Role extends string>(
  wanted: readonly WantedColumn<Role>[],
  cells: readonly string[],
): number {
  const names = cells
    .slice(0, mostColumns)
    .filter((cell) => cell.length <= longest && noValueOf(cell) === undefined);
  const worths = wanted.map((one) =>
    names.map((name) => (isRuledOut(one, name) ? 0 : partWorth(nameWorth(one, name)))),
  );
  const byMeaning = worths.map((own) => Math.max(0, ...own));
  const byCell = names.map((_, at) => Math.max(0, ...worths.map((own) => own[at] ?? 0)));
  return Math.min(sumOf(byMeaning), sumOf(byCell));
}

const partWorth = (worth: number): number => (worth > atEnd ? 1 : worth >= looselyAtEnd ? 0.8 : 0);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
