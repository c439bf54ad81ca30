/** `plan import`: takes an action plan from a file of another program. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importPlan } from '../../exchange/planExchange';
import type { Told } from '../command/argument';
import { word } from '../command/argument';
import { command } from '../command/command';
import { RunError } from '../command/errors';
import { folder, today } from '../command/shared';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited } from '../folder/files';
import { terminal } from '../output/terminal';
import { column } from './column';
import { findPlan } from './findPlan';
import { importAsText, writtenAsText } from './text';
import { write } from './write';

const words = {
  file: word('file', 'say which file is imported, such as “plan import action-plan.xlsx”.'),
  folder,
};
const options = {
  today,
  write,
  column,
};

/** Exit status 1: some rows need a person. */
export const planImport = command({
  name: 'plan import',
  help: 'takes an action plan from a spreadsheet, a document or a text; shows first what would change',
  words,
  options,
  run: async (told, surroundings) => {
    const bytes = bytesOf(told.file);
    const { text, status } = await edited(() => importOnce(told, bytes, surroundings));
    surroundings.write(text);
    return status;
  },
});

async function importOnce(
  told: Told<typeof words & typeof options>,
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
