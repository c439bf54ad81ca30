/**
 * Characters that look like others, or like nothing: they come with texts from Word, web pages and PDFs, and a value
 * that has one is another value although nobody sees a difference.
 */

/** Code points that take no room, and what people may know them as. Names after the Unicode character database. */
const withoutWidth = new Map<number, string>([
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'direction mark'],
  [0x180e, 'vowel separator'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'direction mark'],
  [0x202b, 'direction mark'],
  [0x202c, 'direction mark'],
  [0x202d, 'direction mark'],
  [0x202e, 'direction mark'],
  [0x2060, 'word joiner'],
  [0x2061, 'invisible operator'],
  [0x2062, 'invisible operator'],
  [0x2063, 'invisible operator'],
  [0x2064, 'invisible operator'],
  [0x2066, 'direction mark'],
  [0x2067, 'direction mark'],
  [0x2068, 'direction mark'],
  [0x2069, 'direction mark'],
  [0xfe0e, 'variation selector'],
  [0xfe0f, 'variation selector'],
  [0xfeff, 'byte order mark'],
]);

const spaces = new Map<number, string>([
  [0x0085, 'next-line character'],
  [0x00a0, 'no-break space'],
  [0x2002, 'en space'],
  [0x2003, 'em space'],
  [0x2007, 'figure space'],
  [0x2009, 'thin space'],
  [0x200a, 'hair space'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202f, 'narrow no-break space'],
  [0x205f, 'mathematical space'],
  [0x3000, 'wide space'],
  [0x3164, 'filler character'],
]);

/** Written for a hyphen by word processors. */
const hyphens = new Map<number, string>([
  [0x2010, 'typographic hyphen'],
  [0x2011, 'non-breaking hyphen'],
  [0x2012, 'figure dash'],
  [0x2013, 'en dash'],
  [0x2014, 'em dash'],
  [0x2212, 'minus sign'],
  [0xfe58, 'small dash'],
  [0xfe63, 'small hyphen'],
  [0xff0d, 'full-width hyphen'],
]);

const stops = new Map<number, string>([
  [0x2024, 'one-dot leader'],
  [0x3002, 'ideographic full stop'],
  [0xfe52, 'small full stop'],
  [0xff0e, 'full-width full stop'],
  [0xff61, 'half-width full stop'],
]);

/** Letters of other scripts that look like Latin ones, in the same order. After Unicode's list of confusables. */
const alikes = [
  ['Cyrillic', 'АВЕЅІЈКМНОРСТХУаеѕіјорсухԁ', 'ABESIJKMHOPCTXYaesijopcyxd'],
  ['Greek', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορν', 'ABEZHIKMNOPTYXaopv'],
] as const;

const letters = new Map<string, { readonly latin: string; readonly script: string }>(
  alikes.flatMap(([script, own, latin]) =>
    Array.from(own, (letter, at) => [letter, { latin: latin[at] ?? letter, script }] as const),
  ),
);

/** A character that is not what it looks like. */
export interface HiddenCharacter {
  /** Offset in the text; a letter and its accents, written as several characters, start with the letter. */
  readonly start: number;
  readonly end: number;
  /** In words, for people: `a no-break space`, `the Cyrillic letter “А”`. */
  readonly name: string;
  /** What it looks like: one character, a space, or nothing. */
  readonly plain: string;
}

/** Most texts are done with here: everything that is looked for lies outside ASCII. */
// eslint-disable-next-line no-control-regex
const maybe = /[^\x00-\x7F]/;

/**
 * All such characters in a text, in order. A space counts as the space that it looks like; a dash for a hyphen, digits
 * and letters of other scripts only with `asIdentifier`: in a sentence they are what they should be.
 */
export function hiddenIn(text: string, asIdentifier = false): readonly HiddenCharacter[] {
  if (!maybe.test(text)) return [];
  const found: HiddenCharacter[] = [];
  for (let start = 0; start < text.length;) {
    const code = text.codePointAt(start) ?? 0;
    const own = String.fromCodePoint(code);
    const end = start + own.length;
    const hidden = hiddenCharacter(own, code, asIdentifier);
    if (hidden) found.push({ start, end, ...hidden });
    const accents = /^\p{M}+/u.exec(text.slice(end, end + 8))?.[0] ?? '';
    const composed = (own + accents).normalize('NFC');
    if (accents !== '' && !hidden && composed.length < own.length + accents.length)
      found.push({
        start,
        end: end + accents.length,
        name: `“${composed}” written as a letter and a separate accent`,
        plain: composed,
      });
    start = end;
  }
  return found;
}

type Hidden = Pick<HiddenCharacter, 'name' | 'plain'>;

function hiddenCharacter(own: string, code: number, asIdentifier: boolean): Hidden | undefined {
  if (code < 0x80) return undefined;
  const nothing =
    withoutWidth.get(code) ?? (code >= 0xe0000 && code <= 0xe007f ? 'tag character' : undefined);
  if (nothing !== undefined) return { name: withArticle(nothing), plain: '' };
  const space = spaces.get(code) ?? (/^\p{Zs}$/u.test(own) ? 'space of another width' : undefined);
  if (space !== undefined) return { name: withArticle(space), plain: ' ' };
  return asIdentifier ? alikeCharacter(own, code) : undefined;
}

function alikeCharacter(own: string, code: number): Hidden | undefined {
  const hyphen = hyphens.get(code);
  if (hyphen !== undefined) return { name: `${withArticle(hyphen)} for the hyphen`, plain: '-' };
  const stop = stops.get(code);
  if (stop !== undefined) return { name: `${withArticle(stop)} for the full stop`, plain: '.' };
  const letter = letters.get(own);
  if (letter)
    return { name: `the ${letter.script} letter “${own}” for ${letter.latin}`, plain: letter.latin };
  const plain = own.normalize('NFKC');
  // Full-width forms have their ASCII twins at a fixed distance.
  if (code >= 0xff01 && code <= 0xff5e) return { name: `the full-width “${own}” for ${plain}`, plain };
  const digit = /^\p{Nd}$/u.test(own) ? String(digitValue(code)) : undefined;
  if (digit !== undefined) return { name: `the digit “${own}” of another script for ${digit}`, plain: digit };
  // Letters and digits in circles, small, raised, or in the shapes of mathematics.
  return plain !== own && /^[\p{L}\p{N}.()]+$/u.test(plain) && own.normalize('NFC') === own
    ? { name: `the single character “${own}” for ${plain}`, plain }
    : undefined;
}

/** Digits of a script stand in a row of ten that starts with zero. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  // Some rows follow each other without a gap: those of mathematics start at U+1D7CE.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : value;
}

const withArticle = (name: string): string => `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`;

/** The text with each such character as what it looks like; the very same text where there is none. */
export function plainly(text: string, asIdentifier = false): string {
  const hidden = hiddenIn(text, asIdentifier);
  if (hidden.length === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end, plain } of hidden) {
    if (start < from) continue;
    result += text.slice(from, start) + plain;
    from = end;
  }
  return (result + text.slice(from)).normalize('NFC');
}
