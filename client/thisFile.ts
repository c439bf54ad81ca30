/** The view This File: the evidence file that the user works on, in plain words. */
import {
  EventEmitter,
  MarkdownString,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  WorkspaceEdit,
  commands as vscodeCommands,
  languages,
  window,
  workspace,
  type Disposable,
  type TextEditor,
  type TreeDataProvider,
} from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  type BaseLanguageClient,
  type CodeAction,
  type Range as ProtocolRange,
} from 'vscode-languageclient';
import { ThisFileRequest, type ThisFile } from '../server/lsp/protocol';
import type { ActiveFile } from './activeFile';
import { actOnThisFile, commands, contextKeys, thisFileView } from './commands';
import type { Coverage } from './coverage';
import { createCoverageSource } from './coverageSource';
import { isMarkdown } from './fileNames';
import type { Held } from './host';
import { makeEdits } from './serverEdits';
import { stateIcon } from './stateIcons';
import { findingNames, thisFileRows, type Action, type Fix, type ThisFileRow } from './thisFileRows';

/** What the server says of a file: undefined where it is no evidence. */
interface Answer {
  readonly uri: string;
  readonly file: ThisFile | undefined;
  readonly fixes: readonly FoundFix[];
}

interface FoundFix extends Fix {
  readonly action: CodeAction;
}

/** Edits within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 200;

/** Shows the active file from now on. */
export function showThisFile(client: BaseLanguageClient, coverage: Coverage, activeFile: ActiveFile): Held {
  const changed = new EventEmitter<void>();
  let rows: readonly ThisFileRow[] = [];
  let shown = '';
  const provider: TreeDataProvider<ThisFileRow> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...(row?.children ?? rows)],
    getTreeItem: itemOf,
  };
  const view = window.createTreeView(thisFileView, { treeDataProvider: provider, showCollapseAll: true });
  const show = (answer: Answer | undefined): void => {
    const file = activeFile.current();
    const state = stateOf(file, answer, coverage.hasRead());
    void vscodeCommands.executeCommand('setContext', contextKeys.thisFile, state);
    const next = answer?.file ? thisFileRows(answer.file, answer.fixes) : [];
    view.description = answer?.file?.title ?? '';
    // The same again would be drawn again, and lose where the reader points.
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    rows = next;
    changed.fire();
  };
  const source = createCoverageSource<Answer | undefined>({
    ask: () => answerFor(client, activeFile.current()),
    wanted: () => client.isRunning() && view.visible,
    answered: (answer) => {
      if (answer?.uri === activeFile.current()?.toString()) show(answer);
    },
    failed: () => show(undefined),
    delay: delayInMilliseconds,
  });
  const isActive = (uri: Uri): boolean => uri.toString() === activeFile.current()?.toString();
  show(undefined);
  const parts: readonly Held[] = [
    view,
    changed,
    activeFile.onDidChange((file) => {
      source.changed();
      // What is no Markdown needs no answer, and no view of the file before.
      if (file === undefined || !isMarkdown(file)) show(undefined);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isActive(document.uri)) source.changed();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) source.changed();
    }),
    coverage.onDidChange(() => source.changed()),
    client.onDidChangeState(() => {
      source.reset();
      show(undefined);
      source.lookedAt();
    }),
    view.onDidChangeVisibility(() => source.lookedAt()),
    actions(client, activeFile),
  ];
  source.lookedAt();
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function stateOf(file: Uri | undefined, answer: Answer | undefined, hasRead: boolean): string {
  if (answer?.file) return 'evidence';
  if (file === undefined || !isMarkdown(file)) return 'none';
  return hasRead && answer !== undefined ? 'markdown' : 'starting';
}

async function answerFor(client: BaseLanguageClient, file: Uri | undefined): Promise<Answer | undefined> {
  if (file === undefined || !isMarkdown(file)) return undefined;
  const uri = file.toString();
  const found = (await client.sendRequest(ThisFileRequest, { uri })) ?? undefined;
  return { uri, file: found, fixes: found ? await fixesFor(client, uri, found) : [] };
}

