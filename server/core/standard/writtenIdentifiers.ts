/**
 * How an ID is written, as against what it says: `AC-2.1`, `ac 2(1)` and `AC-02(01)` say one thing. Learnt from the
 * standard's own IDs: nothing here knows one of them.
 */
import { plainly } from '../text/hiddenCharacters';
import type { Lexicon } from './standard';

/** A run of letters or of digits: what an ID consists of, whatever stands between. */
export interface IdentifierRun {
  /** Letters in lower case, digits without zeros in front: equal for runs that say the same. */
  readonly key: string;
  readonly isNumber: boolean;
  readonly start: number;
  readonly end: number;
}

/** @param text without hidden characters: see `plainly` */
export const runsIn = (text: string): readonly IdentifierRun[] =>
  Array.from(text.matchAll(/\p{Nd}+|[\p{L}\p{M}]+/gu), ({ 0: run, index }) => {
    const isNumber = /^\p{Nd}/u.test(run);
    return {
      key: isNumber ? run.replace(/^0+(?=.)/, '') : run.toLowerCase(),
      isNumber,
      start: index,
      end: index + run.length,
    };
  });

export const keyOfRuns = (runs: readonly IdentifierRun[]): string => runs.map(({ key }) => key).join(' ');

/** `ac 2 1` for `AC-2(1)`. */
export const writingKey = (text: string): string => keyOfRuns(runsIn(plainly(text, true)));

/** Characters in numbers of the Roman kind; longer ones than this stand in no ID. */
const roman = /^(?=[ivxl]{1,7}$)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanNumber(run: string): string {
  if (!roman.test(run)) return run;
  const values = Array.from(run, (letter) => romanValues[letter] ?? 0);
  return String(values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0));
}

/** The IDs of a standard, groups and retired ones among them, by how they may be written. */
interface Writings {
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  /** With numbers of the Roman kind as others. */
  readonly byNumber: ReadonlyMap<string, readonly string[]>;
  /** Without anything between the runs: `324`. */
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
  readonly keys: ReadonlyMap<string, string>;
  /** Of the longest ID. */
  readonly maximumRuns: number;
}

const known = new WeakMap<Lexicon, Writings>();

export function writingsIn(standard: Lexicon): Writings {
  const found = known.get(standard);
  if (found) return found;
  const byKey = new Map<string, string[]>();
  const byNumber = new Map<string, string[]>();
  const byLetters = new Map<string, string[]>();
  const keys = new Map<string, string>();
  let maximumRuns = 0;
  for (const id of standard.several?.writings ?? identifiersOf(standard)) {
    const key = writingKey(id);
    keys.set(id, key);
    if (key === '') continue;
    maximumRuns = Math.max(maximumRuns, key.split(' ').length);
    note(byKey, key, id);
    note(byNumber, numberKey(key), id);
    note(byLetters, key.replaceAll(' ', ''), id);
  }
  const writings = { byKey, byNumber, byLetters, keys, maximumRuns };
  known.set(standard, writings);
  return writings;
}

const identifiersOf = ({ nodes, retired }: Lexicon): Iterable<string> =>
  new Set([...Array.from(nodes.values()).flatMap(({ id, hasId }) => (hasId ? [id] : [])), ...retired.keys()]);

const numberKey = (key: string): string => key.split(' ').map(romanNumber).join(' ');

function note(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

/** More characters than these are no ID, however it may be written. */
const longest = 60;

/**
 * The IDs that a text says in another way than the standard writes them: other marks between the runs, none at all,
 * zeros in front, capitals, numbers of the Roman kind, characters that look alike. The surest way that leads to any.
 */
export function writtenAlike(standard: Lexicon, text: string): readonly string[] {
  const key = text.length > longest ? '' : writingKey(text);
  if (key === '') return [];
  const { byKey, byNumber, byLetters } = writingsIn(standard);
  return (
    byKey.get(key) ??
    byNumber.get(numberKey(key)) ??
    // A single run says less: a 5 is not the end of some other ID.
    (key.replaceAll(' ', '').length > 1 ? byLetters.get(key.replaceAll(' ', '')) : undefined) ??
    []
  );
}

/** One run of letters or digits and no mark, such as `5`, `A` or `A4`: in a sentence it may be anything. */
export const isBare = (id: string): boolean => /^[\p{L}\p{N}]+$/u.test(id);
