/** Coverage in the editor: the view, the status bar, and the commands of the two. */
import { EventEmitter, commands as vscodeCommands, window, workspace, type Event } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  CoverageChangedNotification,
  CoverageOutlineRequest,
  ElementsWithRequest,
  EvidenceOfRequest,
  FindElementsRequest,
  OwnersRequest,
  PeopleRequest,
  type CoverageResult,
} from '../../server/lsp/protocol';
import type { ActiveFile } from '../host/activeFile';
import { commands, contextKeys, views } from '../host/commands';
import type { Compared } from '../words/compareWords';
import { coverageDrag, type Dropped } from './drag';
import { noFilter } from './filter';
import { chooseFilter } from './filterPick';
import { findAndReveal, revealElement } from './find';
import { followEditor } from './follow';
import { createCoverageSource, type CoverageSource } from '../portfolios/coverageSource';
import type { ElementSource } from '../portfolios/elementSource';
import { createEvidenceSource, type EvidenceSource } from '../portfolios/evidenceSource';
import { outlineAfter, type Outline } from '../portfolios/outline';
import { badgeOf, createCoverageView } from './view';
import { pickElement } from '../elements/pick';
import { evidenceActions } from '../evidence/commands';
import { extensionId, type Held } from '../host/host';
import type { Milestones } from '../walkthroughSteps/milestones';
import { createStatusBar, statusBarWanted } from '../views/statusBar';

/** What `when` clauses of package.json see as `evidencePortfolio.state`. */
export type ViewState = 'starting' | 'none' | 'ready' | 'failed';

/** Changes within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 150;

export interface Coverage extends Held {
  readonly source: ElementSource;
  readonly evidence: EvidenceSource;
  /** The server has said that coverage is another. */
  readonly onDidChange: Event<void>;
  /** Marks what has changed since a base; undefined: nothing any longer. */
  compare(compared: Compared | undefined): void;
  /** Whether the server has read the folders: what it knows before that is half of the truth. */
  hasRead(): boolean;
}

/** Shows coverage from now on, as the client's server tells it. */
export function showCoverage(
  client: BaseLanguageClient,
  activeFile: ActiveFile,
  milestones: Milestones,
): Coverage {
  const changed = new EventEmitter<void>();
  // The server says once that coverage has changed when it has read the folders, even if nothing is in them.
  let hasRead = false;
  const { ask, evidence, forget } = partsAskedOf(client);
  const coverage: CoverageSource = createCoverageSource({
    // Progress for the first answer only: after that, one per pause in typing would be a flicker.
    ask: () => (coverage.latest() === undefined ? inView(ask) : ask()),
    wanted: () => hasRead && client.isRunning() && (display.isWanted() || milestones.waits()),
    answered: (coverage) => {
      const isEmpty = coverage.portfolios.length === 0;
      display.show(coverage, isEmpty ? (hasRead ? 'none' : 'starting') : 'ready');
    },
    failed: (error) => {
      if (client.isRunning()) client.outputChannel.error(`Coverage could not be had: ${String(error)}`);
    },
    delay: delayInMilliseconds,
  });
  const source: ElementSource = {
    ...coverage,
    find: (params) => client.sendRequest(FindElementsRequest, params),
  };
  const display = createDisplay(client, source, evidence, activeFile, milestones);
  display.show(undefined, 'starting');
  const parts: readonly Held[] = [
    display,
    changed,
    client.onNotification(CoverageChangedNotification, () => {
      hasRead = true;
      source.changed();
      changed.fire();
    }),
    client.onDidChangeState(({ newState }) => {
      source.reset();
      forget();
      hasRead = false;
      const failed = newState === State.Stopped || newState === State.StartFailed;
      display.show(undefined, failed ? 'failed' : 'starting');
    }),
  ];
  return {
    source,
    evidence,
    onDidChange: changed.event,
    compare: (compared) => display.compare(compared),
    hasRead: () => hasRead,
    dispose: () => disposeAll(parts),
  };
}

interface CoverageParts {
  /** The outline as it is now; what is known of the evidence is forgotten. */
  readonly ask: () => Promise<CoverageResult>;
  readonly evidence: EvidenceSource;
  /** Another server will answer: it knows nothing of what this one has told. */
  readonly forget: () => void;
}

