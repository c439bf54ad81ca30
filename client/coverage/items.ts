/** How the rows of the Coverage view look. */
import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { CoverageNode } from '../../server/lsp/protocol';
import { commands } from '../host/commands';
import {
  awardRow,
  countsInWords,
  evidenceDescription,
  evidenceTooltip,
  groupDescription,
  nodeDescription,
  nodeLabel,
  nodeSpoken,
  nodeTooltip,
  shownDescription,
  tooltip,
} from '../words/coverageLabels';
import { count } from '../../server/words/counts';
import { capitalised } from '../../server/words/capitals';
import { isToBeApproved } from '../../server/words/states';
import type { Row } from './rows';
import { againstEach, isAsked } from '../portfolios/standards';
import { nameOf, pathWithin } from '../host/fileNames';
import { inSight } from '../views/inSight';
import { awardIcon, changeIcon, groupIcon, stateIcon } from '../words/stateIcons';

export interface ItemOptions {
  /** A filter is on. */
  readonly filtered: boolean;
  /** There is one portfolio. */
  readonly isOnly: boolean;
  /** The portfolio's standard has ratings. */
  readonly isRateable: boolean;
  /** What the base is called, where the view compares with one. */
  readonly base: string | undefined;
}

/** A row as VS Code draws it. */
export const itemOf = (row: Row, options: ItemOptions): TreeItem => inSight(plainItem(row, options));

function plainItem(row: Row, { filtered, isOnly, isRateable, base }: ItemOptions): TreeItem {
  switch (row.kind) {
    case 'portfolio':
      return portfolioItem(row, isOnly || filtered, base);
    case 'award':
      return awardItem(row, isOnly);
    case 'node':
      return nodeItem(row, filtered, isRateable);
    case 'evidence':
      return evidenceItem(row);
  }
}

function portfolioItem(
  { portfolio, shown }: Row & { readonly kind: 'portfolio' },
  expanded: boolean,
  base: string | undefined,
): TreeItem {
  const { title, summary, files } = portfolio;
  const item = new TreeItem(
    title,
    expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = portfolio.root;
  const compared = base === undefined ? [] : [`compared with ${base}`];
  const counts = shown ? shownDescription(shown, summary) : groupDescription(summary);
  item.description = [counts, ...compared].join(' · ');
  item.iconPath = new ThemeIcon('folder-library');
  item.contextValue = portfolio.manifest === null ? 'portfolio' : 'portfolioWithFile';
  const facts = [
    ...(shown ? [shownDescription(shown, summary).replaceAll(' · ', ', ')] : []),
    count(summary.total, 'element'),
    ...countsInWords(summary),
    count(files, 'evidence file'),
    ...compared.map(capitalised),
  ];
  const against = againstEach(portfolio).map((one) => one.standardTitle);
  item.tooltip = new MarkdownString(tooltip(title, against, facts));
  item.accessibilityInformation = {
    label: `Portfolio ${title}, ${item.description.replaceAll(' · ', ', ')}`,
  };
  return item;
}

function awardItem({ root, award, standard }: Row & { readonly kind: 'award' }, isOnly: boolean): TreeItem {
  const { label, description, tooltip: markdown, spoken } = awardRow(award);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = `${root}?award${standard ?? ''}`;
  item.description = description;
  item.tooltip = new MarkdownString(markdown);
  item.accessibilityInformation = { label: spoken };
  item.iconPath = awardIcon(award);
  item.contextValue = 'award';
  item.command = {
    command: commands.showAssessment,
    title: 'Show Self-Assessment',
    // While VS Code draws a tree anew, what a click on one of the rows before should be told is already gone, and the
    // click comes to nothing. With a single portfolio, nothing has to be told.
    ...(isOnly && standard === undefined ? {} : { arguments: [{ root, standard }] }),
  };
  return item;
}

function nodeItem(row: Row & { readonly kind: 'node' }, filtered: boolean, isRateable: boolean): TreeItem {
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
  item.iconPath = node.change ? changeIcon(node.change.kind) : stateIcon(node.state);
  // `when` clauses ask for words in it: an element, whether it applies, whether it has evidence and can be rated.
  const isApplicable = isAsked(node.state);
  const without = node.state === 'out-of-scope' ? 'outOfScope' : 'notApplicable';
  item.contextValue = [
    'element',
    isApplicable ? 'applies' : without,
    ...((node.items ?? 0) > 0 ? ['hasEvidence'] : []),
    ...(isApplicable && isRateable ? ['rateable'] : []),
    ...((node.counterparts ?? []).length > 0 ? ['hasCounterpart'] : []),
  ].join(' ');
  // What has nothing to unfold shows what the standard asks for. To write something is a button of the row.
  if (item.collapsibleState === TreeItemCollapsibleState.None) {
    item.command = { command: commands.showElement, title: 'Show Element', arguments: [row] };
  }
  return item;
}

function collapsibility(node: CoverageNode, expanded: boolean): TreeItemCollapsibleState {
  if (node.children.length === 0 && (node.items ?? 0) === 0) return TreeItemCollapsibleState.None;
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
  // What is still to be approved can be, from its menu.
  item.contextValue = isToBeApproved(evidence.status) ? 'evidence draft' : 'evidence';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}
