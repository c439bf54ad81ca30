import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension';
import { extensionId, extensionName } from './host';

/** VS Code's entry point on a computer: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  activateWith(context, {
    connect: ({ extensionUri }, options) => {
      const module = Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
      const run = { module, transport: TransportKind.ipc };
      const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
      return new LanguageClient(extensionId, extensionName, { run, debug }, options);
    },
    hasFolderDialog: true,
    program: process.execPath,
  });
}

export { deactivate } from './extension';
