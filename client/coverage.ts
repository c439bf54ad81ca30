/** Coverage in the editor: the view, the status bar, and the commands of the two. */
import { EventEmitter, commands as vscodeCommands, window, workspace, type Event } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { CoverageChangedNotification, CoverageRequest, type CoverageResult } from '../server/lsp/protocol';
import type { ActiveFile } from './activeFile';
import { commands, contextKeys, coverageView } from './commands';
import { coverageDrag } from './coverageDrag';
import { findAndReveal } from './coverageFind';
import { noFilter } from './coverageFilter';
import { chooseFilter } from './coverageFilterPick';
import { createCoverageSource, type CoverageSource } from './coverageSource';
import { badgeOf, createCoverageView } from './coverageView';
import { pickElement } from './elementPick';
import { evidenceActions } from './evidenceCommands';
import { extensionId, type Held } from './host';
import { watchMilestones } from './milestones';
import { createStatusBar, statusBarWanted } from './statusBar';

/** What `when` clauses of package.json see as `evidencePortfolio.state`. */
export type ViewState = 'starting' | 'none' | 'ready' | 'failed';

/** Changes within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 150;

export interface Coverage extends Held {
  readonly source: CoverageSource;
  /** The server has said that coverage is another. */
  readonly onDidChange: Event<void>;
  /** Whether the server has read the folders: what it knows before that is half of the truth. */
  hasRead(): boolean;
}

/** Shows coverage from now on, as the client's server tells it. */
export function showCoverage(client: BaseLanguageClient, activeFile: ActiveFile): Coverage {
  const changed = new EventEmitter<void>();
  // The server says once that coverage has changed when it has read the folders, even if nothing is in them.
  let hasRead = false;
  // A new file is in the editor before it is in the coverage.
  let followed = true;
  const view = createCoverageView(
    coverageDrag({
      add: (files, target) => evidenceActions({ client, source, activeFile }).add(files, [target]),
      move: (evidence, target) => evidenceActions({ client, source, activeFile }).move(evidence, target),
      chooseBelow: async (root, group) => {
        const picked = await pickElement(source, {
          title: `Drop onto an Element of ${group}`,
          placeholder: 'Onto which one?',
          only: ({ portfolio, above }) => portfolio.root === root && above.some(({ id }) => id === group),
          inOrder: true,
        });
        return picked && { root, element: picked.node.id };
      },
    }),
  );
  const statusBar = createStatusBar();
  const milestones = watchMilestones();
  const show = (coverage: CoverageResult | undefined, state: ViewState): void => {
    void vscodeCommands.executeCommand('setContext', contextKeys.state, state);
    view.show(coverage);
    view.view.badge = badgeWanted() ? badgeOf(coverage) : undefined;
    statusBar.show(coverage);
    milestones.covered(coverage);
  };
  const ask = (): Promise<CoverageResult> => client.sendRequest(CoverageRequest);
  const source: CoverageSource = createCoverageSource({
    // Progress for the first answer only: after that, one per pause in typing would be a flicker.
    ask: () => (source.latest() === undefined ? inView(ask) : ask()),
    wanted: () => hasRead && client.isRunning() && (view.view.visible || statusBarWanted() || badgeWanted()),
    answered: (coverage) => {
      const isEmpty = coverage.portfolios.length === 0;
      show(coverage, isEmpty ? (hasRead ? 'none' : 'starting') : 'ready');
      if (!followed) follow();
    },
    failed: (error) => {
      if (client.isRunning()) client.outputChannel.error(`Coverage could not be had: ${String(error)}`);
    },
    delay: delayInMilliseconds,
  });
  show(undefined, 'starting');
  const follow = (stay = true): void => {
    const file = activeFile.current();
    view.setFile(file);
    if (file === undefined || !view.view.visible || !isFollowing()) return;
    followed = false;
    void view.revealFile(file, stay).then((found) => (followed = found));
  };
  follow();
  const parts: readonly Held[] = [
    view,
    statusBar,
    milestones,
    changed,
    client.onNotification(CoverageChangedNotification, () => {
      hasRead = true;
      source.changed();
      changed.fire();
    }),
    client.onDidChangeState(({ newState }) => {
      source.reset();
      hasRead = false;
      const failed = newState === State.Stopped || newState === State.StartFailed;
      show(undefined, failed ? 'failed' : 'starting');
    }),
    view.view.onDidChangeVisibility(() => {
      source.lookedAt();
      follow();
    }),
    activeFile.onDidChange(() => follow()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${extensionId}.coverage`)) {
        view.view.badge = badgeWanted() ? badgeOf(source.latest()) : undefined;
        source.lookedAt();
        tellFollowing();
        follow();
      }
    }),
    vscodeCommands.registerCommand(commands.refreshCoverage, () => inView(() => source.refresh())),
    vscodeCommands.registerCommand(commands.clearFilter, () => {
      view.setFilter(noFilter);
      // The whole tree comes back folded up.
      follow(false);
    }),
    vscodeCommands.registerCommand(commands.filterCoverage, () => chooseFilter(view, source, activeFile)),
    vscodeCommands.registerCommand(commands.findElement, () => findAndReveal(view, source)),
    vscodeCommands.registerCommand(commands.followEditor, () => setFollowing(true)),
    vscodeCommands.registerCommand(commands.unfollowEditor, () => setFollowing(false)),
  ];
  tellFollowing();
  return {
    source,
    onDidChange: changed.event,
    hasRead: () => hasRead,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

/** Shows the bar of progress in the Coverage view while something is done. */
async function inView<T>(work: () => Promise<T>): Promise<T> {
  return window.withProgress({ location: { viewId: coverageView } }, work);
}

const settings = () => workspace.getConfiguration(`${extensionId}.coverage`);

/** Whether the user wants the number of missing elements on the view's icon. */
const badgeWanted = (): boolean => settings().get('badge', true);

const isFollowing = (): boolean => settings().get('followEditor', true);

async function setFollowing(wanted: boolean): Promise<void> {
  await settings().update('followEditor', wanted, true);
}

function tellFollowing(): void {
  void vscodeCommands.executeCommand('setContext', contextKeys.following, isFollowing());
}
