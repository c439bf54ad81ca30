/** `check`: what is wrong, file by file. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UsageError } from '../command/errors';
import { fails } from '../command/shared';
import { append, ensureWritable, writeResult } from '../folder/files';
import { commitFrom, forgeAddresses } from '../../core/history/story/forge';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { CheckTold } from './command';
import { outputs } from './outputs/all';
import type { CheckResult, OutputContext } from './outputs/output';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import type { FolderReport } from '../folder/portfolios';
import { readFolder } from '../folder/portfolios';
import { complainOf } from '../folder/complain';
import { printable } from '../output/terminal';

export async function check(told: CheckTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { folder, format: asked, output: files, failOn, dryRun } = told;
  ensureMeant(told);
  for (const { file } of files) ensureWritable(file);
  const format = asked ?? formatFor(surroundings.environment);
  const fixing = told.fix ? await (await import('./fix')).fixFirst(told, format, surroundings) : undefined;
  const report = await reportAfter(told, fixing?.report, surroundings);
  const result: CheckResult = { report, failOn };
  const context = contextOf(folder, surroundings);
  if (!dryRun) surroundings.write((await outputs[format]()).write(result, context));
  for (const { format: other, file } of files)
    writeResult(file, (await outputs[other]()).write(result, { ...context, isTerminal: false }));
  if (format === 'github' && !dryRun) await summarise(result, context, surroundings);
  const complete = complainOf(report, folder, surroundings, { showsFindings: true });
  return complete && fixing?.isDone !== false ? statusOf(result) : 2;
}

/** @throws UsageError for options that do not go together */
function ensureMeant({ fix, dryRun, format, output, since }: CheckTold): void {
  if (!dryRun) return;
  if (!fix) throw new UsageError('--dry-run goes with --fix.');
  if (format !== undefined) throw new UsageError('--dry-run shows a diff, and takes no --format.');
  if (output.length > 0) throw new UsageError('--dry-run writes nothing, and takes no --output.');
  if (since !== undefined)
    throw new UsageError('--dry-run says what would be left of the files as they are, and takes no --since.');
}

/** @param left what is left in the folder, where it has been read already */
async function reportAfter(
  { folder, today, since }: CheckTold,
  left: FolderReport | undefined,
  surroundings: Surroundings,
): Promise<FolderReport> {
  if (since !== undefined) return (await import('./since')).reportSince(folder, since, today, surroundings);
  return left ?? readFolder(folder, today, surroundings);
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
