/** `plan import`: takes an action plan from a file of another program. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importPlan } from '../../exchange/planExchange';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited } from '../folder/files';
import { terminal } from '../output/terminal';
import type { PlanImportTold } from './commands';
import { findPlan } from './findPlan';
import { importAsText, writtenAsText } from './text';

/** Exit status 1: some rows need a person. */
export async function importInto(told: PlanImportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const bytes = bytesOf(told.file);
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
  if (outcome.kind === 'failed') throw new RunError(`${told.file} cannot be imported. ${outcome.message}`);
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

/** More than any reader takes; of what is larger, only the size is looked at. */
const maximumBytes = 5 * 1024 * 1024;

/** @throws RunError */
function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new RunError(`there is no file ${file}.`);
  const { size, isFile } = { size: statSync(file).size, isFile: statSync(file).isFile() };
  if (!isFile) throw new RunError(`${file} is no file. Give the file of the plan.`);
  if (size > maximumBytes) throw new RunError(`${file} is larger than 5 MB, which no action plan is.`);
  try {
    return readFileSync(file);
  } catch {
    throw new RunError(`${file} cannot be read. You may not have the right to.`);
  }
}
