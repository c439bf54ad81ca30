/** Cheap questions about a body: a full parse costs many times what the front matter costs, so these come first. */
import { mayHaveHtmlLink } from './htmlLinks';

/** A superset of the files that have headings: in a list or a quotation, what stands before the # or below can be long. */
export function mayHaveHeading(text: string, from: number): boolean {
  return /(?:^|[\s>*+.)-])#{1,6}(?:[ \t\r\n]|$)|[=-][ \t]*(?:[\r\n]|$)/.test(text.slice(from));
}

/** A superset of the files that have links: a definition, an inline link or one in HTML needs one of these. */
export function mayHaveLink(text: string, from: number): boolean {
  return text.includes('](', from) || text.includes(']:', from) || mayHaveHtmlLink(text, from);
}

/** A superset of the files that have task lists. */
export function mayHaveTask(text: string, from: number): boolean {
  return /[-*+.)][ \t]+\[[ xX]\][ \t]/.test(text.slice(from));
}

/** Nothing but white space and HTML comments. */
export function isBodyEmpty(text: string, from: number): boolean {
  // Not by a regular expression: thousands of comments without an end would each be looked through to the end.
  for (let at = from; ;) {
    const start = text.indexOf('<!--', at);
    if (text.slice(at, start < 0 ? undefined : start).trim() !== '') return false;
    if (start < 0) return true;
    const end = text.indexOf('-->', start + '<!--'.length);
    if (end < 0) return false;
    at = end + '-->'.length;
  }
}
