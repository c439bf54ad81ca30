/** Where the rows of a plan stand in the standard. */
import { unescapeMarkdown } from '../../words/unescapeMarkdown';
import { nodeNamed } from '../standard/retired';
import type { Lexicon, StandardNode } from '../standard/standard';
import { wordingsOf } from '../standard/wordings';
import type { PlanCell, PlanRow, PlanTable } from './model';
import { withoutMarks } from './plainCell';

/** The place of every node of the standard, a group before what is in it. */
export function ranksIn({ roots }: Lexicon): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const visit = (node: StandardNode): void => {
    places.set(node.id, places.size);
    node.children.forEach(visit);
  };
  roots.forEach(visit);
  return places;
}

/** A group that a heading row names, and the cell that does so. */
export interface NamedGroup {
  readonly group: StandardNode;
  readonly cell: PlanCell;
}

/**
 * The groups that a heading row names: `1.1 Customer Identification`. There may be one in each cell; behind the first
 * words of a row, a number is a group's only where its title follows: `2 customers` is none.
 */
export function groupsNamed(standard: Lexicon, { cells }: PlanRow): readonly NamedGroup[] {
  const first = cells.find(({ text }) => text !== '');
  return cells.flatMap((cell) => {
    const [id = '', word = ''] = withoutMarks(cell.text).split(/\s+/);
    const group = standard.nodes.get(bare(unescapeMarkdown(withoutMarks(bare(id)))));
    if (!group || group.assessable) return [];
    const titled = wordingsOf(group).map(({ title }) => (title.split(/\s+/)[0] ?? '').toLowerCase());
    const isTitle = word !== '' && titled.includes(withoutMarks(word).toLowerCase());
    return cell === first || isTitle ? [{ group, cell }] : [];
  });
}

/** The ID alone may be bold, with its full stop or without: `**1.1.** Customer Identification`. */
const bare = (word: string): string => word.replace(/[.:]$/, '');

export const groupsIn = (standard: Lexicon, row: PlanRow): readonly StandardNode[] =>
  groupsNamed(standard, row).map(({ group }) => group);

/**
 * The place of each row; that of a row of which the standard knows nothing is the place of the row before it, -1 at
 * the top. An unknown ID stands there too: beside what the writer put it beside.
 */
export function ranksOfRows(standard: Lexicon, { rows }: PlanTable): readonly number[] {
  const places = ranksIn(standard);
  let last = -1;
  return rows.map((row) => {
    const id =
      row.kind === 'action' ? (nodeNamed(standard, row.id)?.id ?? row.id) : groupsIn(standard, row)[0]?.id;
    last = (id === undefined ? undefined : places.get(id)) ?? last;
    return last;
  });
}
