/** Coverage in the editor: the view, the status bar, and the commands of the two. */
import { commands as vscodeCommands, window, type QuickPickItem } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  CoverageChangedNotification,
  CoverageRequest,
  type CoverageResult,
  type ElementState,
} from '../server/lsp/protocol';
import { commands, coverageView } from './commands';
import { countShown } from './coverageFilter';
import { stateOrder, states } from './coverageLabels';
import { createCoverageSource, type CoverageSource } from './coverageSource';
import { createCoverageView, type CoverageView } from './coverageView';
import type { Held } from './host';
import { stateIcon } from './stateIcons';
import { createStatusBar, statusBarWanted } from './statusBar';

/** What `when` clauses of package.json see as `evidencePortfolio.state`. */
type ViewState = 'starting' | 'none' | 'ready' | 'failed';

/** Changes within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 150;

/** Shows coverage from now on, as the client's server tells it. */
export function showCoverage(client: BaseLanguageClient): Held & { readonly source: CoverageSource } {
  const view = createCoverageView();
  const statusBar = createStatusBar();
  const show = (coverage: CoverageResult | undefined, state: ViewState): void => {
    void vscodeCommands.executeCommand('setContext', 'evidencePortfolio.state', state);
    view.show(coverage);
    statusBar.show(coverage);
  };
  // The server says once that coverage has changed when it has read the folders, even if nothing is in them. What it
  // would answer before that is half of the truth.
  let hasRead = false;
  const ask = (): Promise<CoverageResult> => client.sendRequest(CoverageRequest);
  const source: CoverageSource = createCoverageSource({
    // Progress for the first answer only: after that, one per pause in typing would be a flicker.
    ask: () => (source.latest() === undefined ? inView(ask) : ask()),
    wanted: () => hasRead && client.isRunning() && (view.view.visible || statusBarWanted()),
    answered: (coverage) => {
      const isEmpty = coverage.portfolios.length === 0;
      show(coverage, isEmpty ? (hasRead ? 'none' : 'starting') : 'ready');
    },
    failed: (error) => {
      if (client.isRunning()) client.outputChannel.error(`Coverage could not be had: ${String(error)}`);
    },
    delay: delayInMilliseconds,
  });
  show(undefined, 'starting');
  const parts: readonly Held[] = [
    view,
    statusBar,
    client.onNotification(CoverageChangedNotification, () => {
      hasRead = true;
      source.changed();
    }),
    client.onDidChangeState(({ newState }) => {
      source.reset();
      hasRead = false;
      const failed = newState === State.Stopped || newState === State.StartFailed;
      show(undefined, failed ? 'failed' : 'starting');
    }),
    view.view.onDidChangeVisibility(() => source.lookedAt()),
    vscodeCommands.registerCommand(commands.refreshCoverage, () => inView(() => source.refresh())),
    vscodeCommands.registerCommand(commands.clearFilter, () => view.setFilter(new Set())),
    vscodeCommands.registerCommand(commands.filterCoverage, () => chooseFilter(view, source)),
  ];
  return { source, dispose: () => parts.forEach((part) => part.dispose()) };
}

/** Shows the bar of progress in the Coverage view while something is done. */
async function inView<T>(work: () => Promise<T>): Promise<T> {
  return window.withProgress({ location: { viewId: coverageView } }, work);
}

/** Lets the user choose states; none of them, or all, means no filter. */
async function chooseFilter(view: CoverageView, source: CoverageSource): Promise<void> {
  const coverage = await source.current();
  const nodes = coverage?.portfolios.flatMap((portfolio) => portfolio.nodes) ?? [];
  const filter = view.filter();
  const items = stateOrder.map((state): QuickPickItem & { readonly state: ElementState } => ({
    state,
    label: states[state].words,
    description: String(countShown(nodes, new Set([state])).shown),
    detail: states[state].meaning,
    iconPath: stateIcon(state),
    picked: filter.has(state),
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: 'Filter Coverage by State',
    placeHolder: 'Tick the states that you want to see; none for all elements',
  });
  if (picked === undefined) return;
  const all = picked.length === 0 || picked.length === items.length;
  view.setFilter(new Set(all ? [] : picked.map(({ state }) => state)));
  await vscodeCommands.executeCommand(`${coverageView}.focus`);
}
