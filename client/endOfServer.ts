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
export const tellOfEnd = (times: number): Promise<void> =>
  tell(
    `${extensionName} has stopped ${times} times in a few minutes, and is not started again by itself. Your files are as they were. The log says what happened before.`,
  );

export const tellNotStarted = (): Promise<void> =>
  tell(`${extensionName} could not be started. Your files are as they were. The log says why.`);

export const tellUnreadable = (): Promise<void> =>
  tell(
    `${extensionName} does not answer any longer, and has been ended. Your files are as they were. The log says why.`,
  );

async function tell(message: string): Promise<void> {
  const chosen = await showError(message, ...(Object.keys(choices) as (keyof typeof choices)[]));
  if (chosen) await vscodeCommands.executeCommand(choices[chosen]);
}
