/** `check`: what is wrong, file by file. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fails } from '../command/shared';
import { append, ensureWritable, writeResult } from '../folder/files';
import { commitFrom, forgeAddresses } from '../../core/history/story/forge';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { CheckTold } from './command';
import { outputs } from './outputs/all';
import type { CheckResult, OutputContext } from './outputs/output';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import { complainOf, readFolder } from '../folder/portfolios';
import { printable } from '../output/terminal';

export async function check(
  { folder, today, format: asked, output: files, failOn, since }: CheckTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  for (const { file } of files) ensureWritable(file);
  const report =
    since === undefined
      ? await readFolder(folder, today, surroundings)
      : await (await import('./since')).reportSince(folder, since, today, surroundings);
  const result: CheckResult = { report, failOn };
  const context = contextOf(folder, surroundings);
  const format = asked ?? formatFor(surroundings.environment);
  const { write } = await outputs[format]();
  surroundings.write(write(result, context));
  for (const { format: other, file } of files)
    writeResult(file, (await outputs[other]()).write(result, { ...context, isTerminal: false }));
  if (format === 'github') await summarise(result, context, surroundings);
  const complete = complainOf(report, folder, surroundings);
  return complete ? statusOf(result) : 2;
}

/** What the system that runs this shows best. GitLab takes its report from a file, and people read the log. */
function formatFor(environment: Surroundings['environment']): keyof typeof outputs {
  if (environment['GITHUB_ACTIONS'] === 'true') return 'github';
  if (environment['TF_BUILD']?.toLowerCase() === 'true') return 'azure';
  return 'text';
}

function contextOf(folder: string, surroundings: Surroundings): OutputContext {
  const { environment, isTerminal, version, rulePage, complain } = surroundings;
  return {
    isTerminal,
    version,
    tell: (message) => complain(`evidence-portfolio: ${printable(message)}\n`),
    prefix: prefixOf(realPathOf(folder)),
    addressOf: forgeAddresses(environment, commitFrom(environment)),
    rulePage,
  };
}

/** The path from the top of the repository to a folder, with `/`; empty where it is in none. */
export function prefixOf(folder: string): string {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return relative(top, folder).replaceAll('\\', '/');
    if (top === dirname(top)) return '';
  }
}

/** GitHub takes a summary of at most one mebibyte per step. */
const maximumSummary = 1024 * 1024 - 1;

async function summarise(
  result: CheckResult,
  context: OutputContext,
  { environment, complain }: Surroundings,
): Promise<void> {
  const file = environment['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const text = (await outputs.markdown()).write(result, context);
  const problem =
    Buffer.byteLength(text) > maximumSummary
      ? 'the job summary would be larger than GitHub takes.'
      : append(file, `${text}\n`);
  if (problem !== undefined) complain(`evidence-portfolio: ${printable(problem)}\n`);
}

function statusOf({ report: { portfolios, since }, failOn }: CheckResult): ExitStatus {
  const fresh = portfolios
    .flatMap(({ files }) => files.flatMap(({ findings }) => findings))
    .filter((finding) => !since?.known.has(finding));
  return fresh.some(({ severity }) => fails(severity, failOn)) ? 1 : 0;
}
