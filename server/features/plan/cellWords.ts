/** A cell as plain text on one line, for lists and trees. */
import type { PlanCell } from '../../core/plan/model';
import { unescapeMarkdown } from '../../words/unescapeMarkdown';
import { oneLine } from '../../words/oneLine';

/** Longer cells are cut: a row of a list shows a line of them. */
const longest = 400;

/** Without the marks of links, emphasis and code, and without escapes; empty where there is no cell. */
export function cellWords(cell: PlanCell | undefined): string {
  const marked = (cell?.text ?? '')
    .slice(0, longest * 2)
    .replace(/!?\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/(?<!\\)(\*\*|__|~~|`{1,3})(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\\\p{L}\p{N}*])\*(?=\S)([^*]*[^\s*\\])\*(?!\*)/gu, '$1');
  const text = oneLine(unescapeMarkdown(marked));
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