/** The quick fixes of all findings, in one question. */
async function fixesFor(
  client: BaseLanguageClient,
  uri: string,
  { findings }: ThisFile,
): Promise<readonly FoundFix[]> {
  const last = Math.max(0, ...findings.map(({ range }) => range.end.line));
  if (findings.length === 0) return [];
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: last + 1, character: 0 } },
    context: { diagnostics: [...findings], only: ['quickfix'] },
  });
  const names = findingNames(findings);
  return (answer ?? []).flatMap((action): readonly FoundFix[] => {
    // A bare command has a text where an action has its edit.
    if (typeof action.command === 'string') return [];
    const { title, isPreferred = false, diagnostics = [] } = action as CodeAction;
    const [first] = diagnostics;
    const at = findings.findIndex(
      ({ code, range, message }) =>
        first !== undefined &&
        code === first.code &&
        message === first.message &&
        range.start.line === first.range.start.line &&
        range.start.character === first.range.start.character,
    );
    const finding = names[at];
    return finding === undefined ? [] : [{ finding, title, isPreferred, action: action as CodeAction }];
  });
}

function itemOf(row: ThisFileRow): TreeItem {
  const { children, isOpen, icon } = row;
  const item = new TreeItem(
    row.label,
    children.length === 0
      ? TreeItemCollapsibleState.None
      : isOpen
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed,
  );
  item.id = row.id;
  item.description = row.description;
  item.tooltip = new MarkdownString(row.tooltip);
  item.accessibilityInformation = { label: row.spoken };
  item.contextValue = row.context;
  if (icon !== undefined) {
    item.iconPath =
      'state' in icon
        ? stateIcon(icon.state)
        : new ThemeIcon(icon.id, icon.color === undefined ? undefined : new ThemeColor(icon.color));
  }
  if (row.action) item.command = { command: actOnThisFile, title: 'Open', arguments: [row.action] };
  return item;
}

/** What clicks on rows do. Each asks the server anew: the file may have changed since the row was drawn. */
function actions(client: BaseLanguageClient, activeFile: ActiveFile): Disposable {
  return vscodeCommands.registerCommand(actOnThisFile, async (action: Action) => {
    const file = activeFile.current();
    const answer = await answerFor(client, file);
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
      await vscodeCommands.executeCommand(commands.showElement, { root, element: action.element });
      return;
    case 'place':
      await goTo(file, view.elements.find(({ id }) => id === action.element)?.range);
      return;
    case 'point':
      await togglePoint(client, file, view, action);
      return;
    case 'detail':
      await goToDetail(file, view, action.key);
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

async function goTo(file: Uri, range: ProtocolRange | undefined): Promise<TextEditor | undefined> {
  if (range === undefined) return undefined;
  const place = asRange(range);
  const editor = await window.showTextDocument(file, { selection: place, preview: false });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** A change that nobody sees would be a surprise: the file comes up where another page covers it. */
async function bringUp(file: Uri): Promise<void> {
  const isShown = window.visibleTextEditors.some(
    ({ document }) => document.uri.toString() === file.toString(),
  );
  if (!isShown) await window.showTextDocument(file, { preserveFocus: true, preview: false });
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
  const edit = new WorkspaceEdit();
  edit.replace(file, asRange(point.mark), point.isDone ? ' ' : 'x');
  await workspace.applyEdit(edit);
}

/** Puts the cursor on a detail's value; where there is none, writes its key, and asks what could stand there. */
async function goToDetail(file: Uri, view: ThisFile, key: string): Promise<void> {
  const detail = view.details.find((candidate) => candidate.key === key);
  if (detail === undefined) return;
  if (detail.insertion === null) {
    await goTo(file, detail.range);
    return;
  }
  const { edit, cursor } = detail.insertion;
  const editor = await window.showTextDocument(file, { preview: false });
  const isDone = await editor.edit((builder) => builder.replace(asRange(edit.range), edit.newText));
  if (!isDone) return;
  const place = new Selection(cursor.line, cursor.character, cursor.line, cursor.character);
  editor.selection = place;
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  await vscodeCommands.executeCommand('editor.action.triggerSuggest');
}

async function applyFix(client: BaseLanguageClient, fix: FoundFix | undefined): Promise<void> {
  if (fix === undefined) {
    void window.showInformationMessage('This has been put right in the meantime.');
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
