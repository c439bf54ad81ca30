/** The earlier side of a comparison, as it can be held against the later one: under today's names, and without what git alone changes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isManifestName } from '../../core/text/manifestName';
import { isMarkdown } from '../../core/text/markdownName';
import type { Uri } from '../../core/text/span';
import { movedTo } from '../../core/history/moves';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { parseManifest } from '../../core/manifest/manifest';
import { outermost, sharedFolders } from '../../core/manifest/outwardPatterns';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { fileName, isWithin, joinPath, parentUri, relativePath } from '../../core/text/uri';
import type { Repository, TreeEntry } from '../../host/git/git';
import type { GitFileAccess } from '../../host/git/fileAccess';
import type { GitSides } from '../../host/git/sides';
import { folderBefore, mayHaveMoved, withFolderAt } from '../../host/git/movedFolder';
import { asSpelt } from '../../host/git/namesOnDisk';
import { nodeFileAccess } from '../../host/disk/nodeFileAccess';
import type { RecordingAccess } from '../../host/files/recordingAccess';
import { recording } from '../../host/files/recordingAccess';
import type { Unchanged } from '../../host/git/workingTree';
import { unchangedOnDisk } from '../../host/git/workingTree';

export interface Base {
  readonly access: RecordingAccess;
  /** The file on the disk is what git would make of the base's. */
  readonly isUnchanged: (uri: Uri) => boolean;
  /** In a submodule of which the base's commit is not here. */
  readonly isUnknown: (uri: Uri) => boolean;
  /** A portfolio of the base under the name that its folder had then. */
  readonly whereItWas: (snapshot: PortfolioSnapshot) => PortfolioSnapshot;
  /** What could not be compared, for people. */
  readonly remarks: readonly string[];
}

export interface Comparison {
  readonly repository: Repository;
  readonly folder: Uri;
  readonly sides: GitSides;
  /** The base's files, by path from the top. */
  readonly stored: ReadonlyMap<string, TreeEntry>;
  /** Undefined: the later side is what the disk has. */
  readonly headTree: ReadonlyMap<string, TreeEntry> | undefined;
  /** After the folder was read from it. */
  readonly later: RecordingAccess;
  /** The index of the later side. */
  readonly index: PortfolioIndex;
}

export async function baseFor(comparison: Comparison): Promise<Base> {
  const { repository, folder, sides, headTree, later } = comparison;
  const { tree, from } = await treeUnderNewNames(comparison);
  const files = sides.filesOf(tree);
  const access = recording(files, repository.hash);
  const { isIgnored } = await access.find(folder);
  for (const shared of await sharedAtBase(comparison, access)) await access.find(shared);
  const { files: unchanged, filtered } = headTree
    ? { files: new Set<Uri>(), filtered: [] }
    : await unchangedAmong(comparison, access, files);
  const unknown = Array.from(sides.unknown, (path) => joinPath(sides.top, path));
  return {
    access: headTree ? access : withIgnored(access, (uri) => isIgnored(uri) && !later.listed.has(uri)),
    isUnchanged: (uri) => unchanged.has(uri),
    isUnknown: (uri) => unknown.some((root) => isWithin(root, uri)),
    whereItWas: (snapshot) =>
      from === undefined || !isWithin(folder, snapshot.root)
        ? snapshot
        : movedTo(from + snapshot.root.slice(folder.length), snapshot),
    remarks: [
      ...filtered.map(
        ({ uri, filter }) =>
          `${relativePath(folder, uri)} goes through the filter “${filter}” of git, a program that is not started here: it is compared with what git has stored.`,
      ),
      ...Array.from(sides.unknown, unknownModule),
    ],
  };
}

/** Folders outside of this one from which manifests take evidence, of either side. */
async function sharedAtBase({ folder, index }: Comparison, access: RecordingAccess): Promise<readonly Uri[]> {
  const manifests = [...access.listed].filter((uri) => isManifestName(fileName(uri)));
  const outcomes = await access.readMany(manifests);
  const boundary = index.boundaryOf(folder);
  const isNear = (place: Uri): boolean => isWithin(boundary, place) && !isWithin(folder, place);
  const shared = outcomes.flatMap((outcome, at) => {
    const uri = manifests[at];
    if (outcome.kind !== 'text' || uri === undefined) return [];
    return sharedFolders(parentUri(uri), parseManifest(uri, outcome.text).include, isNear);
  });
  return outermost([...shared, ...index.sharedFolders()]);
}

const unknownModule = (path: string): string =>
  `the submodule ${path} has not the commit that the base names, so what has changed in it is not known. Fetch it with “git submodule update --init”.`;

/** `from`: where the folder was, if it had another name. */
async function treeUnderNewNames({
  repository,
  folder,
  sides: { top },
  stored,
  headTree,
  later,
}: Comparison): Promise<{ readonly tree: ReadonlyMap<string, TreeEntry>; readonly from?: Uri }> {
  const listed = [...later.listed].filter((uri) => isWithin(folder, uri));
  const spelt = headTree
    ? stored
    : await asSpelt(
        stored,
        listed.map((uri) => relativePath(top, uri)),
        repository,
      );
  if (!mayHaveMoved(spelt, repository.prefix)) return { tree: spelt };
  const names = new Map(
    listed.flatMap((uri) => {
      const ids = later.idsOf(uri);
      return ids.length > 0 ? [[relativePath(folder, uri), ids] as const] : [];
    }),
  );
  const isThere = (path: string): boolean =>
    headTree ? headTree.has(path) : existsSync(join(repository.top, path));
  const before = folderBefore(spelt, repository.prefix, names, isThere);
  if (before === undefined) return { tree: spelt };
  return {
    tree: withFolderAt(spelt, before, repository.prefix),
    from: before === '' ? top : joinPath(top, before),
  };
}

async function unchangedAmong(
  { repository, folder, later }: Comparison,
  access: RecordingAccess,
  files: GitFileAccess,
): Promise<Unchanged> {
  const differing = [...access.listed].filter((uri) => {
    const names = later.idsOf(uri);
    const isRead = isText(uri) || later.read.has(uri);
    return isRead && later.listed.has(uri) && !access.idsOf(uri).some((id) => names.includes(id));
  });
  if (differing.length === 0) return { files: new Set(), filtered: [] };
  const pointers = await files.pointersOf(differing);
  return unchangedOnDisk(
    differing.map((uri, at) => ({ uri, id: access.idsOf(uri)[0] ?? '', pointer: pointers[at] })),
    repository,
    folder,
  );
}

/** What git leaves out has no past: where it is there now, no change has brought it. */
const withIgnored = (base: RecordingAccess, isLeftOut: (uri: Uri) => boolean): RecordingAccess => ({
  ...base,
  exist: async (uris, within) => {
    const [inTree, onDisk] = [await base.exist(uris, within), await nodeFileAccess.exist(uris, within)];
    return uris.map((uri, at) => inTree[at] === true || (onDisk[at] === true && isLeftOut(uri)));
  },
});

/** A file whose text is looked at. */
export const isText = (uri: Uri): boolean => isMarkdown(uri) || isManifestName(fileName(uri));
