/** Completion of roles and people from those that the portfolio has, the most used first. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Field } from '../../core/yaml/fields';
import { valueOf } from '../../core/yaml/fields';
import type { Choice, Question } from './item';
import { count } from '../../words/counts';

/** @param fieldOf where a file says it */
export function people(
  { portfolio, cursor }: Question,
  fieldOf: (evidence: EvidenceFile) => Field<string>,
): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const evidence of portfolio.evidence.values()) {
    const name = valueOf(fieldOf(evidence));
    // What is being typed here is not in use yet.
    if (name && evidence.uri !== cursor.uri) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1))
    .map(([label, files]) => ({ label, words: `keeps ${count(files, 'item')}` }));
}
