/** References of a matrix over several standards: a column beside them may name the standard, or give its title, in any letters. */
import { qualified } from '../frontMatter/standardNames';
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';
import { oneLine } from '../../words/oneLine';

/** `1.1` with `ISO` beside it is `ISO:1.1`; `iso: 1.1` is, too. What is no ID of the standard that is named stays. */
export function withStandardNames(standard: Lexicon, ref: string, column: string): string {
  const { names, titles } = standard.several ?? { names: [], titles: new Map<string, readonly string[]>() };
  if (names.length === 0) return ref;
  const byName = namesIn(names, column);
  const beside = byName.length > 0 ? byName : titlesIn(titles, column);
  return ref
    .split(/([\n;,]+\s*)/)
    .map((piece, at) => (at % 2 === 1 ? piece : named(standard, names, beside, piece)))
    .join('');
}

function named(
  standard: Lexicon,
  names: readonly string[],
  beside: readonly string[],
  piece: string,
): string {
  const text = oneLine(piece);
  const [, before = '', behind = ''] = /^([^:]+?)\s*:\s*(.+)$/.exec(text) ?? [];
  const own = names.find((name) => keyOf(name) === keyOf(before));
  const ids = (own === undefined ? beside : [own]).map((name) =>
    qualified(name, own === undefined ? text : behind),
  );
  const known = ids.filter((id) => standard.nodes.has(knownId(standard, id)) || standard.retired.has(id));
  return known.length > 0 ? known.join('; ') : piece;
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `ISO, CSE` is two; `ISO 9001:2015` begins with one. */
const namesIn = (names: readonly string[], cell: string): readonly string[] => [
  ...new Set(
    cell.split(/[\n;,/&]+/).flatMap((piece) => {
      const text = piece.trim().toLowerCase();
      const exact = names.find((name) => keyOf(name) === keyOf(text));
      if (exact !== undefined) return [exact];
      const begun = names.filter((name) => new Set([' ', ':']).has(text.slice(name.length, name.length + 1)) && text.startsWith(name.toLowerCase())); // prettier-ignore
      return begun.length === 1 ? begun : [];
    }),
  ),
];

/** The standard with a title: whole, or with an edition behind it. Two with one title are not told apart. */
function titlesIn(titles: ReadonlyMap<string, readonly string[]>, cell: string): readonly string[] {
  const key = keyOf(cell);
  if (key === '') return [];
  const having = (isIt: (title: string) => boolean): readonly string[] =>
    [...titles].flatMap(([name, all]) => (all.some((title) => isIt(keyOf(title))) ? [name] : []));
  const exact = having((title) => title === key);
  const found = exact.length > 0 ? exact : having((title) => title !== '' && key.startsWith(title));
  return found.length === 1 ? found : [];
}
