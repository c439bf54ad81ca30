/** What the controls of a form do: each is an edit of the server's, as everywhere. */
import {
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  commands as vscodeCommands,
  env,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ThisFileDetail, ThisFilePoint } from '../../server/lsp/protocol';
import { askForEdit } from '../edits/serverEdits';
import { actOnThisFile, commands } from '../host/commands';
import { showInformation } from '../host/notices';
import { applyFix } from '../thisFile/actions';
import { askThisFile, type ThisFileAnswer } from '../thisFile/answer';
import { findingNames } from '../thisFile/rows';
import { choicesFor, settledValues } from './detailValues';
import { linkTarget } from './linkTarget';
import type { FromPage, ToPage } from './messages';

export interface FormActions {
  readonly client: BaseLanguageClient;
  readonly document: TextDocument;
  readonly post: (message: ToPage) => void;
  /** Draws the form as the file is now. */
  readonly refresh: () => Promise<void>;
}

/** Does what a message asks for; the file may have changed since the page was drawn, so the server is asked anew. */
export async function act(parts: FormActions, message: FromPage): Promise<void> {
  const { client, document, post, refresh } = parts;
  const uri = document.uri.toString();
  switch (message.kind) {
    case 'ready':
      await refresh();
      return;
    case 'choices': {
      const { key, typed } = message;
      post({ kind: 'choices', key, typed, choices: await choicesFor(client, uri, key, typed) });
      return;
    }
    case 'detail':
      await setDetail(parts, message);
      return;
    case 'attach':
      // This File asks the same, and copies files to where they belong.
      await vscodeCommands.executeCommand(actOnThisFile, { kind: 'detail', key: message.key });
      return;
    case 'addElement':
      await vscodeCommands.executeCommand(commands.addToElement, document.uri);
      return;
    case 'removeElement':
      await edit(parts, '', { name: 'removeElement', told: { uri, element: message.element } });
      return;
    case 'editText':
      await vscodeCommands.executeCommand('vscode.openWith', document.uri, 'default', ViewColumn.Beside);
      return;
    case 'save':
      await document.save();
      return;
    case 'link':
      await follow(document.uri, message.target);
      return;
    case 'showElement':
    case 'point':
    case 'fix':
    case 'place':
      await onAnswer(parts, message);
      return;
    case 'cells':
    case 'openRow':
    case 'act':
      return;
  }
}

type OnAnswer = Extract<FromPage, { readonly kind: 'showElement' | 'point' | 'fix' | 'place' }>;

/** What needs to know how the file is now. */
async function onAnswer(parts: FormActions, message: OnAnswer): Promise<void> {
  const { client, document } = parts;
  const answer = await askThisFile(client, document.uri);
  if (answer?.file === undefined) return;
  const { root, elements, findings } = answer.file;
  switch (message.kind) {
    case 'showElement':
      await vscodeCommands.executeCommand(commands.showElement, {
        root: elements.find(({ id }) => id === message.element)?.root ?? root,
        element: message.element,
      });
      return;
    case 'point':
      await togglePoint(parts, answer, message);
      return;
    case 'fix':
      await applyFix(
        client,
        answer.fixes.find(({ finding, title }) => finding === message.finding && title === message.title),
      );
      return;
    case 'place': {
      const range = findings[findingNames(findings).indexOf(message.finding)]?.range;
      if (range === undefined) return;
      const start = new Position(range.start.line, range.start.character);
      const end = new Position(range.end.line, range.end.character);
      const selection = new Selection(start, end);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, selection, preview: false });
    }
  }
}

async function setDetail(
  parts: FormActions,
  { key, values, isTyped = false, save = false }: Extract<FromPage, { readonly kind: 'detail' }>,
): Promise<void> {
  const { client, document, post, refresh } = parts;
  const uri = document.uri.toString();
  const detail = await detailOf(parts, key);
  if (detail === undefined) return;
  const settled = await settledValues(client, { uri, detail, values, isTyped });
  if (settled.kind === 'refused') {
    post({ kind: 'refused', key, why: settled.why });
    return;
  }
  const isNew = JSON.stringify(settled.values) !== JSON.stringify(detail.values);
  if (isNew || detail.state === 'invalid') {
    const told = { uris: [uri], values: { [detail.key]: settled.values } };
    await edit(parts, key, { name: 'setDetails', told });
  } else await refresh();
  if (save) await document.save();
}

const detailOf = async (
  { client, document }: FormActions,
  key: string,
): Promise<ThisFileDetail | undefined> =>
  (await askThisFile(client, document.uri))?.file?.details.find((detail) => detail.key === key);

/** Asks for an edit, and says in the form where it was not made. The file stays unsaved: the user sees the change. */
async function edit(
  { client, post }: FormActions,
  key: string,
  wanted: Parameters<typeof askForEdit>[1],
): Promise<boolean> {
  const { applied, message } = await askForEdit(client, wanted);
  if (!applied) post({ kind: 'refused', key, why: message ?? 'Nothing had to be changed.' });
  return applied;
}

/** Ticks a point of the guidance, or takes the tick away; where the file does not list the guidance, it does then. */
async function togglePoint(
  parts: FormActions,
  { file }: ThisFileAnswer,
  { element, order }: { readonly element: string; readonly order: number },
): Promise<void> {
  const { document } = parts;
  const point = pointIn(file, element, order);
  if (point === undefined) return;
  if (point.mark !== null) {
    await mark(document, point);
    return;
  }
  // One edit, which one Undo takes back.
  const told = { uri: document.uri.toString(), element, ticked: order };
  await edit(parts, '', { name: 'insertGuidance', told });
}

const pointIn = (file: ThisFileAnswer['file'], element: string, order: number): ThisFilePoint | undefined =>
  file?.elements.find(({ id }) => id === element)?.guidance[order];

async function mark(document: TextDocument, { mark: place, isDone }: ThisFilePoint): Promise<void> {
  if (place === null) return;
  const { start, end } = place;
  const change = new WorkspaceEdit();
  const range = new Range(start.line, start.character, end.line, end.character);
  change.replace(document.uri, range, isDone ? ' ' : 'x');
  await workspace.applyEdit(change);
}

/** Opens what a link in the text leads to: a file of the folders that are open, or an address of the web. */
async function follow(file: Uri, target: string): Promise<void> {
  const found = linkTarget(target, file.path);
  if (found.kind === 'web') {
    await env.openExternal(Uri.parse(found.address));
    return;
  }
  const uri = found.kind === 'file' ? file.with({ path: found.path, query: '', fragment: '' }) : undefined;
  if (uri === undefined || workspace.getWorkspaceFolder(uri) === undefined) {
    void showInformation(`“${target}” leads out of the folders that are open.`);
    return;
  }
  await vscodeCommands.executeCommand('vscode.open', uri);
}
