/** The commands that bring an action plan in, take it out, and add what the coverage calls for. */
import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PlanImportRequest, PlanSyncRequest, type PlanTree } from '../../server/lsp/protocol';
import { exportFile } from '../exchange/exporting';
import { tableFormats } from '../exchange/formats';
import { fileToImport, importOf, type ImportKind } from '../exchange/importing';
import { planMeanings } from '../exchange/meanings';
import type { Previews } from '../exchange/preview';
import { commands } from '../host/commands';
import { choosePortfolio } from '../portfolios/choose';
import type { ActionPlan } from './actionPlan';

export interface PlanExchange {
  readonly client: BaseLanguageClient;
  readonly plan: ActionPlan;
  readonly previews: Previews;
}

/** The handlers of these commands, by the commands' ids. */
export function planExchangeCommands(
  parts: PlanExchange,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    [commands.importPlan]: (file) => importPlan(parts, file),
    [commands.exportPlan]: () => exportPlan(parts),
    [commands.syncPlan]: (root) => syncPlan(parts, root),
  };
}

const kind: ImportKind = {
  title: 'Import Action Plan',
  files: 'Action plans',
  ask: (client, params) => client.sendRequest(PlanImportRequest, params),
  meanings: planMeanings,
  nothing: 'holds nothing that the plan does not have.',
};

const choose = async ({ source }: ActionPlan, title: string, root?: unknown): Promise<PlanTree | undefined> =>
  choosePortfolio((await source.current())?.portfolios ?? [], root, title);

async function importPlan({ client, plan, previews }: PlanExchange, file: unknown): Promise<void> {
  const portfolio = await choose(plan, 'Import an Action Plan into Which Portfolio?');
  if (portfolio === undefined) return;
  const { root } = portfolio;
  const picked = await fileToImport(file, kind, Uri.parse(root));
  const change = picked && (await importOf(client, kind, picked, { root }));
  if (change !== undefined) await previews.show(change);
}

async function syncPlan({ client, plan, previews }: PlanExchange, row: unknown): Promise<void> {
  const root =
    typeof row === 'string' ? row : (await choose(plan, 'Add Missing Actions to Which Plan?'))?.root;
  if (root === undefined) return;
  await previews.show({
    title: 'Adding missing actions',
    ask: () => client.sendRequest(PlanSyncRequest, { root }),
    nothing: 'Every element that asks for an action has one that is open.',
  });
}

async function exportPlan({ client, plan }: PlanExchange): Promise<void> {
  const portfolio = await choose(plan, 'Export the Action Plan of Which Portfolio?');
  if (portfolio === undefined) return;
  await exportFile(client, {
    root: portfolio.root,
    title: 'Export Action Plan',
    what: 'The action plan',
    formats: tableFormats,
    // Beside the plan itself, a Markdown file of its name would be a second plan, or the plan.
    stem: (format) => (format === 'md' ? 'copy-of-action-plan' : 'action-plan'),
    wanted: { what: 'plan' },
  });
}
