/** The Coverage view: portfolio, then the standard's own levels, then evidence. */
import {
  EventEmitter,
  commands as vscodeCommands,
  window,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeView,
  type Uri,
} from 'vscode';
import type { CoverageResult } from '../server/lsp/protocol';
import { contextKeys, coverageView } from './commands';
import { filterMessage, filterWords, isOff, noFilter, type Filter } from './coverageFilter';
import { itemOf } from './coverageItems';
import { addUp, count } from './coverageLabels';
import { childRows, elementRow, fileRow, parentRow, rootRows, type Row, type Shown } from './coverageRows';
import { nameOf } from './fileNames';
import type { Held } from './host';

export interface CoverageView extends Held {
  readonly view: TreeView<Row>;
  /** Shows another answer; undefined: nothing is known. */
  show(coverage: CoverageResult | undefined): void;
  filter(): Filter;
  setFilter(filter: Filter): void;
  /** The file that the user edits. */
  setFile(file: Uri | undefined): void;
  /** Selects an element, unfolding what is above it; false where it is not there, as under a filter. */
  reveal(root: string, element: string, focus: boolean): Promise<boolean>;
  /** Selects the first row of the file, unless `stay` and one of its rows is selected already; false where it has none. */
  revealFile(stay: boolean): Promise<boolean>;
}

/** Makes the view, empty at first. */
export function createCoverageView(dragAndDropController: TreeDragAndDropController<Row>): CoverageView {
  let shown: Shown = { coverage: undefined, filter: noFilter, file: undefined };
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? rootRows(shown) : childRows(shown, row)),
    getParent: (row) => parentRow(shown, row),
    getTreeItem: (row) => {
      const portfolios = shown.coverage?.portfolios ?? [];
      const ratings = portfolios.find(({ root }) => root === row.root)?.ratings ?? [];
      const isRateable = ratings.length > 0;
      return itemOf(row, { filtered: !isOff(shown.filter), isOnly: portfolios.length === 1, isRateable });
    },
  };
  const options = {
    treeDataProvider: provider,
    dragAndDropController,
    showCollapseAll: true,
    canSelectMany: true,
  };
  const view = window.createTreeView(coverageView, options);
  let fileName = '';
  const update = (part: Partial<Shown>): void => {
    shown = { ...shown, ...part };
    sayFilter(view, shown, fileName);
    changed.fire();
  };
  const select = async (row: Row | undefined, focus: boolean): Promise<boolean> => {
    if (row === undefined) return false;
    await view.reveal(row, { select: true, focus, expand: false });
    return true;
  };
  return {
    view,
    show: (coverage) => update({ coverage }),
    filter: () => shown.filter,
    setFilter: (filter) => update({ filter }),
    setFile: (next) => {
      const file = next?.toString();
      if (file === shown.file) return;
      fileName = next === undefined ? '' : nameOf(next);
      if (shown.filter.inFile) update({ file });
      else shown = { ...shown, file };
    },
    reveal: (root, element, focus) => select(elementRow(shown, root, element), focus),
    revealFile: async (stay) => {
      const isRowOf = (row: Row): boolean => row.kind === 'evidence' && row.uri === shown.file;
      return (stay && view.selection.some(isRowOf)) || select(fileRow(shown), false);
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

/** Says above the tree, and beside its name, what the filter leaves. */
function sayFilter(view: TreeView<Row>, { coverage, filter, file }: Shown, fileName: string): void {
  const nodes = coverage?.portfolios.flatMap((portfolio) => portfolio.nodes) ?? [];
  const named = file === undefined ? undefined : { uri: file, title: fileName };
  view.message = nodes.length === 0 ? '' : filterMessage(nodes, filter, named);
  view.description = filterWords(filter);
  void vscodeCommands.executeCommand('setContext', contextKeys.filtered, !isOff(filter));
}

/** The number of missing elements on the view's icon, or nothing where there is none. */
export function badgeOf(coverage: CoverageResult | undefined): TreeView<Row>['badge'] {
  const missing = addUp((coverage?.portfolios ?? []).map(({ summary }) => summary)).missing;
  return missing === 0
    ? undefined
    : { value: missing, tooltip: `${count(missing, 'element')} without any evidence` };
}
