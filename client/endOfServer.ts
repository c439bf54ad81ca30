/** What people are told where the server has ended for good, and what they can do. */
import { commands as vscodeCommands } from 'vscode';
import { commands } from './host/commands';
import { extensionName } from './host/host';
import { showError } from './host/notices';

const choices = {
  'Start Again': commands.restartServer,
  'Show Log': commands.showOutput,
  'Report a Problem': commands.reportProblem,
} as const;

/** @param times how often it has ended in a short while */
export async function tellOfEnd(times: number): Promise<void> {
  const message = `${extensionName} has stopped ${times} times in a few minutes, and is not started again by itself. Your files are as they were. The log says what happened before.`;
  const chosen = await showError(message, ...(Object.keys(choices) as (keyof typeof choices)[]));
  if (chosen) await vscodeCommands.executeCommand(choices[chosen]);
}
