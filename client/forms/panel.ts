/** A page in one of VS Code's panels: what it may load, and the messages between it and the extension. */
import { Uri, workspace, type WebviewPanel } from 'vscode';
import { nonce } from '../host/nonce';
import { fromPage, type FromPage, type ToPage } from './messages';
import { pageHtml } from './pageHtml';

export interface Page {
  readonly kind: 'form' | 'table';
  readonly title: string;
  readonly extensionUri: Uri;
  /** Called with one message after the other: the next one when the one before has been dealt with. */
  readonly heard: (message: FromPage, post: (message: ToPage) => void) => Promise<void> | void;
  readonly failed: (error: unknown) => void;
}

/** Shows a page in a panel from now on. @returns what posts messages to it */
export function showPage(
  panel: WebviewPanel,
  { kind, title, extensionUri, heard, failed }: Page,
): (message: ToPage) => void {
  const { webview } = panel;
  const bundles = Uri.joinPath(extensionUri, 'dist', 'page');
  webview.options = {
    enableScripts: true,
    enableCommandUris: false,
    enableForms: false,
    localResourceRoots: [bundles, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)],
  };
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
  });
  const post = (message: ToPage): void => {
    if (isOpen) void webview.postMessage(message);
  };
  let before: Promise<void> = Promise.resolve();
  webview.onDidReceiveMessage((told: unknown) => {
    const message = fromPage(told);
    if (message === undefined) return;
    before = before.then(() => heard(message, post)).catch(failed);
  });
  webview.html = pageHtml({
    kind,
    title,
    script: webview.asWebviewUri(Uri.joinPath(bundles, 'page.js')).toString(),
    source: webview.cspSource,
    nonce: nonce(),
  });
  return post;
}
