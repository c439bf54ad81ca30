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
  type TreeView,
} from 'vscode';
import type { CoverageNode, CoverageResult, EvidenceRow, PortfolioCoverage } from '../server/lsp/protocol';
import { commands, coverageView } from './commands';
import { filterMessage, filterNodes, filterWords, type Filter } from './coverageFilter';
import {
  count,
  countsInWords,
  evidenceDescription,
  groupDescription,
  nodeDescription,
  nodeLabel,
  nodeSpoken,
  nodeTooltip,
  tooltip,
} from './coverageLabels';
import type { Held } from './host';
import { groupIcon, stateIcon } from './stateIcons';

/** A row of the view. Rows are made anew for every answer; their TreeItem's id says which are the same. */
export type Row =
  | { readonly kind: 'portfolio'; readonly portfolio: PortfolioCoverage }
  | { readonly kind: 'node'; readonly root: string; readonly element: string; readonly node: CoverageNode }
  | {
      readonly kind: 'evidence';
      readonly root: string;
      readonly element: string;
      readonly evidence: EvidenceRow;
    };

export interface CoverageView extends Held {
  readonly view: TreeView<Row>;
  /** Shows another answer; undefined: nothing is known. */
  show(coverage: CoverageResult | undefined): void;
  /** The states on show. */
  filter(): Filter;
  setFilter(filter: Filter): void;
}

/** Makes the view, empty at first. */
export function createCoverageView(): CoverageView {
  let coverage: CoverageResult | undefined;
  let filter: Filter = new Set();
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? rootsOf(coverage, filter) : childrenOf(row, filter)),
    getTreeItem: (row) => itemOf(row, filter, coverage?.portfolios.length === 1),
  };
  const view = window.createTreeView(coverageView, { treeDataProvider: provider, showCollapseAll: true });
  const refresh = (): void => {
    const nodes = coverage?.portfolios.flatMap((portfolio) => portfolio.nodes) ?? [];
    view.message = nodes.length === 0 ? '' : filterMessage(nodes, filter);
    view.description = filterWords(filter);
    void vscodeCommands.executeCommand('setContext', 'evidencePortfolio.filtered', filter.size > 0);
    changed.fire();
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
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

function rootsOf(coverage: CoverageResult | undefined, filter: Filter): Row[] {
  return (coverage?.portfolios ?? [])
    .filter((portfolio) => filterNodes(portfolio.nodes, filter).length > 0)
    .map((portfolio) => ({ kind: 'portfolio', portfolio }));
}

function childrenOf(row: Row, filter: Filter): Row[] {
  switch (row.kind) {
    case 'portfolio':
      return nodeRows(row.portfolio.root, filterNodes(row.portfolio.nodes, filter));
    case 'node':
      return [
        ...nodeRows(row.root, row.node.children),
        ...row.node.evidence.map((evidence): Row => ({
          kind: 'evidence',
          root: row.root,
          element: row.node.id,
          evidence,
        })),
      ];
    case 'evidence':
      return [];
  }
}

function nodeRows(root: string, nodes: readonly CoverageNode[]): Row[] {
  return nodes.map((node) => ({ kind: 'node', root, element: node.id, node }));
}

function itemOf(row: Row, filter: Filter, isOnly: boolean): TreeItem {
  switch (row.kind) {
    case 'portfolio':
      return portfolioItem(row.portfolio, isOnly || filter.size > 0);
    case 'node':
      return nodeItem(row, filter);
    case 'evidence':
      return evidenceItem(row.root, row.element, row.evidence);
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

function nodeItem(row: Row & { readonly kind: 'node' }, filter: Filter): TreeItem {
  const { root, node } = row;
  const isGroup = node.children.length > 0;
  const item = new TreeItem(nodeLabel(node), collapsibility(node, isGroup && filter.size > 0));
  // With another id, what a filter leaves is unfolded at once, and folds up again when the filter goes.
  item.id = `${root}#${node.id}${isGroup && filter.size > 0 ? '?filtered' : ''}`;
  item.description = nodeDescription(node);
  item.tooltip = new MarkdownString(nodeTooltip(node));
  item.accessibilityInformation = { label: nodeSpoken(node) };
  if (node.state === undefined) {
    item.iconPath = groupIcon(node.summary);
    item.contextValue = 'group';
    return item;
  }
  item.iconPath = stateIcon(node.state);
  item.contextValue = node.state === 'not-applicable' ? 'notApplicable' : 'element';
  if (node.state === 'missing') {
    item.command = { command: commands.newEvidence, title: 'New Evidence for Element', arguments: [row] };
  }
  return item;
}

function collapsibility(node: CoverageNode, expanded: boolean): TreeItemCollapsibleState {
  if (node.children.length === 0 && node.evidence.length === 0) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function evidenceItem(root: string, element: string, evidence: EvidenceRow): TreeItem {
  const uri = Uri.parse(evidence.uri);
  const name = decodeURIComponent(uri.path.slice(uri.path.lastIndexOf('/') + 1));
  const item = new TreeItem(evidence.title === '' ? name : evidence.title, TreeItemCollapsibleState.None);
  item.id = `${root}#${element}#${evidence.uri}`;
  item.resourceUri = uri;
  item.iconPath = evidence.overdue ? stateIcon('overdue') : ThemeIcon.File;
  item.description = evidenceDescription(evidence);
  item.tooltip = new MarkdownString(
    tooltip(evidence.title, [pathWithin(root, uri)], [evidenceDescription(evidence)]),
  );
  item.accessibilityInformation = { label: `Evidence ${evidence.title}, ${evidenceDescription(evidence)}` };
  item.contextValue = 'evidence';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}

/** A file's path as people know it: from the portfolio's folder on. */
function pathWithin(root: string, uri: Uri): string {
  const folder = Uri.parse(root).path.replace(/\/?$/, '/');
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : uri.path;
}
