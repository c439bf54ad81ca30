/** What a move to another edition would change, shown before anything is written: a page, and all files line by line. */
import { EventEmitter, Uri, commands as vscodeCommands, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { editionScheme } from '../../server/lsp/protocol';
import type { Held } from '../host/host';
import { closePages, type Pages } from '../host/pageTabs';
import { showRenderedMarkdown } from '../pages/markdownPreview';
import type { Shown } from './shown';
import { showDone, showWarning } from '../host/notices';

export interface EditionPages extends Held {
  show(shown: Shown): Promise<void>;
  /** Every file as it is and as it would be. */
  showChanges(shown: Shown): Promise<void>;
  close(): Promise<void>;
  /** Writes all files as one step that Undo takes back. */
  apply(shown: Shown): Promise<void>;
}

const scheme = editionScheme;
const reportName = 'What moves to the other edition.md';
const reportUri = Uri.from({ scheme, path: `/${reportName}` });
const pages: Pages = { scheme, isLabel: (label) => label.endsWith(reportName) };

const nowAndThen = '(now ↔ afterwards)';

/** What a page says that has come back with a window. */
const over = 'There is nothing to choose here any longer. Move to the other edition again.\n';

export function serveEditionPages(client: BaseLanguageClient): EditionPages {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const write = (uri: Uri, text: string): void => {
    texts.set(uri.toString(), text);
    changed.fire(uri);
  };
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) =>
      texts.get(uri.toString()) ?? (uri.path === reportUri.path ? over : ''),
  });
  return {
    show: async ({ report }) => {
      write(reportUri, report);
      await showRenderedMarkdown(reportUri);
    },
    showChanges: async ({ title, files }) => {
      const resources = files.map(({ uri, isNew, text }) => {
        const place = Uri.parse(uri);
        const [before, after] = ['before', 'after'].map((side) =>
          // With the path of the file itself, VS Code takes it for the same file.
          Uri.from({ scheme, path: place.path, query: side }),
        ) as [Uri, Uri];
        write(after, text);
        if (isNew) write(before, '');
        return [place, isNew ? before : place, after];
      });
      await vscodeCommands.executeCommand('vscode.changes', `${title} ${nowAndThen}`, resources);
    },
    close: async () => {
      await closePages(pages);
      // Of an editor that shows several files, VS Code tells no more than its label.
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      await window.tabGroups.close(tabs.filter(({ label }) => label.includes(nowAndThen)));
      write(reportUri, over);
    },
    apply: async ({ edit: told, title, files }) => {
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(told);
      // As a refactoring: files that nobody has open are saved, where the settings say so.
      if (edit === undefined || !(await workspace.applyEdit(edit, { isRefactoring: true }))) {
        void showWarning('The files could not be changed. Nothing was written.');
        return;
      }
      const number = files.length === 1 ? 'one file' : `${files.length} files`;
      showDone(`${title}: ${number} changed. Undo takes it back.`, 8000);
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}
