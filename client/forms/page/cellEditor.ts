/** The field in which a cell of a table is changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../choice';
import type { TableColumn, TableRow } from '../tableView';
import { send } from './host';
import { notGiven, optionsOf, valueIn } from './fields';
import type { Settled } from './suggestField';

export interface CellEditing {
  readonly row: TableRow;
  readonly column: TableColumn;
  /** What stood there when it began. */
  readonly value: string;
  /** It stands in the lower half of the page. */
  readonly isLow: boolean;
}

export interface CellEnd {
  readonly settle: (value: string, isTyped: boolean, save: boolean) => void;
  readonly leave: () => void;
}

export function cellEditor(editing: CellEditing, offered: readonly Choice[], end: CellEnd): TemplateResult {
  const { row, column, value } = editing;
  const { settle, leave } = end;
  const { key, label, edit } = column;
  const ask = ({ detail }: CustomEvent<string>): void => {
    send({ kind: 'choices', key, typed: edit === 'day' ? detail : '', row: row.id });
  };
  switch (edit) {
    case 'choice':
      return choiceEditor(editing, end);
    case 'suggest':
    case 'day':
      return html`<suggest-field
        data-editor
        .name=${`cell-${key}`}
        .label=${label}
        .value=${value}
        .choices=${offered}
        .narrows=${edit === 'suggest'}
        @opened=${ask}
        @typed=${edit === 'day' ? ask : nothing}
        @left=${leave}
        @focusout=${leave}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape') leave();
        }}
        @settled=${({ detail }: CustomEvent<Settled>) => {
          settle(detail.value, detail.isTyped, detail.save);
        }}
      ></suggest-field>`;
    case 'none':
    case 'text':
      return html`<vscode-textfield
        data-editor
        .label=${label}
        .value=${value}
        @keydown=${(event: KeyboardEvent) => {
          const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
          if (event.key === 'Escape') leave();
          else if (event.key === 'Enter' || isSave) settle(valueIn(event.currentTarget), true, isSave);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        @focusout=${({ currentTarget }: Event) => {
          settle(valueIn(currentTarget), true, false);
        }}
      ></vscode-textfield>`;
  }
}

function choiceEditor({ column, value, isLow }: CellEditing, { settle, leave }: CellEnd): TemplateResult {
  const away = ({ currentTarget }: Event): void => {
    takeAway(currentTarget);
    leave();
  };
  return html`<vscode-single-select
    data-editor
    .label=${column.label}
    .position=${isLow ? 'above' : 'below'}
    .options=${guard([column, value], () => optionsOf([notGiven, ...column.choices], value))}
    .value=${live(value)}
    @change=${({ currentTarget }: Event) => {
      takeAway(currentTarget);
      settle(valueIn(currentTarget), false, false);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') away(event);
    }}
    @focusout=${away}
  ></vscode-single-select>`;
}

/**
 * The field will go. What its list says a moment later, that it has opened, is not to reach it: it would open it again,
 * which is an error where it is no longer.
 */
function takeAway(field: EventTarget | null): void {
  const inside = field instanceof Element ? field.shadowRoot : null;
  inside?.addEventListener('toggle', (event) => event.stopImmediatePropagation(), { capture: true });
}
