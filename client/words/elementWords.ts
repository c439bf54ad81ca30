/** Finding elements by what people type: the start of an ID, or words of the text and the guidance. */
import type { CoverageNode } from '../../server/lsp/protocol';

/** How an element fits: by its ID or own words, or by its guidance alone; then `point` is the one that does. */
export type Fit = { readonly kind: 'own' } | { readonly kind: 'guidance'; readonly point: string };

type Words = Pick<CoverageNode, 'id' | 'title' | 'text' | 'guidance'>;

/**
 * Whether an element fits what is typed; undefined where it does not. Each word typed must begin some word of the
 * element, of its guidance, or of the titles `above` it. Nothing typed fits everything.
 */
export function fitOf(node: Words, typed: string, above: readonly string[] = []): Fit | undefined {
  const query = typed.trim().toLowerCase();
  if (node.id.toLowerCase().startsWith(query)) return { kind: 'own' };
  const words = wordsIn(query);
  if (words.length === 0) return undefined;
  const own = wordsIn([node.id, node.title, node.text, ...above].join('\n'));
  if (words.every((word) => begins(own, word))) return { kind: 'own' };
  const points = (node.guidance ?? []).map((point) => ({ point, words: wordsIn(point) }));
  if (!words.every((word) => begins(own, word) || points.some((one) => begins(one.words, word))))
    return undefined;
  // The point that has most of the words is the one to show.
  const [best] = points
    .map(({ point, words: of }) => ({ point, score: words.filter((word) => begins(of, word)).length }))
    .sort((left, right) => right.score - left.score);
  return { kind: 'guidance', point: best?.point ?? '' };
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}.]+|\.(?!\d)/u)
    .filter((word) => word !== '');

const begins = (words: readonly string[], start: string): boolean =>
  words.some((word) => word.startsWith(start));
