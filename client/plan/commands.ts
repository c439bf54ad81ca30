/** The commands on actions: go to one, mark it complete, copy it, add one for an element. */
import {
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  commands as vscodeCommands,
  env,
  window,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange } from 'vscode-languageclient';
import type { ActionPlanResult } from '../../server/lsp/protocol';
import type { ActionPlan } from './actionPlan';
import {
  actionText,
  actionsIn,
  findAction,
  isActionTarget,
  isOpen,
  wordsOf,
  type ActionIn,
  type ActionTarget,
} from './actions';
import { actOnPlan, commands } from '../host/commands';
import { nodeName } from '../words/coverageLabels';
import { count } from '../../server/words/counts';
import { isAsked } from '../portfolios/standards';
import type { CoverageSource } from '../portfolios/coverageSource';
import type { ElementSource } from '../portfolios/elementSource';
import { elementFrom, targetOf } from '../elements/commands';
import { makeEdits } from '../edits/serverEdits';
import { showDone, showInformation } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';
import { showPick } from '../host/pickers';

export interface PlanCommands {
  readonly client: BaseLanguageClient;
  /** Coverage. */
  readonly source: ElementSource;
  readonly plan: ActionPlan;
}

/** The handlers of these commands, by the commands' ids. Each takes the row, and all rows, it was chosen on, if any. */
export function actionPlanCommands(
  parts: PlanCommands,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { plan } = parts;
  return {
    [commands.addAction]: (row) => addAction(parts, row),
    [commands.completeAction]: (row, rows) => completeAction(parts, row, rows),
    [commands.copyAction]: (row, rows) => copyAction(plan.source, row, rows),
    [commands.groupPlan]: () => plan.chooseGrouping(),
    [commands.openPlan]: (row) => openPlan(plan.source, row),
    [actOnPlan]: (row) => act(plan.source, row),
  };
}

/** What a click on a row does. */
async function act(source: CoverageSource<ActionPlanResult>, row: unknown): Promise<void> {
  if (isActionTarget(row)) await goToAction(source, row);
  else if (typeof row === 'object' && row !== null && 'root' in row)
    await vscodeCommands.executeCommand(commands.syncPlan, row.root);
}

/** Goes to the row of an action, wherever it stands by now. */
async function goToAction(source: CoverageSource<ActionPlanResult>, target: ActionTarget): Promise<void> {
  const found = findAction(await source.current(), target);
  if (found === undefined) {
    void showInformation(`The action for ${target.element} is no longer in the plan.`);
    return;
  }
  await show(found, found.action.range);
}

async function show({ action }: ActionIn, range: ProtocolRange): Promise<TextEditor> {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(Uri.parse(action.uri), { preview: false });
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

async function openPlan(source: CoverageSource<ActionPlanResult>, row: unknown): Promise<void> {
  if (isActionTarget(row)) return goToAction(source, row);
  const plans = ((await source.current())?.portfolios ?? []).flatMap((tree) => tree.plans);
  const [only] = plans;
  if (only === undefined) {
    void showInformation('There is no action plan yet. Add an action for an element, or import a plan.');
    return;
  }
  const items = plans.map(({ uri, title }) => rowAsItStands({ uri, label: title }));
  const picked = plans.length === 1 ? only : await showPick(items, { title: 'Open Action Plan' });
  if (picked) await window.showTextDocument(Uri.parse(picked.uri), { preview: false });
}

/** The actions of the rows, or the one that the user picks; undefined where they pick none. */
async function actionsFrom(
  source: CoverageSource<ActionPlanResult>,
  { row, rows, title, only = () => true }: Chosen,
): Promise<readonly ActionIn[] | undefined> {
  const result = await source.current();
  const chosen = (Array.isArray(rows) && rows.length > 0 ? (rows as readonly unknown[]) : [row]).filter(
    isActionTarget,
  );
  if (chosen.length > 0) return chosen.flatMap((target) => findAction(result, target) ?? []).filter(only);
  const actions = actionsIn(result).filter(only);
  if (actions.length === 0) {
    void showInformation('There is no such action in the plan.');
    return undefined;
  }
  const items = actions.map((found): QuickPickItem & { readonly found: ActionIn } => ({
    found,
    label: found.action.element,
    description: [found.action.dueWords, found.action.progressWords, found.action.responsibility]
      .filter((part) => part !== '')
      .join(' · '),
    detail: wordsOf(found.action),
  }));
  const picked = await showPick(items.map(rowAsItStands), {
    title,
    placeHolder: 'Which action? Type words, an ID, or who is responsible',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && [picked.found];
}

interface Chosen {
  readonly row: unknown;
  readonly rows: unknown;
  readonly title: string;
  readonly only?: (found: ActionIn) => boolean;
}

async function completeAction({ client, plan }: PlanCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = await actionsFrom(plan.source, {
    row,
    rows,
    title: 'Mark Action Complete',
    only: ({ action }) => isOpen(action),
  });
  if (chosen === undefined || chosen.length === 0) return;
  const ids = chosen.map(({ action }) => action.element).join(', ');
  const done =
    chosen.length === 1
      ? `The action for ${ids} is complete.`
      : `${count(chosen.length, 'action')} are complete: ${ids}.`;
  await makeEdits(
    client,
    chosen.map(({ action: { uri, element, order } }) => ({
      name: 'completeAction' as const,
      told: { uri, element, order },
    })),
    { files: [...new Set(chosen.map(({ action }) => action.uri))].map((uri) => Uri.parse(uri)), done },
  );
}

async function copyAction(
  source: CoverageSource<ActionPlanResult>,
  row: unknown,
  rows: unknown,
): Promise<void> {
  const chosen = await actionsFrom(source, { row, rows, title: 'Copy Action' });
  if (chosen === undefined || chosen.length === 0) return;
  await env.clipboard.writeText(chosen.map(({ action }) => actionText(action)).join('\n'));
  const what = chosen.length === 1 ? 'The action has' : `${count(chosen.length, 'action')} have`;
  showDone(`${what} been copied.`);
}

/** Adds an action in the standard's words, and puts the cursor where somebody's name goes. */
async function addAction({ client, source, plan }: PlanCommands, row: unknown): Promise<void> {
  const element = await elementFrom(source, row, {
    title: 'Add an Action',
    placeholder: 'For which element? Type words or an ID',
    only: ({ node }) => isAsked(node.state),
    none: 'There is no element that applies to you.',
  });
  if (element === undefined) return;
  const target = targetOf(element);
  const before = await plan.source.current();
  const tree = before?.portfolios.find(({ root }) => root === target.root);
  const files = (tree?.plans ?? []).map(({ uri }) => Uri.parse(uri));
  const done = `${nodeName(element.node)} has an action now. Write down who is responsible, and by when.`;
  if (!(await makeEdits(client, [{ name: 'addAction', told: target }], { files, done }))) return;
  await plan.source.refresh();
  const added = actionsIn(plan.source.latest())
    .filter(({ root, action }) => root === target.root && action.element === target.element)
    .at(-1);
  if (added === undefined) return;
  const editor = await show(added, added.action.unfilled ?? added.action.range);
  editor.selection = new Selection(editor.selection.start, editor.selection.start);
}
