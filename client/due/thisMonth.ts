/** The view This Month: who has what to do by when. */
import { commands as vscodeCommands, workspace, type Memento, type TreeView } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DueRequest, type DueResult } from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import { actOnDue, contextKeys, views } from '../host/commands';
import { extensionId, type Held } from '../host/host';
import { createCoverageSource, type CoverageSource } from '../portfolios/coverageSource';
import { createRowsView } from '../views/rowsView';
import { dueDescription, dueMessage, dueRows, lateIn, lateWords, type DueViewRow, type Shown } from './rows';

/** Changes within this time are shown together. */
const delayInMilliseconds = 300;

/** A month: what is due after it can wait. */
const daysAhead = 31;

/** What is on show, remembered for the workspace. */
export interface Wishes {
  /** Those whose rows are on show; undefined: everybody. */
  readonly shown: Shown;
  /** Up to the assessment, and not only the month to come. */
  readonly isFar: boolean;
  /** Who the user is; empty: not said yet. */
  readonly me: ReadonlySet<string>;
}

export interface ThisMonth extends Held {
  readonly source: CoverageSource<DueResult>;
  readonly wishes: () => Wishes;
  readonly wish: (wishes: Partial<Wishes>) => Promise<void>;
}

/** Shows what is due from now on. */
export function showThisMonth(client: BaseLanguageClient, coverage: Coverage, memory: Memento): ThisMonth {
  const wishes = rememberedWishes(memory);
  const tree = createTree();
  const { view } = tree;
  const draw = (result: DueResult | undefined): void => {
    const { shown, isFar } = wishes.now();
    tree.draw(result, shown);
    view.badge = badgeWanted() && result ? badgeOf(result, shown) : undefined;
    say(contextKeys.due, result === undefined ? 'starting' : stateOf(result, shown));
    say(contextKeys.dueOfSome, shown !== undefined);
    say(contextKeys.dueFar, isFar);
  };
  const source = createCoverageSource<DueResult>({
    ask: () => client.sendRequest(DueRequest, wishes.now().isFar ? {} : { days: daysAhead }),
    wanted: () => coverage.hasRead() && client.isRunning() && (view.visible || badgeWanted()),
    answered: draw,
    failed: (error) => {
      if (client.isRunning()) client.outputChannel.error(`What is due could not be had: ${String(error)}`);
    },
    delay: delayInMilliseconds,
  });
  draw(undefined);
  const parts: readonly Held[] = [
    tree,
    coverage.onDidChange(() => source.changed()),
    client.onDidChangeState(() => {
      source.reset();
      draw(undefined);
    }),
    view.onDidChangeVisibility(() => source.lookedAt()),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${extensionId}.${badgeSetting}`)) return;
      draw(source.latest());
      source.lookedAt();
    }),
  ];
  return {
    source,
    wishes: wishes.now,
    wish: async (next) => {
      const wasFar = wishes.now().isFar;
      await wishes.set(next);
      if (wishes.now().isFar !== wasFar) await source.refresh();
      else draw(source.latest());
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

const say = (key: string, value: unknown): void =>
  void vscodeCommands.executeCommand('setContext', key, value);

/** `others`: there is something, for other people than those on show. */
type DueState = 'starting' | 'noPortfolio' | 'none' | 'others' | 'ready';

function stateOf(result: DueResult, shown: Shown): DueState {
  if (result.portfolios.length === 0) return 'noPortfolio';
  if (dueRows(result, shown).length > 0) return 'ready';
  return dueRows(result, undefined).length > 0 ? 'others' : 'none';
}

const badgeSetting = 'thisMonth.badge';

/** Whether the user wants the number of what is late on the view's icon. */
const badgeWanted = (): boolean => workspace.getConfiguration(extensionId).get(badgeSetting, true);

function badgeOf(result: DueResult, shown: Shown): TreeView<DueViewRow>['badge'] {
  const late = lateIn(result, shown);
  return late === 0 ? undefined : { value: late, tooltip: lateWords(result, shown) };
}

interface Tree extends Held {
  readonly view: TreeView<DueViewRow>;
  draw(result: DueResult | undefined, shown: Shown): void;
}

function createTree(): Tree {
  const { view, draw, dispose } = createRowsView<DueViewRow>(views.thisMonth, {
    commandOf: ({ click }) => click && { command: actOnDue, title: 'Open', arguments: [click] },
    canSelectMany: true,
  });
  return {
    view,
    draw: (result, shown) => {
      const next = result ? dueRows(result, shown) : [];
      view.description = result ? dueDescription(result, shown) : '';
      view.message = next.length === 0 || !result ? '' : dueMessage(result, shown);
      draw(next);
    },
    dispose,
  };
}

const wishesKey = 'thisMonth';

interface Remembered {
  readonly now: () => Wishes;
  readonly set: (wishes: Partial<Wishes>) => Promise<void>;
}

function rememberedWishes(memory: Memento): Remembered {
  const now = (): Wishes => {
    const kept: {
      readonly shown?: readonly string[];
      readonly isFar?: boolean;
      readonly me?: readonly string[];
    } = memory.get(wishesKey, {});
    return { shown: kept.shown && new Set(kept.shown), isFar: kept.isFar === true, me: new Set(kept.me) };
  };
  return {
    now,
    set: async (wishes) => {
      const { shown, isFar, me } = { ...now(), ...wishes };
      await memory.update(wishesKey, { ...(shown ? { shown: [...shown] } : {}), isFar, me: [...me] });
    },
  };
}
