/** Whether a panel is still there: of one that is closed, VS Code answers no question, and throws an error. */
import type { WebviewPanel } from 'vscode';

export interface PanelOnShow {
  readonly isOpen: () => boolean;
  /** Whether it is in front, so that somebody sees it. */
  readonly isSeen: () => boolean;
}

/** What can be asked at any time, while an answer of the server is awaited, too. */
export function panelOnShow(panel: Pick<WebviewPanel, 'visible' | 'onDidDispose'>): PanelOnShow {
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
  });
  return { isOpen: () => isOpen, isSeen: () => isOpen && panel.visible };
}
