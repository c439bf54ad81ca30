/** *Evidence: Make Pack for the Assessor…* */
import { Uri, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PackPreviewRequest, type PackParams } from '../../server/lsp/protocol';
import { exists } from '../edits/createFile';
import { freeName } from '../edits/newText';
import { nameOf } from '../host/fileNames';
import { choosePortfolio } from '../portfolios/choose';
import type { CoverageSource } from '../portfolios/coverageSource';
import { makePack, mayAskGit } from './packFiles';
import type { Previews } from './preview';
import { showPick } from '../host/pickers';

export interface PackCommandParts {
  readonly client: BaseLanguageClient;
  readonly source: CoverageSource;
  readonly previews: Previews;
}

const title = 'Make Pack for the Assessor';

export async function packForAssessor({ client, source, previews }: PackCommandParts): Promise<void> {
  const portfolio = await choosePortfolio((await source.current())?.portfolios ?? [], undefined, title);
  if (portfolio === undefined) return;
  const wanted = await askWhatFor();
  const place = wanted && (await askPlace(portfolio.root));
  if (wanted === undefined || place === undefined) return;
  const params: PackParams = {
    root: portfolio.root,
    target: place.target.toString(),
    kind: place.kind,
    ...wanted,
    asksGit: mayAskGit(),
  };
  await previews.show({
    title: `Pack ${nameOf(place.target)}`,
    ask: () => client.sendRequest(PackPreviewRequest, params),
    nothing: '',
    write: () => makePack(client, params, place.target),
  });
}

interface Variant extends QuickPickItem {
  readonly hasDrafts: boolean;
  readonly isPublic: boolean;
}

const variants: readonly Variant[] = [
  {
    hasDrafts: false,
    isPublic: false,
    label: 'For the assessor',
    detail: 'All evidence but drafts and what is withdrawn, with owners, comments, visits and attachments',
  },
  {
    hasDrafts: true,
    isPublic: false,
    label: 'For the assessor, with drafts',
    detail: 'The same, and drafts and what is in review',
  },
  {
    hasDrafts: false,
    isPublic: true,
    label: 'For everybody',
    detail: 'Without owners, comments, visits, attachments and pictures',
  },
  {
    hasDrafts: true,
    isPublic: true,
    label: 'For everybody, with drafts',
    detail: 'The same, and drafts and what is in review',
  },
];

async function askWhatFor(): Promise<Pick<Variant, 'hasDrafts' | 'isPublic'> | undefined> {
  const picked = await showPick(variants, {
    title,
    placeHolder: 'For whom is it?',
    matchOnDetail: true,
  });
  return picked && { hasDrafts: picked.hasDrafts, isPublic: picked.isPublic };
}

interface Place {
  readonly kind: PackParams['kind'];
  readonly target: Uri;
}

type KindItem = QuickPickItem & { readonly as: Place['kind'] };

const kinds: readonly KindItem[] = [
  {
    as: 'zip',
    label: 'ZIP file',
    description: '.zip',
    detail: 'One file, to be sent or uploaded; whoever gets it unpacks it, and opens index.html',
  },
  { as: 'folder', label: 'Folder', detail: 'For a stick or a shared drive; open index.html in it' },
];

async function askPlace(root: string): Promise<Place | undefined> {
  const picked = await showPick(kinds, { title, placeHolder: 'As what?' });
  if (picked === undefined) return undefined;
  const folder = Uri.parse(root);
  if (picked.as === 'zip') {
    const target = await window.showSaveDialog({
      title,
      saveLabel: 'Choose',
      defaultUri: Uri.joinPath(folder, 'evidence-pack.zip'),
      filters: { 'ZIP file': ['zip'] },
    });
    return target && { kind: 'zip', target };
  }
  const [above] =
    (await window.showOpenDialog({
      title: 'In Which Folder Is the Pack Made?',
      openLabel: 'Make It Here',
      defaultUri: folder,
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (above === undefined) return undefined;
  // Nothing that is there already is written over.
  const name = await freeName('evidence-pack', (one) => exists(Uri.joinPath(above, one)));
  return { kind: 'folder', target: Uri.joinPath(above, name) };
}
