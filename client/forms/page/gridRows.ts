/** The header and the rows of a table, as they are drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Sorting } from '../grid';
import type { Choice } from '../choice';
import type { TableRow, TableView } from '../tableView';
import { cellEditor, type CellEditing, type CellEnd } from './cellEditor';
import type { Bulk } from './toolbar';

/** What is seen of the table, beside what the extension says of it. */
export interface TableState {
  view: TableView | undefined;
  why: string;
  rows: readonly TableRow[];
  filter: string;
  sorting: Sorting | undefined;
  chosen: Set<string>;
  /** Where the keyboard is: a row (-1 is the header) and a column, of which the first has the ticks. */
  at: { row: number; column: number };
  /** The row that choosing with Shift starts from. */
  anchor: string;
  editing: CellEditing | undefined;
  bulk: Bulk;
  offered: Map<string, readonly Choice[]>;
  said: string;
  refused: string;
}

export function gridHead(view: TableView, state: TableState, columns: string): TemplateResult {
  const { sorting, chosen, rows } = state;
  const all = rows.length > 0 && rows.every(({ id, flag }) => flag === 'heading' || chosen.has(id));
  return html`<div class="row head" role="row" aria-rowindex="1" .style=${columns}>
    <div
      class="cell"
      role="columnheader"
      aria-colindex="1"
      data-row="-1"
      data-column="0"
      tabindex=${tabIndexOf(state, -1, 0)}
    >
      ${tick(all)}<span class="unseen">${all ? 'Chosen: all' : 'Choose all'}</span>
    </div>
    ${view.columns.map(({ label }, column) => {
      const isSorted = sorting?.column === column;
      return html`<div
        class="cell"
        role="columnheader"
        aria-colindex=${column + 2}
        aria-sort=${isSorted ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
        data-row="-1"
        data-column=${column + 1}
        tabindex=${tabIndexOf(state, -1, column + 1)}
      >
        ${label}${isSorted ? html` <span aria-hidden="true">${sorting.isDown ? '▾' : '▴'}</span>` : nothing}
      </div>`;
    })}
  </div>`;
}

export interface DrawnRow {
  readonly row: TableRow;
  /** Its number among those that are shown, from 0. */
  readonly at: number;
  /** Where it stands, and how wide its columns are. */
  readonly style: string;
}

export function gridRow(
  view: TableView,
  state: TableState,
  { row, at, style }: DrawnRow,
  end: CellEnd,
): TemplateResult {
  const { editing, chosen } = state;
  const isChosen = chosen.has(row.id);
  return html`<div
    class=${rowClass(row, isChosen, editing?.row.id === row.id)}
    role="row"
    aria-rowindex=${at + 2}
    aria-selected=${isChosen ? 'true' : 'false'}
    data-id=${row.id}
    .style=${style}
  >
    <div
      class="cell"
      role="gridcell"
      aria-colindex="1"
      aria-label=${isChosen ? 'chosen' : 'not chosen'}
      data-row=${at}
      data-column="0"
      tabindex=${tabIndexOf(state, at, 0)}
    >
      ${row.flag === 'heading' ? nothing : tick(isChosen)}
    </div>
    ${view.columns.map((column, index) => {
      const cell = row.cells[index] ?? { value: '' };
      const isEdited = editing?.row.id === row.id && editing.column.key === column.key;
      const shown = cell.shown ?? cell.value;
      return html`<div
        class=${isEdited ? (editing.isLow ? 'cell edited above' : 'cell edited') : 'cell'}
        role="gridcell"
        aria-colindex=${index + 2}
        aria-readonly=${column.edit === 'none' ? 'true' : nothing}
        data-row=${at}
        data-column=${index + 1}
        title=${isEdited ? nothing : (cell.hint ?? shown)}
        tabindex=${isEdited ? nothing : tabIndexOf(state, at, index + 1)}
      >
        ${
          isEdited
            ? cellEditor(editing, state.offered.get(column.key) ?? [], end)
            : html`${
                index === 0 && row.flag !== '' && row.flag !== 'heading'
                  ? html`<span class="flag">${row.flag}</span>`
                  : nothing
              }${shown}`
        }
      </div>`;
    })}
  </div>`;
}

function tabIndexOf({ at, rows }: TableState, row: number, column: number): number {
  const isHere = at.row === row && at.column === column;
  return isHere || (rows.length === 0 && row === -1 && column === 1) ? 0 : -1;
}

const tick = (isOn: boolean): TemplateResult =>
  html`<span class="tick" aria-hidden="true">${isOn ? '✓' : ''}</span>`;

const rowClass = ({ flag, cells }: TableRow, isChosen: boolean, isChanging: boolean): string => {
  const isAlone = flag === 'heading' && cells.filter(({ value }) => value !== '').length === 1;
  return [
    'row',
    isChosen ? 'chosen' : '',
    flag === 'heading' ? 'heading' : '',
    isAlone ? 'alone' : '',
    isChanging ? 'changing' : '',
  ]
    .filter(Boolean)
    .join(' ');
};
