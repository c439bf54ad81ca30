/** A view that shows rows which are made whole each time. */
import { EventEmitter, window, type Command, type TreeView } from 'vscode';
import type { Held } from '../host/host';
import { treeItemOf } from './treeItem';
import type { ViewRow } from './viewRow';

export interface RowsView<Shown extends ViewRow> extends Held {
  readonly view: TreeView<Shown>;
  /** Shows these rows from now on. */
  readonly draw: (rows: readonly Shown[]) => void;
  readonly dispose: () => void;
}

export interface RowsViewOptions<Shown extends ViewRow> {
  /** What a click on a row does; undefined: nothing. */
  readonly commandOf: (row: Shown) => Command | undefined;
  /** Several rows can be chosen together. */
  readonly canSelectMany?: boolean;
}

/** The view with an id, empty so far. */
export function createRowsView<Shown extends ViewRow & { readonly children: readonly Shown[] }>(
  id: string,
  { commandOf, canSelectMany = false }: RowsViewOptions<Shown>,
): RowsView<Shown> {
  const changed = new EventEmitter<void>();
  let rows: readonly Shown[] = [];
  let drawn = '';
  const view = window.createTreeView<Shown>(id, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row?.children ?? rows)],
      getTreeItem: (row) => treeItemOf(row, commandOf(row)),
    },
    showCollapseAll: true,
    canSelectMany,
  });
  return {
    view,
    draw: (next) => {
      // The same again would be drawn again, and lose where the reader points.
      const text = JSON.stringify(next);
      if (text === drawn) return;
      drawn = text;
      rows = next;
      changed.fire();
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}
