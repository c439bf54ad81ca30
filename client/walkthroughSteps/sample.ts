/** *Evidence: Open Sample Portfolio…*: a copy that the user may change, never the original. */
import {
  ProgressLocation,
  Uri,
  commands as vscodeCommands,
  window,
  workspace,
  type CancellationToken,
  type ExtensionContext,
  type Memento,
  type QuickPickItem,
} from 'vscode';
import { revealCoverage } from '../host/commands';
import { exists } from '../edits/createFile';
import type { Host } from '../host/host';
import { freeName } from '../edits/newText';
import { inParallel } from '../host/parallel';
import { showError, showInformation } from '../host/notices';
import { wholeFolder, type WholeFolder } from '../host/wholeFile';
import { writeReason } from '../../server/words/writeReason';
import { showPick } from '../host/pickers';

const sampleName = 'anytown-libraries';
/** The folder of the sample that the next window is for. */
const memoryKey = 'sampleToShow';
const copiesAtATime = 8;

/**
 * Asks where to, copies the sample portfolio into a folder of its own there, and offers to open it.
 * @param copied called when it is there
 */
export async function openSample(
  { extensionUri, globalState }: ExtensionContext,
  host: Host,
  copied: () => void,
): Promise<void> {
  const parent = await chooseParent(host);
  if (parent === undefined) return;
  const name = await freeName(sampleName, (candidate) => exists(Uri.joinPath(parent, candidate)));
  const target = Uri.joinPath(parent, name);
  const folder = wholeFolder(workspace.fs, target);
  try {
    const complete = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Copying the sample portfolio', cancellable: true },
      (progress, token) =>
        copySample(extensionUri, folder, token, (share) => progress.report({ increment: share * 100 })),
    );
    await (complete ? folder.end() : folder.drop());
    if (!complete) return;
  } catch (error) {
    await folder.drop();
    const reason = writeReason(error);
    void showError(`The sample portfolio could not be copied to ${shown(target)}: ${reason}`);
    return;
  }
  copied();
  await offerToOpen(target, globalState);
}

/** Copies every file of the sample; false when the user stopped it half-way. */
async function copySample(
  extensionUri: Uri,
  folder: WholeFolder,
  token: CancellationToken,
  advanced: (share: number) => void,
): Promise<boolean> {
  // In a browser the extension's folder cannot be listed, so the build wrote down what is in it.
  const list = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'samples.json'));
  const paths = JSON.parse(new TextDecoder().decode(list)) as readonly string[];
  await inParallel(paths, copiesAtATime, async (path) => {
    if (token.isCancellationRequested) return;
    // Read and write rather than copy: the two ends are different file systems.
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', sampleName, path));
    await folder.put(path, bytes);
    advanced(1 / paths.length);
  });
  return !token.isCancellationRequested;
}

async function chooseParent({ hasFolderDialog }: Host): Promise<Uri | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(
    ({ uri }) => workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  );
  if (folders.length === 0) {
    if (hasFolderDialog) return askFolder();
    void showInformation(
      'The sample portfolio needs a folder to be copied into. Open one that you may write in, then choose Evidence: Open Sample Portfolio again.',
    );
    return undefined;
  }
  const places: (QuickPickItem & { readonly uri?: Uri })[] = folders.map(({ name, uri }) => ({
    label: name,
    description: shown(uri),
    detail: 'In the folder that is open now',
    uri,
  }));
  if (hasFolderDialog) places.unshift({ label: 'Choose a folder…', detail: 'Anywhere on this computer' });
  const picked = await showPick(places, {
    title: 'Open Sample Portfolio',
    placeHolder: `Where should the copy go? It gets a folder of its own, ${sampleName}`,
  });
  if (picked === undefined) return undefined;
  return picked.uri ?? askFolder();
}

async function askFolder(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: 'Where should the copy of the sample portfolio go?',
    openLabel: 'Copy the Sample Here',
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return picked?.[0];
}

async function offerToOpen(target: Uri, memory: Memento): Promise<void> {
  if (workspace.getWorkspaceFolder(target) !== undefined) {
    showWhatToTry(target);
    const show = 'Show Coverage';
    const picked = await showInformation(`The sample portfolio is in ${shown(target)}.`, show);
    if (picked === show) await vscodeCommands.executeCommand(revealCoverage);
    return;
  }
  const hasFolder = (workspace.workspaceFolders ?? []).length > 0;
  const open = hasFolder ? 'Open in New Window' : 'Open';
  const picked = await showInformation(`The sample portfolio is in ${shown(target)}.`, open);
  if (picked !== open) return;
  await memory.update(memoryKey, target.toString());
  await vscodeCommands.executeCommand('vscode.openFolder', target, { forceNewWindow: hasFolder });
}

/** What the sample says of itself, in a window that was opened to show it: once. */
export function greetInSample({ globalState }: ExtensionContext): void {
  const folder = globalState.get<string>(memoryKey);
  const opened = workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder);
  if (opened === undefined) return;
  void globalState.update(memoryKey, undefined);
  showWhatToTry(opened.uri);
}

const showWhatToTry = (sample: Uri): void =>
  void vscodeCommands
    .executeCommand('markdown.showPreview', Uri.joinPath(sample, 'README.md'))
    // Where Markdown has no preview, Coverage says enough.
    .then(undefined, () => undefined);

function shown(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
