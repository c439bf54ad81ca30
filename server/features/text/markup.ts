/** Markdown made of texts that strangers wrote: nothing in them may act as markup. */
import type { MarkupContent } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import { escapeAt, escapeInLine, escapeStart } from '../../words/markdown';
import { percentEncoded } from '../../words/addresses';
import { oneLine } from '../../words/oneLine';

/** How to write for the client at hand. */
export interface Markup {
  readonly kind: MarkupKind;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly emphasis: (text: string) => string;
  readonly link: (text: string, uri: string) => string;
  readonly bullet: (line: string) => string;
}

/**
 * All that could begin something, where it could: an editor that shows Markdown as it stands shows every
 * backslash too. A generated test holds it against a parser with GitHub's extensions.
 */
const escapeMarkdown = (text: string): string => escapeStart(escapeAt(escapeInLine(text)));

export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  emphasis: (text) => `*${escapeMarkdown(text)}*`,
  link: (text, uri) => `[${escapeMarkdown(text)}](${uri.replace(/[()<>\s\\]/g, percentEncoded)})`,
  bullet: (line) => `- ${line}`,
};

export const plainText: Markup = {
  kind: MarkupKind.PlainText,
  text: oneLine,
  strong: oneLine,
  emphasis: oneLine,
  link: oneLine,
  bullet: (line) => `- ${line}`,
};

/** A text of several lines, such as the items of a statement, with how far each stands in. */
export const inLines = ({ kind, text }: Markup, several: string): string =>
  several
    .split('\n')
    .map((line) => '\u2003'.repeat(Math.min(indentOf(line), 40) / 2) + text(line))
    .join(kind === MarkupKind.Markdown ? '  \n' : '\n');

/** In blanks, an even number of them. */
const indentOf = (line: string): number => Math.floor(Math.max(0, line.search(/[^ ]/)) / 2) * 2;

/** Paragraphs with an empty line between them; empty ones are left out. */
export const paragraphs = (kind: MarkupKind, parts: readonly string[]): MarkupContent => ({
  kind,
  value: parts.filter((part) => part !== '').join('\n\n'),
});
