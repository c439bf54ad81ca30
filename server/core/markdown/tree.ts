/**
 * Markdown as a tree, by remark. A file of its own, as the bundles for Node load it only when a body has to be
 * parsed: see server/host/markdownOnDemand.ts.
 */
import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';

/** GitHub's footnotes: to CommonMark alone, `[^1]: Ibid.` is the address of a link. */
function readFootnotes(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote());
  (data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown());
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(readFootnotes).freeze();

// Beside the one for all other files: there, lines with bars in them are paragraphs, which costs less.
const tableProcessor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(readFootnotes)
  .use(function readTables() {
    const data = this.data();
    (data.micromarkExtensions ??= []).push(gfmTable());
    (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
  })
  .freeze();

/** Parses CommonMark with front matter and footnotes. May throw where something is nested thousands deep. */
export const parseMarkdown = (text: string): Root => processor.parse(text);

/** The same with the tables of GitHub's Markdown. */
export const parseMarkdownWithTables = (text: string): Root => tableProcessor.parse(text);

let gitHubProcessor: Processor<Root> | undefined;

/** What only GitHub's Markdown knows beside tables and footnotes: addresses as links, strikethrough, boxes of tasks. */
const gitHubsOwn = /https?:\/\/|www\.|@|~|\[[ \txX]\]|^(?:---|\+\+\+)/i;

/**
 * All of GitHub's Markdown, without front matter: for who shows a text, and does not only look something up in it.
 * Looking for addresses in every word of a text costs half as much again, so that it is done where there can be some.
 */
export const parseGitHubMarkdown = (text: string): Root =>
  gitHubsOwn.test(text)
    ? // Made when it is first asked for: few ask.
      (gitHubProcessor ??= unified().use(remarkParse).use(remarkGfm).freeze()).parse(text)
    : tableProcessor.parse(text);

/** The text of a node as a reader sees it, without marks. */
export const plainText = (node: Nodes): string => toString(node);
