/** The commands that bring an action plan in, take it out, and add what the coverage calls for. */
import { Uri, commands as vscodeCommands, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PlanExportRequest,
  PlanImportRequest,
  PlanSyncRequest,
  fromBase64,
  toBase64,
  type PlanImportParams,
  type PlanTree,
} from '../../server/lsp/protocol';
import type { ActionPlan } from './actionPlan';
import { commands } from '../host/commands';
import { nameOf } from '../host/fileNames';
import { offerFirstSteps } from '../host/firstSteps';
import type { PlanChange } from './change';
import type { PlanPreviews } from './preview';
import { showError, showInformation, showWarning } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';

export interface PlanExchange {
  readonly client: BaseLanguageClient;
  readonly plan: ActionPlan;
  readonly previews: PlanPreviews;
}

/** The handlers of these commands, by the commands' ids. */
export function planExchangeCommands(
  parts: PlanExchange,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    [commands.importPlan]: (file) => importPlan(parts, file),
    [commands.exportPlan]: () => exportPlan(parts),
    [commands.syncPlan]: (root) => syncPlan(parts, root),
    [commands.applyPlan]: () => parts.previews.apply(),
    [commands.showPlanChanges]: () => parts.previews.showChanges(),
    [commands.dropPlan]: () => parts.previews.drop(),
    [commands.choosePlanColumns]: () => parts.previews.chooseColumns(),
  };
}

/** The endings of files that can be read; a pasted table with tabs is a text. */
const readable = ['xlsx', 'docx', 'ods', 'odt', 'fods', 'fodt', 'csv', 'tsv', 'txt', 'html', 'htm', 'md'];

async function importPlan({ client, plan, previews }: PlanExchange, file: unknown): Promise<void> {
  const portfolio = await choosePortfolio(plan, 'Import an Action Plan into Which Portfolio?');
  if (portfolio === undefined) return;
  const [picked] =
    file instanceof Uri
      ? [file]
      : ((await window.showOpenDialog({
          title: 'Import Action Plan',
          openLabel: 'Import',
          defaultUri: Uri.parse(portfolio.root),
          filters: { 'Action plans': readable, 'All files': ['*'] },
        })) ?? []);
  if (picked === undefined) return;
  const name = nameOf(picked);
  const bytes = await read(picked);
  if (bytes === undefined) return;
  const base64 = toBase64(bytes);
  await previews.show(importOf(client, { root: portfolio.root, name, base64 }));
}

const importOf = (client: BaseLanguageClient, params: PlanImportParams): PlanChange => ({
  title: `Import of ${params.name}`,
  ask: () => client.sendRequest(PlanImportRequest, params),
  nothing: `${params.name} holds nothing that the plan does not have.`,
  columns: {
    chosen: params.columns ?? [],
    choose: (columns) => importOf(client, { ...params, columns }),
  },
});

async function read(file: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showWarning(`${nameOf(file)} cannot be read: ${reason}`);
    return undefined;
  }
}

async function syncPlan({ client, plan, previews }: PlanExchange, row: unknown): Promise<void> {
  const root =
    typeof row === 'string' ? row : (await choosePortfolio(plan, 'Add Missing Actions to Which Plan?'))?.root;
  if (root === undefined) return;
  await previews.show({
    title: 'Adding missing actions',
    ask: () => client.sendRequest(PlanSyncRequest, { root }),
    nothing: 'Every element that asks for an action has one that is open.',
  });
}

interface Format extends QuickPickItem {
  readonly format: string;
}

const formats: readonly Format[] = [
  { format: 'xlsx', label: 'Excel workbook', description: '.xlsx' },
  { format: 'docx', label: 'Word document', description: '.docx' },
  { format: 'ods', label: 'OpenDocument spreadsheet', description: '.ods' },
  { format: 'odt', label: 'OpenDocument text', description: '.odt' },
  {
    format: 'csv',
    label: 'Comma-separated values',
    description: '.csv',
    detail: 'For any spreadsheet or database',
  },
  { format: 'html', label: 'Web page', description: '.html' },
  {
    format: 'md',
    label: 'Markdown',
    description: '.md',
    detail: 'A copy of the table in the plan’s own format',
  },
];

async function exportPlan({ client, plan }: PlanExchange): Promise<void> {
  const portfolio = await choosePortfolio(plan, 'Export the Action Plan of Which Portfolio?');
  if (portfolio === undefined) return;
  const picked = await window.showQuickPick(formats, {
    title: 'Export Action Plan',
    placeHolder: 'In which format?',
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const { format, label } = picked;
  const file = await client.sendRequest(PlanExportRequest, { root: portfolio.root, format });
  if (file.kind === 'refused') {
    void showWarning(file.message);
    return;
  }
  const target = await window.showSaveDialog({
    title: 'Export Action Plan',
    saveLabel: 'Export',
    // Beside the plan itself, a Markdown file of its name would be a second plan, or the plan.
    defaultUri: Uri.joinPath(Uri.parse(portfolio.root), format === 'md' ? `copy-of-${file.name}` : file.name),
    filters: { [label]: [format] },
  });
  const bytes = fromBase64(file.base64);
  if (target !== undefined && bytes !== undefined) await write(target, bytes, format);
}

async function write(target: Uri, bytes: Uint8Array, format: string): Promise<void> {
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showError(`The action plan could not be written to ${nameOf(target)}: ${reason}`);
    return;
  }
  // Office files are for other programs.
  const open = /^(?:xlsx|docx|ods|odt)$/.test(format) ? [] : ['Open'];
  const picked = await showInformation(`The action plan is in ${nameOf(target)} now.`, ...open);
  if (picked !== undefined) await vscodeCommands.executeCommand('vscode.open', target);
}

async function choosePortfolio(plan: ActionPlan, title: string): Promise<PlanTree | undefined> {
  const portfolios = (await plan.source.current())?.portfolios ?? [];
  const [only] = portfolios;
  if (only === undefined) {
    await offerFirstSteps();
    return undefined;
  }
  if (portfolios.length === 1) return only;
  const items = portfolios.map((portfolio) => rowAsItStands({ portfolio, label: portfolio.title }));
  return (await window.showQuickPick(items, { title }))?.portfolio;
}
