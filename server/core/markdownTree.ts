/**
 * Markdown as a tree, by remark. A file of its own, as the bundles for Node load it only when a body has to be
 * parsed: see `markdownOnDemand` in .scripts/build.mjs.
 */
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** Parses CommonMark with front matter. May throw where something is nested thousands deep. */
export const parseMarkdown = (text: string): Root => processor.parse(text);

/** The text of a node as a reader sees it, without marks. */
export const plainText = (node: Nodes): string => toString(node);
