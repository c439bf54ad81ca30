/** Coverage follows the editor: the file that the user works on is selected in it. */
import { commands as vscodeCommands, workspace } from 'vscode';
import type { ActiveFile } from '../host/activeFile';
import { commands, contextKeys } from '../host/commands';
import type { CoverageView } from './view';
import { extensionId, type Held } from '../host/host';

export interface Follower extends Held {
  /** Select the file anew, whatever is selected: the whole tree has come back folded up. */
  anew(): void;
  /** Coverage is another: a new file is in the editor before it is in the coverage. */
  covered(): void;
}

const setting = 'coverage.followEditor';

/** Follows from now on, whenever the user wants it and the view is on show. */
export function followEditor(view: CoverageView, activeFile: ActiveFile): Follower {
  let isFound = true;
  const follow = (stay: boolean): void => {
    const file = activeFile.current();
    view.setFile(file);
    if (file === undefined || !view.view.visible || !isWanted()) return;
    isFound = false;
    void view.revealFile(stay).then((found) => (isFound = found));
  };
  tellWanted();
  follow(true);
  const parts: readonly Held[] = [
    activeFile.onDidChange(() => follow(true)),
    view.view.onDidChangeVisibility(() => follow(true)),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${extensionId}.${setting}`)) return;
      tellWanted();
      follow(true);
    }),
    vscodeCommands.registerCommand(commands.followEditor, () => setWanted(true)),
    vscodeCommands.registerCommand(commands.unfollowEditor, () => setWanted(false)),
  ];
  return {
    anew: () => follow(false),
    covered: () => {
      if (!isFound) follow(true);
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

const isWanted = (): boolean => workspace.getConfiguration(extensionId).get(setting, true);

async function setWanted(wanted: boolean): Promise<void> {
  await workspace.getConfiguration(extensionId).update(setting, wanted, true);
}

function tellWanted(): void {
  void vscodeCommands.executeCommand('setContext', contextKeys.following, isWanted());
}
