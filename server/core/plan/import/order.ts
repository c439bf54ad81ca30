/** Where the rows of a plan stand in the standard. */
import type { Standard, StandardNode } from '../../standard/standard';
import type { ImportedRow } from './imported';
import type { PlanCell, PlanRow, PlanTable } from '../model';
import { withoutMarks } from '../plainCell';

/** The place of every node of the standard, a group before what is in it. */
export function placesIn({ roots }: Standard): ReadonlyMap<string, number> {
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
export function groupsNamed(standard: Standard, { cells }: PlanRow): readonly NamedGroup[] {
  const first = cells.find(({ text }) => text !== '');
  return cells.flatMap((cell) => {
    const [id = '', word = ''] = withoutMarks(cell.text).split(/\s+/);
    const group = standard.nodes.get(id.replace(/[.:]$/, ''));
    if (!group || group.assessable) return [];
    const [titled = ''] = group.title.split(/\s+/);
    const isTitle = word !== '' && word.toLowerCase() === titled.toLowerCase();
    return cell === first || isTitle ? [{ group, cell }] : [];
  });
}

export const groupsIn = (standard: Standard, row: PlanRow): readonly StandardNode[] =>
  groupsNamed(standard, row).map(({ group }) => group);

/**
 * The place of each row; that of a row of which the standard knows nothing is the place of the row before it, -1 at
 * the top. An unknown ID stands there too: beside what the writer put it beside.
 */
export function placesOfRows(standard: Standard, { rows }: PlanTable): readonly number[] {
  const places = placesIn(standard);
  let last = -1;
  return rows.map((row) => {
    const id =
      row.kind === 'action' ? (standard.retired.get(row.id) ?? row.id) : groupsIn(standard, row)[0]?.id;
    last = (id === undefined ? undefined : places.get(id)) ?? last;
    return last;
  });
}

/**
 * Plans put the headings of several groups side by side above the rows of all of them. Each heading goes to the rows of
 * its own group, in the standard's order; what is about no element stays behind the row that it follows.
 */
export function regrouped(standard: Standard, rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const places = placesIn(standard);
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
      const { subject } = row;
      const id = subject.kind === 'group' ? subject.node.id : subject.kind === 'action' ? subject.id : '';
      last = places.get(id) ?? last;
      return { row, place: last };
    });
    section.sort((left, right) => left.place - right.place);
    result.push(...section.map(({ row }) => row));
    start = end;
  }
  return result;
}
