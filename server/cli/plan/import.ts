/** `plan import`: takes an action plan from a file of another program. */
import { basename } from 'node:path';
import { importPlan } from '../../exchange/planExchange';
import { howToSay } from '../command/columnOption';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited } from '../folder/files';
import { importedBytes } from '../folder/importedFile';
import { terminal } from '../output/terminal';
import type { PlanImportTold } from './commands';
import { findPlan } from './findPlan';
import { importAsText, writtenAsText } from './text';

/** Exit status 1: some rows need a person. */
export async function importInto(told: PlanImportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const bytes = importedBytes(told.file, 'action plan');
  const { text, status } = await edited(() => importOnce(told, bytes, surroundings));
  surroundings.write(text);
  return status;
}

async function importOnce(
  told: PlanImportTold,
  bytes: Uint8Array,
  surroundings: Surroundings,
): Promise<Attempt<{ readonly text: string; readonly status: ExitStatus }>> {
  const { standard, plan: here, draft, name } = await findPlan(told, surroundings);
  const outcome = importPlan(standard, here, basename(told.file), bytes, told.column);
  if (outcome.kind === 'failed') {
    const how = howToSay(outcome.columns, 'ref', 'action');
    throw new RunError(`${told.file} cannot be imported. ${outcome.message}${how}`);
  }
  const { result } = outcome;
  const isNew = here === undefined;
  const changes = result.text !== (here?.text ?? '');
  const out = terminal(surroundings.isTerminal);
  const text =
    importAsText(result, { name, isNew, isWritten: told.write }, out) +
    writtenAsText({ name, changes, isNew, isWritten: told.write });
  return {
    edit: told.write && changes ? { draft, text: result.text } : undefined,
    answer: { text, status: result.problems.length > 0 ? 1 : 0 },
  };
}
