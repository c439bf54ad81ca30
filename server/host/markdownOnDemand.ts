/**
 * What the bundles of the server and of the command line have in the place of core/markdown/tree.ts: most checks never
 * parse a body, and every start is shorter without the parser. It is a bundle of its own, which keeps no state: see
 * .scripts/build.mjs.
 */
import type * as Tree from '../core/markdown/tree';

/**
 * The parser, loaded when it is first asked for.
 *
 * @param load must not wait, as the core does not
 */
export function onDemand(load: () => typeof Tree): typeof Tree {
  let loaded: typeof Tree | undefined;
  const tree = (): typeof Tree => (loaded ??= load());
  return {
    parseMarkdown: (text) => tree().parseMarkdown(text),
    parseMarkdownWithTables: (text) => tree().parseMarkdownWithTables(text),
    parseGitHubMarkdown: (text) => tree().parseGitHubMarkdown(text),
    plainText: (node) => tree().plainText(node),
  };
}
