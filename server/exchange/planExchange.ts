/** Import, export and sync of action plans: what somebody asks for, from bytes to bytes. */
import type { NewRow } from '../core/plan/newRows';
import { addRows, newPlanText } from '../core/plan/newRows';
import { rowsToAdd } from '../core/portfolio/rowsToAdd';
import type { ColumnsTold, OwnColumns } from '../core/plan/exchange/columnsTold';
import { unknownColumns } from '../core/tables/toldColumns';
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import { readImport } from '../core/plan/exchange/importPlan';
import type { PlanMerge } from '../core/plan/exchange/mergePlan';
import { mergePlan } from '../core/plan/exchange/mergePlan';
import type { ActionPlan } from '../core/plan/model';
import { planLimits, withinPlanLimits } from '../core/plan/planLimits';
import { sheetOfPlan } from '../core/plan/exchange/planSheet';
import { newPlanTitle } from '../core/plan/planText';
import type { Portfolio } from '../core/portfolio/portfolio';
import type { Lexicon } from '../core/standard/standard';
import { applyEdits } from '../core/text/edit';
import type { Exchanged } from './parts/attempted';
import { attempted } from './parts/attempted';
import { readGrids, writePlan } from './formats';
import { ExchangeError } from './parts/limits';
import { notUnderstood } from './grids/notUnderstood';
import { mergeReport, syncReport } from './report';

export type { Exchanged, Failed } from './parts/attempted';

export interface PlanSync {
  /** The plan's whole text afterwards. */
  readonly text: string;
  readonly rows: readonly NewRow[];
}

/**
 * What an import would make of a plan. Nothing is written.
 * @param plan undefined: there is none yet
 * @param name of the file, whose ending tells its format
 * @param told columns that somebody has settled
 * @param own columns that somebody wants to keep as their own
 */
export function importPlan(
  standard: Lexicon,
  plan: ActionPlan | undefined,
  name: string,
  bytes: Uint8Array,
  told: ColumnsTold = new Map(),
  own: OwnColumns = [],
): Exchanged<PlanMerge> {
  return attempted(() => {
    const imported = readImport(standard, readGrids(name, bytes), told, own);
    const unknown = unknownColumns(told, [...imported.taken, ...imported.passed]);
    if (unknown !== undefined) throw new ExchangeError(unknown);
    if (imported.rows.length === 0)
      throw notUnderstood(
        imported.problems[0]?.reason ??
          (imported.taken.length > 0
            ? 'The action plan in the file has no rows below its header.'
            : 'There is no action plan in the file: no table with a column for references, such as “Ref No.”, and one for the action.'),
        [],
        [...imported.taken, ...imported.passed],
      );
    const merge = mergePlan(standard, plan, imported);
    if (!isReadable(merge, plan))
      throw new ExchangeError(
        `The plan would have more rows or columns than can be read again: at most ${planLimits.lines} lines and ${planLimits.columns} columns.`,
      );
    return merge;
  });
}

/** A plan beyond the limits of its parser would lose its last rows at the next import. */
const isReadable = ({ text, after }: PlanMerge, plan: ActionPlan | undefined): boolean =>
  withinPlanLimits(text) === text && (after?.tables.length ?? 0) >= Math.max(1, plan?.tables.length ?? 0);

/** A plan as a file of another format. */
export function exportPlan(standard: Lexicon, plan: ActionPlan, format: ExportFormat): Exchanged<Uint8Array> {
  return attempted(() => {
    const sheet = sheetOfPlan(standard, plan);
    if (sheet.header.length === 0)
      throw new ExchangeError(
        'The plan has no table with a column for references, so there is nothing to export.',
      );
    const title = sheet.title ?? newPlanTitle;
    return writePlan(format, { sheet, title, acknowledgement: standard.acknowledgement });
  });
}

/** A plan with an action for each element that asks for one. @param plan undefined: there is none yet */
export function syncPlan(portfolio: Portfolio, plan: ActionPlan | undefined): PlanSync {
  const rows = rowsToAdd(portfolio);
  if (plan) return { rows, text: applyEdits(plan.text, addRows(plan, portfolio.standard, rows)) };
  return { rows, text: rows.length === 0 ? '' : newPlanText(newPlanTitle, portfolio.standard, rows) };
}

/** What an import does, as Markdown for people. */
export const reportOfMerge = (merge: PlanMerge): string => mergeReport(merge);

/** The same of a sync. */
export const reportOfSync = (portfolio: Portfolio, sync: PlanSync): string =>
  syncReport(portfolio, sync.rows);
