/** Makes of what the server says of all evidence what its table shows. Nothing here knows VS Code. */
import type { EvidenceColumn, EvidenceTable, EvidenceTableRow } from '../../server/lsp/protocol';
import { formatDate } from '../../server/words/dates';
import type { TableCell, TableColumn, TableRow, TableView } from './tableView';

export const evidenceTableView = ({ title, columns, rows }: EvidenceTable): TableView => ({
  title: `Evidence of ${title}`,
  rowWord: 'file',
  columns: [...columns.map(columnOf), fileColumn],
  rows: rows.map((row) => rowOf(columns, row)),
  actions: [
    { name: 'reviewed', label: 'Mark reviewed', needsRows: true },
    { name: 'undo', label: 'Undo', needsRows: false },
  ],
});

const fileColumn: TableColumn = {
  key: '',
  label: 'File',
  edit: 'none',
  choices: [],
  forMany: false,
  width: 2,
};

function columnOf({ key, label, holds, choices }: EvidenceColumn): TableColumn {
  const edit = edits[holds] ?? 'none';
  return {
    key,
    label,
    edit,
    choices,
    // Two files have no title and no number in common.
    forMany: edit !== 'none' && edit !== 'text',
    width: key === 'title' ? 4 : edit === 'suggest' || edit === 'none' ? 2 : 1,
  };
}

const edits: Readonly<Partial<Record<EvidenceColumn['holds'], TableColumn['edit']>>> = {
  text: 'text',
  ownNumber: 'text',
  choice: 'choice',
  person: 'suggest',
  day: 'day',
  lastDay: 'day',
};

function rowOf(columns: readonly EvidenceColumn[], row: EvidenceTableRow): TableRow {
  const { uri, path, standing } = row;
  return {
    id: uri,
    flag: standing === 'current' ? '' : standing,
    cells: [
      ...columns.map((column, at) => cellOf(column, row, row.cells[at] ?? '')),
      { value: path, shown: path.slice(path.lastIndexOf('/') + 1), hint: path },
    ],
  };
}

function cellOf(
  { key, holds, choices }: EvidenceColumn,
  { title, elementWords }: EvidenceTableRow,
  value: string,
): TableCell {
  if (key === 'title') return value === title ? { value } : { value, shown: title };
  if (holds === 'identifiers') return { value, hint: elementWords };
  if (holds === 'choice') {
    const label = choices.find((choice) => choice.value === value)?.label;
    return label === undefined ? { value } : { value, shown: label };
  }
  const isDay = holds === 'day' || holds === 'lastDay';
  return isDay && value !== '' ? { value, shown: formatDate(value), sortsAs: value } : { value };
}
