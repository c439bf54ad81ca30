import { arch, release } from 'node:os';
import { Uri, type ExtensionContext } from 'vscode';
import { TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Exports } from './extension';
import { extensionId, extensionName } from './host/host';
import { ProcessClient } from './processClient';

/** VS Code's entry point on a computer: the server is a process of its own. */
export function activate(context: ExtensionContext): Exports {
  return activateWith(context, {
    connect: ({ extensionUri }, options) => {
      const module = Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
      const start = { module, transport: TransportKind.ipc };
      const run = { ...start, options: { execArgv: [...lessMemory] } };
      const debug = { ...start, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
      return new ProcessClient(extensionId, extensionName, { run, debug }, options);
    },
    hasFolderDialog: true,
    program: process.execPath,
    system: `${process.platform} ${release()} ${arch()}, Node ${process.version}`,
  });
}

/** Space for what is new, in megabytes. With more, the server is no faster and keeps 30 MB that it has no use for. */
const lessMemory = ['--max-semi-space-size=4'];

export { deactivate } from './extension';
