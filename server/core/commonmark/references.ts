/** Character references and escapes, made what they stand for. */

/** The named ones that people write. Others are known to the whole parser alone. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00A0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['times', '×'],
  ['rarr', '→'],
  ['larr', '←'],
  ['uarr', '↑'],
  ['darr', '↓'],
  ['pound', '£'],
  ['euro', '€'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
]);

const reference = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z\d]{1,31}));/y;

/** What begins with an ampersand: the character that it stands for, and the place behind it. */
export type Reference = { readonly value: string; readonly end: number } | 'none' | 'unknown';

export function referenceAt(text: string, at: number): Reference {
  reference.lastIndex = at;
  const found = reference.exec(text);
  if (!found) return 'none';
  const end = at + found[0].length;
  const [, hexadecimal, decimal, name] = found;
  if (name !== undefined) {
    const value = named.get(name);
    return value === undefined ? 'unknown' : { value, end };
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  // Control characters, halves of pairs and what is no character at all are left to the whole parser.
  const isOrdinary =
    (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || (code >= 0xe000 && code < 0xfdd0);
  return isOrdinary ? { value: String.fromCharCode(code), end } : 'unknown';
}

/** A text with its escapes and character references resolved; undefined where it has one that is not known here. */
export function resolved(text: string): string | undefined {
  if (!/[\\&]/.test(text)) return text;
  let value = '';
  let from = 0;
  for (let at = text.search(/[\\&]/); at >= 0 && at < text.length; at++) {
    if (text[at] === '\\' && isPunctuation.test(text.charAt(at + 1))) {
      value += text.slice(from, at);
      from = ++at;
    } else if (text[at] === '&') {
      const found = referenceAt(text, at);
      if (found === 'unknown') return undefined;
      if (found === 'none') continue;
      value += text.slice(from, at) + found.value;
      from = found.end;
      at = from - 1;
    }
  }
  return value + text.slice(from);
}

const isPunctuation = /[!-/:-@[-`{-~]/;
