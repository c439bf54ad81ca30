/** `diff`: what a change does to the portfolios of a folder. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { changesBetween } from '../../core/history/changes';
import { manifestName } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { joinPath, relativePath } from '../../core/text/uri';
import { commitOf, findRepository, originOf } from '../../host/git/git';
import { UsageError } from '../command/errors';
import type { DiffTold } from './command';
import { outputs } from './outputs/all';
import type { DiffResult } from './outputs/output';
import { fails } from '../command/shared';
import { complainOfUnread } from '../folder/complain';
import { ensureWritable, writeResult } from '../folder/files';
import { reportOf } from '../folder/portfolios';
import { forgeAddresses } from '../../core/history/story/forge';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { topOf } from '../../host/git/fileAccess';
import { readSides } from '../sides/sides';
import { printable } from '../output/terminal';

export async function diff(
  { base, rest, today, baseToday, format, output: files, failOn }: DiffTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  for (const { file } of files) ensureWritable(file);
  const { head, place } = await headAndFolder(rest);
  const sides = await readSides({ place, base, head, today, baseToday }, surroundings);
  const { repository, revisions, folder, before, after } = sides;
  const origin = await originOf(repository);
  const forge = forgeAddresses(surroundings.environment, revisions.shown, origin);
  const result: DiffResult = {
    revisions,
    portfolios: changesBetween(before, after),
    context: {
      folder,
      addressOf: (uri, line) => {
        const path = relativePath(topOf(repository, folder), uri);
        return path.startsWith('../') ? undefined : forge?.(path, line);
      },
      fails: (severity) => fails(severity, failOn),
    },
  };
  const { write } = await outputs[format]();
  surroundings.write(write(result, surroundings.isTerminal));
  for (const { format: other, file } of files)
    writeResult(file, (await outputs[other]()).write(result, false));
  if (result.portfolios.length === 0)
    surroundings.complain('There is no evidence portfolio here, neither before nor after.\n');
  complainOfUnread(await reportOf(sides.opened), surroundings, { showsFindings: true });
  // A base that cannot be read whole may be what this change puts right.
  complainOf(before, revisions.baseName, folder, surroundings);
  if (!complainOf(after, revisions.headName, folder, surroundings)) return 2;
  const fresh = result.portfolios.flatMap(({ findings }) => findings.fresh);
  return fresh.some(({ finding }) => fails(finding.severity, failOn)) ? 1 : 0;
}

/** @returns whether the side could be read whole */
function complainOf(
  side: readonly PortfolioSnapshot[],
  name: string,
  folder: Uri,
  { complain }: Surroundings,
): boolean {
  const broken = side.flatMap(({ root, isComplete, standardFault }) => [
    ...(isComplete
      ? []
      : [`${relativePath(folder, joinPath(root, manifestName))} of ${name} cannot be read`]),
    ...(standardFault
      ? [`the standard in ${relativePath(folder, standardFault.uri)} of ${name} ${standardFault.words}`]
      : []),
  ]);
  for (const words of new Set(broken))
    complain(`evidence-portfolio: ${printable(words)}, so the result is not complete.\n`);
  return broken.length === 0;
}

/** `diff main topic docs`, `diff main topic`, `diff main docs`: one word may be either. @throws UsageError */
async function headAndFolder(
  rest: readonly string[],
): Promise<{ readonly head: string | undefined; readonly place: string }> {
  const [first, second] = rest;
  if (first === undefined) return { head: undefined, place: '.' };
  if (second !== undefined) return { head: first, place: second };
  const isFolder = existsSync(first) && statSync(first).isDirectory();
  const isPath = /[\\/]$|^\.{1,2}(?:[\\/]|$)/.test(first) || resolve(first) === first;
  if (isPath) return { head: undefined, place: first };
  const isRevision = await findRepository(resolve('.')).then(
    async (repository) => (await commitOf(repository, first)) !== undefined,
    () => false,
  );
  if (isFolder && isRevision)
    throw new UsageError(`${first} is a folder and a revision. Say ./${first} for the folder.`);
  return isFolder ? { head: undefined, place: first } : { head: first, place: '.' };
}
