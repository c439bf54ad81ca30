/** What a standard says of its nodes, in the form in which words are looked for in it at each keystroke. */
import type { StandardNode } from '../../core/standard/standard';
import { titleOf } from '../../core/standard/standard';
import { wordingsOf } from '../../core/standard/wordings';

interface NodeText {
  readonly said: string;
  readonly around: string;
}

/** Made once: with a thousand elements, to make it anew takes longer than a keystroke may. */
const known = new WeakMap<StandardNode, NodeText>();

/** Its own words, in small letters. */
export const saidOf = (node: StandardNode): string => textOf(node).said;

/** Its own words, its guidance and the titles above it, in small letters. */
export const textAround = (node: StandardNode): string => textOf(node).around;

function textOf(node: StandardNode): NodeText {
  const found = known.get(node);
  if (found) return found;
  const { keywords, ancestors } = node;
  // In all languages of the standard: it may be known by another than that in which it is shown.
  const wordings = wordingsOf(node);
  const said = [...wordings.flatMap(({ title, text }) => [title, text]), ...keywords]
    .join('\n')
    .toLowerCase();
  const guidance = wordings.flatMap((wording) => wording.guidance);
  const around = [said, ...guidance, ...ancestors.map(titleOf)].join('\n').toLowerCase();
  const made = { said, around };
  known.set(node, made);
  return made;
}

/** Whether every word of a query begins some word of a text in small letters; undefined where the query has none. */
export function wordTest(query: string): ((text: string) => boolean) | undefined {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Letters and digits alone: nothing in them means anything to an expression.
  const tests = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'));
  return tests.length === 0 ? undefined : (text) => tests.every((test) => test.test(text));
}
