/** Places in the page of a standard. Nothing here knows VS Code. */
import type { StandardPage } from '../../server/lsp/protocol';
import { headingSlug } from '../../server/words/headingSlug';
import { unescapeMarkdown } from '../../server/words/unescapeMarkdown';

/** The fragment under which the Markdown preview knows an element's heading; empty where the page has none. */
export function anchorAt({ text, lines }: StandardPage, element: string): string {
  const line = lines[element];
  if (line === undefined) return '';
  const heading = text.split('\n')[line] ?? '';
  return headingSlug(unescapeMarkdown(heading.replace(/^#+\s*/, '')));
}

/** The node whose part of the page a line, from 0, stands in; undefined above the first. */
export function nodeAtLine({ lines }: StandardPage, line: number): string | undefined {
  return Object.entries(lines)
    .filter(([, start]) => start <= line)
    .sort(([, left], [, right]) => right - left)[0]?.[0];
}
