/** The Markdown parser of the worker in a browser. */
import type * as Tree from '../core/markdown/tree';
import { onDemand } from './markdownOnDemand';

/** Stands before the bundle: see .scripts/workerParts.mjs. */
declare const loadPart: (name: string) => unknown;

export const { parseGitHubMarkdown, parseMarkdown, parseMarkdownWithTables, plainText } = onDemand(
  () => loadPart('./markdown.js') as typeof Tree,
);
