/** Formatting of a plan: the bars of its tables below each other. The rest of the file is the writer's. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import { alignTable } from '../../core/plan/edits';
import type { ActionPlan } from '../../core/plan/model';
import { rangesIn } from '../text/range';

/** @param within offsets; tables that do not touch it stay. All of the file where absent. */
export function planFormatting(plan: ActionPlan, within?: Span): TextEdit[] {
  const range = rangesIn(plan.text);
  return plan.tables
    .filter(({ span }) => !within || (span.start <= within.end && within.start <= span.end))
    .flatMap((table) => alignTable(plan, table))
    .map(({ span, newText }) => ({ range: range(span), newText }));
}
