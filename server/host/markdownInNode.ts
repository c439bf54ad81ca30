/** The Markdown parser of the bundles for Node: it is `require` that loads it. */
import { createRequire } from 'node:module';
import type * as Tree from '../core/markdown/tree';
import { onDemand } from './markdownOnDemand';

export const { parseGitHubMarkdown, parseMarkdown, parseMarkdownWithTables, plainText } = onDemand(
  () => createRequire(import.meta.url)('./markdown.cjs') as typeof Tree,
);
