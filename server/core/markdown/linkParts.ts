/** The places of destinations, which no parser tells, and links that are none for the spaces in them. */
import type { Link } from './bodyModel';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

/** What Markdown left as text for the spaces in it, and was meant as a link by all that it looks like. */
export function unreadLinks(source: string, start: number): readonly Link[] {
  const links: Link[] = [];
  for (const { index, 0: all, 1: inside = '' } of source.matchAll(betweenBrackets)) {
    const destination = inside.replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, '').trim();
    if (!/\s/.test(destination) || !isNameOfFile(destination)) continue;
    // Where the bracket is escaped, text is what is meant. It may stand before an emphasis, and so not here.
    if (source[source.lastIndexOf('[', index) - 1] === '\\') continue;
    const at = start + index + all.indexOf(destination);
    links.push({ destination, span: spanOf(at, at + destination.length), isUnread: true });
  }
  return links;
}

/** On one line, as nobody breaks a path; with brackets that close each other. */
const betweenBrackets = /(?<!\\)\]\(([^()\r\n]{1,400}(?:\([^()\r\n]{0,100}\)[^()\r\n]{0,200}){0,3})\)/g;

/** The endings of what people keep as evidence; any other text between brackets may be a sentence. */
const endings: ReadonlySet<string> = new Set(
  (
    'md markdown txt rtf pdf doc docx docm dot dotx odt xls xlsx xlsm ods csv ppt pptx ppsx odp htm html xml json yml yaml ' +
    'png jpg jpeg gif svg webp bmp tif tiff heic mp3 mp4 m4a mov wav avi eml msg zip pages numbers vsd vsdx mpp pub one'
  ).split(' '),
);

const isNameOfFile = (path: string): boolean =>
  endings.has(/\.([A-Za-z0-9]{2,8})(?:[#?]\S*)?$/.exec(path)?.[1]?.toLowerCase() ?? '');

/** Where the destination stands in a link, an image or a definition, of which the place is known. */
export function destinationSpan(text: string, link: Span, type: 'link' | 'image' | 'definition'): Span {
  const source = text.slice(link.start, link.end);
  const opener = type === 'definition' ? source.indexOf(']:') : lastOpener(source);
  // An autolink, <https://…>, has no opener: all of it is the destination.
  if (opener < 0) return link;
  const match = /^\s*(?:<([^<>\r\n]*)>|(\S*))/.exec(source.slice(opener + 2));
  const found = match?.[1] ?? match?.[2] ?? '';
  const destination = match?.[1] === undefined ? balanced(found) : found;
  const before = match?.[1] === undefined ? 0 : match[0].indexOf('<') + 1;
  const start = link.start + opener + 2 + before + (match?.[0].slice(before).indexOf(found) ?? 0);
  return spanOf(start, start + destination.length);
}

/** Where `](` of an inline link stands: the last one, as the text of a link may contain an image, but not in its title. */
function lastOpener(source: string): number {
  const inside = source.slice(0, -1).trimEnd();
  const closer = inside.slice(-1);
  if (!/["')]/.test(closer)) return source.lastIndexOf('](');
  // A title ends at the first mark of its kind that is not escaped, so it begins at the last one before its end.
  let title = inside.length - 2;
  const mark = closer === ')' ? '(' : closer;
  while (title > 0 && (inside[title] !== mark || inside[title - 1] === '\\')) title--;
  const isTitle = title > 0 && /\s/.test(inside[title - 1] ?? '');
  return source.lastIndexOf('](', isTitle ? title : source.length);
}

/** Up to the bracket that closes the link itself. */
function balanced(destination: string): string {
  let depth = 0;
  for (let at = 0; at < destination.length; at++) {
    if (destination[at] === '\\') at++;
    else if (destination[at] === '(') depth++;
    else if (destination[at] === ')' && --depth < 0) return destination.slice(0, at);
  }
  return destination;
}
