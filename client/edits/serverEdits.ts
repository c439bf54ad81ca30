/** Edits that the server makes, so that comments, quotation marks and line ends of the rest stay as they are. */
import { workspace, type Uri } from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { serverCommand, type CommandResult, type ServerCommands } from '../../server/lsp/protocol';
import { isInFront } from '../host/editorTabs';
import { showInformation, showWarning } from '../host/notices';
import { documentAt, putBack, snapshots, textsNow, type Snapshot } from './takeBack';

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
  const before = await snapshots(files);
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
  for (const { uri, wasDirty } of before) {
    if (wasDirty || isInFront(uri)) continue;
    const document = await documentAt(uri);
    if (document?.isDirty === true) await document.save();
  }
  const after = await textsNow(before);
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

async function undo(before: readonly Snapshot[], after: readonly (string | undefined)[]): Promise<void> {
  const now = await textsNow(before);
  const changed = before.find(
    ({ text }, at) => now[at] === undefined || (now[at] !== text && now[at] !== after[at]),
  );
  if (changed !== undefined)
    void showWarning(
      `${workspace.asRelativePath(changed.uri)} has been changed again in the meantime. Open it and use Undo there.`,
    );
  else await putBack(before);
}
