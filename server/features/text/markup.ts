/** Markdown made of texts that strangers wrote: nothing in them may act as markup. */
import type { MarkupContent } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';

/** How to write for the client at hand. */
export interface Markup {
  readonly kind: MarkupKind;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly emphasis: (text: string) => string;
  readonly link: (text: string, uri: string) => string;
  readonly bullet: (line: string) => string;
}

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

/** Paragraphs with an empty line between them; empty ones are left out. */
export const paragraphs = (kind: MarkupKind, parts: readonly string[]): MarkupContent => ({
  kind,
  value: parts.filter((part) => part !== '').join('\n\n'),
});

/**
 * All that could begin something, where it could: an editor that shows Markdown as it stands shows every
 * backslash too. A generated test holds it against a parser with GitHub's extensions.
 */
function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      // Inside a line: emphasis, code, links, HTML, entities, strikethrough, and VS Code's $(icon).
      .replace(/[\\`*_[\]<>&~$|]/g, '\\$&')
      // Addresses that become links by themselves, e-mail among them.
      .replace(/:(?=\/\/)|(?<=www)\.|@|(?<=mailto|xmpp):/gi, '\\$&')
      // At the start of a line: headings, lists, rules, fences.
      .replace(/^[-+#=]|(?<=^\d{1,9})[.)](?=\s|$)/, '\\$&')
  );
}

/** encodeURIComponent leaves brackets as they are. */
const percentEncoded = (character: string): string =>
  encodeURIComponent(character).replace('(', '%28').replace(')', '%29');

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
