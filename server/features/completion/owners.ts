/** Completion of `owner` from those that the portfolio has, the most used first. */
import { valueOf } from '../../core/yaml/fields';
import type { Choice, Question } from './item';
import { count } from '../../words/counts';

export function owners({ portfolio, cursor }: Question): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const { uri, owner } of portfolio.evidence.values()) {
    const name = valueOf(owner);
    // What is being typed here is not in use yet.
    if (name && uri !== cursor.uri) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1))
    .map(([label, number]) => ({ label, words: `keeps ${count(number, 'item')}` }));
}
