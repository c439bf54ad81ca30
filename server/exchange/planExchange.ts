/**
 * Import and export of action plans: all that stands in the chunk dist/exchange.js, which is loaded when somebody asks
 * for it (see `exchangeOnDemand` in .scripts/build.mjs).
 */
import type { ExportFormat } from '../core/plan/exportFormats';
import type { ActionPlan } from '../core/plan/model';
import { readImport } from '../core/plan/importPlan';
import type { PlanMerge } from '../core/plan/mergePlan';
import { mergePlan } from '../core/plan/mergePlan';
import { sheetOfPlan } from '../core/plan/planSheet';
import { newPlanTitle } from '../core/plan/planText';
import type { Standard } from '../core/standard';
import { readGrids, writePlan } from './formats';
import { ExchangeError } from './limits';

/** `message`: for people, whole sentences. */
export type Exchanged<Result> =
  { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'failed'; readonly message: string };

/**
 * What an import would make of a plan. Nothing is written.
 * @param plan undefined: there is none yet
 * @param name of the file, whose ending tells its format
 */
export function importPlan(
  standard: Standard,
  plan: ActionPlan | undefined,
  name: string,
  bytes: Uint8Array,
): Exchanged<PlanMerge> {
  return attempted(() => {
    const imported = readImport(standard, readGrids(name, bytes));
    if (imported.rows.length === 0)
      throw new ExchangeError(
        imported.problems[0]?.reason ??
          'There is no action plan in the file: no table with a column for references, such as “Ref No.”, and one for the action.',
      );
    return mergePlan(standard, plan, imported);
  });
}

/** A plan as a file of another format. */
export const exportPlan = (
  standard: Standard,
  plan: ActionPlan,
  format: ExportFormat,
): Exchanged<Uint8Array> =>
  attempted(() => {
    const sheet = sheetOfPlan(standard, plan);
    if (sheet.header.length === 0)
      throw new ExchangeError(
        'The plan has no table with a column for references, so there is nothing to export.',
      );
    const title = sheet.title ?? newPlanTitle;
    return writePlan(format, { sheet, title, acknowledgement: standard.acknowledgement });
  });

function attempted<Result>(work: () => Result): Exchanged<Result> {
  try {
    return { kind: 'done', result: work() };
  } catch (error) {
    if (error instanceof ExchangeError) return { kind: 'failed', message: error.message };
    throw error;
  }
}
