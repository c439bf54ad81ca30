/** Makes of what the server says of an action plan what its table shows. Nothing here knows VS Code. */
import type { PlanTable, PlanTableColumn, PlanTableRow, RowPlace } from '../../server/lsp/protocol';
import type { TableCell, TableColumn, TableRow, TableView } from './tableView';

export const planTableView = ({ title, columns, rows }: PlanTable): TableView => ({
  title,
  rowWord: 'action',
  columns: columns.map(columnOf),
  rows: rows.map((row) => rowOf(columns, row)),
  actions: [
    { name: 'add', label: 'Add an action…', needsRows: false },
    { name: 'complete', label: 'Mark complete', needsRows: true },
    { name: 'remove', label: 'Remove', needsRows: true },
    { name: 'sort', label: 'Sort as the standard', needsRows: false },
    { name: 'text', label: 'Edit Text', needsRows: false },
  ],
});

/** The name of a row, as long as nothing is put in or taken out above it. */
export const rowName = ({ table, row }: Pick<PlanTableRow, 'table' | 'row'>): string => `${table}:${row}`;

/** Where rows stand, by their names; of those that are not there any longer, none. */
export function placesOf({ rows }: PlanTable, names: readonly string[]): readonly RowPlace[] {
  const byName = new Map(rows.map((row) => [rowName(row), row]));
  return names.flatMap((name) => {
    const found = byName.get(name);
    return found ? [{ table: found.table, row: found.row, source: found.source }] : [];
  });
}

function columnOf({ key, label, role }: PlanTableColumn): TableColumn {
  const edit = role === null ? 'text' : edits[role];
  const isWide = role === 'action' || role === 'comments';
  return {
    key,
    label,
    edit,
    choices: [],
    forMany: edit === 'suggest' || edit === 'day',
    width: isWide ? 4 : role === 'responsibility' ? 2 : 1,
  };
}

const edits: Readonly<Record<NonNullable<PlanTableColumn['role']>, TableColumn['edit']>> = {
  ref: 'none',
  action: 'text',
  responsibility: 'suggest',
  target: 'day',
  progress: 'suggest',
  comments: 'text',
};

function rowOf(columns: readonly PlanTableColumn[], row: PlanTableRow): TableRow {
  return {
    id: rowName(row),
    flag: row.element === null ? 'heading' : row.overdue ? 'overdue' : '',
    cells: columns.map(({ role }, at): TableCell => {
      const [value, words = ''] = [row.cells[at] ?? null, row.words[at]];
      if (value === null) return { value: '', isFixed: true };
      return {
        value,
        ...(words === value ? {} : { shown: words }),
        ...(role === 'target' ? { sortsAs: row.due ?? (value === '' ? '' : `~ ${value}`) } : {}),
      };
    }),
  };
}
