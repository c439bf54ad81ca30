/**
 * Links and pictures that are written as HTML inside of Markdown: `<a href>` and `<img src>`. Word processors that
 * save Markdown write every picture with a width so.
 */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

export interface HtmlLink {
  /** Entities resolved. */
  readonly destination: string;
  readonly span: Span;
}

/** A superset of the files that have any. */
export const mayHaveHtmlLink = (text: string, from: number): boolean =>
  text.includes('<', from) && /(?:href|src)\s*=/i.test(text.slice(from));

/** The links of a stretch of HTML, in the order of the text. Remarks, scripts and styles hold none. */
export function htmlLinks(html: string, start: number): readonly HtmlLink[] {
  const links: HtmlLink[] = [];
  opener.lastIndex = 0;
  for (let found = opener.exec(html); found; found = opener.exec(html)) {
    const [mark, name] = found;
    if (name === undefined) {
      const end = html.indexOf(mark === '<!--' ? '-->' : `</${mark.slice(1)}`, opener.lastIndex);
      if (end < 0) break;
      opener.lastIndex = end;
      continue;
    }
    const link = linkOfTag(html, name, opener.lastIndex, start);
    if (link) links.push(link);
  }
  return links;
}

const opener = /<!--|<(?:script|style)\b|<(a|img)(?=[\s/])/gi;

/** No tag is longer; a stranger’s would be looked through once for each that begins in it. */
const longestTag = 4000;

/**
 * The link of a tag, `a` or `img`, whose name ends at `at` in a text.
 * @param start where that text starts in its file
 */
export const linkOfTag = (text: string, name: string, at: number, start = 0): HtmlLink | undefined =>
  linkIn(text.slice(at, at + longestTag), name.toLowerCase() === 'a' ? 'href' : 'src', start + at);

/** The first attribute of a name in what follows the name of a tag; the tag ends at `>` outside of quotation marks. */
function linkIn(tag: string, name: string, start: number): HtmlLink | undefined {
  attribute.lastIndex = 0;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    const [all, key = '', value] = found;
    if (key.toLowerCase() !== name || value === undefined) continue;
    const quotes = /^["']/.test(value) ? 1 : 0;
    const end = start + found.index + all.length - quotes;
    return linkAt(value.slice(quotes, value.length - quotes), end);
  }
  return undefined;
}

const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y;

const linkAt = (written: string, end: number): HtmlLink => ({
  destination: withoutEntities(written),
  span: spanOf(end - written.length, end),
});

const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(amp|quot|apos|lt|gt|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, (all, name: string) => {
        const known = entities[name.toLowerCase()];
        if (known !== undefined || !name.startsWith('#')) return known ?? all;
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      })
    : text;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
};
