import { commands as vscodeCommands, workspace } from 'vscode';
import { commands } from './commands';
import { showInformation } from './notices';

/** Says that there is no portfolio yet, and offers what can be done about it. */
export async function offerFirstSteps(): Promise<void> {
  const create = { title: 'Create a Portfolio File', command: commands.createPortfolio };
  const sample = { title: 'Open the Sample Portfolio', command: commands.openSample };
  const open = { title: 'Open Folder', command: 'vscode.openFolder' };
  const hasFolder = (workspace.workspaceFolders ?? []).length > 0;
  const steps = hasFolder ? [create, sample] : [open, sample];
  const picked = await showInformation(
    hasFolder
      ? 'There is no portfolio in this folder yet.'
      : 'Open the folder that holds your portfolio first.',
    ...steps.map(({ title }) => title),
  );
  const step = steps.find(({ title }) => title === picked);
  if (step) await vscodeCommands.executeCommand(step.command);
}
