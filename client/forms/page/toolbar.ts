/** What stands above a table: its title, a filter, buttons, and what all chosen rows get. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../choice';
import type { TableColumn, TableView } from '../tableView';
import { notGiven, optionsOf, valueIn } from './fields';
import { send } from './host';
import type { Settled } from './suggestField';

/** What is to be set for all chosen rows. */
export interface Bulk {
  key: string;
  value: string;
  isTyped: boolean;
}

export interface ToolbarState {
  readonly rows: readonly unknown[];
  readonly filter: string;
  readonly chosen: ReadonlySet<string>;
  readonly bulk: Bulk;
  readonly offered: ReadonlyMap<string, readonly Choice[]>;
  readonly said: string;
  readonly refused: string;
}

export interface ToolbarActs {
  readonly filter: (words: string) => void;
  readonly redraw: () => void;
}

export function toolbar(view: TableView, state: ToolbarState, acts: ToolbarActs): TemplateResult {
  const { rows, filter, chosen, said, refused } = state;
  const all = view.rows.filter(({ flag }) => flag !== 'heading').length;
  const isFiltered = filter.trim() !== '';
  return html`<header>
      <h1>${view.title}</h1>
      <span class="remark"
        >${isFiltered ? `${rows.length} of ` : ''}${all} ${view.rowWord}${all === 1 ? '' : 's'}</span
      >
    </header>
    <div class="toolbar" role="group" aria-label="What to do">
      <vscode-textfield
        data-do="filter"
        .label=${'Filter'}
        .placeholder=${'Filter: any words'}
        .value=${live(filter)}
        @input=${({ currentTarget }: Event) => {
          acts.filter(valueIn(currentTarget));
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' && filter !== '') acts.filter('');
        }}
      ></vscode-textfield>
      ${view.actions.map(
        ({ name, label, needsRows }) =>
          html`<vscode-button
            secondary
            data-do=${name}
            ?disabled=${needsRows && chosen.size === 0}
            aria-disabled=${needsRows && chosen.size === 0 ? 'true' : 'false'}
            @click=${() => {
              if (!needsRows || chosen.size > 0) send({ kind: 'act', name, rows: [...chosen] });
            }}
            >${label}</vscode-button
          >`,
      )}
    </div>
    ${chosen.size > 0 ? bulkPart(view, state, acts) : nothing}
    <div class="remark" role="status">${said}</div>
    <div class="remark wrong" role="alert" ?hidden=${refused === ''}>${refused}</div>`;
}

function bulkPart(view: TableView, state: ToolbarState, acts: ToolbarActs): TemplateResult {
  const { bulk, chosen } = state;
  const columns = view.columns.filter(({ forMany }) => forMany);
  const column = columns.find(({ key }) => key === bulk.key) ?? columns[0];
  if (!column) return html``;
  const number = `${chosen.size} ${view.rowWord}${chosen.size === 1 ? '' : 's'}`;
  return html`<div class="toolbar" role="group" aria-label=${`For the ${number} chosen`}>
    <vscode-single-select
      data-do="bulk-column"
      .label=${'What to set'}
      .options=${guard([view.columns, column.key], () =>
        optionsOf(
          columns.map(({ key, label }) => ({ value: key, label, words: '' })),
          column.key,
        ),
      )}
      .value=${live(column.key)}
      @change=${({ currentTarget }: Event) => {
        bulk.key = valueIn(currentTarget);
        bulk.value = '';
        acts.redraw();
      }}
    ></vscode-single-select>
    ${bulkField(column, state, acts)}
    <vscode-button
      data-do="bulk"
      @click=${() =>
        send({
          kind: 'cells',
          rows: [...chosen],
          key: column.key,
          values: [bulk.value],
          isTyped: bulk.isTyped,
        })}
      >${bulk.value === '' ? 'Clear' : 'Set'} for ${number}</vscode-button
    >
  </div>`;
}

function bulkField(
  column: TableColumn,
  { bulk, chosen, offered }: ToolbarState,
  acts: ToolbarActs,
): TemplateResult {
  const { key, label, edit, choices } = column;
  const row = [...chosen][0] ?? '';
  const take = (value: string, isTyped: boolean): void => {
    bulk.value = value;
    bulk.isTyped = isTyped;
    acts.redraw();
  };
  if (edit === 'choice')
    return html`<vscode-single-select
      data-do="bulk-value"
      .label=${label}
      .options=${guard([key, bulk.value, choices], () => optionsOf([notGiven, ...choices], bulk.value))}
      .value=${live(bulk.value)}
      @change=${({ currentTarget }: Event) => {
        take(valueIn(currentTarget), false);
      }}
    ></vscode-single-select>`;
  const ask = ({ detail }: CustomEvent<string>): void => {
    send({ kind: 'choices', key, typed: edit === 'day' ? detail : '', row });
  };
  return html`<suggest-field
    data-do="bulk-value"
    .name=${'bulk'}
    .label=${label}
    .hint=${edit === 'day' ? '12 May 2027, in a year' : ''}
    .value=${bulk.value}
    .choices=${offered.get(key) ?? []}
    .narrows=${edit !== 'day'}
    @opened=${ask}
    @typed=${edit === 'day' ? ask : nothing}
    @settled=${({ detail }: CustomEvent<Settled>) => {
      take(detail.value, detail.isTyped);
    }}
  ></suggest-field>`;
}
