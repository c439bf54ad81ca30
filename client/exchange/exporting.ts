/** A file that goes out: in which format, to where; what can be done with it afterwards. */
import {
  ProgressLocation,
  UIKind,
  Uri,
  commands as vscodeCommands,
  env,
  window,
  workspace,
  type QuickPickItem,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExportRequest, fromBase64, type ExportWanted } from '../../server/lsp/protocol';
import { withoutIcons } from '../../server/words/asItStands';
import { nameOf } from '../host/fileNames';
import { askWhether, showError, showInformation, showWarning } from '../host/notices';
import { writeWhole } from '../host/wholeFile';
import { writeReason } from '../../server/words/writeReason';
import { showPick } from '../host/pickers';

export interface Format extends QuickPickItem {
  /** The ending. */
  readonly format: string;
}

export interface Export {
  /** URI of the portfolio's root. */
  readonly root: string;
  /** Of the list and the dialog: `Export Action Plan`. */
  readonly title: string;
  /** What the file is, as the sentences say it: `The action plan`. */
  readonly what: string;
  readonly formats: readonly Format[];
  /** The name that is proposed; the ending follows the format. */
  readonly stem: (format: string) => string;
  /** Where it takes a while to know, it is asked once there is a place for the file. */
  readonly wanted: ExportWanted | (() => Promise<ExportWanted>);
}

export async function exportFile(client: BaseLanguageClient, wanted: Export): Promise<void> {
  const { root, title, what, formats } = wanted;
  const picked =
    formats.length === 1
      ? formats[0]
      : await showPick(formats, {
          title,
          placeHolder: 'In which format?',
          matchOnDescription: true,
        });
  if (picked === undefined) return;
  const others = formats.filter((one) => one !== picked);
  const target = await window.showSaveDialog({
    title,
    saveLabel: 'Export',
    defaultUri: Uri.joinPath(Uri.parse(root), `${wanted.stem(picked.format)}.${picked.format}`),
    // The first is the one that is meant; a dialog that offers the others lets somebody change their mind.
    filters: Object.fromEntries([picked, ...others].map(({ label, format }) => [label, [format]])),
  });
  if (target === undefined) return;
  const ending = /\.([^./]+)$/.exec(target.path)?.[1]?.toLowerCase();
  const { format } = formats.find((one) => one.format === ending) ?? picked;
  const made = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: `${title}: ${withoutIcons(nameOf(target))}`,
      cancellable: true,
    },
    async (_, token) => {
      const asked = typeof wanted.wanted === 'function' ? await wanted.wanted() : wanted.wanted;
      const file = await client.sendRequest(
        ExportRequest,
        { root, format, target: target.toString(), wanted: asked },
        token,
      );
      if (file.kind === 'refused') void showWarning(file.message);
      return file.kind === 'file' && !token.isCancellationRequested ? file : undefined;
    },
  );
  const bytes = made && fromBase64(made.base64);
  if (made === undefined || bytes === undefined || !(await isWanted(target, what, made.told))) return;
  if (await write(target, bytes, what)) await offerToOpen(target, what);
}

/** Whether the user, who reads what is in it and where it goes, says that it be written. */
async function isWanted(target: Uri, what: string, told: readonly string[]): Promise<boolean> {
  const folder = Uri.joinPath(target, '..');
  const isThere = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  return askWhether(
    `${what}: write ${nameOf(target)}?`,
    [
      ...told,
      `It goes to the folder ${folder.scheme === 'file' ? folder.fsPath : folder.path}.`,
      ...(isThere ? [`It replaces the file ${nameOf(target)} that is there.`] : []),
    ],
    'Write',
  );
}

async function write(target: Uri, bytes: Uint8Array, what: string): Promise<boolean> {
  try {
    await writeWhole(workspace.fs, target, bytes);
    return true;
  } catch (error) {
    const reason = writeReason(error);
    void showError(`${what} could not be written to ${nameOf(target)}: ${reason}`);
    return false;
  }
}

/** Whether this editor's window is on the computer that the files are on. */
const isHere = ({ scheme }: Uri): boolean =>
  scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

/** Texts are for the editor, everything else for the program that the computer has for it. */
const isText = (uri: Uri): boolean => /\.(?:md|csv|txt|ics)$/i.test(uri.path);

/**
 * Says where something is now, and offers what this editor can do with it.
 * @param shown what is opened: the file itself, or the first page in a folder
 */
export async function offerToOpen(target: Uri, what: string, shown: Uri = target): Promise<void> {
  const [open, folder, explorer] = ['Open', 'Show in Folder', 'Show in Explorer'];
  const canOpen = isText(shown) || isHere(shown);
  const isInWorkspace = workspace.getWorkspaceFolder(target) !== undefined;
  const offered = [
    ...(canOpen ? [open] : []),
    ...(isHere(target) ? [folder] : isInWorkspace ? [explorer] : []),
  ];
  const picked = await showInformation(`${what} is in ${nameOf(target)} now.`, ...offered);
  if (picked === open)
    await (isText(shown) || !isHere(shown)
      ? vscodeCommands.executeCommand('vscode.open', shown)
      : env.openExternal(shown));
  if (picked === folder) await vscodeCommands.executeCommand('revealFileInOS', target);
  if (picked === explorer) await vscodeCommands.executeCommand('revealInExplorer', target);
}
