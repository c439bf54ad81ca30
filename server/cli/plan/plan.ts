/** `plan`: imports and exports an action plan, and adds the actions that the portfolio asks for. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { wouldReplace } from '../../host/disk/outputFile';
import type { Attempt } from '../folder/files';
import { edited, ensureWritable, writeResult } from '../folder/files';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { PlanArguments, PlanExportArguments, PlanImportArguments, PlanSyncArguments } from './arguments';
import { findPlan } from './findPlan';
import { importAsText, syncAsText, writtenAsText } from './text';
import { RunError } from '../folder/portfolios';
import { printable, terminal } from '../output/terminal';

export function plan(told: PlanArguments, surroundings: Surroundings): Promise<ExitStatus> {
  switch (told.verb) {
    case 'import':
      return importInto(told, surroundings);
    case 'export':
      return exportFrom(told, surroundings);
    case 'sync':
      return sync(told, surroundings);
  }
}

/** Exit status 1: some rows need a person. */
async function importInto(told: PlanImportArguments, surroundings: Surroundings): Promise<ExitStatus> {
  const bytes = bytesOf(told.file);
  const { text, status } = await edited(() => importOnce(told, bytes, surroundings));
  surroundings.write(text);
  return status;
}

async function importOnce(
  told: PlanImportArguments,
  bytes: Uint8Array,
  surroundings: Surroundings,
): Promise<Attempt<{ readonly text: string; readonly status: ExitStatus }>> {
  const { standard, plan: here, draft, name } = await findPlan(told, surroundings);
  const { importPlan } = await import('../../exchange/planExchange');
  const outcome = importPlan(standard, here, basename(told.file), bytes, told.columns);
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

async function exportFrom(told: PlanExportArguments, surroundings: Surroundings): Promise<ExitStatus> {
  const { format, output, force } = told;
  if (output !== undefined) {
    ensureWritable(output);
    if (!force && wouldReplace(output)) throw new RunError(thereAlready(output));
  }
  const { standard, plan: here, name } = await findPlan(told, surroundings);
  if (!here)
    throw new RunError(
      `there is no action plan in ${told.folder}: no ${name}. “plan sync --write” makes one.`,
    );
  const { exportPlan } = await import('../../exchange/planExchange');
  const outcome = exportPlan(standard, here, format);
  if (outcome.kind === 'failed') throw new RunError(outcome.message);
  if (output !== undefined) {
    if (!writeResult(output, outcome.result, { isNew: !force })) throw new RunError(thereAlready(output));
    surroundings.write(`${printable(output)} is written.\n`);
    return 0;
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(outcome.result);
  // What a file says is not obeyed by a terminal; a program that reads gets every character.
  surroundings.write(surroundings.isTerminal ? text.split('\n').map(printable).join('\n') : text);
  return 0;
}

const thereAlready = (output: string): string => `${output} is there already. Say --force to write over it.`;

async function sync(told: PlanSyncArguments, surroundings: Surroundings): Promise<ExitStatus> {
  surroundings.write(await edited(() => syncOnce(told, surroundings)));
  return 0;
}

async function syncOnce(told: PlanSyncArguments, surroundings: Surroundings): Promise<Attempt<string>> {
  const { portfolio, plan: here, draft, name } = await findPlan(told, surroundings);
  if (!portfolio)
    throw new RunError(
      `there is no evidence portfolio in ${told.folder}: no portfolio.yaml, and no Markdown file whose front matter names elements.`,
    );
  const { syncPlan } = await import('../../exchange/planExchange');
  const { rows, text } = syncPlan(portfolio, here);
  const changes = rows.length > 0;
  const out = terminal(surroundings.isTerminal);
  const said =
    syncAsText(portfolio, rows, out) + writtenAsText({ name, changes, isNew: !here, isWritten: told.write });
  return { edit: told.write && changes ? { draft, text } : undefined, answer: said };
}
