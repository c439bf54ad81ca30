/** Edits that the server makes, so that comments, quotation marks and line ends of the rest stay as they are. */
import { Range, Uri, WorkspaceEdit, window, workspace, type TextDocument } from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { serverCommand, type CommandResult, type ServerCommands } from '../../server/lsp/protocol';
import { differenceOf } from './newText';
import { showInformation, showWarning } from '../host/notices';

/** One of the server's commands, with what it needs to be told. */
export type ServerEdit = {
  [Name in keyof ServerCommands]: { readonly name: Name; readonly told: ServerCommands[Name] };
}[keyof ServerCommands];

/** Asks the server for one edit. What it says where it did nothing is for people. */
async function ask(client: BaseLanguageClient, { name, told }: ServerEdit): Promise<CommandResult> {
  const outcome: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
    command: serverCommand(name),
    arguments: [told],
  });
  return isResult(outcome) ? outcome : { applied: false, message: 'The server did not answer.' };
}

const isResult = (value: unknown): value is CommandResult =>
  typeof value === 'object' && value !== null && 'applied' in value && typeof value.applied === 'boolean';

export interface EditOptions {
  /** The files that the edits change. */
  readonly files: readonly Uri[];
  /** What is said when all is done, as a sentence; empty: nothing, the user sees it. */
  readonly done: string;
}

/**
 * Makes edits one after the other, says what has been done, and offers to undo it. Files that had no unsaved changes
 * have none afterwards, unless they are on show: then the user sees the change, and saves or undoes it.
 */
export async function makeEdits(
  client: BaseLanguageClient,
  edits: readonly ServerEdit[],
  { files, done }: EditOptions,
): Promise<boolean> {
  const before = await Promise.all(files.map(snapshot));
  const failures = new Set<string>();
  let applied = 0;
  for (const edit of edits) {
    try {
      const outcome = await ask(client, edit);
      if (outcome.applied) applied++;
      else failures.add(outcome.message ?? 'Nothing had to be changed.');
    } catch (error) {
      failures.add(error instanceof Error ? error.message : String(error));
    }
  }
  for (const { document, wasDirty } of before) {
    const isShown = window.visibleTextEditors.some((editor) => editor.document === document);
    if (document.isDirty && !wasDirty && !isShown) await document.save();
  }
  for (const message of failures) void showWarning(message);
  if (applied > 0 && done !== '') void offerUndo(before, done);
  return applied > 0;
}

interface Snapshot {
  readonly document: TextDocument;
  readonly text: string;
  readonly wasDirty: boolean;
}

async function snapshot(uri: Uri): Promise<Snapshot> {
  const document = await workspace.openTextDocument(uri);
  return { document, text: document.getText(), wasDirty: document.isDirty };
}

async function offerUndo(before: readonly Snapshot[], done: string): Promise<void> {
  const after = before.map(({ document }) => document.getText());
  const undo = 'Undo';
  if ((await showInformation(done, undo)) !== undo) return;
  const edit = new WorkspaceEdit();
  const changed: Snapshot[] = [];
  for (const [at, one] of before.entries()) {
    const document = await workspace.openTextDocument(one.document.uri);
    const now = document.getText();
    if (now === one.text) continue;
    if (now !== after[at]) {
      void showWarning(
        `${workspace.asRelativePath(document.uri)} has been changed again in the meantime. Open it and use Undo there.`,
      );
      return;
    }
    const { start, end, text } = differenceOf(now, one.text);
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
    changed.push({ ...one, document });
  }
  if (!(await workspace.applyEdit(edit))) return;
  // It says again what the disk said.
  for (const { document, wasDirty } of changed) if (!wasDirty) await document.save();
}
