/** The extension, the same on a computer and in a browser: it starts the server and connects the parts. */
import { ProgressLocation, commands as vscodeCommands, window, type ExtensionContext } from 'vscode';
import { State, WorkDoneProgressCancelNotification, type BaseLanguageClient } from 'vscode-languageclient';
import { serveAssistants } from './assistants/assistants';
import { showActionPlan } from './plan/actionPlan';
import { actionPlanCommands } from './plan/commands';
import { followActiveFile } from './host/activeFile';
import { tellNotStarted, tellOfEnd, tellUnreadable } from './endOfServer';
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
import { extensionName, type Held, type Host } from './host/host';
import { watchMilestones } from './walkthroughSteps/milestones';
import { moveToEdition } from './edition/moveToEdition';
import { serveEditionPages } from './edition/pages';
import { newEvidence } from './evidence/newEvidence';
import { planExchangeCommands } from './plan/exchange';
import { exchangeCommands } from './exchange/commands';
import { markFiles } from './marks/fileMarks';
import type { MarkdownIt } from './preview/markdownPlugin';
import { showInPreviews } from './preview/previews';
import { servePacks } from './exchange/packFiles';
import { servePreviews } from './exchange/preview';
import { createPortfolio } from './evidence/createPortfolio';
import { openManifest } from './evidence/portfolioFile';
import { ratingCommands } from './elements/ratingCommands';
import { readingProgress } from './readingProgress';
import { serveDraftingPages } from './report/drafting';
import { serveReportPages } from './report/reportPage';
import { openRule, serveRulePages } from './pages/rulePages';
import { greetInSample, openSample } from './walkthroughSteps/sample';
import { reportProblem } from './reportProblem';
import { begin, restarter, type Startable } from './restart';
import { keepToLog, serverEnds, type ServerEnds } from './serverEnds';
import { serveServerState } from './serverState';
import { serveStandardPages } from './pages/standardPages';
import { showThisFile } from './thisFile/thisFile';
import { serveEvidenceForms } from './forms/evidenceForm';
import { evidenceTableCommands } from './forms/evidenceTables';
import { openAsCommands, watchFileInFront } from './forms/openAs';
import { servePlanTables } from './forms/planTables';
import { sendCommands } from './send/commands';
import { showDone, showError } from './host/notices';

/** Milliseconds: what a server that is coming up gets, and what tells that one has ended. */
const patience = 5000;

let running: BaseLanguageClient | undefined;

/** Sets everything up at once and starts the server in the background: no editor waits for it. */
export function activateWith(context: ExtensionContext, host: Host): Exports {
  const output = window.createOutputChannel(extensionName, { log: true });
  const reading = readingProgress((token) => {
    if (client.isRunning()) void client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  });
  const ends = serverEnds({
    startAgain: () => startServer(),
    givenUp: (times) => void tellOfEnd(times),
    unreadable: () => void tellUnreadable(),
  });
  const client: BaseLanguageClient = host.connect(context, {
    ...clientOptions(output, reading),
    errorHandler: ends,
  });
  keepToLog(client);
  const startServer = (): void =>
    void begin({
      start: () => client.start(),
      deaths: ends.deaths,
      failed: (error) => output.error(`The server could not be started: ${String(error)}`),
      notStarted: () => void tellNotStarted(),
      patience,
    });
  context.subscriptions.push(client.onDidChangeState(reading.end));
  running = client;
  greetInSample(context);
  const shown = { ...showParts(context, client), ends, restart: restarter(startable(client), patience) };
  const handlers = handlersOf(context, host, shown);
  for (const [command, handler] of Object.entries(handlers)) {
    const handle = (...args: unknown[]): unknown => handler(...args.map(targetOf));
    context.subscriptions.push(vscodeCommands.registerCommand(command, handle));
  }
  for (const served of serveAssistants(client, shown.coverage, context, host))
    context.subscriptions.push(served);
  // What goes before it may still have something to say.
  context.subscriptions.push(output);
  startServer();
  return { extendMarkdownIt: (md) => shown.rendered.extendMarkdownIt(md) };
}

/** What VS Code's Markdown extension asks this one for. */
export interface Exports {
  extendMarkdownIt<Md extends MarkdownIt>(md: Md): Md;
}

