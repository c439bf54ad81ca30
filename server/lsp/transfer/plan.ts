/** Import and sync of the action plan: what each would do. The client shows it, and writes. */
import { planColumns } from '../../core/plan/model';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { whichPlan } from '../../core/portfolio/whichPlan';
import { fileColumns } from '../../core/tables/fileColumns';
import type { Uri } from '../../core/text/span';
import type * as Exchange from '../../exchange/planExchange';
import type { ChangePreview, ImportParams, PlanSyncParams, Refusal } from '../protocol';
import { PlanImportRequest, PlanSyncRequest } from '../protocol';
import type { Service } from '../services/service';
import type { Session } from '../session';
import { bytesOf, portfolioIn, previewOf, refused, refusedWith, settledBy, wentWrong } from './importing';

export const planService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    connection.onRequest(
      PlanImportRequest,
      guard.request<ImportParams, ChangePreview>('planImport', wentWrong, (params) =>
        importedPlan(session, params),
      ),
    );
    connection.onRequest(
      PlanSyncRequest,
      guard.request<PlanSyncParams, ChangePreview>('planSync', wentWrong, ({ root }) =>
        withPlan<ChangePreview>(session, root, ({ portfolio, uri, plan }, { reportOfSync, syncPlan }) => {
          const sync = syncPlan(portfolio, plan);
          const files = [{ uri, before: plan?.text, text: sync.text }];
          return previewOf(session, files, reportOfSync(portfolio, sync), 0);
        }),
      ),
    );
  },
};

async function importedPlan(session: Session, params: ImportParams): Promise<ChangePreview> {
  const bytes = bytesOf(params);
  if ('kind' in bytes) return bytes;
  return withPlan<ChangePreview>(
    session,
    params.root,
    ({ portfolio, uri, plan }, { importPlan, reportOfMerge }) => {
      const { told, own } = settledBy(params.columns, planColumns);
      const outcome = importPlan(portfolio.standard, plan, params.name, bytes, told, own);
      if (outcome.kind === 'failed') return refusedWith(outcome.message, outcome.columns);
      const { text, problems, taken } = outcome.result;
      const files = [{ uri, before: plan?.text, text }];
      return {
        ...previewOf(session, files, reportOfMerge(outcome.result), problems.length),
        columns: fileColumns(taken),
      };
    },
  );
}

interface Place {
  readonly portfolio: Portfolio;
  readonly uri: Uri;
  readonly plan: ActionPlan | undefined;
}

/** Finds the plan of the portfolio in a folder, and reads it again: an editor may not have told yet of what it has not open. */
async function withPlan<Result>(
  session: Session,
  root: string,
  use: (place: Place, exchange: typeof Exchange) => Result,
): Promise<Result | Refusal> {
  const before = portfolioIn(session.index, root);
  if (!before) return refused('There is no portfolio in this folder.');
  const which = whichPlan(before);
  if (which.kind === 'several') return refused(which.message);
  const exchange = await import('../../exchange/planExchange');
  await session.workspace.changed([{ uri: which.uri, kind: 'changed' }]);
  const portfolio = portfolioIn(session.index, root) ?? before;
  return use({ portfolio, uri: which.uri, plan: portfolio.plans.get(which.uri) }, exchange);
}
