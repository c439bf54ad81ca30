/** Trees by remark, which reads everything and takes its time. */
import type { Root } from 'hast';
import type { Nodes, Root as MarkdownRoot, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { parseGitHubMarkdown } from '../../../core/markdown/tree';
import type { References } from '../markdown/references';

export function remarkTree(text: string): Root {
  return treeOf(parseGitHubMarkdown(text));
}

/** What no other text says behind a section, to see whether the section has ended. */
export const afterwards = 'Afterwards';

/**
 * A section by itself.
 * @param references of the whole text
 * @returns undefined where it is not over at its end, or has references of its own
 */
export function remarkSection(text: string, references: References, isLast: boolean): Root | undefined {
  const definitions = definitionsFor(text, references);
  if (!definitions) return undefined;
  const before = definitions.length === 0 ? '' : `${definitions.join('\n')}\n\n`;
  const tree = parseGitHubMarkdown(`${before}${text}${isLast ? '' : afterwards}`);
  if (definitionsIn(tree) !== definitions.length) return undefined;
  if (!isLast && !isAfterwards(tree.children.pop())) return undefined;
  return treeOf(tree);
}

const isAfterwards = (node: RootContent | undefined): boolean =>
  node?.type === 'paragraph' &&
  node.children.length === 1 &&
  node.children[0]?.type === 'text' &&
  node.children[0].value === afterwards;

export function treeOf(parsed: MarkdownRoot): Root {
  const tree = toHast(parsed, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabelProperties: {},
  });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

const definitionsIn = (node: Nodes): number =>
  node.type === 'definition'
    ? 1
    : 'children' in node
      ? node.children.reduce((sum, child) => sum + definitionsIn(child), 0)
      : 0;

/** Those that a text may refer to, as lines; undefined where one cannot be written in a line. */
export function definitionsFor(text: string, references: References): readonly string[] | undefined {
  if (!text.includes('[')) return [];
  const words = new Set(wordsIn(text));
  const all = Object.entries(references).filter(([label]) => words.has(wordsIn(label)[0] ?? ''));
  // What begins like a footnote would be one.
  if (all.some(([label, { href, title }]) => label.startsWith('^') || /[\n\r]/.test(href + title)))
    return undefined;
  return all.map(([label, { href, title }]) => {
    const said = title === '' ? '' : ` "${title.replace(/[\\"&]/g, String.raw`\$&`)}"`;
    return `[${label}]: <${href.replace(/[\\<>&]/g, String.raw`\$&`)}>${said}`;
  });
}

/** As references are compared: without letter case. */
const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .toUpperCase()
    .split(/[\s[\]>]+/)
    .filter((word) => word !== '');