/** Views, pages and editors, each of which goes with the extension. */
function showParts(context: ExtensionContext, client: BaseLanguageClient) {
  const held = <Part extends Held>(part: Part): Part => {
    context.subscriptions.push(part);
    return part;
  };
  const memory = context.workspaceState;
  const activeFile = held(followActiveFile());
  const milestones = held(watchMilestones(context));
  const coverage = held(showCoverage(client, activeFile, milestones));
  const plan = held(showActionPlan(client, coverage, memory));
  const formParts = { client, coverage, extensionUri: context.extensionUri };
  const inFile = { client, coverage, activeFile, isPlan: plan.isPlan };
  held(showThisFile(inFile));
  held(serveEvidenceForms(formParts));
  held(servePlanTables(formParts));
  held(servePacks(client));
  held(markFiles(client));
  for (const served of serveFiles(client)) held(served);
  serveRulePages(context);
  const pages = held(serveStandardPages(client, coverage));
  return {
    client,
    activeFile,
    milestones,
    coverage,
    plan,
    formParts,
    state: held(serveServerState(client)),
    pages,
    rendered: held(
      showInPreviews({
        client,
        context,
        onDidChangeCoverage: coverage.onDidChange,
        showElement: (target) => pages.show(target),
      }),
    ),
    thisMonth: held(showThisMonth(client, coverage, memory)),
    previews: held(servePreviews(client)),
    editions: held(serveEditionPages(client)),
    inFront: held(watchFileInFront(inFile)),
    comparison: held(compareInCoverage(client, coverage, memory)),
    reports: held(serveReportPages(client, coverage, memory)),
    drafting: held(serveDraftingPages(client, coverage)),
  };
}

type Shown = ReturnType<typeof showParts> & {
  readonly ends: ServerEnds;
  readonly restart: () => Promise<void>;
};
type Handlers = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** What each command does, by its id. */
function handlersOf(context: ExtensionContext, host: Host, shown: Shown): Handlers {
  const { client, activeFile, milestones, coverage, plan, previews, editions, comparison, reports } = shown;
  const { source, evidence } = coverage;
  const parts = { client, activeFile, source, evidence };
  return {
    ...elementCommands(parts),
    ...assignCommands(parts),
    ...ratingCommands(parts),
    ...counterpartCommands(parts),
    ...evidenceCommands(parts),
    ...detailCommands(parts),
    ...actionPlanCommands({ client, source, plan }),
    ...dueCommands({ client, thisMonth: shown.thisMonth }),
    ...planExchangeCommands({ client, plan, previews }),
    ...sendCommands({ client, source, memory: context.workspaceState }),
    ...exchangeCommands({ client, source, previews }, (root) => reports.past(root)),
    ...openAsCommands(activeFile, shown.inFront),
    ...evidenceTableCommands(shown.formParts),
    [commands.moveToEdition]: (root, name) => moveToEdition({ client, source, pages: editions }, root, name),
    [commands.showElement]: (target) => shown.pages.show(target),
    [commands.newEvidence]: (target) => newEvidence(client, source, target),
    [commands.compareWithBranch]: () => comparison.choose(),
    [commands.showComparison]: () => comparison.showSummary(),
    [commands.copyComparison]: () => comparison.copySummary(),
    [commands.showReport]: (row) => reports.show(row),
    [commands.reportSince]: () => reports.chooseSince(),
    [commands.whatCounts]: (row) => shown.drafting.whatCounts(row),
    [commands.whatIf]: (row) => shown.drafting.whatIf(row),
    [commands.stopComparing]: () => comparison.stop(),
    [commands.createPortfolio]: (row) => createPortfolio(client, row),
    [commands.openManifest]: (row) => openManifest(source, row),
    [commands.openSample]: () => openSample(context, host, () => milestones.reached('opened')),
    [commands.runCheck]: () => {
      milestones.reached('checked');
      return runCheck(context.extensionUri, host);
    },
    [commands.openRule]: (rule) => openRule(context, rule),
    [commands.showServerState]: () => shown.state.show(),
    [commands.reportProblem]: () => reportProblem({ client, context, host, deaths: shown.ends.deaths }),
    [commands.showOutput]: () => client.outputChannel.show(),
    [commands.restartServer]: () => restart(shown),
  };
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

const startable = (client: BaseLanguageClient): Startable => ({
  isComingUp: () => client.state === State.Starting,
  start: () => client.start(),
  stop: () => client.stop(),
});

async function restart({ client, restart: startAnew }: Shown): Promise<void> {
  const title = `Restarting ${extensionName}`;
  const showOutput = 'Show Output';
  try {
    await window.withProgress({ location: ProgressLocation.Window, title }, startAnew);
    showDone(`${extensionName} has been restarted.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const picked = await showError(`${extensionName} could not be restarted: ${reason}`, showOutput);
    if (picked === showOutput) client.outputChannel.show();
  }
}
