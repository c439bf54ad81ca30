/** Import, export and sync of the action plan: what each would do. The client shows it, and writes. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { manifestName } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import { exportFormats } from '../../core/plan/exchange/exportFormats';
import { byMeaning } from '../../core/plan/exchange/columnsTold';
import { fileColumns } from '../../core/plan/exchange/fileColumns';
import type { ActionPlan } from '../../core/plan/model';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { differenceOf } from '../../core/text/edit';
import { joinPath, normaliseUri } from '../../core/text/uri';
import type * as Exchange from '../../exchange/planExchange';
import { workspaceEdit } from '../../features/editing/edits';
import { fromBase64, toBase64 } from '../base64';
import { editTarget } from './clientEdits';
import type { PlanExportResult, PlanPreview } from '../protocol';
import { PlanExportRequest, PlanImportRequest, PlanSyncRequest } from '../protocol';
import type { Service } from './service';
import type { Session } from '../session';

const wentWrong = { kind: 'refused', message: 'Something went wrong. The log says what.' } as const;
/** Bytes of a file that is imported; the readers refuse what is larger, too. */
const maximumBytes = 5 * 1024 * 1024;

export const planService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    connection.onRequest(
      PlanImportRequest,
      guard.request('planImport', wentWrong as PlanPreview, async ({ root, name, base64, columns = [] }) => {
        if (base64.length > (maximumBytes * 4) / 3 + 4)
          return refused('The file is larger than 5 MB, which no action plan is.');
        const bytes = fromBase64(base64);
        if (!bytes) return refused('The file did not arrive whole.');
        return withPlan<PlanPreview>(
          session,
          root,
          ({ portfolio, uri, plan }, { importPlan, reportOfMerge }) => {
            const { told, own } = byMeaning(columns.map((one) => [one.name, one.role]));
            const outcome = importPlan(portfolio.standard, plan, name, bytes, told, own);
            if (outcome.kind === 'failed')
              return {
                ...refused(outcome.message),
                ...(outcome.columns ? { columns: outcome.columns } : {}),
              };
            const { text, problems, taken } = outcome.result;
            const report = reportOfMerge(outcome.result);
            const shown = preview(session, { uri, plan }, text, report, problems.length);
            return { ...shown, columns: fileColumns(taken) };
          },
        );
      }),
    );
    connection.onRequest(
      PlanSyncRequest,
      guard.request('planSync', wentWrong as PlanPreview, ({ root }) =>
        withPlan(session, root, ({ portfolio, uri, plan }, { reportOfSync, syncPlan }) => {
          const sync = syncPlan(portfolio, plan);
          return preview(session, { uri, plan }, sync.text, reportOfSync(portfolio, sync), 0);
        }),
      ),
    );
    connection.onRequest(
      PlanExportRequest,
      guard.request('planExport', wentWrong as PlanExportResult, ({ root, format }) =>
        withPlan<PlanExportResult>(session, root, ({ portfolio, plan }, { exportPlan }) => {
          const known = exportFormats.find((one) => one === format);
          if (!known)
            return refused(`A plan can be written as ${exportFormats.join(', ')}, not as ${format}.`);
          if (!plan) return refused('There is no action plan yet.');
          const outcome = exportPlan(portfolio.standard, plan, known);
          if (outcome.kind === 'failed') return refused(outcome.message);
          return { kind: 'file', name: `action-plan.${known}`, base64: toBase64(outcome.result) };
        }),
      ),
    );
  },
};

interface Place {
  readonly portfolio: Portfolio;
  readonly uri: Uri;
  readonly plan: ActionPlan | undefined;
}

const refused = (message: string): { readonly kind: 'refused'; readonly message: string } => ({
  kind: 'refused',
  message,
});

/** Finds the plan of the portfolio in a folder, and reads it again: an editor may not have told yet of what it has not open. */
async function withPlan<Result>(
  session: Session,
  root: string,
  use: (place: Place, exchange: typeof Exchange) => Result,
): Promise<Result | ReturnType<typeof refused>> {
  const folder = normaliseUri(root);
  const find = (): Portfolio | undefined => session.index.portfolioAt(joinPath(folder, manifestName));
  const before = find();
  if (before?.root !== folder) return refused('There is no portfolio in this folder.');
  const which = whichPlan(before);
  if (which.kind === 'several') return refused(which.message);
  const exchange = await import('../../exchange/planExchange');
  await session.workspace.changed([{ uri: which.uri, kind: 'changed' }]);
  const portfolio = find() ?? before;
  return use({ portfolio, uri: which.uri, plan: portfolio.plans.get(which.uri) }, exchange);
}

function preview(
  session: Session,
  { uri, plan }: Pick<Place, 'uri' | 'plan'>,
  text: string,
  report: string,
  problems: number,
): PlanPreview {
  const changes = text !== (plan?.text ?? '');
  const file = plan
    ? ({ kind: 'edit', uri, text: plan.text, edits: differenceOf(plan.text, text) } as const)
    : ({ kind: 'create', uri, text } as const);
  const edit: WorkspaceEdit | undefined = changes ? workspaceEdit([file], editTarget(session)) : undefined;
  return { kind: 'preview', uri, isNew: !plan, report, problems, text, edit: edit ?? null };
}
