/** Characters of symbol fonts, which have no meaning of their own, as those of Unicode that look like them. */

const wingdings: Readonly<Record<string, string>> = {
  '6C': '●', '6E': '■', '6F': '☐', '71': '❑', '76': '❖', '9F': '•', 'A7': '▪', 'A8': '☐', 'D8': '➢',
  'E0': '→', 'F0': '⇨', 'FB': '✗', 'FC': '✓', 'FD': '☒', 'FE': '☑', '4A': '☺', '4B': '😐', '4C': '☹',
  'AB': '★', '43': '👍', '44': '👎', '46': '☞', '78': '☒',
}; // prettier-ignore

const wingdings2: Readonly<Record<string, string>> = {
  '4F': '✗', '50': '✓', '51': '☒', '52': '☑', '53': '☒', '54': '☒', 'A3': '☐', '2A': '☐',
}; // prettier-ignore

const symbol: Readonly<Record<string, string>> = {
  'B7': '•', 'D6': '√', 'B0': '°', 'B1': '±', 'A3': '≤', 'B3': '≥', 'AE': '→', 'AC': '←', 'B4': '×',
}; // prettier-ignore

const webdings: Readonly<Record<string, string>> = {
  '61': '✓', '63': '☐', '67': '■', '6E': '●', '72': '✗',
}; // prettier-ignore

const marlett: Readonly<Record<string, string>> = { '61': '✓', '62': '✓', '72': '✗' };

const fonts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  webdings,
  marlett,
  symbol,
};

/**
 * What `w:sym` shows (ECMA-376, part 1, 17.3.3.30).
 * @param code hexadecimal; symbol fonts have theirs from F000 on
 * @returns the replacement character where nobody knows what it looks like
 */
export function symbolText(font: string, code: string): string {
  const number = Number.parseInt(code, 16);
  if (!Number.isFinite(number) || number < 1 || number > 0x10_ffff) return '';
  const isPrivate = number >= 0xe000 && number <= 0xf8ff;
  const own = fonts[font.trim().toLowerCase()];
  const key = (number & 0xff).toString(16).toUpperCase().padStart(2, '0');
  if (own) return own[key] ?? '\uFFFD';
  return isPrivate || (number >= 0xd800 && number <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(number);
}

/**
 * A text as a font shows it: the letter `ü` is a tick in Wingdings. What nobody knows becomes the replacement character,
 * but for Symbol, which has letters.
 */
export function withFont(text: string, font: string): string {
  const name = font.trim().toLowerCase();
  const own = fonts[name];
  if (!own) return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isIts = (code > 0x20 && code <= 0xff) || (code >= 0xf021 && code <= 0xf0ff);
    if (!isIts) return character;
    const known = own[(code & 0xff).toString(16).toUpperCase()];
    return known ?? (name === 'symbol' && code <= 0xff ? character : '\uFFFD');
  }).join('');
}

/** The same for what is between no marks: each stretch that has some has a font of its own, and is as it shows it. */
export const unmarkedWithFont = (text: string, font: string): string =>
  text
    .split(/([\uFDD0\uFDD2][^\uFDD1]*\uFDD1)/)
    .map((part, at) => (at % 2 === 1 ? part : withFont(part, font)))
    .join('');
