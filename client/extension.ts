/** The extension, the same on a computer and in a browser: it starts the server and connects the parts. */
import { ProgressLocation, commands as vscodeCommands, window, type ExtensionContext } from 'vscode';
import { WorkDoneProgressCancelNotification, type BaseLanguageClient } from 'vscode-languageclient';
import { showActionPlan } from './plan/actionPlan';
import { actionPlanCommands } from './plan/commands';
import { followActiveFile } from './host/activeFile';
import { runCheck } from './check';
import { clientOptions } from './clientOptions';
import { commands } from './host/commands';
import { compareInCoverage } from './compare/compare';
import { showCoverage } from './coverage/coverage';
import { dueCommands } from './due/commands';
import { showThisMonth } from './due/thisMonth';
import { assignCommands } from './elements/assign';
import { detailCommands } from './details/commands';
import { elementCommands } from './elements/commands';
import { counterpartCommands } from './elements/counterparts';
import { evidenceCommands } from './evidence/commands';
import { serveFiles } from './host/files';
import { extensionName, type Host } from './host/host';
import { watchMilestones } from './walkthroughSteps/milestones';
import { moveToEdition } from './edition/moveToEdition';
import { serveEditionPages } from './edition/pages';
import { newEvidence } from './evidence/newEvidence';
import { planExchangeCommands } from './plan/exchange';
import { exchangeCommands } from './exchange/commands';
import { servePacks } from './exchange/packFiles';
import { servePreviews } from './exchange/preview';
import { createPortfolio } from './evidence/createPortfolio';
import { openManifest } from './evidence/portfolioFile';
import { ratingCommands } from './elements/ratingCommands';
import { readingProgress } from './readingProgress';
import { serveReportPages } from './report/reportPage';
import { openRule, serveRulePages } from './pages/rulePages';
import { openSample } from './walkthroughSteps/sample';
import { serveServerState } from './serverState';
import { serveStandardPages } from './pages/standardPages';
import { showThisFile } from './thisFile/thisFile';
import { serveEvidenceForms } from './forms/evidenceForm';
import { evidenceTableCommands } from './forms/evidenceTables';
import { openAsCommands, watchFileInFront } from './forms/openAs';
import { servePlanTables } from './forms/planTables';
import { sendCommands } from './send/commands';
import { showDone, showError } from './host/notices';

let running: BaseLanguageClient | undefined;

/** Sets everything up at once and starts the server in the background: no editor waits for it. */
export function activateWith(context: ExtensionContext, host: Host): void {
  const output = window.createOutputChannel(extensionName, { log: true });
  const reading = readingProgress((token) => {
    if (client.isRunning()) void client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  });
  const client: BaseLanguageClient = host.connect(context, clientOptions(output, reading));
  context.subscriptions.push(client.onDidChangeState(reading.end));
  running = client;
  const activeFile = followActiveFile();
  const milestones = watchMilestones(context);
  const coverage = showCoverage(client, activeFile, milestones);
  const state = serveServerState(client);
  const pages = serveStandardPages(client, coverage);
  const plan = showActionPlan(client, coverage, context.workspaceState);
  const thisMonth = showThisMonth(client, coverage, context.workspaceState);
  const thisFile = showThisFile({ client, coverage, activeFile, isPlan: plan.isPlan });
  const previews = servePreviews(client);
  const editions = serveEditionPages(client);
  const formParts = { client, coverage, extensionUri: context.extensionUri };
  const forms = serveEvidenceForms(formParts);
  const tables = servePlanTables(formParts);
  const inFront = watchFileInFront({ client, coverage, activeFile, isPlan: plan.isPlan });
  const comparison = compareInCoverage(client, coverage, context.workspaceState);
  context.subscriptions.push(forms, tables, inFront, servePacks(client));
  const reports = serveReportPages(client, coverage, context.workspaceState);
  context.subscriptions.push(reports, plan, thisMonth, previews, editions, comparison, milestones);
  context.subscriptions.push(output, activeFile, coverage, state, pages, thisFile, ...serveFiles(client));
  serveRulePages(context);

  const parts = { client, activeFile, source: coverage.source, evidence: coverage.evidence };
  const handlers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    ...elementCommands(parts),
    ...assignCommands(parts),
    ...ratingCommands(parts),
    ...counterpartCommands(parts),
    ...evidenceCommands(parts),
    ...detailCommands(parts),
    ...actionPlanCommands({ client, source: coverage.source, plan }),
    ...dueCommands({ client, thisMonth }),
    ...planExchangeCommands({ client, plan, previews }),
    ...sendCommands({ client, source: coverage.source, memory: context.workspaceState }),
    ...exchangeCommands({ client, source: coverage.source, previews }, (root) => reports.past(root)),
    ...openAsCommands(activeFile, inFront),
    ...evidenceTableCommands(formParts),
    [commands.moveToEdition]: (root, name) =>
      moveToEdition({ client, source: coverage.source, pages: editions }, root, name),
    [commands.showElement]: (target) => pages.show(target),
    [commands.newEvidence]: (target) => newEvidence(client, coverage.source, target),
    [commands.compareWithBranch]: () => comparison.choose(),
    [commands.showComparison]: () => comparison.showSummary(),
    [commands.copyComparison]: () => comparison.copySummary(),
    [commands.showReport]: (row) => reports.show(row),
    [commands.reportSince]: () => reports.chooseSince(),
    [commands.stopComparing]: () => comparison.stop(),
    [commands.createPortfolio]: (row) => createPortfolio(client, row),
    [commands.openManifest]: (row) => openManifest(coverage.source, row),
    [commands.openSample]: () => openSample(context.extensionUri, host, () => milestones.reached('opened')),
    [commands.runCheck]: () => {
      milestones.reached('checked');
      return runCheck(context.extensionUri, host);
    },
    [commands.openRule]: (rule) => openRule(context, rule),
    [commands.showServerState]: () => state.show(),
    [commands.showOutput]: () => output.show(),
    [commands.restartServer]: () => restart(client),
  };
  for (const [command, handler] of Object.entries(handlers)) {
    const handle = (...args: unknown[]): unknown => handler(...args.map(targetOf));
    context.subscriptions.push(vscodeCommands.registerCommand(command, handle));
  }
  client.start().catch((error: unknown) => output.error(`The server could not be started: ${String(error)}`));
}

/** A row of This File stands for what its `target` names. */
function targetOf(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(targetOf);
  return typeof argument === 'object' && argument !== null && 'target' in argument
    ? argument.target
    : argument;
}

/** Ends the server before VS Code ends the extension. */
export async function deactivate(): Promise<void> {
  if (running?.isRunning() === true) await running.stop();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  const title = `Restarting ${extensionName}`;
  const showOutput = 'Show Output';
  try {
    await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
      if (client.needsStop()) await client.stop();
      await client.start();
    });
    showDone(`${extensionName} has been restarted.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const picked = await showError(`${extensionName} could not be restarted: ${reason}`, showOutput);
    if (picked === showOutput) client.outputChannel.show();
  }
}
