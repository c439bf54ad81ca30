/** The file that the user works on: what the views follow. */
import {
  EventEmitter,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  type Event,
  type Tab,
} from 'vscode';
import type { Held } from './host';

export interface ActiveFile extends Held {
  current(): Uri | undefined;
  readonly onDidChange: Event<Uri | undefined>;
}

/** Our own pages, and editors of no file, change nothing: who reads about an element still works on the same file. */
const passedOver = new Set([
  'evidence-portfolio-docs',
  'evidence-portfolio-standard',
  'evidence-portfolio-state',
  'output',
]);

/** Follows the active tab from now on. */
export function followActiveFile(): ActiveFile {
  const changed = new EventEmitter<Uri | undefined>();
  let current = fileOf(window.tabGroups.activeTabGroup.activeTab);
  const look = (): void => {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    const found = fileOf(tab);
    // A preview, or another page without a file: the last one stays for as long as it is open in some tab.
    const next =
      found ?? (tab !== undefined && current !== undefined && isOpen(current) ? current : undefined);
    if (next?.toString() === current?.toString()) return;
    current = next;
    changed.fire(current);
  };
  const parts: readonly Held[] = [
    changed,
    window.tabGroups.onDidChangeTabs(look),
    window.tabGroups.onDidChangeTabGroups(look),
    window.onDidChangeActiveTextEditor(look),
  ];
  return {
    current: () => current,
    onDidChange: changed.event,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function fileOf(tab: Tab | undefined): Uri | undefined {
  const input = tab?.input;
  const uri =
    input instanceof TabInputText || input instanceof TabInputCustom
      ? input.uri
      : input instanceof TabInputTextDiff
        ? input.modified
        : undefined;
  return uri === undefined || passedOver.has(uri.scheme) ? undefined : uri;
}

function isOpen(uri: Uri): boolean {
  const address = uri.toString();
  return window.tabGroups.all.some((group) => group.tabs.some((tab) => fileOf(tab)?.toString() === address));
}
