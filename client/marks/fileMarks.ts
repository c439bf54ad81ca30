/** Drafts, overdue evidence and files with errors are marked wherever VS Code lists files: the Explorer, tabs, search. */
import { EventEmitter, FileDecoration, ThemeColor, Uri, window, workspace } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { FileStatesNotification, type FileState } from '../../server/lsp/protocol';
import { extensionId, type Held } from '../host/host';
import { badgeOf, filesToTell } from './badges';

const setting = 'fileMarks';

/** Marks files from now on, as the server tells of them. */
export function markFiles(client: BaseLanguageClient): Held {
  const changed = new EventEmitter<Uri[] | undefined>();
  const states = new Map<string, FileState>();
  const parts: readonly Held[] = [
    changed,
    client.onNotification(FileStatesNotification, ({ files }) => {
      const uris = files.map(({ uri }) => Uri.parse(uri));
      for (const [at, { state }] of files.entries()) {
        const address = uris[at]?.toString() ?? '';
        if (state === null) states.delete(address);
        else states.set(address, state);
      }
      changed.fire(filesToTell(uris));
    }),
    client.onDidChangeState(({ newState }) => {
      // A server that starts tells of all files anew, and of none that has gone in between.
      if (newState !== State.Starting) return;
      states.clear();
      changed.fire(undefined);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${extensionId}.${setting}`)) changed.fire(undefined);
    }),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => {
        const state = isWanted() ? states.get(uri.toString()) : undefined;
        return state && decorationOf(state);
      },
    }),
  ];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

const isWanted = (): boolean => workspace.getConfiguration(extensionId).get(setting, true);

/** Of the file alone: the folders above it have VS Code's own mark for what stands in Problems. */
function decorationOf(state: FileState): FileDecoration {
  const { sign, tooltip, color } = badgeOf(state);
  return new FileDecoration(sign, tooltip, new ThemeColor(color));
}
