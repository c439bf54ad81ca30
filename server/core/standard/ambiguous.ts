/** IDs that more than one of a portfolio's standards has. */
import type { Suggestion } from '../text/span';
import { nodeNamed } from './retired';
import type { Lexicon, StandardNode } from './standard';
import { shortWords } from './standard';

export interface Ambiguity {
  /** What it could be, in the order of the standards. */
  readonly nodes: readonly StandardNode[];
  /** For people, whole sentences. */
  readonly message: string;
  /** What evidence can be given for: one for each standard, where each has an element of that ID. */
  readonly suggestions: readonly Suggestion[];
}

/** What an ID can mean: of one that two standards have, one of each; none where there is no such ID. */
export function nodesNamed(standard: Lexicon, id: string): readonly StandardNode[] {
  const node = nodeNamed(standard, id);
  return node ? [node] : (ambiguityOf(standard, id)?.nodes ?? []);
}

/** Undefined where a text could be no ID, or only one. */
export function ambiguityOf(standard: Lexicon, text: string): Ambiguity | undefined {
  const ids = standard.several?.candidates(text) ?? [];
  if (ids.length === 0) return undefined;
  const known = ids.map((id) => ({ id, node: nodeNamed(standard, id) }));
  const names = known.map(({ id, node }) => (node ? `${id}, “${shortWords(node)}”` : id));
  const last = names.pop() ?? '';
  const nodes = known.flatMap(({ node }) => node ?? []);
  const elements = nodes.filter(({ assessable }) => assessable);
  return {
    nodes,
    message: `${text} could be ${names.join('; ')} or ${last}. Write it with the name of its standard.`,
    suggestions: (elements.length > 0 ? elements : nodes).map((node) => ({
      replacement: node.id,
      label: shortWords(node),
    })),
  };
}
