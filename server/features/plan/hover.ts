/** Hover in a plan: when an action is due, and how far it is. */
import type { Hover } from 'vscode-languageserver-types';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { shortWords } from '../../core/standard/standard';
import { nodeMarkup } from '../text/elementMarkup';
import type { Cursor } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { paragraphs } from '../text/markup';
import { toRange } from '../text/range';
import { dueDay, dueWords } from '../text/dueWords';
import { planPositionAt } from './position';
import { capitalised } from '../../words/capitals';

/**
 * On a date or a progress: when the action is due. In the cell of the action: what the standard says of its element.
 * Null elsewhere; an ID is for the hover of all files.
 */
export function planHover(
  portfolio: Portfolio,
  plan: ActionPlan,
  cursor: Cursor,
  markup: Markup,
): Hover | null {
  const at = plan.text === cursor.text ? planPositionAt(plan, cursor.offset) : undefined;
  if (at?.row.kind !== 'action') return null;
  const { row, column, token } = at;
  const node = portfolio.standard.nodes.get(row.id);
  const range = toRange(cursor.text, token);
  if (column?.role === 'action' && node) return { contents: nodeMarkup(portfolio, node, markup), range };
  if (column?.role !== 'target' && column?.role !== 'progress') return null;
  const words = dueWords(row, portfolio.today);
  if (words === undefined) return null;
  const when = dueDay(row);
  const parts = [
    `${markup.strong(capitalised(words))}${when === '' ? '' : ` ${markup.text(`(${when})`)}`}`,
    node ? markup.text(`${node.id}: ${shortWords(node)}`) : '',
  ];
  return { contents: paragraphs(markup.kind, parts), range };
}
