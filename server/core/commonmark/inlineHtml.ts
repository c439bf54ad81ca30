/** What begins with an angle bracket in a line of text: addresses and tags, as micromark reads them. */

export interface Autolink {
  readonly destination: string;
  readonly end: number;
}

const address = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\0-\x20<>\x7f]*)>/y;
const label = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?';
const email = new RegExp(`<([#-'*+\\--9=?A-Z^-~]+@${label}(?:\\.${label})*)>`, 'y');

/** `<https://…>` or `<a@example.org>`. */
export function autolinkAt(text: string, at: number): Autolink | undefined {
  address.lastIndex = at;
  const found = address.exec(text);
  if (found) return { destination: found[1] ?? '', end: address.lastIndex };
  email.lastIndex = at;
  const written = email.exec(text)?.[1];
  return written === undefined ? undefined : { destination: `mailto:${written}`, end: email.lastIndex };
}

const blank = '[ \\t\\r\\n]';
const value = `(?:"[^"]*"|'[^']*'|[^ \\t\\r\\n"'<=>\`][^ \\t\\r\\n"'<=>\`/]*)(?=[ \\t\\r\\n/>])`;
const attribute = `${blank}+[:A-Z_a-z][\\w.:-]*(?:${blank}*=${blank}*${value})?`;
const tag = new RegExp(
  [
    `<[A-Za-z][A-Za-z\\d-]*(?:${attribute})*${blank}*/?>`,
    `</[A-Za-z][A-Za-z\\d-]*${blank}*>`,
    '<!--(?:>|->|[\\s\\S]*?-->)',
    '<\\?[\\s\\S]*?\\?>',
    '<![A-Za-z][^>]*>',
    '<!\\[CDATA\\[[\\s\\S]*?\\]\\]>',
  ].join('|'),
  'y',
);

/** Behind a tag, a remark or the like that begins at a place; negative where none does. */
export function htmlEndAt(text: string, at: number): number {
  tag.lastIndex = at;
  return tag.test(text) ? tag.lastIndex : -1;
}
