/**
 * *Evidence: Compare with Branch or Day…*: what has changed since a branch was left, or what a branch would change, in Coverage,
 * the status bar and a page.
 */
import { commands as vscodeCommands, env, ProgressLocation, window, type Memento } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CompareEndNotification, CompareRequest } from '../../server/lsp/protocol';
import { contextKeys, revealCoverage } from '../host/commands';
import { automation, stoppedKey } from './automatic';
import { askDayWith } from './askDay';
import { chooseTarget, type Target } from './choice';
import { servePage, type ComparePage } from './page';
import { createCompareStatus } from './status';
import { withoutIcons } from '../../server/words/asItStands';
import type { Compared } from '../words/compareWords';
import type { Coverage } from '../coverage/coverage';
import { createCoverageSource, type CoverageSource } from '../portfolios/coverageSource';
import { offerFirstSteps } from '../host/firstSteps';
import { Refusal, sideOf, type Texts } from '../git/base';
import type { Held } from '../host/host';
import { watchRepositories } from '../git/watch';
import { showDone, showInformation, showWarning } from '../host/notices';

/** Changes within this time are compared together; git needs a moment itself to see them. */
const delayInMilliseconds = 500;

export interface Comparing extends Held {
  /** Asks with which branch to compare, and does. */
  choose(): Promise<void>;
  showSummary(): Promise<void>;
  copySummary(): Promise<void>;
  /** Nothing is compared any longer, and on this branch not by itself either. */
  stop(): Promise<void>;
}

interface Answer {
  readonly target: Target;
  readonly compared: Compared | undefined;
}

/** Compares from now on: by itself where another branch than the default one is checked out, or when asked. */
export function compareInCoverage(
  client: BaseLanguageClient,
  coverage: Coverage,
  memory: Memento,
): Comparing {
  const display = createDisplay(coverage);
  const { source, target, setTarget } = createComparison(client, coverage, display);
  const automatic = automation(coverage, memory, target, setTarget);
  const parts: readonly Held[] = [
    display,
    automatic,
    coverage.onDidChange(() => {
      automatic.look();
      source.changed();
    }),
    client.onDidChangeState(() => {
      source.reset();
      display.show(undefined);
    }),
    watchRepositories((headHasMoved) => {
      if (headHasMoved) automatic.anew();
      source.changed();
    }),
  ];
  const current = async (): Promise<Compared | undefined> => {
    // An edit that changes no coverage may have changed what is found.
    if (target()) await source.refresh();
    const compared = target() && source.latest()?.compared;
    if (compared === undefined)
      void showInformation('Nothing is compared. “Evidence: Compare with Branch or Day…” begins.');
    return compared;
  };
  return {
    choose: async () => {
      const next = await chosen(client, coverage);
      if (next === undefined) return;
      await memory.update(stoppedKey, undefined);
      setTarget(undefined);
      setTarget(next);
      await showProgress(next, () => source.refresh());
    },
    showSummary: async () => {
      const compared = await current();
      if (compared) await display.page.open(compared);
    },
    copySummary: async () => {
      const compared = await current();
      if (compared === undefined) return;
      await env.clipboard.writeText(compared.markdown);
      showDone('The summary is copied as Markdown.');
    },
    stop: async () => {
      const branch = target()?.repository.state.HEAD?.name;
      await memory.update(stoppedKey, branch);
      setTarget(undefined);
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

interface Comparison {
  readonly source: CoverageSource<Answer | undefined>;
  readonly target: () => Target | undefined;
  /** Compares with something else; undefined: with nothing. */
  readonly setTarget: (target: Target | undefined) => void;
}

function createComparison(client: BaseLanguageClient, coverage: Coverage, display: Display): Comparison {
  let target: Target | undefined;
  const texts: Texts = new Map();
  const source = createCoverageSource<Answer | undefined>({
    ask: async () => target && { target, compared: await compare(client, coverage, target, texts) },
    wanted: () => target !== undefined && coverage.hasRead() && client.isRunning(),
    answered: (answer) => {
      if (answer?.target === target) display.show(answer?.compared);
    },
    failed: (error) => {
      if (client.isRunning()) client.outputChannel.info(`Nothing could be compared: ${messageOf(error)}`);
      if (!(error instanceof Refusal) || target === undefined) return;
      if (!target.isAutomatic) void showWarning(error.message);
      setTarget(undefined);
    },
    delay: delayInMilliseconds,
  });
  const setTarget = (next: Target | undefined): void => {
    if (isSame(target, next)) return;
    target = next;
    texts.clear();
    source.reset();
    display.show(undefined);
    if (next === undefined && client.isRunning()) void client.sendNotification(CompareEndNotification);
    else source.changed();
  };
  return { source, target: () => target, setTarget };
}

interface Display extends Held {
  readonly page: ComparePage;
  show(compared: Compared | undefined): void;
}

function createDisplay(coverage: Coverage): Display {
  const status = createCompareStatus();
  const page = servePage();
  return {
    page,
    show: (compared: Compared | undefined): void => {
      void vscodeCommands.executeCommand('setContext', contextKeys.comparing, compared !== undefined);
      coverage.compare(compared);
      status.show(compared);
      page.update(compared);
    },
    dispose: (): void => {
      status.dispose();
      page.dispose();
    },
  };
}

/** @throws Refusal */
async function compare(
  client: BaseLanguageClient,
  coverage: Coverage,
  target: Target,
  texts: Texts,
): Promise<Compared | undefined> {
  const { repository, name, ref, day, by } = target;
  const { commit, files, ...side } = await sideOf(repository, target, texts);
  const { remotes } = repository.state;
  const origin = (remotes.find((remote) => remote.name === 'origin') ?? remotes[0])?.fetchUrl;
  const folder = repository.rootUri.toString();
  const { direction } = side;
  const about = {
    folder,
    files,
    direction,
    commit,
    ...(origin === undefined ? {} : { origin }),
    ...(day === undefined ? {} : { day }),
  };
  const answer = await client.sendRequest(CompareRequest, about);
  const isOnly = (coverage.source.latest()?.portfolios.length ?? 0) <= 1;
  return answer === null
    ? undefined
    : {
        ...answer,
        ...side,
        base: name,
        isBranch: ref !== 'HEAD' && day === undefined,
        isOnly,
        ...(by === undefined ? {} : { by }),
      };
}

async function showProgress({ name }: Target, work: () => Promise<void>): Promise<void> {
  await vscodeCommands.executeCommand(revealCoverage);
  const title = `Comparing the evidence with ${withoutIcons(name)}`;
  await window.withProgress({ location: ProgressLocation.Window, title }, work);
}

async function chosen(client: BaseLanguageClient, coverage: Coverage): Promise<Target | undefined> {
  const now = await coverage.source.current();
  if (now === undefined || now.portfolios.length === 0) {
    await offerFirstSteps();
    return undefined;
  }
  try {
    return await chooseTarget(now, askDayWith(client));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    void showInformation(error.message);
    return undefined;
  }
}

const isSame = (one: Target | undefined, other: Target | undefined): boolean =>
  one?.repository === other?.repository &&
  one?.ref === other?.ref &&
  one?.isAutomatic === other?.isAutomatic &&
  one?.day === other?.day;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
