import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension';
import { extensionId, extensionName } from './host';

/** VS Code's entry point in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  let worker: Worker | undefined;
  activateWith(context, {
    connect: ({ extensionUri }, options) => {
      const script = Uri.joinPath(extensionUri, 'dist', 'browser', 'server.js').toString(true);
      // The client does not end the worker that it was given, and a restart needs a new one.
      const start = (): Promise<Worker> => {
        worker?.terminate();
        worker = new Worker(script);
        return Promise.resolve(worker);
      };
      return new LanguageClient(extensionId, extensionName, start, options);
    },
    hasFolderDialog: false,
  });
}

export { deactivate } from './extension';
