/** `report`: one document for a management meeting. */
import { changesBetween } from '../../core/history/changes';
import type { ReportOptions } from '../../core/report/report';
import { reportOf } from '../../core/report/report';
import type { CivilDate } from '../../core/text/civilDate';
import { parseDate } from '../../core/text/civilDate';
import type { ReportFormat } from '../../exchange/reports/writeReport';
import { writeReport } from '../../exchange/reports/writeReport';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import type { Repository } from '../../host/git/git';
import { commitBefore, findRepository, revisionOf } from '../../host/git/git';
import { localDate } from '../../host/files/localDate';
import { GitError } from '../../host/git/gitProcess';
import { formatDate } from '../../words/dates';
import { RunError, UsageError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { exportFormat, writeExport } from '../folder/exported';
import { onePortfolioIn } from '../folder/onePortfolio';
import type { OpenFolder } from '../folder/portfolios';
import { openFolder } from '../folder/portfolios';
import { shallowAdvice } from '../sides/revisions';
import { readSides } from '../sides/sides';
import type { ReportTold } from './command';
import { progressOf } from './progress';
import { dayTyped } from './since';

export async function report(told: ReportTold, surroundings: Surroundings): Promise<ExitStatus> {
  const format = formatOf(told);
  const { folder, today, since } = told;
  const { opened, changed } =
    since === undefined
      ? { opened: await openFolder(folder, today, surroundings, { use: 'contents' }), changed: undefined }
      : await withBase(told, since, surroundings);
  const { portfolio } = await onePortfolioIn(opened, folder, surroundings);
  const changes = changed?.changes.find(({ after }) => after.root === portfolio.root);
  const document = reportOf(portfolio, {
    since: changed && changes ? { name: changed.name, changes } : undefined,
    progress: await progressOf(portfolio, folder, surroundings),
  });
  writeExport(writeReport(format, document), told, surroundings);
  return 0;
}

/** @throws UsageError, RunError */
function formatOf(told: ReportTold): ReportFormat {
  const format = exportFormat(told, 'report');
  if (format === 'html' || format === 'docx' || format === 'odt' || format === 'md') return format;
  throw new UsageError('a report is written as html, docx, odt or md.');
}

type Changes = NonNullable<ReportOptions['since']>['changes'];

interface WithBase {
  readonly opened: OpenFolder;
  readonly changed: { readonly name: string; readonly changes: readonly Changes[] };
}

/**
 * The folder as it is and as it was. Since a day, evidence is judged as it was to be judged then.
 * @throws RunError
 */
async function withBase(
  { folder, today }: ReportTold,
  since: string,
  surroundings: Surroundings,
): Promise<WithBase> {
  const repository = await repositoryOf(folder);
  // A tag may be called 2026-05, and a branch yesterday.
  const isRevision = parseDate(since) === undefined && (await revisionOf(repository, since)) !== undefined;
  const day = isRevision ? undefined : dayTyped(since, today ?? localDate(surroundings.clock()));
  const base = day === undefined ? since : await commitOfDay(repository, day);
  const sides = await readSides(
    { place: folder, base, head: undefined, today, baseToday: day },
    surroundings,
  );
  return {
    opened: sides.opened,
    changed: {
      name: day === undefined ? since : formatDate(day),
      changes: changesBetween(sides.before, sides.after),
    },
  };
}

/** @throws RunError where there is none */
async function repositoryOf(folder: string): Promise<Repository> {
  try {
    return await findRepository(realPathOf(folder));
  } catch (error) {
    throw error instanceof GitError ? new RunError(error.message) : error;
  }
}

/** The last one before the day began. @throws RunError */
async function commitOfDay(repository: Repository, day: CivilDate): Promise<string> {
  const commit = await commitBefore(repository, `${day} 00:00:00`);
  if (commit !== undefined) return commit;
  const advice = repository.isShallow ? shallowAdvice : 'Say a later day, or a revision.';
  throw new RunError(`git knows no commit before ${formatDate(day)} here. ${advice}`);
}
