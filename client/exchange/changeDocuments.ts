/** The files of a change as they are and as they would be, line by line. */
import { Uri, commands as vscodeCommands, window } from 'vscode';
import { previewScheme } from '../../server/lsp/protocol';
import type { Shown } from './change';

export interface ChangeDocuments {
  show(title: string, shown: Shown): Promise<void>;
  close(): Promise<void>;
}

const nowAndThen = '(now ↔ afterwards)';

/** @param write the text of a document of the scheme of previews */
export function changeDocuments(write: (uri: Uri, text: string) => void): ChangeDocuments {
  return {
    show: async (title, { files }) => {
      const sides = files.map(({ uri, isNew, text }): readonly [Uri, Uri, Uri] => {
        const place = Uri.parse(uri);
        const [before, after] = ['before', 'after'].map((side) =>
          // With the path of the file itself, VS Code takes it for the same file.
          Uri.from({ scheme: previewScheme, path: place.path, query: side }),
        ) as [Uri, Uri];
        write(after, text);
        if (isNew) write(before, '');
        return [place, isNew ? before : place, after];
      });
      const [first] = sides;
      const name = `${title} ${nowAndThen}`;
      if (sides.length === 1 && first)
        await vscodeCommands.executeCommand('vscode.diff', first[1], first[2], name, { preview: false });
      else await vscodeCommands.executeCommand('vscode.changes', name, sides);
    },
    // Of an editor that shows several files, VS Code tells no more than its label.
    close: async () => {
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      await window.tabGroups.close(tabs.filter(({ label }) => label.includes(nowAndThen)));
    },
  };
}
