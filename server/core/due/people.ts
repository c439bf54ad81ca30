/**
 * People and roles as they are written by hand: in front matter, in the cells of a plan, in portfolio.yaml. One person
 * is written in several ways, and one cell may hold several.
 */
import { plainly } from '../text/hiddenCharacters';
import { noValueOf } from '../tables/noValue';
import { oneLine } from '../../words/oneLine';

/** The people that a cell names, each as it is written most often; none where it says nobody. */
export type NamesIn = (cell: string) => readonly string[];

/** @param cells all that are to be told apart: which of them is one person, and how a name is written, follows from all */
export function peopleIn(cells: Iterable<string>): NamesIn {
  // Thousands of cells hold a few names.
  const [piecesOf, keyOf] = [remembering(surelyApart), remembering(personKey)];
  const times = new Map<string, number>();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  const alone = new Set([...times.keys()].flatMap(piecesOf).map(keyOf));
  const parted = remembering((piece: string): readonly string[] => {
    const parts = piece.split(between).map(oneLine);
    const isList =
      parts.length > 1 && (parts.every((part) => alone.has(keyOf(part))) || parts.every(isPersonal));
    return isList ? parts : [piece];
  });
  const spellings = new Map<string, Map<string, number>>();
  for (const [cell, many] of times)
    for (const name of piecesOf(cell).flatMap(parted)) {
      const counts = spellings.get(keyOf(name)) ?? new Map<string, number>();
      spellings.set(keyOf(name), counts.set(name, (counts.get(name) ?? 0) + many));
    }
  const usual = new Map(Array.from(spellings, ([key, counts]) => [key, mostOften(counts)]));
  return remembering((cell) => [
    ...new Set(
      piecesOf(cell)
        .flatMap(parted)
        .map((name) => usual.get(keyOf(name)) ?? name),
    ),
  ]);
}

/** The same, worked out once for each text. */
function remembering<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
}

/** What nobody writes in a name, and those pieces that name somebody. */
const surelyApart = (cell: string): readonly string[] =>
  cell
    .split(/[;\n\r•|]+/)
    .map((piece) => oneLine(plainly(piece)).replace(/^[-–—*.,\s]+|[,\s]+$/g, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) && noValueOf(piece) === undefined && !nobody.test(piece));

const nobody = /^(?:nobody|no ?one|vacant|vacancy|unassigned|unallocated)(?: yet)?$/i;

/** What may stand between two people, and in the name of one: `Head of Policy and Performance`. */
const between = /\s*(?:,|&|\+|\/|\band\b)\s*/i;

/** Two or three words that begin with large letters, and none that is part of a role: `Jane Smith`. */
const isPersonal = (part: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,2}$/u.test(part) && !role.test(part);

const role =
  /\b(?:head|lead|team|manager|officer|director|assistant|adviser|advisor|co-?ordinator|chair|clerk|services?|department|office|librar(?:y|ies|ian)|supervisor|executive|chief|deputy|group|board|committee|council|unit|customer|policy|performance|training|communications?)\b/i;

/** Equal for names that differ in letter case, spaces and marks, and for `Smith, J.` and `J Smith`. */
export const personKey = (name: string): string =>
  familyNameLast(name)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** A family name of one word before a comma, and initials or given names behind it, none of them part of a role. */
const familyNameLast = (name: string): string => {
  const [, family = '', given = ''] =
    /^([\p{L}'’-]+)\s*,\s*(\p{L}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*)?)$/u.exec(name) ?? [];
  return family === '' || role.test(name) ? name : `${given} ${family}`;
};

/** Of as many, the one with more large letters at the start of words, which is the first in the order of characters. */
const mostOften = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(
    ([left, many], [right, more]) => more - many || (left < right ? -1 : left > right ? 1 : 0),
  )[0]?.[0] ?? '';
