/** Which files are in front in an editor: as text, or in a form or a table. */
import { TabInputCustom, window, type Uri } from 'vscode';

/** Whether the user sees a file now. */
export function isInFront(file: Uri): boolean {
  const address = file.toString();
  return (
    window.visibleTextEditors.some(({ document }) => document.uri.toString() === address) ||
    window.tabGroups.all.some(
      ({ activeTab }) =>
        activeTab?.input instanceof TabInputCustom && activeTab.input.uri.toString() === address,
    )
  );
}
