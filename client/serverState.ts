/** *Evidence: Show Server State*: what the server knows, for looking into a problem or reporting one. */
import { EventEmitter, Uri, commands as vscodeCommands, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ServerStateRequest } from '../server/lsp/protocol';
import type { Held } from './host/host';

const page = Uri.from({ scheme: 'evidence-portfolio-state', path: '/Evidence Portfolio server state.md' });

export interface ServerState extends Held {
  /** Opens the report, or brings the open one up to date. */
  show(): Promise<void>;
}

/** Serves the report as a read-only document, asked for anew each time it is shown. */
export function serveServerState(client: BaseLanguageClient): ServerState {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(page.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async () => {
      if (!client.isRunning()) return '# The server is not running\n\nChoose *Evidence: Restart Server*.\n';
      return client.sendRequest(ServerStateRequest);
    },
  });
  return {
    show: async () => {
      changed.fire(page);
      // package.json associates the page with the Markdown preview.
      await vscodeCommands.executeCommand('vscode.open', page);
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}
