/** A row of a view as VS Code wants it. */
import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
} from 'vscode';
import { stateIcon } from '../words/stateIcons';
import { inSight } from './inSight';
import type { ViewRow } from './viewRow';

/** @param command what a click does; undefined: nothing */
export function treeItemOf(row: ViewRow, command: Command | undefined): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(row.label, row.children.length === 0 ? None : row.isOpen ? Expanded : Collapsed);
  item.id = row.id;
  item.description = row.description;
  item.tooltip = new MarkdownString(row.tooltip);
  item.accessibilityInformation = { label: row.spoken };
  item.contextValue = row.context;
  if (row.icon !== undefined) item.iconPath = iconOf(row.icon);
  if (command !== undefined) item.command = command;
  return inSight(item);
}

function iconOf(icon: NonNullable<ViewRow['icon']>): ThemeIcon {
  if ('state' in icon) return stateIcon(icon.state);
  return new ThemeIcon(icon.id, icon.color === undefined ? undefined : new ThemeColor(icon.color));
}
