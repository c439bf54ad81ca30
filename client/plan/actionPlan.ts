/** The view Action Plan: what is to be done, by whom and by when. */
import {
  ThemeIcon,
  commands as vscodeCommands,
  workspace,
  type Memento,
  type TreeView,
  type Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ActionPlanRequest, type ActionPlanResult } from '../../server/lsp/protocol';
import {
  groupingWords,
  groupings,
  overdueIn,
  overdueWords,
  planRows,
  planSummary,
  type PlanGrouping,
  type PlanRow,
} from './rows';
import { actOnPlan, contextKeys, views } from '../host/commands';
import type { Coverage } from '../coverage/coverage';
import { createCoverageSource, type CoverageSource } from '../portfolios/coverageSource';
import { extensionId, type Held } from '../host/host';
import { createRowsView } from '../views/rowsView';
import { showPick } from '../host/pickers';

/** Changes within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 200;

export interface ActionPlan extends Held {
  readonly source: CoverageSource<ActionPlanResult>;
  /** Whether a file is a plan: by its name, or as the server has said. */
  readonly isPlan: (file: Uri) => boolean;
  /** Lets the user choose what the actions are grouped by; remembered for the workspace. */
  chooseGrouping(): Promise<void>;
}

/** Shows the action plans from now on. */
export function showActionPlan(client: BaseLanguageClient, coverage: Coverage, memory: Memento): ActionPlan {
  const tree = createTree(memory);
  const { view } = tree;
  const source = createCoverageSource<ActionPlanResult>({
    ask: () => client.sendRequest(ActionPlanRequest),
    wanted: () => coverage.hasRead() && client.isRunning() && (view.visible || badgeWanted()),
    answered: (result) => {
      tree.draw(result);
      say(stateOf(result));
    },
    failed: (error) => {
      if (client.isRunning())
        client.outputChannel.error(`The action plan could not be had: ${String(error)}`);
    },
    delay: delayInMilliseconds,
  });
  const forget = (): void => {
    source.reset();
    tree.draw(undefined);
    say('starting');
  };
  say('starting');
  const parts: readonly Held[] = [
    tree,
    coverage.onDidChange(() => source.changed()),
    client.onDidChangeState(forget),
    view.onDidChangeVisibility(() => source.lookedAt()),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${extensionId}.${badgeSetting}`)) return;
      tree.draw(source.latest());
      source.lookedAt();
    }),
  ];
  return {
    source,
    isPlan: (file) => isNamedPlan(file) || plansIn(source.latest()).includes(file.toString()),
    chooseGrouping: () => tree.chooseGrouping(),
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

const isNamedPlan = ({ path }: Uri): boolean => /\/action-plan\.md$/i.test(path);

const plansIn = (result: ActionPlanResult | undefined): readonly string[] =>
  (result?.portfolios ?? []).flatMap(({ plans }) => plans.map(({ uri }) => uri));

type PlanState = 'starting' | 'noPortfolio' | 'none' | 'ready';

const say = (state: PlanState): void =>
  void vscodeCommands.executeCommand('setContext', contextKeys.plan, state);

function stateOf({ portfolios }: ActionPlanResult): PlanState {
  if (portfolios.length === 0) return 'noPortfolio';
  return portfolios.some(({ actions }) => actions.length > 0) ? 'ready' : 'none';
}

const badgeSetting = 'actionPlan.badge';

/** Whether the user wants the number of overdue actions on the view's icon. */
const badgeWanted = (): boolean => workspace.getConfiguration(extensionId).get(badgeSetting, false);

interface Tree extends Held {
  readonly view: TreeView<PlanRow>;
  draw(result: ActionPlanResult | undefined): void;
  chooseGrouping(): Promise<void>;
}

const groupingKey = 'actionPlan.grouping';

function createTree(memory: Memento): Tree {
  let shown: ActionPlanResult | undefined;
  const grouping = (): PlanGrouping => groupings.find((known) => known === memory.get(groupingKey)) ?? 'due';
  const rows = createRowsView<PlanRow>(views.actionPlan, {
    commandOf: ({ click }) => click && { command: actOnPlan, title: 'Open', arguments: [click] },
    canSelectMany: true,
  });
  const { view } = rows;
  const draw = (result: ActionPlanResult | undefined): void => {
    shown = result;
    view.description = result ? planSummary(result) : '';
    view.badge = badgeWanted() && result ? badgeOf(result) : undefined;
    rows.draw(result ? planRows(result, grouping()) : []);
  };
  return {
    view,
    draw,
    chooseGrouping: async () => {
      const picked = await pickGrouping(grouping());
      if (picked === undefined) return;
      await memory.update(groupingKey, picked);
      draw(shown);
    },
    dispose: rows.dispose,
  };
}

async function pickGrouping(now: PlanGrouping): Promise<PlanGrouping | undefined> {
  const items = groupings.map((grouping) => ({
    grouping,
    label: groupingWords[grouping],
    description: grouping === now ? 'as it is now' : '',
    iconPath: new ThemeIcon(groupingIcons[grouping]),
  }));
  return (await showPick(items, { title: 'Group the Action Plan' }))?.grouping;
}

const groupingIcons: Readonly<Record<PlanGrouping, string>> = {
  due: 'calendar',
  responsibility: 'person',
  criterion: 'list-tree',
};

function badgeOf(result: ActionPlanResult): TreeView<PlanRow>['badge'] {
  const overdue = overdueIn(result);
  return overdue === 0 ? undefined : { value: overdue, tooltip: overdueWords(result) };
}
