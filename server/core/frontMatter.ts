/**
 * The front matter block of a Markdown file: `---` on the first line, YAML, `---` on a line of its own.
 * The fences are those of micromark's frontmatter extension: three dashes, then only spaces or tabs.
 */
import type { Span } from './model';
import { spanOf } from './model';
import type { YamlFault, YamlNode } from './yamlTree';
import { parseYaml } from './yamlTree';

export type FrontMatter =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'closed' } & FrontMatterBlock)
  | ({ readonly kind: 'unclosed' } & FrontMatterBlock);

export interface FrontMatterBlock {
  /** With its fences; of an unclosed block, to the last line that could belong to it. */
  readonly span: Span;
  /** The first fence, without its line end. */
  readonly opening: Span;
  /** The YAML between the fences. */
  readonly content: Span;
  readonly root: YamlNode;
  readonly faults: readonly YamlFault[];
}

const openingFence = /^\uFEFF?(---[ \t]*)(\r\n|\n|\r|$)/;
// Not /^---$/m: for a regular expression, U+2028 ends a line too; for Markdown it does not.
const closingFence = /(^|[\r\n])(---[ \t]*)(?=[\r\n]|$)/;

/** Where the block is, without reading its YAML; undefined where the text does not start with one. */
export function findFrontMatter(text: string):
  | {
      readonly kind: 'closed' | 'unclosed';
      readonly opening: Span;
      readonly content: Span;
      readonly end: number;
    }
  | undefined {
  const match = openingFence.exec(text);
  if (!match) return undefined;
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = spanOf(bom, bom + (match[1] ?? '').length);
  const start = match[0].length;
  const closing = closingFence.exec(text.slice(start));
  if (closing) {
    const end = start + closing.index + (closing[1] ?? '').length;
    return { kind: 'closed', opening, content: spanOf(start, end), end: end + (closing[2] ?? '').length };
  }
  const end = start + plausibleLength(text.slice(start));
  return { kind: 'unclosed', opening, content: spanOf(start, end), end };
}

/** Reads the block at the start of a file's text. Never throws. */
export function parseFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text);
  if (!found) return { kind: 'none' };
  const { kind, opening, content, end } = found;
  const { root, faults } = parseYaml(text.slice(content.start, content.end), content.start);
  return { kind, span: spanOf(opening.start, end), opening, content, root, faults };
}

/** An unclosed block goes on for as long as its lines look like YAML: names with a colon, list items, indentation. */
function plausibleLength(text: string): number {
  const lines = /^(?:[\w-]+[ \t]*:(?:[ \t].*)?|-(?:[ \t].*)?|[ \t]+\S.*|#(?![ \t#]).*)(?:\r\n|\n|\r|$)/;
  let length = 0;
  for (;;) {
    const match = lines.exec(text.slice(length));
    if (!match || match[0] === '') return length;
    length += match[0].length;
  }
}
