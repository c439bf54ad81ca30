import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../server/lsp/protocol';
import { activateWith, type Exports } from './extension';
import { extensionId, extensionName } from './host/host';
import { transportsOf } from './workerTransport';

/** VS Code's entry point in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Exports {
  let worker: Worker | undefined;
  return activateWith(context, {
    connect: ({ extensionUri }, options) => {
      const script = Uri.joinPath(extensionUri, 'dist', 'browser', 'server.js').toString(true);
      // The client does not end a worker, and a restart needs a new one. It gets the two ends of the connection
      // rather than the worker: in VS Code's own worker host, `instanceof Worker` does not know a worker.
      const start = (): Promise<MessageTransports> => {
        worker?.terminate();
        worker = new Worker(script);
        return Promise.resolve(transportsOf(worker));
      };
      const said = options.initializationOptions as InitializationOptions;
      const initializationOptions: InitializationOptions = { ...said, startedFrom: script };
      return new LanguageClient(extensionId, extensionName, start, { ...options, initializationOptions });
    },
    hasFolderDialog: false,
    program: undefined,
    system: 'a browser',
  });
}

export { deactivate } from './extension';
