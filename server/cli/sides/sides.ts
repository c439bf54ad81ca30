/**
 * A folder before and after: at a base of the past, and at a head or as it stands. The base has an index of its own,
 * a copy of that of the later side which is told of what differs: nothing else is read, parsed or judged twice.
 */
import type { CivilDate } from '../../core/text/civilDate';
import { isManifestName } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import { fileName, isWithin } from '../../core/text/uri';
import type { Fact } from '../../core/index/portfolioIndex';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { snapshotsOf } from '../../core/history/snapshots';
import { factOf } from '../../host/files/fileAccess';
import type { KnownCommits } from '../../host/git/atOnce';
import { askedAtOnce } from '../../host/git/atOnce';
import type { Repository } from '../../host/git/git';
import { findRepository } from '../../host/git/git';
import { GitError } from '../../host/git/gitProcess';
import type { GitSides, Tree } from '../../host/git/sides';
import { gitSides } from '../../host/git/sides';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import type { RecordingAccess } from '../../host/files/recordingAccess';
import { recording } from '../../host/files/recordingAccess';
import { kindOf } from '../../host/workspace/asking';
import { Past } from '../../host/workspace/past';
import type { Base } from './base';
import { baseFor, isText } from './base';
import type { Surroundings } from '../command/surroundings';
import type { OpenFolder } from '../folder/portfolios';
import { ensureFolder, openFolder } from '../folder/portfolios';
import { RunError } from '../command/errors';
import type { Revisions } from './revisions';
import { namesToAsk, revisionsOf } from './revisions';
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
  /** The later side. */
  readonly opened: OpenFolder;
  readonly before: readonly PortfolioSnapshot[];
  readonly after: readonly PortfolioSnapshot[];
}

/** What is compared, before the later side is read. */
export interface Found {
  readonly folder: Uri;
  readonly repository: Repository;
  readonly revisions: Revisions;
  readonly sides: GitSides;
  /** The base's files, by path from the top. */
  readonly stored: Tree;
  /** Undefined: the later side is what the disk has. */
  readonly headTree: Tree | undefined;
}

/** The later side, read. */
export interface Later {
  readonly opened: OpenFolder;
  /** By which it was. */
  readonly access: RecordingAccess;
}

/** @throws RunError */
export const readSides = (question: Question, surroundings: Surroundings): Promise<Sides> =>
  withFound(question, async (found) => {
    const { sides, repository, headTree } = found;
    const access = headTree ? recording(sides.filesOf(headTree), repository.hash) : await sides.onDisk();
    const { place, today } = question;
    const opened = await openFolder(place, today, surroundings, { access });
    return compared(found, { opened, access }, surroundings, async (base) => {
      const past = new Past({ live: opened.index, access: base.access });
      await bringTo(past, { opened, access }, base, question.baseToday);
      return snapshotsOf(past.index);
    });
  });

/** The commits that are meant, as git had them at one time. */
export interface Meant {
  readonly repository: Repository;
  readonly revisions: Revisions;
  /** Git's list of what is checked out, a file of this machine; undefined where nobody has asked for it. */
  readonly indexFile?: string | undefined;
}

/** Finds what is asked for, and ends what was started for it. @throws RunError */
export async function withFound<Answer>(
  { place, base, head }: Question,
  work: (found: Found) => Promise<Answer>,
  { meant, open = gitSides }: { readonly meant?: Meant; readonly open?: typeof gitSides } = {},
): Promise<Answer> {
  ensureFolder(place);
  // A link to a folder is in no repository; the folder may be.
  const path = realPathOf(place);
  const folder = uriOfPath(path);
  let sides: GitSides | undefined;
  try {
    const { repository, revisions } = meant ?? (await meantIn(path, base, head));
    sides = open(repository, folder);
    const stored = await sides.treeAt(revisions.base);
    const headTree = revisions.head === undefined ? undefined : await sides.treeAt(revisions.head);
    return await work({ folder, repository, revisions, sides, stored, headTree });
  } catch (error) {
    throw error instanceof GitError ? new RunError(error.message) : error;
  } finally {
    sides?.close();
  }
}

