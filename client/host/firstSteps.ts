import { commands as vscodeCommands, window, workspace } from 'vscode';
import { commands } from './commands';

/** Says that there is no portfolio yet, and offers what can be done about it. */
export async function offerFirstSteps(): Promise<void> {
  const create = { title: 'Create a Portfolio File', command: commands.createPortfolio };
  const sample = { title: 'Open the Sample Portfolio', command: commands.openSample };
  const open = { title: 'Open Folder', command: 'vscode.openFolder' };
  const hasFolder = (workspace.workspaceFolders ?? []).length > 0;
  const picked = await window.showInformationMessage(
    hasFolder
      ? 'There is no portfolio in this folder yet.'
      : 'Open the folder that holds your portfolio first.',
    ...(hasFolder ? [create, sample] : [open, sample]),
  );
  if (picked !== undefined) await vscodeCommands.executeCommand(picked.command);
}
