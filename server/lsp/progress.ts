/** The first reading of folders, with a progress bar that can be stopped. */
import type { Connection } from 'vscode-languageserver';
import type { Uri } from '../core/text/span';
import type { Workspace } from '../host/workspace/workspace';
import { letGo } from './guard';

/** Milliseconds after which a reading is worth a progress bar. */
const patience = 300;

export async function loadWithProgress(
  connection: Connection,
  workspace: Workspace,
  folders: readonly Uri[],
  after?: Promise<unknown>,
): Promise<void> {
  if (folders.length === 0) return;
  let cancelled = false;
  let latest = 'looking for files';
  let progress: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let finished = false;
  const timer = setTimeout(() => {
    const shown = connection.window.createWorkDoneProgress().then((created) => {
      if (finished) return;
      progress = created;
      progress.begin('Evidence Portfolio', 0, latest, true);
      progress.token.onCancellationRequested(() => (cancelled = true));
    });
    letGo(connection, 'showing progress', shown);
  }, patience);
  try {
    await workspace.addFolders(folders, {
      onProgress: (read, total) => {
        latest = `${read} of ${total} files`;
        progress?.report(Math.floor((100 * read) / total), latest);
      },
      isCancelled: () => cancelled,
      ...(after ? { after } : {}),
    });
  } finally {
    finished = true;
    clearTimeout(timer);
    progress?.done();
    // TypeScript does not see that the callback above may have run.
    if (cancelled as boolean)
      letGo(connection, 'reading the files again', offerToReadAgain(connection, workspace, folders));
  }
}

const readAgain = { title: 'Read All Files' };

async function offerToReadAgain(
  connection: Connection,
  workspace: Workspace,
  folders: readonly Uri[],
): Promise<void> {
  const chosen = await connection.window.showWarningMessage(
    'Evidence Portfolio stopped reading your files, so coverage is not complete.',
    readAgain,
  );
  if (chosen?.title !== readAgain.title) return;
  // A folder may have been closed while the question stood there.
  const open = folders.filter((folder) => workspace.folders.includes(folder));
  await workspace.removeFolders(open);
  await loadWithProgress(connection, workspace, open);
}
