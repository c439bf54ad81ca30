/** A table of all evidence, or of an action plan: a grid that is worked with the keyboard as with the mouse. */
import { LitElement, html, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { drawnRange, idsBetween, placeAfter, shownRows } from '../grid';
import type { ToPage } from '../messages';
import type { TableView } from '../tableView';
import type { CellEnd } from './cellEditor';
import { gridHead, gridRow, type TableState } from './gridRows';
import { listen, send } from './host';
import { toolbar } from './toolbar';

/** Above so many rows, only those in sight are drawn, all of one height. */
const manyRows = 500;
/** As the styles say it, in pixels. */
const rowHeight = 30;

/** Shows the table in a part of the page from now on. */
export function showTable(page: HTMLElement): void {
  new Table(page).begin();
}

class Table {
  private readonly state: TableState = {
    view: undefined,
    why: 'Reading the files…',
    rows: [],
    filter: '',
    sorting: undefined,
    chosen: new Set(),
    at: { row: 0, column: 1 },
    anchor: '',
    editing: undefined,
    bulk: { key: '', value: '', isTyped: false },
    offered: new Map(),
    said: '',
    refused: '',
  };
  private readonly page: HTMLElement;
  private isDrawing = false;
  private isWaiting = false;

  constructor(page: HTMLElement) {
    this.page = page;
  }

  begin(): void {
    this.draw();
    addEventListener('resize', () => {
      this.draw();
    });
    listen((message) => {
      this.hear(message);
    });
  }

  private hear(message: ToPage): void {
    const { state } = this;
    switch (message.kind) {
      case 'table':
        state.view = message.view;
        state.refused = '';
        this.arrange();
        break;
      case 'nothing':
        state.view = undefined;
        state.why = message.why;
        break;
      case 'choices':
        state.offered.set(message.key, message.choices);
        break;
      case 'refused':
        state.refused = message.why;
        break;
      case 'said':
        state.said = message.words;
        break;
      case 'form':
      case 'text':
        return;
    }
    this.draw();
  }

  /** Rows come and go, and stand elsewhere: what is chosen, and where the keyboard is, stays with its row. */
  private arrange(): void {
    const { state } = this;
    const was = state.rows[state.at.row]?.id;
    state.rows = shownRows(state.view?.rows ?? [], state.filter, state.sorting);
    const there = new Set(state.view?.rows.map(({ id }) => id));
    for (const id of state.chosen) if (!there.has(id)) state.chosen.delete(id);
    if (state.editing && !there.has(state.editing.row.id)) state.editing = undefined;
    if (state.at.row < 0) return;
    const now = was === undefined ? -1 : state.rows.findIndex(({ id }) => id === was);
    state.at.row = now >= 0 ? now : Math.max(0, Math.min(state.at.row, state.rows.length - 1));
  }

  private draw(): void {
    const { state, page } = this;
    const { view } = state;
    if (!view) {
      render(html`<p class="nothing" role="status">${state.why}</p>`, page);
      return;
    }
    const hadFocus = page.querySelector('.grid')?.contains(document.activeElement) === true && !state.editing;
    this.isDrawing = true;
    render(
      html`${toolbar(view, state, {
        filter: (words) => {
          state.filter = words;
          this.arrange();
          this.draw();
        },
        redraw: () => {
          this.draw();
        },
      })}
      ${this.grid(view)}`,
      page,
    );
    this.isDrawing = false;
    if (hadFocus) this.current()?.focus({ preventScroll: true });
  }

  /** Many rows scroll by between two pictures. */
  private drawSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.draw();
    });
  }

  private grid(view: TableView): TemplateResult {
    const { rows } = this.state;
    const isFixed = rows.length > manyRows;
    const columns = `grid-template-columns: 32px ${view.columns.map(({ width }) => `minmax(${76 + width * 24}px, ${width}fr)`).join(' ')};`;
    const grid = this.page.querySelector<HTMLElement>('.grid');
    const sight = { top: grid?.scrollTop ?? 0, height: grid?.clientHeight ?? 800, rowHeight };
    const { start, end } = isFixed ? drawnRange(rows.length, sight) : { start: 0, end: rows.length };
    // A row that comes into sight gets the place of one that has left it: making new ones would take too long.
    const places = Math.max(1, end - start);
    const drawn = rows
      .slice(start, end)
      .map((row, at) => ({ row, at: start + at, place: `${(start + at) % places}` }));
    // Where the keyboard is stays drawn: else it would be nowhere.
    const { at, editing } = this.state;
    const current = rows[at.row];
    if (current && (at.row < start || at.row >= end))
      drawn.push({ row: current, at: at.row, place: 'current' });
    return html`<div
      class=${isFixed ? 'grid fixed' : 'grid'}
      role="grid"
      aria-label=${view.title}
      aria-rowcount=${rows.length + 1}
      aria-colcount=${view.columns.length + 1}
      aria-multiselectable="true"
      @scroll=${() => {
        if (isFixed) this.drawSoon();
      }}
      @keydown=${this.onKey}
      @click=${this.onClick}
      @focusin=${this.onFocus}
      @dblclick=${this.onDoubleClick}
    >
      <div class="heads" role="rowgroup">${gridHead(view, this.state, columns)}</div>
      <div
        role="rowgroup"
        class="rows"
        .style=${isFixed ? `position: relative; height: ${rows.length * rowHeight}px;` : ''}
      >
        ${repeat(
          drawn,
          ({ row, place }) => (isFixed && editing?.row.id !== row.id ? place : row.id),
          ({ row, at: number }) => {
            const place = isFixed
              ? ` position: absolute; inset-inline: 0; top: ${number * rowHeight}px;`
              : '';
            return gridRow(view, this.state, { row, at: number, style: columns + place }, this.end);
          },
        )}
      </div>
    </div>`;
  }

  private readonly end: CellEnd = {
    settle: (value, isTyped, save) => {
      this.settle(value, isTyped, save);
    },
    leave: () => {
      this.leave();
    },
  };

  private current(): HTMLElement | null {
    const { row, column } = this.state.at;
    return this.page.querySelector(`.grid [data-row="${row}"][data-column="${column}"]`);
  }

  private moveTo(row: number, column: number): void {
    const { state } = this;
    const columns = (state.view?.columns.length ?? 0) + 1;
    state.at = {
      row: Math.max(-1, Math.min(row, state.rows.length - 1)),
      column: Math.max(0, Math.min(column, columns - 1)),
    };
    this.bringUp();
    this.draw();
    const cell = this.current();
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Scrolls to a row that is not drawn yet. */
  private bringUp(): void {
    const grid = this.page.querySelector<HTMLElement>('.grid');
    const { row } = this.state.at;
    if (!grid || row < 0 || this.state.rows.length <= manyRows) return;
    // The header stays above the rows, as high as one of them.
    const [top, sight] = [row * rowHeight, grid.clientHeight - 2 * rowHeight];
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top > grid.scrollTop + sight) grid.scrollTop = top - sight;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { state } = this;
    const { target } = event;
    // A key that ends the change of a cell arrives when there is no field any longer.
    const isInField = !(target instanceof HTMLElement) || target.closest('[data-editor]') !== null;
    if (isInField || state.editing || !state.view) return;
    const { row, column } = state.at;
    const isControl = event.ctrlKey || event.metaKey;
    const page = Math.max(
      1,
      Math.floor((this.page.querySelector('.grid')?.clientHeight ?? 300) / rowHeight) - 2,
    );
    const next = placeAfter(event.key, state.at, { rows: state.rows.length, page, isControl });
    if (next) {
      const from = state.rows[row]?.id;
      this.moveTo(next.row, next.column);
      const now = state.rows[state.at.row]?.id;
      if (
        event.shiftKey &&
        from !== undefined &&
        now !== undefined &&
        /^(?:Arrow(?:Up|Down)|Page)/.test(event.key)
      ) {
        state.chosen.add(from);
        this.choose(now, false, true);
      }
    } else if (isControl && event.key.toLowerCase() === 'a') this.chooseAll(true);
    else if (
      isControl &&
      event.key.toLowerCase() === 'z' &&
      !event.shiftKey &&
      state.view.actions.some(({ name }) => name === 'undo')
    ) {
      send({ kind: 'act', name: 'undo', rows: [] });
      event.stopPropagation();
    } else if (isControl || event.altKey) return;
    else if (event.key === ' ') {
      const id = state.rows[row]?.id;
      if (row < 0) this.press(column);
      else if (id !== undefined) this.choose(id, true, event.shiftKey);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      if (row < 0) this.press(column);
      else if (column === 0) this.openRow(row);
      else this.edit(row, column);
    } else if (event.key === 'Escape') this.chooseAll(false);
    else return;
    event.preventDefault();
  };

  /** A screen reader puts the focus on any cell. */
  private readonly onFocus = ({ target }: FocusEvent): void => {
    const cell = target instanceof HTMLElement && target.matches('[data-row]') ? target : undefined;
    if (!cell || this.isDrawing) return;
    const at = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    if (at.row === this.state.at.row && at.column === this.state.at.column) return;
    this.state.at = at;
    this.draw();
  };

  private readonly onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!cell || cell.classList.contains('edited')) return;
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])];
    this.moveTo(row, column);
    const id = this.state.rows[row]?.id;
    if (row < 0) this.press(column);
    else if (id !== undefined && (column === 0 || event.ctrlKey || event.metaKey || event.shiftKey))
      this.choose(id, true, event.shiftKey);
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!cell || cell.classList.contains('edited')) return;
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])];
    if (row >= 0 && column > 0) this.edit(row, column);
  };

  /** The header: chooses all, or sorts, down the second time, and not at all the third. */
  private press(column: number): void {
    const { state } = this;
    if (column === 0) {
      const all = state.rows.every(({ id, flag }) => flag === 'heading' || state.chosen.has(id));
      this.chooseAll(!all);
      return;
    }
    const at = column - 1;
    const before = state.sorting?.column === at ? state.sorting : undefined;
    state.sorting = before?.isDown ? undefined : { column: at, isDown: before !== undefined };
    this.arrange();
    this.draw();
  }

  private choose(id: string, isToggled: boolean, isRange: boolean): void {
    const { state } = this;
    const ids = isRange ? idsBetween(state.rows, state.anchor || id, id) : [id];
    const headings = new Set(state.rows.filter(({ flag }) => flag === 'heading').map((row) => row.id));
    const isOff = isToggled && !isRange && state.chosen.has(id);
    for (const one of ids) {
      if (isOff) state.chosen.delete(one);
      else if (!headings.has(one)) state.chosen.add(one);
    }
    if (!isRange || state.anchor === '') state.anchor = id;
    this.sayChosen();
  }

  private chooseAll(isAll: boolean): void {
    const { state } = this;
    state.chosen = new Set(
      isAll ? state.rows.filter(({ flag }) => flag !== 'heading').map(({ id }) => id) : [],
    );
    state.anchor = '';
    this.sayChosen();
  }

  private sayChosen(): void {
    const { state } = this;
    const { size } = state.chosen;
    state.said =
      size === 0 ? 'None chosen' : `${size} ${state.view?.rowWord ?? 'row'}${size === 1 ? '' : 's'} chosen`;
    this.draw();
  }

  private openRow(row: number): void {
    const id = this.state.rows[row]?.id;
    if (id !== undefined) send({ kind: 'openRow', row: id });
  }

  private edit(row: number, at: number): void {
    const { state } = this;
    const [one, column] = [state.rows[row], state.view?.columns[at - 1]];
    const cell = one?.cells[at - 1];
    if (!one || !column || !cell) return;
    if (column.edit === 'none' || cell.isFixed === true) {
      this.openRow(row);
      return;
    }
    state.at = { row, column: at };
    state.refused = '';
    // In the lower half of the page, lists open upwards.
    const isLow = (this.current()?.getBoundingClientRect().top ?? 0) > innerHeight / 2;
    state.editing = { row: one, column, value: cell.value, isLow };
    state.offered.delete(column.key);
    this.draw();
    const editor = this.current()?.querySelector<HTMLElement>('[data-editor]');
    // The keys that come next are meant for the field, and it is not drawn yet.
    if (editor instanceof LitElement) void editor.updateComplete.then(() => editor.focus());
  }

  private settle(value: string, isTyped: boolean, save: boolean): void {
    const { editing } = this.state;
    // Leaving a field that has been taken out of the page settles nothing again.
    if (!editing || this.isDrawing) return;
    if (value !== editing.value)
      send({
        kind: 'cells',
        rows: [editing.row.id],
        key: editing.column.key,
        values: [value],
        isTyped,
        save,
      });
    this.leave();
  }

  private leave(): void {
    const { state, page } = this;
    if (!state.editing || this.isDrawing) return;
    const isHere = page.querySelector('.grid')?.contains(document.activeElement) === true;
    state.editing = undefined;
    this.draw();
    if (isHere) this.current()?.focus({ preventScroll: true });
  }
}
