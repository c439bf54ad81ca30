/** Where the rows of a plan stand in the standard. */
import type { Standard, StandardNode } from '../standard';
import type { PlanRow, PlanTable } from './model';
import { withoutMarks } from './plainCell';

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

/** The groups that a heading row names: `1.1 Customer Identification`; there may be one in each cell. */
export const groupsIn = (standard: Standard, row: PlanRow): readonly StandardNode[] =>
  row.cells.flatMap(({ text }) => {
    const [id = ''] = withoutMarks(text).split(/\s/);
    const node = standard.nodes.get(id.replace(/[.:]$/, ''));
    return node && !node.assessable ? [node] : [];
  });

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
