/** A file of another program that comes in: which one, and the change that it would make. */
import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  toBase64,
  type ChangePreview,
  type ColumnChoice,
  type MatrixImportParams,
} from '../../server/lsp/protocol';
import { withoutIcons } from '../../server/words/asItStands';
import { nameOf } from '../host/fileNames';
import { showWarning } from '../host/notices';
import type { Change } from './change';
import type { Meaning } from './columnWords';

/** The endings of files that can be read; a pasted table with tabs is a text. */
const readable = ['xlsx', 'docx', 'ods', 'odt', 'fods', 'fodt', 'csv', 'tsv', 'txt', 'html', 'htm', 'md'];

export interface ImportKind {
  /** Of the dialog: `Import Action Plan`. */
  readonly title: string;
  /** What such files are called in the dialog: `Action plans`. */
  readonly files: string;
  /** Asks the server what would change. */
  readonly ask: (client: BaseLanguageClient, params: MatrixImportParams) => Promise<ChangePreview>;
  readonly meanings: readonly Meaning[];
  /** What is said of a file that changes nothing; begins with its name. */
  readonly nothing: string;
}

/** The file that a menu was opened on, else the one that the user picks. @param folder in which the dialog begins */
export async function fileToImport(
  file: unknown,
  { title, files }: ImportKind,
  folder: Uri,
): Promise<Uri | undefined> {
  if (file instanceof Uri) return file;
  const picked = await window.showOpenDialog({
    title,
    openLabel: 'Import',
    defaultUri: folder,
    filters: { [files]: readable, 'All files': ['*'] },
  });
  return picked?.[0];
}

/** Where a file goes. */
export type Into = Pick<MatrixImportParams, 'root' | 'manifest'>;

/** What a file would change; undefined, and the user is told, where it cannot be read. */
export async function importOf(
  client: BaseLanguageClient,
  kind: ImportKind,
  file: Uri,
  into: Into,
): Promise<Change | undefined> {
  const bytes = await read(file);
  if (bytes === undefined) return undefined;
  const [name, base64] = [nameOf(file), toBase64(bytes)];
  const withColumns = (columns: readonly ColumnChoice[]): Change => ({
    title: `Import of ${name}`,
    ask: () => whileShown(name, () => kind.ask(client, { ...into, name, base64, columns })),
    nothing: `${name} ${kind.nothing}`,
    columns: { meanings: kind.meanings, chosen: columns, choose: withColumns },
  });
  return withColumns([]);
}

const whileShown = async <Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> =>
  window.withProgress({ location: ProgressLocation.Window, title: `Reading ${withoutIcons(name)}` }, ask);

async function read(file: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showWarning(`${nameOf(file)} cannot be read: ${reason}`);
    return undefined;
  }
}
