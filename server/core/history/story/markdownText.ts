/** Markdown for a comment, a job summary or a page: nothing that a file says acts as markup in it. */
import { printable } from '../../text/printable';
import { escapeInLine, escapeStart } from '../../../words/markdown';

/**
 * A text as it stands, in one line. Beside what Markdown itself obeys: what GitHub and GitLab make of a rendered text
 * (mentions, references to issues, emoji by name), which no backslash prevents; a space of no width does.
 */
export function markdownText(text: string): string {
  return escapeStart(escapeInLine(printable(text)))
    .replace(/^[:/]/, '\\$&')
    .replace(/@|[#!%](?=\w)|:(?=[\w+-]+:)|(?<=\bGH)-(?=\d)/gi, '$&&#8203;');
}

/** A link, or the text alone where there is no address. */
export const markdownLink = (text: string, address: string | undefined): string =>
  address === undefined ? markdownText(text) : `[${markdownText(text)}](${address})`;

export interface Table {
  readonly head: readonly string[];
  /** Cells are Markdown. */
  readonly rows: readonly (readonly string[])[];
}

export const markdownTable = ({ head, rows }: Table): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Longer lists are folded, so that what stands below them is seen. */
export const longList = 10;

/** A part with its heading; folded where `isFolded`. @param summary plain text of our own */
export const markdownPart = (summary: string, body: string, isFolded: boolean): string =>
  isFolded
    ? `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`
    : `### ${summary}\n\n${body}`;
