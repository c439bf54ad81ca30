/** `standard migrate`: moves a portfolio to another edition of its standard, all files or none. */
import { fileURLToPath } from 'node:url';
import { changesBetween } from '../../core/history/changes';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { snapshotsOf } from '../../core/history/snapshots';
import { storyOf } from '../../core/history/story/story';
import type { Editions } from '../../core/migration/editions';
import type { Migration, MigrationGoal } from '../../core/migration/migration';
import { migrated } from '../../core/migration/migration';
import { editionsFor } from '../../core/migration/oneOfSeveral';
import { isEditionOf } from '../../core/migration/questions';
import { readAnswers } from '../../core/migration/readAnswers';
import { reportOf } from '../../core/migration/report';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { decode } from '../../core/text/decode';
import { applyEdits } from '../../core/text/edit';
import type { FileEdit } from '../../core/text/fileEdit';
import { localDate } from '../../host/files/localDate';
import type { FileToWrite } from '../../host/disk/writeTogether';
import { NotTakenBack, writeTogether } from '../../host/disk/writeTogether';
import { WriteError } from '../../host/disk/writeError';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import { listOf } from '../../words/counts';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { readDraft } from '../folder/files';
import { importedBytes } from '../folder/importedFile';
import { onePortfolio } from '../folder/onePortfolio';
import type { OpenFolder } from '../folder/portfolios';
import { terminal } from '../output/terminal';
import type { MigrateTold } from './command';
import { goalNamed } from './goal';
import type { EditedText } from './text';
import { migrationAsText } from './text';

/** Exit status 1: something is left for a person to decide. */
export async function migrate(told: MigrateTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { portfolio, isNew, open } = await onePortfolio(told, surroundings, 'everything');
  if (isNew)
    throw new RunError(`there is no evidence portfolio in ${told.folder}, so there is nothing to move.`);
  const of = standardMoved(portfolio, told.standard);
  const named = await goalNamed(told.edition, { portfolio, of }, open, surroundings);
  const mapping =
    told.mapping === undefined
      ? undefined
      : (await import('./mapping')).mappingNamed(told.mapping, portfolio, named);
  const goal = { ...named, mapping };
  const editions = editionsFor(portfolio, of, goal);
  if (editions.way?.pairs === 0)
    throw new RunError(
      `${told.mapping ?? ''} has no pair of which both IDs are in these editions: it leads from “${mapping?.mapping.from?.name ?? ''}” to “${mapping?.mapping.to?.name ?? ''}”.`,
    );
  if (!isEditionOf(portfolio, goal.to, of, editions.way))
    throw new RunError(
      `nothing that this portfolio has evidence for leads to ${goal.to.title}: it is another standard, and no other edition of ${of.standard.title}. Name it in portfolio.yaml, if that is what is meant.`,
    );
  const migration = migrationFor(portfolio, goal, editions, told, surroundings);
  const { edits, undecided } = migration;
  const isWritten = told.write && undecided.length === 0;
  const report = reportOf(portfolio, migration, isWritten);
  if (!edits)
    throw new RunError(
      'portfolio.yaml has a fault, or is written in an unusual way, so nothing was changed. Mend that first.',
    );
  const texts = textsAfter(edits);
  const drafts = isWritten ? texts.map((one) => draftOf(one, portfolio)) : [];
  const before = snapshotOf(open, portfolio);
  await open.workspace.apply(
    texts.map(({ uri, after: text }) => ({ kind: 'text' as const, uri, text, isClosed: true })),
  );
  const [changes] = changesBetween(before, snapshotOf(open, portfolio));
  const story =
    changes && storyOf(changes, { folder: open.folder, addressOf: () => undefined, fails: () => false });
  if (isWritten) await writeAll(drafts);
  surroundings.write(
    migrationAsText(
      { report, story, texts, path: (uri) => portfolio.path(uri), isWritten, undecided, diff: told.diff },
      terminal(surroundings.isTerminal),
    ),
  );
  return report.isOpen ? 1 : 0;
}

/** The one of the portfolio's standards that is meant. @throws RunError where that is not clear */
function standardMoved({ standards }: Portfolio, name: string | undefined): PortfolioStandard {
  const [first] = standards;
  const names = standards.flatMap((one) => one.name ?? []);
  if (name === undefined && standards.length === 1) return first;
  const found = standards.find((one) => one.name !== undefined && one.name === name);
  if (found) return found;
  if (names.length === 0)
    throw new RunError(`portfolio.yaml has no name for its standard, so “--standard” says nothing. Leave it out.`); // prettier-ignore
  const which = `It is kept against ${listOf(names)}.`;
  throw new RunError(
    name === undefined
      ? `this portfolio has several standards: say with “--standard” which of them is moved. ${which}`
      : `no standard of this portfolio is called ${name}. ${which}`,
  );
}

/** @throws RunError */
function migrationFor(
  portfolio: Portfolio,
  goal: Omit<MigrationGoal, 'answers' | 'today'>,
  editions: Editions,
  { map, answers: file, today }: MigrateTold,
  { clock }: Surroundings,
): Migration {
  const { answers, faults } = readAnswers(
    portfolio,
    editions,
    map,
    file === undefined ? undefined : textOf(file),
  );
  if (faults.length > 0) throw new RunError(faults.join(' '));
  return migrated(portfolio, { ...goal, answers, today: today ?? localDate(clock()) });
}

/** @throws RunError */
const textOf = (file: string): string => decode(importedBytes(file, 'list of answers')).text;

const textsAfter = (edits: readonly FileEdit[]): readonly EditedText[] =>
  edits.flatMap((edit): readonly EditedText[] => {
    if (edit.kind === 'create') return [{ uri: edit.uri, before: undefined, after: edit.text }];
    if (edit.kind === 'rename') return [];
    return [{ uri: edit.uri, before: edit.text, after: applyEdits(edit.text, edit.edits) }];
  });

/** What stands on the disk is what was read, or nothing is written at all. @throws RunError */
function draftOf({ uri, before, after }: EditedText, portfolio: Portfolio): FileToWrite {
  const path = portfolio.path(uri);
  if (portfolio.leadsOutside(uri))
    throw new RunError(`a link on the way to ${path} leads out of the portfolio, so nothing was changed.`);
  const draft = readDraft(fileURLToPath(uri));
  if (draft.text !== before)
    throw new RunError(`${path} is read from elsewhere, or has just been written, so nothing was changed.`);
  return { file: draft.file, before: draft.bytes, content: after };
}

/** @throws RunError */
async function writeAll(files: readonly FileToWrite[]): Promise<void> {
  try {
    const changed = await writeTogether(files);
    if (changed !== undefined)
      throw new RunError(
        `${changed} was written by somebody else meanwhile, so nothing was changed. Try again.`,
      );
  } catch (error) {
    if (error instanceof NotTakenBack) throw new RunError(error.message);
    throw error instanceof WriteError ? new RunError(`${error.message} Nothing was changed.`) : error;
  }
}

const snapshotOf = ({ index }: OpenFolder, { root }: Portfolio): readonly PortfolioSnapshot[] =>
  snapshotsOf(index).filter((snapshot) => snapshot.root === root);
