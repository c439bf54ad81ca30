/** `check --fix`: what is safe to mend is mended first, and the rest is told. */
import { fileURLToPath } from 'node:url';
import { totalsInWords } from '../../core/history/story/totals';
import { capitalised } from '../../words/capitals';
import { count, listOf } from '../../words/counts';
import { RunError } from '../command/errors';
import type { Surroundings } from '../command/surroundings';
import { folderAbove } from '../folder/manifestAbove';
import type { FolderReport, OpenFolder } from '../folder/portfolios';
import type { CheckTold } from './command';
import { openFolder, reportOf } from '../folder/portfolios';
import { ensureBase } from '../sides/sides';
import { printable, terminal } from '../output/terminal';
import { diffForTerminal, unifiedDiff } from '../output/unifiedDiff';
import type { MendedFile, Mending } from './mend';
import { mendSafely } from './mend';

export interface Fixed {
  /** What is left, or would be. */
  readonly report: FolderReport;
  /** False where something that was safe to mend could not be written. */
  readonly isDone: boolean;
}

/**
 * Mends, and tells what: before the findings where people read them, else beside them. A dry run shows the diff instead.
 * @throws RunError where the folder, or the base, cannot be read, or the folder is a part of a portfolio
 */
export async function fixFirst(
  { folder: place, today, dryRun, since }: Pick<CheckTold, 'folder' | 'today' | 'dryRun' | 'since'>,
  format: string,
  surroundings: Surroundings,
): Promise<Fixed> {
  if (since !== undefined) await ensureBase(place, since);
  const open = await openFolder(place, today, surroundings);
  ensureWhole(open, place);
  const mending = await mendedIn(open, dryRun);
  const report = await reportOf(open);
  const { isTerminal, write, complain } = surroundings;
  const tell = (message: string): void => complain(`evidence-portfolio: ${printable(message)}\n`);
  if (dryRun) {
    write(mendingAsDiff(mending, isTerminal));
    tell(wouldMendInWords(mending, report));
  } else if (format === 'text') write(mendedAsText(mending, isTerminal));
  else tell(mendedInWords(mending));
  for (const reason of [...mending.passedOver, ...mending.failures]) tell(reason);
  return { report, isDone: mending.failures.length === 0 };
}

/** Nothing is mended where a manifest or a standard cannot be read: it would say what is a fault and what is none. */
async function mendedIn(open: OpenFolder, isDryRun: boolean): Promise<Mending> {
  const { brokenManifests, brokenStandards } = await reportOf(open);
  const broken = [...brokenManifests.map((path) => `${path} cannot be read`), ...brokenStandards];
  if (broken.length === 0) return mendSafely(open, { isDryRun });
  const failures = [`nothing was mended, because ${listOf(broken)}. Mend that first.`];
  return { files: [], passedOver: [], failures };
}

/** The manifest above says which rules are switched off. */
function ensureWhole({ index }: OpenFolder, place: string): void {
  for (const { manifest, root } of index.portfolios()) {
    const above = manifest ? undefined : folderAbove(fileURLToPath(root));
    if (above !== undefined)
      throw new RunError(`${place} is a part of the portfolio in ${above}. Give that folder.`);
  }
}

/** What has been mended, above what is left. */
function mendedAsText(mending: Mending, isTerminal: boolean): string {
  const { files } = mending;
  const out = terminal(isTerminal);
  if (files.length === 0) return `${capitalised(nothingMended(mending))}\n\n`;
  const rows = files.map(({ path, gone }) => {
    const rules = [...gone].map(([rule, number]) => (number === 1 ? rule : `${rule} (${number})`));
    return `  ${printable(path)}  ${out.style('faint', rules.join(', '))}`.trimEnd();
  });
  return `${out.style('strong', `Mended ${totalOf(files)}`)}\n${rows.join('\n')}\n\n`;
}

/** The same in one sentence, for where standard output is for something else. */
const mendedInWords = (mending: Mending): string =>
  mending.files.length === 0
    ? nothingMended(mending)
    : `mended ${totalOf(mending.files)}: ${listOf(mending.files.map(({ path }) => path))}.`;

/** Where something was to be mended and could not be, the reasons stand on standard error. */
const nothingMended = ({ passedOver, failures }: Mending): string =>
  passedOver.length + failures.length === 0
    ? 'there was nothing that is safe to mend without asking.'
    : 'nothing was mended.';

/** What would be mended, as a unified diff. */
function mendingAsDiff({ files }: Mending, isTerminal: boolean): string {
  const lines = files.flatMap(({ path, before, after }) => unifiedDiff(path, before, after));
  const shown = isTerminal ? diffForTerminal(lines, terminal(isTerminal)) : lines;
  return shown.map((line) => `${line}\n`).join('');
}

/** What would be mended and left, in one sentence. */
function wouldMendInWords({ files }: Mending, report: FolderReport): string {
  const findings = report.portfolios.flatMap((portfolio) => portfolio.files.flatMap((file) => file.findings));
  const mended = files.length === 0 ? 'nothing would be mended' : `would mend ${totalOf(files)}`;
  const rest = totalsInWords(findings) || 'nothing';
  return `${mended}, and ${rest} would be left. Nothing was written.`;
}

function totalOf(files: readonly MendedFile[]): string {
  const findings = files.reduce(
    (sum, { gone }) => sum + [...gone.values()].reduce((own, number) => own + number, 0),
    0,
  );
  return `${count(findings, 'finding')} in ${count(files.length, 'file')}`;
}