/** @param before the portfolios at the base, under the names that their folders have later */
export async function compared(
  { folder, repository, revisions, sides, stored, headTree }: Found,
  { opened, access: later }: Later,
  surroundings: Surroundings,
  before: (base: Base) => Promise<readonly PortfolioSnapshot[]>,
): Promise<Sides> {
  const base = await baseFor({ repository, folder, sides, stored, headTree, later, index: opened.index });
  const remarks = [...revisions.remarks, ...base.remarks];
  for (const remark of remarks) surroundings.complain(`evidence-portfolio: ${printable(remark)}\n`);
  const earlier = await before(base);
  return {
    folder,
    repository,
    revisions,
    opened,
    before: earlier.map(base.whereItWas),
    after: snapshotsOf(opened.index),
  };
}

/** The commits that are meant, as git has them now. @param known is added to @throws RunError */
export async function meantNow({ place, base, head }: Question, known?: KnownCommits): Promise<Meant> {
  try {
    return await meantIn(realPathOf(place), base, head, known);
  } catch (error) {
    throw error instanceof GitError ? new RunError(error.message) : error;
  }
}

/** @throws RunError, GitError */
async function meantIn(
  path: string,
  base: string,
  head: string | undefined,
  known: KnownCommits = new Map(),
): Promise<Meant> {
  const asked = await askedAtOnce(path, namesToAsk(base, head), known);
  const repository = asked?.repository ?? (await findRepository(path));
  const revisions = await revisionsOf(repository, base, head, asked?.commits);
  return { repository, revisions, indexFile: asked?.indexFile };
}

/**
 * For whoever writes files before the sides are read: nothing is to be written for a comparison that cannot be made.
 * @throws RunError where the base cannot be read
 */
export async function ensureBase(place: string, base: string): Promise<void> {
  ensureFolder(place);
  const path = realPathOf(place);
  let sides: GitSides | undefined;
  try {
    const { repository, revisions } = await meantIn(path, base, undefined);
    sides = gitSides(repository, uriOfPath(path));
    await sides.treeAt(revisions.base);
  } catch (error) {
    throw error instanceof GitError ? new RunError(error.message) : error;
  } finally {
    sides?.close();
  }
}

/** Brings the past of a folder to a base. */
export async function bringTo(
  past: Past,
  { opened, access: later }: Later,
  base: Base,
  baseToday?: CivilDate,
): Promise<void> {
  const { index: live, workspace } = opened;
  const { today, asOf } = live.days;
  const days = { today, asOf: baseToday ?? asOf };
  const differing = await factsThatDiffer(opened, later, base);
  await past.bring(() => ({ folders: workspace.folders, rules: {} }), differing, days);
}

/** What differs from the later side, by its place: each as it was at the base. */
async function factsThatDiffer(
  { folder, index }: OpenFolder,
  later: RecordingAccess,
  { access, isUnchanged, isUnknown }: Base,
): Promise<ReadonlyMap<Uri, Fact>> {
  const isSame = (uri: Uri): boolean => {
    const names = access.idsOf(uri);
    return isUnchanged(uri) || later.idsOf(uri).some((id) => names.includes(id));
  };
  const facts: Fact[] = [];
  const toRead: Uri[] = [];
  for (const uri of access.listed) {
    if (isUnknown(uri)) continue;
    // Portfolios outside of the folder are none of those that are compared.
    if (isManifestName(fileName(uri)) && !isWithin(folder, uri)) facts.push({ kind: 'present', uri });
    else if (isText(uri) || later.read.has(uri) || access.read.has(uri) || index.isNamedFile(uri)) {
      if (!later.listed.has(uri) || !isSame(uri)) toRead.push(uri);
    } else if (!later.listed.has(uri)) facts.push({ kind: 'present', uri });
  }
  for (const uri of later.listed)
    if (!access.listed.has(uri) && !isUnknown(uri)) facts.push({ kind: 'absent', uri });
  // A place that is listed on no side may be there all the same: a folder, or what .gitignore leaves out.
  for (const place of [folder, ...index.sharedFolders()]) {
    const others = index.placesWithin(place).filter((uri) => !access.listed.has(uri) && !isUnknown(uri));
    const found = await access.exist(others, place === folder ? folder : index.boundaryOfShared(place));
    facts.push(...others.map((uri, at): Fact => ({ kind: kindOf(found[at]), uri })));
  }
  // A standard may stand outside the folder, or where .gitignore leaves it out.
  for (const uri of later.read)
    if (!later.listed.has(uri) && !access.listed.has(uri) && !isSame(uri)) toRead.push(uri);
  const outcomes = await access.readMany(toRead, index.boundaryOf(folder));
  facts.push(...toRead.map((uri, at) => factOf(uri, outcomes[at])));
  return new Map(facts.flatMap((fact) => ('uri' in fact ? [[fact.uri, fact]] : [])));
}
