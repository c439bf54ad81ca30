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
import type { CoverageResult } from '../../server/lsp/protocol';
import { contextKeys, views } from '../host/commands';
import { comparedMessage, withChanges, type Compared } from '../words/compareWords';
import { filterMessage, filterWords, isOff, noFilter, type Filter } from './filter';
import { itemOf } from './items';
import { addUp, onDay } from '../words/coverageLabels';
import { count } from '../../server/words/counts';
import { childRows, elementRow, fileRow, parentRow, rootRows, type Row, type Shown } from './rows';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { showThenFocus } from '../host/lateFocus';
import { eachByName } from '../words/perPortfolio';

export interface CoverageView extends Held {
  readonly view: TreeView<Row>;
  /** Shows another answer; undefined: nothing is known. */
  show(coverage: CoverageResult | undefined): void;
  /** Marks what has changed since a base, from now on; undefined: nothing is compared any longer. */
  compare(compared: Compared | undefined): void;
  /** Coverage with the marks of what is compared. */
  marked(coverage: CoverageResult | undefined): CoverageResult | undefined;
  /** What is compared; undefined: nothing. */
  compared(): Compared | undefined;
  filter(): Filter;
  setFilter(filter: Filter): void;
  /** The file that the user edits. */
  setFile(file: Uri | undefined): void;
  /**
   * Selects an element, unfolding what is above it; false where it is not there, as under a filter. `takesFocus` is
   * asked when it is selected, which may be a while later.
   */
  reveal(root: string, element: string, takesFocus: () => boolean): Promise<boolean>;
  /** Selects the first row of the file, unless `stay` and one of its rows is selected already; false where it has none. */
  revealFile(stay: boolean): Promise<boolean>;
}

/** Makes the view, empty at first. */
export function createCoverageView(dragAndDropController: TreeDragAndDropController<Row>): CoverageView {
  let plain: CoverageResult | undefined;
  let compared: Compared | undefined;
  let shown: Shown = { coverage: undefined, filter: noFilter, file: undefined };
  const changed = new EventEmitter<void>();
  const provider = providerOf(
    changed,
    () => shown,
    () => compared,
  );
  const options = {
    treeDataProvider: provider,
    dragAndDropController,
    showCollapseAll: true,
    canSelectMany: true,
  };
  const view = window.createTreeView(views.coverage, options);
  let fileName = '';
  const update = (part: Partial<Shown>): void => {
    shown = { ...shown, ...part };
    sayFilter(view, shown, fileName, compared);
    changed.fire();
  };
  const select = async (row: Row | undefined, takesFocus: () => boolean): Promise<boolean> => {
    if (row === undefined) return false;
    await showThenFocus((focus) => view.reveal(row, { select: true, focus, expand: false }), takesFocus);
    return true;
  };
  return {
    view,
    show: (coverage) => {
      plain = coverage;
      update({ coverage: withChanges(plain, compared) });
    },
    compare: (next) => {
      compared = next;
      update({ coverage: withChanges(plain, compared), filter: filterUnder(shown.filter, next) });
    },
    marked: (coverage) => withChanges(coverage, compared),
    compared: () => compared,
    filter: () => shown.filter,
    setFilter: (filter) => update({ filter }),
    setFile: (next) => {
      const file = next?.toString();
      if (file === shown.file) return;
      fileName = next === undefined ? '' : nameOf(next);
      if (shown.filter.inFile) update({ file });
      else shown = { ...shown, file };
    },
    reveal: (root, element, takesFocus) => select(elementRow(shown, root, element), takesFocus),
    revealFile: async (stay) => {
      const isRowOf = (row: Row): boolean => row.kind === 'evidence' && row.uri === shown.file;
      return (stay && view.selection.some(isRowOf)) || select(fileRow(shown), () => false);
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

/** Without a base, nothing has changed, and nothing would be left of the tree. */
const filterUnder = (filter: Filter, compared: Compared | undefined): Filter =>
  compared === undefined ? { ...filter, changed: false } : filter;

function providerOf(
  changed: EventEmitter<void>,
  shown: () => Shown,
  compared: () => Compared | undefined,
): TreeDataProvider<Row> {
  const portfolios = (): CoverageResult['portfolios'] => shown().coverage?.portfolios ?? [];
  const baseOf = (portfolio: string): string | undefined =>
    compared()?.portfolios.some(({ root }) => root === portfolio) ? compared()?.base : undefined;
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? rootRows(shown()) : childRows(shown(), row)),
    getParent: (row) => parentRow(shown(), row),
    getTreeItem: (row) => {
      const ratings = portfolios().find(({ root }) => root === row.root)?.ratings ?? [];
      return itemOf(row, {
        filtered: !isOff(shown().filter),
        isOnly: portfolios().length === 1,
        isRateable: ratings.length > 0,
        base: baseOf(row.root),
      });
    },
  };
}

/** Says above the tree what is compared and, there and beside its name, what the filter leaves. */
function sayFilter(
  view: TreeView<Row>,
  { coverage, filter, file }: Shown,
  fileName: string,
  compared: Compared | undefined,
): void {
  const portfolios = coverage?.portfolios ?? [];
  const named = file === undefined ? undefined : { uri: file, title: fileName };
  const left = eachByName(portfolios, ({ nodes }) => filterMessage(nodes, filter, named));
  const parts = [compared ? comparedMessage(compared) : '', ...left];
  view.message = portfolios.length === 0 ? '' : parts.filter((part) => part !== '').join(' ');
  view.description = onDay(filterWords(filter), portfolios[0]?.asOf);
  void vscodeCommands.executeCommand('setContext', contextKeys.filtered, !isOff(filter));
}

/** The number of missing elements on the view's icon, or nothing where there is none; the tooltip says whose they are. */
export function badgeOf(coverage: CoverageResult | undefined): TreeView<Row>['badge'] {
  const portfolios = coverage?.portfolios ?? [];
  const { missing } = addUp(portfolios.map(({ summary }) => summary));
  if (missing === 0) return undefined;
  const whose = eachByName(portfolios, ({ summary }) =>
    summary.missing === 0 ? '' : `${count(summary.missing, 'element')} without any evidence`,
  );
  return { value: missing, tooltip: whose.join('; ') };
}
