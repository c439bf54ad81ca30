/**
 * A folder before and after: at a base of the past, and at a head or as it stands. Both go through one index: it is
 * filled with the later side, and what differs is applied to it as a change. So the cost of the second side is that
 * of what differs.
 */
import type { CivilDate } from '../../core/text/civilDate';
import type { Uri } from '../../core/text/span';
import type { Fact } from '../../core/index/portfolioIndex';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { snapshotsOf } from '../../core/history/snapshots';
import type { FileAccess } from '../../host/files/fileAccess';
import { factOf } from '../../host/files/fileAccess';
import type { Repository } from '../../host/git/git';
import { findRepository, GitError } from '../../host/git/git';
import type { GitSides } from '../../host/git/sides';
import { gitSides } from '../../host/git/sides';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import type { RecordingAccess } from '../../host/files/recordingAccess';
import { recording } from '../../host/files/recordingAccess';
import type { Base } from './base';
import { baseFor, isText } from './base';
import type { Surroundings } from '../command/surroundings';
import type { FolderReport, OpenFolder } from '../folder/portfolios';
import { ensureFolder, openFolder, reportOf } from '../folder/portfolios';
import { RunError } from '../command/errors';
import type { Revisions } from './revisions';
import { revisionsOf } from './revisions';
import { printable } from '../output/terminal';

export interface Question {
  /** The folder, as it was typed. */
  readonly place: string;
  /** `main`, or `main...topic`: then what the two have in common is the base. */
  readonly base: string;
  /** Undefined: the working tree. */
  readonly head: string | undefined;
  readonly today: CivilDate | undefined;
  /** Undefined: the same day as for the later side. */
  readonly baseToday: CivilDate | undefined;
}

export interface Sides {
  readonly folder: Uri;
  readonly repository: Repository;
  readonly revisions: Revisions;
  readonly before: readonly PortfolioSnapshot[];
  readonly after: readonly PortfolioSnapshot[];
}

/** @throws RunError */
export const readSides = (question: Question, surroundings: Surroundings): Promise<Sides> =>
  withSides(question, surroundings, async ({ now, before, toBase, ...rest }) => {
    const after = now();
    await toBase();
    return { ...rest, before: before(), after };
  });

/** The later side as `check` reports it, beside both sides. @throws RunError */
export const readSidesAndReport = (
  question: Question,
  surroundings: Surroundings,
): Promise<Sides & { readonly report: FolderReport }> =>
  withSides(question, surroundings, async ({ now, before: past, toBase, toHead, report, ...rest }) => {
    await toBase();
    const before = past();
    await toHead();
    return { ...rest, before, after: now(), report: await report() };
  });

interface Walk {
  readonly folder: Uri;
  readonly repository: Repository;
  readonly revisions: Revisions;
  /** What the index holds of the later side. */
  readonly now: () => readonly PortfolioSnapshot[];
  /** What it holds of the base: each portfolio where it was. */
  readonly before: () => readonly PortfolioSnapshot[];
  readonly toBase: () => Promise<void>;
  readonly toHead: () => Promise<void>;
  readonly report: () => Promise<FolderReport>;
}

async function withSides<Answer>(
  { place, base: baseName, head, today, baseToday }: Question,
  surroundings: Surroundings,
  use: (walk: Walk) => Promise<Answer>,
): Promise<Answer> {
  ensureFolder(place);
  // A link to a folder is in no repository; the folder may be.
  const path = realPathOf(place);
  const folder = uriOfPath(path);
  let sides: GitSides | undefined;
  try {
    const repository = await findRepository(path);
    const revisions = await revisionsOf(repository, baseName, head);
    sides = gitSides(repository, folder);
    const stored = await sides.treeAt(revisions.base);
    const headTree = revisions.head === undefined ? undefined : await sides.treeAt(revisions.head);
    const later = headTree ? recording(sides.filesOf(headTree), repository.hash) : await sides.onDisk();
    let side = later;
    const opened = await openFolder(place, today, surroundings, {
      find: (...asked) => side.find(...asked),
      readMany: (...asked) => side.readMany(...asked),
      exist: (...asked) => side.exist(...asked),
    });
    const base = await baseFor({ repository, folder, sides, stored, headTree, later });
    const remarks = [...revisions.remarks, ...base.remarks];
    for (const remark of remarks) surroundings.complain(`evidence-portfolio: ${printable(remark)}\n`);
    const { index, workspace } = opened;
    const { today: calendarDay, asOf } = index.days;
    const go = async (
      from: RecordingAccess,
      to: RecordingAccess,
      on: CivilDate | undefined,
    ): Promise<void> => {
      side = to;
      const facts = await factsOnTheWay(from, to, base, opened);
      await workspace.apply([{ kind: 'today', today: calendarDay, asOf: on }, ...facts]);
    };
    return await use({
      folder,
      repository,
      revisions,
      now: () => snapshotsOf(index),
      before: () => snapshotsOf(index).map(base.whereItWas),
      toBase: () => go(later, base.access, baseToday ?? asOf),
      toHead: () => go(base.access, later, asOf),
      report: () => reportOf(opened),
    });
  } catch (error) {
    throw error instanceof GitError ? new RunError(error.message) : error;
  } finally {
    sides?.close();
  }
}

/** What an index that holds one side has to hear to hold the other. */
async function factsOnTheWay(
  from: RecordingAccess,
  to: RecordingAccess,
  { isUnchanged, isUnknown }: Base,
  { folder, index }: OpenFolder,
): Promise<readonly Fact[]> {
  const isSame = (uri: Uri): boolean => {
    const names = to.idsOf(uri);
    return isUnchanged(uri) || from.idsOf(uri).some((id) => names.includes(id));
  };
  const facts: Fact[] = [];
  const toRead: Uri[] = [];
  for (const uri of to.listed) {
    if (isUnknown(uri)) continue;
    if (isText(uri) || from.read.has(uri) || to.read.has(uri) || index.isStandardFile(uri)) {
      if (!from.listed.has(uri) || !isSame(uri)) toRead.push(uri);
    } else if (!from.listed.has(uri)) facts.push({ kind: 'present', uri });
  }
  for (const uri of from.listed)
    if (!to.listed.has(uri) && !isUnknown(uri)) facts.push({ kind: 'absent', uri });
  // A place that is listed on no side may be there all the same: a folder, or what .gitignore leaves out.
  const others = index.placesWithin(folder).filter((uri) => !to.listed.has(uri) && !isUnknown(uri));
  const found = await to.exist(others, folder);
  facts.push(...others.map((uri, at): Fact => ({ kind: kindOf(found[at]), uri })));
  // A standard may stand outside the folder, or where .gitignore leaves it out.
  for (const uri of from.read)
    if (!from.listed.has(uri) && !to.listed.has(uri) && !isSame(uri)) toRead.push(uri);
  return [...facts, ...(await textsOf(toRead, to, index.boundaryOf(folder)))];
}

const kindOf = (found: boolean | 'outside' | undefined): 'present' | 'absent' | 'outside' =>
  found === 'outside' ? found : found === true ? 'present' : 'absent';

async function textsOf(uris: readonly Uri[], access: FileAccess, boundary: Uri): Promise<readonly Fact[]> {
  const outcomes = await access.readMany(uris, boundary);
  return uris.map((uri, at) => factOf(uri, outcomes[at]));
}
