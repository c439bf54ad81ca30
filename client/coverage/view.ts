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
import { foundWords, type ElementSource } from '../portfolios/elementSource';
import type { EvidenceSource } from '../portfolios/evidenceSource';
import { askedOf, filterMessage, filterWords, isOff, noFilter, type Filter } from './filter';
import { itemOf } from './items';
import { totalOf } from '../../server/words/states';
import { onDay } from '../words/coverageLabels';
import { leftByWords } from './wordFilter';
import { capitalised } from '../../server/words/capitals';
import { count } from '../../server/words/counts';
import { childRows, elementRow, fileRow, parentRow, rootRows, type Row, type Shown } from './rows';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { showThenFocus } from '../host/lateFocus';
import { ratingsFor } from '../portfolios/standards';
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
export function createCoverageView(
  dragAndDropController: TreeDragAndDropController<Row>,
  evidence: EvidenceSource,
  find: ElementSource['find'],
): CoverageView {
  let plain: CoverageResult | undefined;
  let compared: Compared | undefined;
  const changed = new EventEmitter<void>();
  const provider = providerOf(
    changed,
    evidence,
    () => state.shown(),
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
  const state = stateOfView(evidence, find, (shown) => {
    sayFilter(view, shown, fileName, compared);
    changed.fire();
  });
  return {
    view,
    ...revealing(view, evidence, state.shown),
    show: (coverage) => {
      plain = coverage;
      state.update({ coverage: withChanges(plain, compared) });
    },
    compare: (next) => {
      compared = next;
      state.update({
        coverage: withChanges(plain, compared),
        filter: filterUnder(state.wanted().filter, next),
      });
    },
    marked: (coverage) => withChanges(coverage, compared),
    compared: () => compared,
    filter: () => state.wanted().filter,
    setFilter: (filter) => state.update({ filter }),
    setFile: (next) => {
      const file = next?.toString();
      if (file === state.wanted().file) return;
      fileName = next === undefined ? '' : nameOf(next);
      state.setFile(file);
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

function revealing(
  view: TreeView<Row>,
  evidence: EvidenceSource,
  shown: () => Shown,
): Pick<CoverageView, 'reveal' | 'revealFile'> {
  const select = async (row: Row | undefined, takesFocus: () => boolean): Promise<boolean> => {
    if (row === undefined) return false;
    await showThenFocus((focus) => view.reveal(row, { select: true, focus, expand: false }), takesFocus);
    return true;
  };
  // Between the answer about a file and VS Code's look at its row, coverage may have changed: the next answer comes.
  const selectIfThere = (row: Row | undefined): Promise<boolean> =>
    select(row, () => false).catch(() => false);
  return {
    reveal: (root, element, takesFocus) => select(elementRow(shown(), root, element), takesFocus),
    revealFile: async (stay) => {
      const isRowOf = (row: Row): boolean => row.kind === 'evidence' && row.uri === shown().file;
      return (stay && view.selection.some(isRowOf)) || selectIfThere(await fileRow(shown(), evidence));
    },
  };
}

/**
 * What is on show, and what is wanted: where the server has to be asked for a filter, the view shows what it has shown
 * before until there is an answer.
 */
function stateOfView(evidence: EvidenceSource, find: ElementSource['find'], say: (shown: Shown) => void) {
  let wanted: Shown = { coverage: undefined, filter: noFilter, file: undefined, fitting: undefined };
  let shown = wanted;
  const update = (part: Partial<Shown>): void => {
    const next: Shown = { ...wanted, ...part, fitting: undefined };
    wanted = next;
    const show = (answered: Shown): void => {
      if (wanted !== next) return;
      shown = answered;
      say(shown);
    };
    const asks = askedOf(next.filter, next.file) !== undefined || next.filter.words.trim() !== '';
    if (asks) void answeredFor(next, evidence, find).then(show);
    else show(next);
  };
  return {
    shown: () => shown,
    wanted: () => wanted,
    update,
    /** Of a file that no filter asks about, there is nothing to show anew. */
    setFile: (file: string | undefined) => {
      if (askedOf(wanted.filter, file) !== undefined) update({ file });
      else shown = wanted = { ...wanted, file };
    },
  };
}

/** What is wanted, with the server's answers to what the filter asks. */
async function answeredFor(
  next: Shown,
  evidence: EvidenceSource,
  find: ElementSource['find'],
): Promise<Shown> {
  const { coverage, filter, file } = next;
  const asked = askedOf(filter, file);
  const fitting = asked && (await evidence.with(asked));
  if (filter.words.trim() === '' || !coverage) return { ...next, fitting };
  const { kind, ...left } = await leftByWords({ find }, coverage, filter, fitting);
  return { ...next, ...left, near: kind === 'own' ? undefined : kind };
}

/** Without a base, nothing has changed, and nothing would be left of the tree. */
const filterUnder = (filter: Filter, compared: Compared | undefined): Filter =>
  compared === undefined ? { ...filter, changed: false } : filter;

function providerOf(
  changed: EventEmitter<void>,
  evidence: EvidenceSource,
  shown: () => Shown,
  compared: () => Compared | undefined,
): TreeDataProvider<Row> {
  const portfolios = (): CoverageResult['portfolios'] => shown().coverage?.portfolios ?? [];
  const baseOf = (portfolio: string): string | undefined =>
    compared()?.portfolios.some(({ root }) => root === portfolio) ? compared()?.base : undefined;
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? rootRows(shown()) : childRows(shown(), row, evidence)),
    getParent: (row) => parentRow(shown(), row),
    getTreeItem: (row) => {
      const portfolio = portfolios().find(({ root }) => root === row.root);
      return itemOf(row, {
        filtered: !isOff(shown().filter),
        isOnly: portfolios().length === 1,
        isRateable:
          portfolio !== undefined && row.kind === 'node' && ratingsFor(portfolio, row.node).length > 0,
        base: baseOf(row.root),
      });
    },
  };
}

/** Says above the tree what is compared and, there and beside its name, what the filter leaves. */
function sayFilter(
  view: TreeView<Row>,
  { coverage, filter, file, fitting, near }: Shown,
  fileName: string,
  compared: Compared | undefined,
): void {
  const portfolios = coverage?.portfolios ?? [];
  const named = file === undefined ? undefined : fileName;
  const left = eachByName(portfolios, ({ root, nodes }) =>
    filterMessage(nodes, filter, named, fitting?.get(root)),
  );
  const parts = [
    compared ? comparedMessage(compared) : '',
    ...left,
    near === undefined ? '' : `${capitalised(foundWords[near])}.`,
  ];
  view.message = portfolios.length === 0 ? '' : parts.filter((part) => part !== '').join(' ');
  view.description = onDay(filterWords(filter), portfolios[0]?.asOf);
  void vscodeCommands.executeCommand('setContext', contextKeys.filtered, !isOff(filter));
}

/** The number of missing elements on the view's icon, or nothing where there is none; the tooltip says whose they are. */
export function badgeOf(coverage: CoverageResult | undefined): TreeView<Row>['badge'] {
  const portfolios = coverage?.portfolios ?? [];
  const { missing } = totalOf(portfolios.map(({ summary }) => summary));
  if (missing === 0) return undefined;
  const whose = eachByName(portfolios, ({ summary }) =>
    summary.missing === 0 ? '' : `${count(summary.missing, 'element')} without any evidence`,
  );
  return { value: missing, tooltip: whose.join('; ') };
}
