/** A cell as plain text on one line, for lists and trees. */
import type { PlanCell } from '../../core/plan/model';

/** Longer cells are cut: a row of a list shows a line of them. */
const longest = 400;

/** Without the marks of links, emphasis and code, and without escapes; empty where there is no cell. */
export function cellWords(cell: PlanCell | undefined): string {
  const text = (cell?.text ?? '')
    .slice(0, longest * 2)
    .replace(/!?\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/(?<!\\)(\*\*|__|~~|`{1,3})(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\\\p{L}\p{N}*])\*(?=\S)([^*]*[^\s*\\])\*(?!\*)/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
