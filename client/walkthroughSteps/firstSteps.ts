/** Who is new here is led to the walkthrough: once, and not where they let nothing open by itself. */
import { commands as vscodeCommands, window, workspace, type ExtensionContext } from 'vscode';
import { showInformation } from '../host/notices';
import { walkthroughId } from './milestoneSigns';

const memoryKey = 'firstStepsShown';

/**
 * To be called where there is a portfolio. Before anything is open the walkthrough opens; beside something that the
 * user has opened there is a question only.
 * @param isNew nothing has been done here before
 */
export async function leadToFirstSteps(
  { globalState, extension }: ExtensionContext,
  isNew: boolean,
): Promise<void> {
  if (globalState.get(memoryKey) === true) return;
  // In a window of its own it would come again before this is known there.
  void globalState.update(memoryKey, true);
  if (!isNew || opensNothing()) return;
  const first = 'First Steps';
  const walkthrough = `${extension.id}#${walkthroughId}`;
  if (
    !hasEditor() ||
    (await showInformation(
      'This folder holds an evidence portfolio. First Steps shows what you can do with it, one thing at a time.',
      first,
      'Not Now',
    )) === first
  )
    await vscodeCommands.executeCommand('workbench.action.openWalkthrough', walkthrough);
}

/** VS Code's own settings for what it opens by itself. */
const opensNothing = (): boolean =>
  workspace.getConfiguration('workbench').get('startupEditor') === 'none' ||
  workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall') === false;

/** Whether something is open that is the user's: VS Code's own page of welcome is none. */
const hasEditor = (): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input !== undefined));
