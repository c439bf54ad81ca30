/** Rows as VS Code draws them, with what a file's text has in it unseen made visible. */
import { MarkdownString, type TreeItem } from 'vscode';
import { visible } from '../../server/words/visible';

/** @returns the same row */
export function inSight(item: TreeItem): TreeItem {
  const { label, description, tooltip } = item;
  if (typeof label === 'string') item.label = visible(label);
  if (typeof description === 'string') item.description = visible(description);
  if (tooltip instanceof MarkdownString) tooltip.value = visible(tooltip.value);
  return item;
}
