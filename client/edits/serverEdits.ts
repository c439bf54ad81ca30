/** Edits that the server makes, so that comments, quotation marks and line ends of the rest stay as they are. */
import { Range, WorkspaceEdit, workspace, type Uri } from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { serverCommand, type CommandResult, type ServerCommands } from '../../server/lsp/protocol';
import { differenceOf } from './newText';
import { isInFront } from '../host/editorTabs';
import { showInformation, showWarning } from '../host/notices';
import { snapshot, type Snapshot } from './takeBack';

/** One of the server's commands, with what it needs to be told. */
export type ServerEdit = {
  [Name in keyof ServerCommands]: { readonly name: Name; readonly told: ServerCommands[Name] };
}[keyof ServerCommands];

/** Asks the server for one edit. What it says where it did nothing is for people. */
export async function askForEdit(
  client: BaseLanguageClient,
  { name, told }: ServerEdit,
): Promise<CommandResult> {
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

/** What has become of edits. */
export interface MadeEdits {
  readonly applied: boolean;
  /** Why some were not made, for people. */
  readonly failures: readonly string[];
  /** Takes them all back in one step, unless a file has been changed again in the meantime: that is said. */
  readonly undo: () => Promise<void>;
}

/**
 * Makes edits one after the other. Files that had no unsaved changes have none afterwards, unless they are on show: then
 * the user sees the change, and saves or undoes it.
 */
export async function editFiles(
  client: BaseLanguageClient,
  edits: readonly ServerEdit[],
  files: readonly Uri[],
): Promise<MadeEdits> {
  const before = await Promise.all(files.map(snapshot));
  const failures = new Set<string>();
  let applied = 0;
  for (const edit of edits) {
    try {
      const outcome = await askForEdit(client, edit);
      if (outcome.applied) applied++;
      else failures.add(outcome.message ?? 'Nothing had to be changed.');
    } catch (error) {
      failures.add(error instanceof Error ? error.message : String(error));
    }
  }
  for (const { document, wasDirty } of before)
    if (document.isDirty && !wasDirty && !isInFront(document.uri)) await document.save();
  const after = before.map(({ document }) => document.getText());
  return { applied: applied > 0, failures: [...failures], undo: () => undo(before, after) };
}

/** The same; says what has been done, and offers to undo it. */
export async function makeEdits(
  client: BaseLanguageClient,
  edits: readonly ServerEdit[],
  { files, done }: EditOptions,
): Promise<boolean> {
  const made = await editFiles(client, edits, files);
  for (const message of made.failures) void showWarning(message);
  if (made.applied && done !== '') void offerUndo(made, done);
  return made.applied;
}

async function offerUndo(made: MadeEdits, done: string): Promise<void> {
  const choice = 'Undo';
  if ((await showInformation(done, choice)) === choice) await made.undo();
}

async function undo(before: readonly Snapshot[], after: readonly string[]): Promise<void> {
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
