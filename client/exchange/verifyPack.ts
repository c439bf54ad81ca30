/** *Evidence: Verify Pack…*: whether anybody has changed a pack since it was written. */
import { FileType, ProgressLocation, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PackCheckRequest, type PackCheckParams, type PackChecked } from '../../server/lsp/protocol';
import { withoutIcons } from '../../server/words/asItStands';
import { escapeEveryMark } from '../../server/words/markdown';
import { nameOf } from '../host/fileNames';
import { showInformation, showWarning } from '../host/notices';
import type { Previews } from './preview';
import { showPick } from '../host/pickers';

export interface VerifyParts {
  readonly client: BaseLanguageClient;
  readonly previews: Previews;
}

const title = 'Verify Pack';
const pageName = 'What has become of the pack.md';

/** @param given the URI of a pack, from a menu; anything else, and the user is asked */
export async function verifyPack({ client, previews }: VerifyParts, given: unknown): Promise<void> {
  const place = given instanceof Uri ? await placeAt(given) : await askPlace();
  if (place === undefined) return;
  const name = nameOf(place.uri);
  const outcome = await window.withProgress(
    { location: ProgressLocation.Window, title: `Checking ${withoutIcons(name)}` },
    () => client.sendRequest(PackCheckRequest, { place: place.uri.toString(), kind: place.kind }),
  );
  if (outcome.kind === 'refused') void showWarning(`${name} was not checked. ${outcome.message}`);
  else await tell(previews, name, outcome);
}

type Checked = Extract<PackChecked, { kind: 'checked' }>;

async function tell(previews: Previews, name: string, checked: Checked): Promise<void> {
  const { isWhole, about, verdict, report } = checked;
  if (isWhole) {
    void showInformation(`${name} (${about}): ${verdict}`);
    return;
  }
  const [heading, of] = [name, about].map(escapeEveryMark);
  await previews.showPage(
    pageName,
    `# ${heading ?? ''} is not as it was written\n\n${of ?? ''}\n\n**${verdict}** Ask whoever made the pack for another one, or make it again.\n\n${report}`,
  );
  void showWarning(`${name} (${about}): ${verdict}`);
}

interface Place {
  readonly kind: PackCheckParams['kind'];
  readonly uri: Uri;
}

async function placeAt(uri: Uri): Promise<Place> {
  const type = await workspace.fs.stat(uri).then(
    (found) => found.type,
    () => FileType.File,
  );
  return { uri, kind: (type & FileType.Directory) === 0 ? 'zip' : 'folder' };
}

type KindItem = QuickPickItem & { readonly as: Place['kind'] };

const kinds: readonly KindItem[] = [
  { as: 'zip', label: 'ZIP file', description: '.zip', detail: 'As it was made or sent' },
  { as: 'folder', label: 'Folder', detail: 'That it was made as, or unpacked to; index.html is in it' },
];

async function askPlace(): Promise<Place | undefined> {
  // Not every system has a dialog in which both files and folders can be chosen.
  const picked = await showPick(kinds, { title, placeHolder: 'What is the pack?' });
  if (picked === undefined) return undefined;
  const isZip = picked.as === 'zip';
  const defaultUri = workspace.workspaceFolders?.[0]?.uri;
  const [uri] =
    (await window.showOpenDialog({
      title,
      openLabel: 'Verify',
      canSelectFiles: isZip,
      canSelectFolders: !isZip,
      ...(defaultUri === undefined ? {} : { defaultUri }),
      ...(isZip ? { filters: { 'ZIP file': ['zip'] } } : {}),
    })) ?? [];
  return uri && { kind: picked.as, uri };
}
