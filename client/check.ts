/** *Evidence: Check the Portfolio in a Terminal* */
import {
  ProcessExecution,
  Task,
  TaskRevealKind,
  TaskScope,
  Uri,
  tasks,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { commands } from './host/commands';
import { offerFirstSteps } from './host/firstSteps';
import { extensionId, extensionName, type Host } from './host/host';
import { showInformation } from './host/notices';

/** Runs the command line that comes with the extension on a folder of the workspace. */
export async function runCheck(extensionUri: Uri, { program }: Host): Promise<void> {
  if (program === undefined) {
    void showInformation(
      'The check runs in a terminal, which VS Code in a browser does not have. The Problems panel shows the same findings.',
    );
    return;
  }
  if (!workspace.isTrusted) {
    void showInformation(
      'The check runs in a terminal, and VS Code starts none in a folder that you have not said you trust. The Problems panel shows the same findings.',
    );
    return;
  }
  const folder = await pickFolder();
  if (folder === undefined) return;
  const script = Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const task = new Task(
    { type: commands.runCheck },
    TaskScope.Workspace,
    'check',
    extensionName,
    // VS Code's own program is Node when it is told so: nobody needs to install another one.
    new ProcessExecution(program, [script, 'check', folder.uri.fsPath, ...asOf(folder)], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    }),
  );
  task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true, echo: false };
  await tasks.executeTask(task);
}

/** The same day as in the editor. */
function asOf({ uri }: WorkspaceFolder): readonly string[] {
  const today = workspace.getConfiguration(extensionId, uri).get<string>('today', '');
  return today === '' ? [] : ['--today', today];
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length > 1)
    return window.showWorkspaceFolderPick({ placeHolder: 'Which folder is to be checked?' });
  if (folders.length === 0) await offerFirstSteps();
  return folders[0];
}
