/** The outline of a plan: its actions below the headings of its tables. */
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import type { ActionPlan, PlanAction, PlanHeadingRow, PlanRow } from '../../core/plan/model';
import { withoutMarks } from '../../core/plan/plainCell';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nodeNamed } from '../../core/standard/retired';
import { rangesIn } from '../text/range';
import { tellingWords } from '../text/tellingWords';
import { dueWords } from '../text/dueWords';
import { oneLine } from '../../words/oneLine';

export function planSymbols(portfolio: Portfolio, plan: ActionPlan): DocumentSymbol[] {
  const range = rangesIn(plan.text);
  const roots: DocumentSymbol[] = [];
  for (const { rows } of plan.tables) {
    let children = roots;
    rows.forEach((row, at) => {
      if (row.kind === 'action') {
        const span = range(row.span);
        children.push({
          ...actionSymbol(portfolio, row),
          kind: SymbolKind.Event,
          range: span,
          selectionRange: range(row.idSpan),
        });
        return;
      }
      const name = headingName(row);
      if (name === '') return;
      children = [];
      const selectionRange = range(row.span);
      roots.push({
        name,
        kind: SymbolKind.Namespace,
        range: range(reachOf(rows, at)),
        selectionRange,
        children,
      });
    });
  }
  return roots;
}

function actionSymbol(
  { standard, today }: Portfolio,
  action: PlanAction,
): Pick<DocumentSymbol, 'name' | 'detail'> {
  const node = nodeNamed(standard, action.id);
  const words = node ? tellingWords(standard, node, 60) : firstLine(action.action?.text ?? '');
  const details = [action.responsibility?.text ?? '', dueWords(action, today) ?? ''].map(firstLine);
  return {
    name: `${action.id} ${words}`.trim(),
    detail: details.filter((detail) => detail !== '').join(', '),
  };
}

const headingName = ({ cells }: PlanHeadingRow): string =>
  cells
    .map(({ text }) => firstLine(withoutMarks(text)))
    .filter((text) => text !== '')
    .join(' · ');

const firstLine = (text: string): string => oneLine(text).slice(0, 100);

/** Down to the row before the next heading. */
function reachOf(rows: readonly PlanRow[], at: number): Span {
  const next = rows.findIndex(
    (row, place) => place > at && row.kind === 'heading' && headingName(row) !== '',
  );
  const last = rows[(next < 0 ? rows.length : next) - 1] ?? rows[at];
  return spanOf(rows[at]?.span.start ?? 0, last?.span.end ?? 0);
}
