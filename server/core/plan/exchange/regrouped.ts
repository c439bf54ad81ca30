import type { Lexicon } from '../../standard/standard';
import { ranksIn } from '../order';
import type { ImportedRow } from './imported';
import { subjectNode } from './imported';

/**
 * Plans put the headings of several groups side by side above the rows of all of them. Each heading goes to the rows of
 * its own group, in the standard's order; what is about no element stays behind the row that it follows.
 */
export function regrouped(standard: Lexicon, rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const places = ranksIn(standard);
  const result: ImportedRow[] = [];
  for (let start = 0; start < rows.length;) {
    const first = rows[start];
    const isShared = first?.subject.kind === 'group' && first.subject.isShared;
    const belongs = ({ subject, where }: ImportedRow): boolean =>
      subject.kind !== 'group' || (subject.isShared && where === first?.where);
    let end = start + 1;
    for (let row = rows[end]; isShared && row && belongs(row); row = rows[end]) end++;
    let last = -1;
    const section = rows.slice(start, end).map((row) => {
      last = places.get(subjectNode(standard, row)?.id ?? '') ?? last;
      return { row, place: last };
    });
    section.sort((left, right) => left.place - right.place);
    result.push(...section.map(({ row }) => row));
    start = end;
  }
  return result;
}
