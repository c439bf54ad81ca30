/** The commands of This Month: what a click does, and whose rows are on show. */
import {
  Range,
  Selection,
  TextEditorRevealType,
  ThemeIcon,
  Uri,
  commands as vscodeCommands,
  window,
  type QuickPickItem,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ThisFileRequest } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { actOnDue, actOnPlan, commands, views } from '../host/commands';
import { offerFirstSteps } from '../host/firstSteps';
import { showInformation } from '../host/notices';
import { countsOf, namesIn, type DueClick } from './rows';
import type { ThisMonth } from './thisMonth';
import { showPick } from '../host/pickers';

export interface DueCommands {
  readonly client: BaseLanguageClient;
  readonly thisMonth: ThisMonth;
}

/** The handlers of these commands, by the commands' ids. */
export function dueCommands({
  client,
  thisMonth,
}: DueCommands): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    [commands.filterDue]: () => filter(thisMonth),
    [commands.onlyMine]: () => onlyMine(thisMonth),
    [commands.everybodys]: () => thisMonth.wish({ shown: undefined }),
    [commands.whoIAm]: () => sayWhoIAm(thisMonth),
    [commands.lookFurther]: () => show(() => thisMonth.wish({ isFar: true })),
    [commands.thisMonthOnly]: () => show(() => thisMonth.wish({ isFar: false })),
    [actOnDue]: (click) => act(client, click as DueClick),
  };
}

async function act(client: BaseLanguageClient, click: DueClick): Promise<void> {
  switch (click.kind) {
    case 'action':
      await vscodeCommands.executeCommand(actOnPlan, click.action);
      return;
    case 'element':
      await vscodeCommands.executeCommand(commands.newEvidence, click.element);
      return;
    case 'evidence':
      await showDetail(client, Uri.parse(click.uri), click.key);
  }
}

/** Shows a file with a detail in front matter selected; where it has none, the file. */
async function showDetail(client: BaseLanguageClient, file: Uri, key: string): Promise<void> {
  const view = await client.sendRequest(ThisFileRequest, { uri: file.toString() });
  const detail = view?.details.find((candidate) => candidate.key === key);
  const range = detail && (detail.state !== 'missing' || detail.isBlocked) ? detail.range : undefined;
  const editor = await window.showTextDocument(file, { preview: false });
  if (!range) return;
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function show(change: () => Promise<void>): Promise<void> {
  await vscodeCommands.executeCommand(`${views.thisMonth}.focus`);
  await change();
}

interface PersonItem extends QuickPickItem {
  readonly key: string;
}

/** Lets the user choose people among those who have something to do; undefined where they do not, or there is nobody. */
async function choosePeople(
  { source, wishes }: ThisMonth,
  title: string,
  placeHolder: string,
  picked: ReadonlySet<string>,
  withNobody: boolean,
): Promise<ReadonlySet<string> | undefined> {
  const result = await source.current();
  if (result === undefined || result.portfolios.length === 0) {
    await offerFirstSteps();
    return undefined;
  }
  const { me } = wishes();
  const people = namesIn(result).filter(({ key }) => withNobody || key !== '');
  if (people.length === 0) {
    void showInformation(
      'Nobody has anything to do yet: evidence names its owner, a row of the plan who is responsible, and “Assign Elements…” who is to find evidence.',
    );
    return undefined;
  }
  const items = people.map(({ key, name, rows }): PersonItem => ({
    key,
    label: name,
    description: [...countsOf(rows), ...(me.has(key) ? ['you'] : [])].join(' · '),
    iconPath: new ThemeIcon(key === '' ? 'question' : me.has(key) ? 'account' : 'person'),
    picked: picked.has(key),
  }));
  const chosen = await showPick(items.map(rowAsItStands), {
    title,
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen && new Set(chosen.map(({ key }) => key));
}

async function filter(thisMonth: ThisMonth): Promise<void> {
  const chosen = await choosePeople(
    thisMonth,
    'Filter This Month',
    'Whose work do you want to see? Tick nobody for everybody’s',
    thisMonth.wishes().shown ?? new Set(),
    true,
  );
  if (chosen) await show(() => thisMonth.wish({ shown: chosen.size === 0 ? undefined : chosen }));
}

/** Asks who the user is where that is not known. */
async function onlyMine(thisMonth: ThisMonth): Promise<void> {
  const known = thisMonth.wishes().me;
  const me = known.size > 0 ? known : await askWhoIAm(thisMonth);
  if (me && me.size > 0) await show(() => thisMonth.wish({ me, shown: me }));
}

const askWhoIAm = (thisMonth: ThisMonth): Promise<ReadonlySet<string> | undefined> =>
  choosePeople(
    thisMonth,
    'Who Are You?',
    'Tick your name and the roles that you have; they are remembered for this workspace',
    thisMonth.wishes().me,
    false,
  );

async function sayWhoIAm(thisMonth: ThisMonth): Promise<void> {
  const me = await askWhoIAm(thisMonth);
  if (me) await show(() => thisMonth.wish({ me, shown: me.size === 0 ? undefined : me }));
}
