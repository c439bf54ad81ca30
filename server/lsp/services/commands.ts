/** workspace/executeCommand: edits that the server works out on the newest text and has the client apply. */
import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { CommandResult, ServerCommands } from '../protocol';
import { serverCommand } from '../protocol';
import { applyEdits } from './clientEdits';
import type { Service } from './service';

const names: readonly (keyof ServerCommands)[] = [
  'addElement',
  'removeElement',
  'moveEvidence',
  'markReviewed',
  'setDetails',
  'setNotApplicable',
  'setApplicable',
  'setRating',
  'clearRating',
  'assign',
  'insertGuidance',
  'addAction',
  'completeAction',
  'setPlanCells',
  'removePlanRows',
  'sortPlan',
  'fixAll',
  'createEvidence',
  'importStandard',
  'show',
];

export const commandService: Service = {
  capabilities: { executeCommandProvider: { commands: names.map(serverCommand) } },
  serve: (parts) => {
    const { connection, session, guard } = parts;
    const failed: CommandResult = { applied: false, message: 'Something went wrong. The log says what.' };
    connection.onExecuteCommand(
      guard.request('executeCommand', failed, async ({ command, arguments: told }: ExecuteCommandParams) => {
        const name = names.find((known) => serverCommand(known) === command);
        if (!name) return { applied: false, message: `There is no command ${command}.` };
        const { serverCommands } = await import('./serverCommands');
        const { label, run } = serverCommands(parts)[name];
        const argument: unknown = told?.[0];
        const outcome = await run(isRecord(argument) ? argument : {});
        if ('applied' in outcome) return outcome;
        if (outcome.kind === 'refused') return { applied: false, message: outcome.message };
        return applyEdits(connection, session, outcome.edits, label);
      }),
    );
  },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
