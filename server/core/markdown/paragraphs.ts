/**
 * The links of a few paragraphs, without a parse of the whole text. A broken link is suspected in one paragraph, and
 * a whole parse costs ten times as much. The parser decides here too, but is given the paragraph alone, and only where
 * nothing around it can make a difference: no fence, no HTML, no definition anywhere, and empty lines on both sides.
 */
import type { Link } from './body';
import { parseBody } from './body';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { shortcuts } from '../text/shortcuts';

/**
 * The links of the paragraphs in which places stand, in the order of the text.
 * @param from where the Markdown starts: the end of the front matter
 * @param places offsets in the text, ascending
 * @returns undefined where only a parse of the whole text can tell
 */
export function linksAround(
  text: string,
  from: number,
  places: readonly number[],
): readonly Link[] | undefined {
  if (!shortcuts.taken || reachesFar.test(text.slice(from))) return undefined;
  const links: Link[] = [];
  let end = from;
  for (const place of places) {
    if (place < end) continue;
    const paragraph = paragraphAt(text, from, place);
    if (!paragraph) return undefined;
    const { start } = paragraph;
    ({ end } = paragraph);
    for (const link of parseBody(text.slice(start, end)).links)
      links.push({ ...link, span: spanOf(start + link.span.start, start + link.span.end) });
  }
  return links;
}

/** What may change how something far below is read; and line ends and characters that Markdown treats in its own way. */
const reachesFar = /[<\0]|```|~~~|\]:|\r(?!\n)/;

/** The lines around a place up to the empty ones, where each of them starts with a letter: nothing but a paragraph does. */
function paragraphAt(text: string, from: number, place: number): Span | undefined {
  let start = lineStart(text, from, place);
  let end = lineEnd(text, place);
  if (!startsWithLetter(text, start)) return undefined;
  while (start > from) {
    const above = lineStart(text, from, start - 1);
    if (isBlank(text, above, start)) break;
    if (!startsWithLetter(text, above)) return undefined;
    start = above;
  }
  while (end < text.length) {
    const below = lineEnd(text, end);
    if (isBlank(text, end, below)) break;
    if (!startsWithLetter(text, end)) return undefined;
    end = below;
  }
  return spanOf(start, end);
}

/** Behind the line feed before a place, but not before `from`. */
const lineStart = (text: string, from: number, place: number): number =>
  place <= from ? from : Math.max(from, text.lastIndexOf('\n', place - 1) + 1);

/** Behind the line feed at or after a place, or the end of the text. */
function lineEnd(text: string, place: number): number {
  const feed = text.indexOf('\n', place);
  return feed < 0 ? text.length : feed + 1;
}

const startsWithLetter = (text: string, at: number): boolean => /^\p{L}/u.test(text.slice(at, at + 2));

const isBlank = (text: string, start: number, end: number): boolean =>
  /^[ \t\r\n]*$/.test(text.slice(start, end));
