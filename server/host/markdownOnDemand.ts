/**
 * What the bundles for Node have in the place of core/markdown/tree.ts: most checks never parse a body, and every start
 * is shorter without the parser. The core does not wait, so it is `require` that loads it, from a bundle of its own
 * that keeps no state: see .scripts/build.mjs.
 */
import { createRequire } from 'node:module';
import type * as Tree from '../core/markdown/tree';

let loaded: typeof Tree | undefined;

const tree = (): typeof Tree => (loaded ??= createRequire(import.meta.url)('./markdown.cjs') as typeof Tree);

export const parseMarkdown: typeof Tree.parseMarkdown = (text) => tree().parseMarkdown(text);

export const parseMarkdownWithTables: typeof Tree.parseMarkdownWithTables = (text) =>
  tree().parseMarkdownWithTables(text);

export const plainText: typeof Tree.plainText = (node) => tree().plainText(node);
