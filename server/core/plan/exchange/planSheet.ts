/** A plan of Markdown as a sheet for other formats: all its tables in one, grouped as they are. */
import type { Lexicon } from '../../standard/standard';
import { headingIn } from './importRow';
import type { ActionPlan, PlanTable } from '../model';
import type { PlanSheet, SheetRow } from '../sheet';

export function sheetOfPlan(standard: Lexicon, { title, tables }: ActionPlan): PlanSheet {
  const columns: { readonly key: string; readonly name: string }[] = [];
  const rows = tables.flatMap((table) => {
    const places = keysOf(table).map(({ key, name }) => {
      const known = columns.findIndex((column) => column.key === key);
      return known < 0 ? columns.push({ key, name }) - 1 : known;
    });
    return table.rows.map((row): SheetRow => {
      const cells: string[] = [];
      for (const [at, cell] of row.cells.entries()) {
        const place = places[at] ?? at;
        while (cells.length < place) cells.push('');
        cells[place] = cell.text;
      }
      if (row.kind === 'action') return { kind: 'action', cells };
      const group = row.cells.map((cell) => headingIn(standard, cell.text)).find(Boolean);
      return { kind: 'heading', cells, ...(group ? { depth: group.node.ancestors.length + 1 } : {}) };
    });
  });
  return { title, header: columns.map(({ name }) => name), rows };
}

/** A column of one table and one of another are the same by their meaning, else by their name. */
function keysOf({ columns, rows }: PlanTable): readonly { readonly key: string; readonly name: string }[] {
  const longest = rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  const seen = new Map<string, number>();
  return Array.from({ length: longest }, (_, at) => {
    const { name, role } = columns[at] ?? { name: '', role: undefined };
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: role ?? `=${name}#${count}`, name };
  });
}
