/** The Coverage view: portfolio, then the standard's own levels, then evidence. */
import {
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  commands as vscodeCommands,
  window,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeView,
} from 'vscode';
import type { CoverageNode, CoverageResult, EvidenceRow, PortfolioCoverage } from '../server/lsp/protocol';
import { commands, contextKeys, coverageView } from './commands';
import { filterMessage, filterNodes, filterWords, isOff, noFilter, type Filter } from './coverageFilter';
import {
  addUp,
  count,
  countsInWords,
  evidenceDescription,
  evidenceTooltip,
  groupDescription,
  nodeDescription,
  nodeLabel,
  nodeSpoken,
  nodeTooltip,
  tooltip,
} from './coverageLabels';
import { pathTo } from './elements';
import { nameOf, pathWithin, sameFile } from './fileNames';
import type { Held } from './host';
import { groupIcon, stateIcon } from './stateIcons';

/** A row of the view. Rows are made anew for every answer; their TreeItem's id says which are the same. */
export type Row =
  | { readonly kind: 'portfolio'; readonly root: string; readonly portfolio: PortfolioCoverage }
  | { readonly kind: 'node'; readonly root: string; readonly element: string; readonly node: CoverageNode }
  | {
      readonly kind: 'evidence';
      readonly root: string;
      readonly element: string;
      readonly uri: string;
      readonly evidence: EvidenceRow;
    };

export interface CoverageView extends Held {
  readonly view: TreeView<Row>;
  /** Shows another answer; undefined: nothing is known. */
  show(coverage: CoverageResult | undefined): void;
  filter(): Filter;
  setFilter(filter: Filter): void;
  /** The file that the user edits, for the filter. */
  setFile(file: Uri | undefined): void;
  /** Selects an element, unfolding what is above it; false where it is not there, as under a filter. */
  reveal(root: string, element: string, focus: boolean): Promise<boolean>;
  /** Selects the first row of a file, unless `stay` and one of its rows is selected already; false where it has none. */
  revealFile(file: Uri, stay: boolean): Promise<boolean>;
}

