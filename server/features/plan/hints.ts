/** Inlay hints in a plan: how long an action has been overdue. */
import type { InlayHint } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import type { ActionPlan } from '../../core/plan/model';
import { actionsOf } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { rangesIn } from '../text/range';
import { dueWords, isOverdueAction } from '../text/dueWords';

/** So that a hint looks like none of the file’s own text, in any theme. */
export const bracketed = (words: string): string => `(${words})`;

/** @param within offsets; hints elsewhere are left out */
export function planHints({ today }: Portfolio, plan: ActionPlan, within: Span): InlayHint[] {
  const range = rangesIn(plan.text);
  return actionsOf(plan).flatMap((action): readonly InlayHint[] => {
    const { target } = action;
    if (!target || !isOverdueAction(action, today)) return [];
    if (target.span.end < within.start || target.span.end > within.end) return [];
    return [
      {
        position: range(target.span).end,
        label: bracketed(dueWords(action, today) ?? ''),
        paddingLeft: true,
      },
    ];
  });
}
