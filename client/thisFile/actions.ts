/** What clicks on the rows of This File do. */
import {
  Range,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  commands as vscodeCommands,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import {
  CodeActionResolveRequest,
  type BaseLanguageClient,
  type Range as ProtocolRange,
} from 'vscode-languageclient';
import type { FrontMatterKey, ThisFile } from '../../server/lsp/protocol';
import type { ActiveFile } from '../host/activeFile';
import { actOnThisFile, commands } from '../host/commands';
import { editDetail } from '../details/editDetail';
import { makeEdits } from '../edits/serverEdits';
import { askThisFile, type FoundFix } from './answer';
import { findingNames, type Action } from './rows';
import { showInformation } from '../host/notices';
import { isInFront } from '../host/editorTabs';

/** Registers what clicks do. Each asks the server anew: the file may have changed since the row was drawn. */
export function registerThisFileActions(client: BaseLanguageClient, activeFile: ActiveFile): Disposable {
  return vscodeCommands.registerCommand(actOnThisFile, async (action: Action) => {
    const file = activeFile.current();
    const answer = await askThisFile(client, file);
    if (file === undefined || answer?.file === undefined) return;
    await act(client, file, answer.file, answer.fixes, action);
  });
}

async function act(
  client: BaseLanguageClient,
  file: Uri,
  view: ThisFile,
  fixes: readonly FoundFix[],
  action: Action,
): Promise<void> {
  const { root } = view;
  switch (action.kind) {
    case 'element':
      await vscodeCommands.executeCommand(commands.showElement, {
        root: view.elements.find(({ id }) => id === action.element)?.root ?? root,
        element: action.element,
      });
      return;
    case 'place':
      await goTo(file, view.elements.find(({ id }) => id === action.element)?.range);
      return;
    case 'point':
      await togglePoint(client, file, view, action);
      return;
    case 'detail':
      await changeDetail(client, file, view, action.key);
      return;
    case 'finding': {
      const at = findingNames(view.findings).indexOf(action.finding);
      await goTo(file, view.findings[at]?.range);
      return;
    }
    case 'fix':
      await bringUp(file);
      await applyFix(
        client,
        fixes.find(({ finding, title }) => finding === action.finding && title === action.title),
      );
      return;
    case 'open':
      await window.showTextDocument(Uri.parse(action.uri), { preview: false });
      return;
    case 'addElement':
      await vscodeCommands.executeCommand(commands.addToElement, file);
      return;
    case 'problems':
      await vscodeCommands.executeCommand('workbench.actions.view.problems');
      return;
    case 'newEvidence':
      await vscodeCommands.executeCommand(commands.newEvidence);
  }
}

async function goTo(file: Uri, range: ProtocolRange | undefined): Promise<void> {
  if (range === undefined) return;
  const place = asRange(range);
  const editor = await window.showTextDocument(file, { selection: place, preview: false });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A change that nobody sees would be a surprise: the file comes up where another page covers it. */
async function bringUp(file: Uri): Promise<void> {
  if (!isInFront(file)) await window.showTextDocument(file, { preserveFocus: true, preview: false });
}

const asRange = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Ticks a point of the guidance or takes the tick away; where the file does not have it, inserts the guidance. */
async function togglePoint(
  client: BaseLanguageClient,
  file: Uri,
  view: ThisFile,
  { element, order }: { readonly element: string; readonly order: number },
): Promise<void> {
  const point = view.elements.find(({ id }) => id === element)?.guidance[order];
  if (point === undefined) return;
  if (point.mark === null) {
    await bringUp(file);
    const told = { uri: file.toString(), element };
    await makeEdits(client, [{ name: 'insertGuidance', told }], { files: [file], done: '' });
    return;
  }
  await bringUp(file);
  const place = asRange(point.mark);
  const edit = new WorkspaceEdit();
  edit.replace(file, place, point.isDone ? ' ' : 'x');
  await workspace.applyEdit(edit);
  showPlace(file, place);
}

/** Lets a place be seen where the file is on show; the cursor stays where it is. */
function showPlace(file: Uri, place: Range): void {
  for (const editor of window.visibleTextEditors)
    if (editor.document.uri.toString() === file.toString())
      editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks what a detail is to say. The file is on show, and the cursor stays where it is. */
async function changeDetail(
  client: BaseLanguageClient,
  file: Uri,
  view: ThisFile,
  key: FrontMatterKey,
): Promise<void> {
  const detail = view.details.find((candidate) => candidate.key === key);
  if (detail?.isBlocked === true) {
    // A fault of the block has to be mended first: the finding says how, and the row that it is so.
    await goTo(file, detail.range);
    return;
  }
  await bringUp(file);
  await editDetail(client, file, key);
}

/** Does what a quick fix does. */
export async function applyFix(client: BaseLanguageClient, fix: FoundFix | undefined): Promise<void> {
  if (fix === undefined) {
    void showInformation('This has been put right in the meantime.');
    return;
  }
  let { action } = fix;
  if (action.edit === undefined && action.command === undefined)
    action = await client.sendRequest(CodeActionResolveRequest.type, action);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action.edit);
  if (edit !== undefined && !(await workspace.applyEdit(edit))) return;
  if (action.command !== undefined)
    await vscodeCommands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as readonly unknown[]),
    );
}
