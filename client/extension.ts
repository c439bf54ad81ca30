/** The extension, the same on a computer and in a browser: it starts the server and connects the parts. */
import { ProgressLocation, commands as vscodeCommands, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientOptions } from './clientOptions';
import { commands } from './commands';
import { showCoverage } from './coverage';
import { serveFiles } from './files';
import { extensionName, type Host } from './host';
import { newEvidence } from './newEvidence';
import { createPortfolio, openManifest } from './portfolioFile';
import { openRule, serveRulePages } from './rulePages';
import { openSample } from './sample';
import { serveServerState } from './serverState';

let running: BaseLanguageClient | undefined;

/** Sets everything up at once and starts the server in the background: no editor waits for it. */
export function activateWith(context: ExtensionContext, host: Host): void {
  const output = window.createOutputChannel(extensionName, { log: true });
  const client = host.connect(context, clientOptions(output));
  running = client;
  const coverage = showCoverage(client);
  const state = serveServerState(client);
  context.subscriptions.push(output, coverage, state, ...serveFiles(client));
  serveRulePages(context);

  const handlers: Readonly<Record<string, (argument: unknown) => unknown>> = {
    [commands.newEvidence]: (target) => newEvidence(client, coverage.source, target),
    [commands.createPortfolio]: createPortfolio,
    [commands.openManifest]: (row) => openManifest(coverage.source, row),
    [commands.openSample]: () => openSample(context.extensionUri, host),
    [commands.openRule]: (rule) => openRule(context, rule),
    [commands.showServerState]: () => state.show(),
    [commands.showOutput]: () => output.show(),
    [commands.restartServer]: () => restart(client),
  };
  for (const [command, handler] of Object.entries(handlers)) {
    context.subscriptions.push(vscodeCommands.registerCommand(command, handler));
  }
  client.start().catch((error: unknown) => output.error(`The server could not be started: ${String(error)}`));
}

/** Ends the server before VS Code ends the extension. */
export async function deactivate(): Promise<void> {
  if (running?.isRunning() === true) await running.stop();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  const title = `Restarting ${extensionName}`;
  const showOutput = 'Show Output';
  try {
    await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
      if (client.needsStop()) await client.stop();
      await client.start();
    });
    window.setStatusBarMessage(`${extensionName} has been restarted.`, 5000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const picked = await window.showErrorMessage(
      `${extensionName} could not be restarted: ${reason}`,
      showOutput,
    );
    if (picked === showOutput) client.outputChannel.show();
  }
}