/** Coverage in parts: of the outline, the server tells what has changed since its last answer. */
function partsAskedOf(client: BaseLanguageClient): CoverageParts {
  let outline: Outline | undefined;
  const evidence = createEvidenceSource({
    of: (params) => client.sendRequest(EvidenceOfRequest, params),
    with: (params) => client.sendRequest(ElementsWithRequest, params),
    owners: () => client.sendRequest(OwnersRequest),
    people: () => client.sendRequest(PeopleRequest),
  });
  return {
    evidence,
    ask: async () => {
      const known = outline === undefined ? {} : { known: outline.revision };
      const answer = await client.sendRequest(CoverageOutlineRequest, known);
      evidence.forget();
      return (outline = outlineAfter(outline, answer));
    },
    forget: () => {
      outline = undefined;
      evidence.forget();
    },
  };
}

interface Display extends Held {
  show(coverage: CoverageResult | undefined, state: ViewState): void;
  compare(compared: Compared | undefined): void;
  /** Whether anything of it is on show. */
  isWanted(): boolean;
}

/** The view, its badge, the status bar, and what the user can do with them. */
function createDisplay(
  client: BaseLanguageClient,
  source: ElementSource,
  evidence: EvidenceSource,
  activeFile: ActiveFile,
  milestones: Milestones,
): Display {
  const view = createCoverageView(
    coverageDrag(whatDroppingDoes(client, source, activeFile)),
    evidence,
    source.find,
  );
  const statusBar = createStatusBar();
  const follower = followEditor(view, activeFile);
  const showBadge = (coverage: CoverageResult | undefined): void => {
    view.view.badge = badgeWanted() ? badgeOf(coverage) : undefined;
  };
  const sayWhetherLooked = (): void => {
    if (view.view.visible && (source.latest()?.portfolios.length ?? 0) > 0) milestones.reached('looked');
  };
  const parts: readonly Held[] = [
    view,
    statusBar,
    follower,
    view.view.onDidChangeVisibility(() => {
      source.lookedAt();
      sayWhetherLooked();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${extensionId}.${badgeSetting}`)) return;
      showBadge(source.latest());
      source.lookedAt();
    }),
    vscodeCommands.registerCommand(commands.refreshCoverage, () => inView(() => source.refresh())),
    vscodeCommands.registerCommand(commands.filterCoverage, () =>
      chooseFilter(view, source, evidence, activeFile),
    ),
    vscodeCommands.registerCommand(commands.findElement, () => findAndReveal(view, source)),
    vscodeCommands.registerCommand(commands.revealInCoverage, (row) => revealElement(view, source, row)),
    vscodeCommands.registerCommand(commands.clearFilter, () => {
      view.setFilter(noFilter);
      follower.anew();
    }),
  ];
  return {
    show: (coverage, state) => {
      void vscodeCommands.executeCommand('setContext', contextKeys.state, state);
      view.show(coverage);
      showBadge(coverage);
      statusBar.show(coverage);
      void milestones.covered(coverage, evidence);
      sayWhetherLooked();
      follower.covered();
    },
    compare: (compared) => view.compare(compared),
    isWanted: () => view.view.visible || statusBarWanted() || badgeWanted(),
    dispose: () => disposeAll(parts),
  };
}

function whatDroppingDoes(
  client: BaseLanguageClient,
  source: ElementSource,
  activeFile: ActiveFile,
): Dropped {
  const { add, move } = evidenceActions({ client, source, activeFile });
  return {
    add: (files, target) => add(files, [target]),
    move,
    chooseBelow: async (root, group) => {
      const picked = await pickElement(source, {
        title: `Drop onto an Element of ${group}`,
        placeholder: 'Onto which one?',
        only: ({ portfolio, above }) => portfolio.root === root && above.some(({ id }) => id === group),
        inOrder: true,
      });
      return picked && { root, element: picked.node.id };
    },
  };
}

/** Shows the bar of progress in the Coverage view while something is done. */
async function inView<T>(work: () => Promise<T>): Promise<T> {
  return window.withProgress({ location: { viewId: views.coverage } }, work);
}

const badgeSetting = 'coverage.badge';

/** Whether the user wants the number of missing elements on the view's icon. */
const badgeWanted = (): boolean => workspace.getConfiguration(extensionId).get(badgeSetting, true);

function disposeAll(parts: readonly Held[]): void {
  for (const part of parts) part.dispose();
}
