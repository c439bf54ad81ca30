/** A tree of rows that stand one below the other, each with a level, or with the row that it belongs below. */
import { deepest } from './draft';
import type { DraftNode } from './draft';

export interface FlatRow {
  readonly node: Omit<DraftNode, 'children'>;
  /** By which others name it as what they belong below. Of two rows with one key, the first has it. */
  readonly key?: string | undefined;
  /** From 0, of any steps; undefined where what it belongs below is told by its key. */
  readonly level?: number;
  /** Undefined for a row at the top. */
  readonly parent?: string | undefined;
}

/** The tree, in the order of the rows. What would be below itself stands at the top, as does what is too deep. */
export function treeOf(rows: readonly FlatRow[]): readonly DraftNode[] {
  const byKey = new Map<string, FlatRow>();
  for (const row of rows) if (row.key !== undefined && !byKey.has(row.key)) byKey.set(row.key, row);
  const parents = new Map<FlatRow, FlatRow | undefined>();
  const open: FlatRow[] = [];
  for (const row of rows) {
    if (row.level === undefined) {
      parents.set(row, row.parent === undefined ? undefined : byKey.get(row.parent));
      continue;
    }
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= row.level) open.pop();
    parents.set(row, open.at(-1));
    open.push(row);
  }
  for (const row of rows) if (!leadsToTop(row, parents)) parents.set(row, undefined);
  const below = new Map<FlatRow | undefined, FlatRow[]>();
  for (const row of rows) {
    const list = below.get(parents.get(row));
    if (list) list.push(row);
    else below.set(parents.get(row), [row]);
  }
  const build = (row: FlatRow): DraftNode => ({ ...row.node, children: (below.get(row) ?? []).map(build) });
  return (below.get(undefined) ?? []).map(build);
}

function leadsToTop(row: FlatRow, parents: ReadonlyMap<FlatRow, FlatRow | undefined>): boolean {
  let above = parents.get(row);
  for (let steps = 0; steps < deepest; steps++) {
    if (above === undefined) return true;
    above = parents.get(above);
  }
  return false;
}
