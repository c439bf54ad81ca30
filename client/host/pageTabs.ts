/** Tabs in which a page of ours is shown: as text, in a diff, or rendered by VS Code's Markdown preview. */
import {
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  commands as vscodeCommands,
  window,
  type Tab,
} from 'vscode';
import type { Held } from './host';

export interface Pages {
  /** Of the documents. */
  readonly scheme: string;
  /** Whether a preview with this label shows one of them: it tells nothing else of what it shows. */
  readonly isLabel: (label: string) => boolean;
}

export function isPage({ input, label }: Tab, { scheme, isLabel }: Pages): boolean {
  if (input instanceof TabInputTextDiff) return input.modified.scheme === scheme;
  if (input instanceof TabInputText) return input.uri.scheme === scheme;
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview') && isLabel(label);
}

/** Closes all tabs with a page. */
export async function closePages(pages: Pages): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(tabs.filter((tab) => isPage(tab, pages)));
}

/** Keeps a context key saying whether a page is in front, so that its buttons are shown on it and on no other. */
export function sayWhetherInFront(contextKey: string, pages: Pages): Held {
  const say = (): void => {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    const isInFront = tab !== undefined && isPage(tab, pages);
    void vscodeCommands.executeCommand('setContext', contextKey, isInFront);
  };
  const parts: readonly Held[] = [
    window.tabGroups.onDidChangeTabs(say),
    window.tabGroups.onDidChangeTabGroups(say),
  ];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}
