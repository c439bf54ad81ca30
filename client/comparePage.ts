/** The summary of a comparison as a page: read-only, shown rendered, and to be copied into a pull request. */
import {
  EventEmitter,
  TabInputText,
  TabInputWebview,
  Uri,
  commands as vscodeCommands,
  extensions,
  window,
  workspace,
  type Tab,
} from 'vscode';
import { contextKeys } from './commands';
import type { Compared } from './compareWords';
import type { Held } from './host';

export interface ComparePage extends Held {
  /** Shows the page of a comparison. */
  open(compared: Compared): Promise<void>;
  /** There is another comparison: a page that is open follows. */
  update(compared: Compared | undefined): void;
}

const scheme = 'evidence-portfolio-compare';
const start = 'Evidence since ';

/** Serves the page from now on. */
export function servePage(): ComparePage {
  let text = '';
  const changed = new EventEmitter<Uri>();
  const parts: readonly Held[] = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => text,
    }),
    window.tabGroups.onDidChangeTabs(sayWhetherOnShow),
    window.tabGroups.onDidChangeTabGroups(sayWhetherOnShow),
  ];
  const update = (compared: Compared | undefined): void => {
    text = compared?.markdown ?? 'Nothing is compared any longer.\n';
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  return {
    update,
    open: async (compared) => {
      update(compared);
      // A name of a branch may hold what would be a folder, or end a file's name.
      const name = `${start}${compared.base.replace(/[^\w.-]+/g, '-')}.md`;
      const uri = Uri.from({ scheme, path: `/${name}` });
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      await window.tabGroups.close(tabs.filter(isPage));
      // Its command is known only once it is active, which nothing may have made it yet.
      const hasPreview = extensions.getExtension('vscode.markdown-language-features') !== undefined;
      // Locked: another preview would show whatever Markdown file the user goes to next.
      if (hasPreview)
        await vscodeCommands.executeCommand('markdown.showPreview', uri, [uri], { locked: true });
      else await window.showTextDocument(uri);
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

const isPage = ({ input, label }: Tab): boolean =>
  input instanceof TabInputText
    ? input.uri.scheme === scheme
    : input instanceof TabInputWebview &&
      input.viewType.endsWith('markdown.preview') &&
      label.includes(start) &&
      label.endsWith('.md');

function sayWhetherOnShow(): void {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  void vscodeCommands.executeCommand(
    'setContext',
    contextKeys.comparisonPage,
    tab !== undefined && isPage(tab),
  );
}