/** Makes the view, empty at first. */
export function createCoverageView(dragAndDropController: TreeDragAndDropController<Row>): CoverageView {
  let coverage: CoverageResult | undefined;
  let filter = noFilter;
  let file: Uri | undefined;
  const changed = new EventEmitter<void>();
  const shownIn = (portfolio: PortfolioCoverage): readonly CoverageNode[] =>
    filterNodes(portfolio.nodes, filter, fileIn(portfolio, file));
  const childrenOf = (row: Row): Row[] => {
    switch (row.kind) {
      case 'portfolio':
        return nodeRows(row.root, shownIn(row.portfolio));
      case 'node':
        return [
          ...nodeRows(row.root, row.node.children),
          ...row.node.evidence.map((evidence) => evidenceRow(row.root, row.element, evidence)),
        ];
      case 'evidence':
        return [];
    }
  };
  const roots = (): Row[] =>
    (coverage?.portfolios ?? [])
      .filter((portfolio) => shownIn(portfolio).length > 0)
      .map((portfolio) => ({ kind: 'portfolio', root: portfolio.root, portfolio }));
  const parentOf = (row: Row): Row | undefined => {
    const top = roots().find(({ root }) => root === row.root);
    if (row.kind === 'portfolio' || top?.kind !== 'portfolio') return undefined;
    const path = pathTo(shownIn(top.portfolio), row.element);
    const parent = row.kind === 'evidence' ? path.at(-1) : path.at(-2);
    return parent ? nodeRows(row.root, [parent])[0] : top;
  };
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? roots() : childrenOf(row)),
    getParent: parentOf,
    getTreeItem: (row) => itemOf(row, !isOff(filter), coverage?.portfolios.length === 1),
  };
  const view = window.createTreeView(coverageView, {
    treeDataProvider: provider,
    dragAndDropController,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const refresh = (): void => {
    const nodes = coverage?.portfolios.flatMap((portfolio) => portfolio.nodes) ?? [];
    const uri = coverage?.portfolios
      .map((portfolio) => fileIn(portfolio, file))
      .find((found) => found !== undefined);
    const shownFile = uri === undefined ? undefined : { uri, title: nameOf(Uri.parse(uri)) };
    view.message = nodes.length === 0 ? '' : filterMessage(nodes, filter, shownFile);
    view.description = filterWords(filter);
    void vscodeCommands.executeCommand('setContext', contextKeys.filtered, !isOff(filter));
    changed.fire();
  };
  const select = async (row: Row | undefined, focus: boolean): Promise<boolean> => {
    if (row === undefined) return false;
    await view.reveal(row, { select: true, focus, expand: false });
    return true;
  };
  return {
    view,
    show: (next) => {
      coverage = next;
      refresh();
    },
    filter: () => filter,
    setFilter: (next) => {
      filter = next;
      refresh();
    },
    setFile: (next) => {
      if (next?.toString() === file?.toString()) return;
      file = next;
      if (filter.inFile) refresh();
    },
    reveal: (root, element, focus) => {
      const portfolio = coverage?.portfolios.find((candidate) => candidate.root === root);
      const node = portfolio && pathTo(shownIn(portfolio), element).at(-1);
      return select(node && nodeRows(root, [node])[0], focus);
    },
    revealFile: async (target, stay) => {
      const isRowOf = (row: Row): boolean => row.kind === 'evidence' && sameFile(row.uri, target);
      if (stay && view.selection.some(isRowOf)) return true;
      return select(firstRow(roots(), childrenOf, isRowOf), false);
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

/** The number of missing elements on the view's icon, or nothing where there is none. */
export function badgeOf(coverage: CoverageResult | undefined): TreeView<Row>['badge'] {
  const missing = addUp((coverage?.portfolios ?? []).map(({ summary }) => summary)).missing;
  return missing === 0
    ? undefined
    : { value: missing, tooltip: `${count(missing, 'element')} without any evidence` };
}

function firstRow(
  rows: readonly Row[],
  childrenOf: (row: Row) => readonly Row[],
  fits: (row: Row) => boolean,
): Row | undefined {
  for (const row of rows) {
    const found = fits(row) ? row : firstRow(childrenOf(row), childrenOf, fits);
    if (found) return found;
  }
  return undefined;
}

/** A file's URI as the rows of a portfolio write it; undefined where it is no evidence of that portfolio. */
function fileIn(portfolio: PortfolioCoverage, file: Uri | undefined): string | undefined {
  if (file === undefined) return undefined;
  const find = (nodes: readonly CoverageNode[]): string | undefined => {
    for (const { evidence, children } of nodes) {
      const found = evidence.find(({ uri }) => sameFile(uri, file))?.uri ?? find(children);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(portfolio.nodes);
}

function nodeRows(root: string, nodes: readonly CoverageNode[]): Row[] {
  return nodes.map((node) => ({ kind: 'node', root, element: node.id, node }));
}

function evidenceRow(root: string, element: string, evidence: EvidenceRow): Row {
  return { kind: 'evidence', root, element, uri: evidence.uri, evidence };
}

function itemOf(row: Row, filtered: boolean, isOnly: boolean): TreeItem {
  switch (row.kind) {
    case 'portfolio':
      return portfolioItem(row.portfolio, isOnly || filtered);
    case 'node':
      return nodeItem(row, filtered);
    case 'evidence':
      return evidenceItem(row);
  }
}

function portfolioItem(portfolio: PortfolioCoverage, expanded: boolean): TreeItem {
  const { title, summary, standardTitle, files } = portfolio;
  const item = new TreeItem(
    title,
    expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = portfolio.root;
  item.description = groupDescription(summary);
  item.iconPath = new ThemeIcon('folder-library');
  item.contextValue = portfolio.manifest === null ? 'portfolio' : 'portfolioWithFile';
  const facts = [count(summary.total, 'element'), ...countsInWords(summary), count(files, 'evidence file')];
  item.tooltip = new MarkdownString(tooltip(title, [standardTitle], facts));
  item.accessibilityInformation = {
    label: `Portfolio ${title}, ${groupDescription(summary).replaceAll(' · ', ', ')}`,
  };
  return item;
}

function nodeItem(row: Row & { readonly kind: 'node' }, filtered: boolean): TreeItem {
  const { root, node } = row;
  const isGroup = node.children.length > 0;
  const item = new TreeItem(nodeLabel(node), collapsibility(node, isGroup && filtered));
  // With another id, what a filter leaves is unfolded at once, and folds up again when the filter goes.
  item.id = `${root}#${node.id}${isGroup && filtered ? '?filtered' : ''}`;
  item.description = nodeDescription(node);
  item.tooltip = new MarkdownString(nodeTooltip(node));
  item.accessibilityInformation = { label: nodeSpoken(node) };
  if (node.state === undefined) {
    item.iconPath = groupIcon(node.summary);
    item.contextValue = 'group';
    return item;
  }
  item.iconPath = stateIcon(node.state);
  // `when` clauses ask for words in it: an element, whether it applies, whether it has evidence.
  const has = node.evidence.length > 0 ? ' hasEvidence' : '';
  item.contextValue = `element ${node.state === 'not-applicable' ? 'notApplicable' : 'applies'}${has}`;
  if (node.state === 'missing') {
    item.command = { command: commands.newEvidence, title: 'New Evidence for Element', arguments: [row] };
  }
  return item;
}

function collapsibility(node: CoverageNode, expanded: boolean): TreeItemCollapsibleState {
  if (node.children.length === 0 && node.evidence.length === 0) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function evidenceItem({ root, element, evidence }: Row & { readonly kind: 'evidence' }): TreeItem {
  const uri = Uri.parse(evidence.uri);
  const title = evidence.title === '' ? nameOf(uri) : evidence.title;
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `${root}#${element}#${evidence.uri}`;
  item.resourceUri = uri;
  item.iconPath = evidence.overdue ? stateIcon('overdue') : ThemeIcon.File;
  item.description = evidenceDescription(evidence);
  item.tooltip = new MarkdownString(evidenceTooltip(evidence, pathWithin(root, uri)));
  item.accessibilityInformation = { label: `Evidence ${title}, ${evidenceDescription(evidence)}` };
  item.contextValue = 'evidence';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}
