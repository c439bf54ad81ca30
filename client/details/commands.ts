/** *Evidence: Change Details…* and *Evidence: Take a Detail Away…*, on a row of This File or from the palette. */
import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ThisFileRequest, type FrontMatterKey, type ThisFileDetail } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import type { ActiveFile } from '../host/activeFile';
import { commands } from '../host/commands';
import { showInformation } from '../host/notices';
import { editDetail, removeDetail } from './editDetail';
import { showPick } from '../host/pickers';

export interface DetailCommands {
  readonly client: BaseLanguageClient;
  readonly activeFile: ActiveFile;
}

/** The handlers of these commands, by the commands' ids. Each takes the row that it was chosen on, if any. */
export function detailCommands(
  parts: DetailCommands,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { client } = parts;
  return {
    [commands.changeDetail]: async (row) => {
      const detail = detailOf(row) ?? (await pickDetail(parts, () => true, 'Which detail is to be changed?'));
      if (detail !== undefined) await editDetail(client, detail.file, detail.key);
    },
    [commands.removeDetail]: async (row) => {
      const isThere = ({ state }: ThisFileDetail): boolean => state !== 'missing';
      const detail = detailOf(row) ?? (await pickDetail(parts, isThere, 'Which detail is to go?'));
      if (detail !== undefined) await removeDetail(client, detail.file, detail.key);
    },
  };
}

interface DetailOf {
  readonly file: Uri;
  readonly key: FrontMatterKey;
}

/** What a row of This File is about, where that is a detail. */
function detailOf(row: unknown): DetailOf | undefined {
  if (typeof row !== 'object' || row === null || !('detail' in row) || !('uri' in row)) return undefined;
  // The server knows its keys, and answers nothing to others.
  return { file: Uri.parse(String(row.uri)), key: row.detail as FrontMatterKey };
}

async function pickDetail(
  { client, activeFile }: DetailCommands,
  fits: (detail: ThisFileDetail) => boolean,
  placeHolder: string,
): Promise<DetailOf | undefined> {
  const file = activeFile.current();
  const view = file && (await client.sendRequest(ThisFileRequest, { uri: file.toString() }));
  const details = view?.details.filter(fits) ?? [];
  if (file === undefined || details.length === 0) {
    void showInformation(
      view
        ? 'This file says nothing that could be taken away.'
        : 'Open a piece of evidence first, then choose this again.',
    );
    return undefined;
  }
  const rows = details.map(({ key, label, words, description }) =>
    Object.assign(rowAsItStands({ label, description: words, detail: description }), { key }),
  );
  const picked = await showPick(rows, {
    title: `Details of ${view?.title ?? ''}`,
    placeHolder,
    matchOnDescription: true,
  });
  return picked && { file, key: picked.key };
}
