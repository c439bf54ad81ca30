/** In which repository the portfolios lie, and why there is none, in words of no program. */
import { commands, extensions, Uri, workspace } from 'vscode';
import { gitApi, hasGitExtension, type GitRepository } from '../git/api';
import { repositoriesOf } from '../git/base';
import { chooseRepository } from '../git/chooseRepository';
import { showInformation, showWarning } from '../host/notices';

/** Undefined where there is none, which has been said, or where the user leaves the choice. */
export async function repositoryFor(
  roots: readonly string[],
  title: string,
): Promise<GitRepository | undefined> {
  const api = await gitApi();
  const found = api
    ? repositoriesOf(
        api,
        roots.map((root) => Uri.parse(root)),
      )
    : [];
  if (found.length === 0) {
    // Whoever does not answer is not waited for: other commands would wait, too.
    void sayWhyNot(api !== undefined);
    return undefined;
  }
  return chooseRepository(found, title, 'In which folder?');
}

async function sayWhyNot(hasGit: boolean): Promise<void> {
  const open = 'Open Source Control';
  const isVirtual = (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== 'file');
  const text = isVirtual
    ? 'In a browser, the page that shows you this folder saves and sends it itself: write what has changed into the box of the view Source Control, and press the button below it.'
    : !workspace.isTrusted
      ? 'You have not said yet that you trust this folder, and until then VS Code keeps no versions of it. Click “Restricted Mode” in the status bar.'
      : hasGit
        ? 'No versions of this folder are kept yet. The view Source Control says how to begin; or ask whoever set the folder up.'
        : hasGitExtension() || extensions.getExtension('vscode.git-base') !== undefined
          ? 'VS Code keeps versions with a program called Git, which it has not found on this computer, or which is switched off (the setting “git.enabled”). Install it from git-scm.com, and try again.'
          : 'This VS Code cannot keep versions. Open the folder in VS Code on a computer.';
  const show = isVirtual || hasGit ? showInformation : showWarning;
  if ((await show(text, open)) === open) await commands.executeCommand('workbench.view.scm');
}
