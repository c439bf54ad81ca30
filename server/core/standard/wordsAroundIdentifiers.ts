/** What people write before, between and behind IDs: bullets and numbers of lists, joining words, the standard's own words. */
import type { Lexicon, StandardNode } from './standard';
import { wordingsOf } from './wordings';

/** Bullets as word processors paste them, those of the fonts Symbol and Wingdings among them; `o` is Word's second kind. */
const firstBullet = /^(?:[•·▪▫◦‣⁃●○■□◆◇►▶➢➤→✓✔☐☑☒\u{F0A0}-\u{F0FF}]|[*+>-](?= )|o(?= [^\p{L}]))/u;
/** `1) `, `(a) `, `2. ` before something with a number in it. */
const firstNumber = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)] (?=[^\s\d]{0,8}\d)/;
const numbers = /(?<=^| )\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)] (?=[^\s\d]{0,8}\d)/g;

/** The marks of a list become separators: lines that YAML has joined to one text, each with its bullet or number. */
export function withoutListMarks(text: string): string {
  const mark = firstBullet.exec(text)?.[0];
  if (mark !== undefined) return `;${text.slice(mark.length)}`.replaceAll(` ${mark} `, ' ; ');
  return firstNumber.test(text) ? text.replace(numbers, '; ') : text;
}

/** Dashes are hyphens by then. */
export const rangeMark = /^(?:-|\.\.\.?|…|to|till|until|through|thru|up to|bis)$/i;

/** Said, and not only drawn with a dash that may stand between two things. */
export const isRangeWord = (gap: string): boolean => /\p{L}/u.test(gap);

const joiningWords = /^(?:and|also|plus|et|und|y)$/i;
const numberWords = /^(?:no|nr|num|number|nos|numbers|ref|refs|reference|id|ids)$/i;

/** Nothing in it says anything: marks, blanks, and words that only join. */
export const isSeparator = (gap: string): boolean =>
  /^[\s,;/&+|.:()[\]{}<>"'“”‘’«»*_`•·#§№、-]*$/.test(withoutWords(gap, (word) => joiningWords.test(word)));

const withoutWords = (text: string, isLeftOut: (word: string) => boolean): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (word) => (isLeftOut(word) ? '' : word));

/** The words are the standard's own: its name, what it calls its levels, or what it says under the ID before them. */
export function isKnownWording(standard: Lexicon, before: StandardNode | undefined, gap: string): boolean {
  const rest = withoutWords(gap, (word) => isStandardWord(standard, word) || numberWords.test(word));
  return isSeparator(rest) || (before !== undefined && saysItsWords(before, gap));
}

/** A word of the standard's name, its initials, or what it calls a level. */
export const isStandardWord = (standard: Lexicon, word: string): boolean =>
  wordsOfStandard(standard).has(word.toLowerCase());

function saysItsWords(node: StandardNode, gap: string): boolean {
  // A question mark asks, and a tilde strikes out.
  if (/[?~!]/.test(gap)) return false;
  const words = wordsOf(gap).join(' ');
  const said = wordingsOf(node).flatMap(({ title, text }) => [title, text]);
  return said.some((own) => own !== '' && `${wordsOf(own).join(' ')} `.startsWith(`${words} `));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const known = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Its title, word by word and as initials, and the names of its levels, in lower case. */
function wordsOfStandard(standard: Lexicon): ReadonlySet<string> {
  const found = known.get(standard);
  if (found) return found;
  const { titles, short } = standard.names;
  const levels = new Set(
    Array.from(standard.nodes.values()).flatMap((node) =>
      wordingsOf(node).map(({ level }) => level.toLowerCase()),
    ),
  );
  const words = new Set([
    ...[...titles, ...short].flatMap(wordsOf),
    ...titles.flatMap(initialsOf),
    ...[...levels]
      .flatMap((level) => [level, `${level}s`, level.replace(/criterion$/, 'criteria')])
      .flatMap(wordsOf),
  ]);
  known.set(standard, words);
  return words;
}

/** `CS` and `CSE` of Customer Service Excellence. */
function initialsOf(title: string): readonly string[] {
  const initials = wordsOf(title).flatMap((word) => (/^\p{L}/u.test(word) ? [word.charAt(0)] : []));
  return initials.map((_, at) => initials.slice(0, at + 1).join('')).filter(({ length }) => length > 1);
}

/** What is said behind an ID, without the marks around it; empty where nothing is. */
export const wordsIn = (gap: string): string =>
  isSeparator(gap)
    ? ''
    : gap.replace(/^[\s:;,.)\]}"'“”’*_`-]+|[\s;,(["'“‘*_`-]+(?:(?:and|or|&)[\s;,(]*)?$/g, '');
