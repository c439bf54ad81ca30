/**
 * A folder at one commit after another, in one index: what a commit has as the one before it had it is neither read nor
 * parsed again.
 */
import type { Fact, PortfolioIndex } from '../../core/index/portfolioIndex';
import type { CivilDate } from '../../core/text/civilDate';
import { isManifestName } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import { fileName, joinPath } from '../../core/text/uri';
import type { FileAccess } from '../../host/files/fileAccess';
import type { TreeEntry } from '../../host/git/git';
import type { GitSides, Tree } from '../../host/git/sides';
import type { FileEvent } from '../../host/workspace/workspace';
import type { Surroundings } from '../command/surroundings';
import type { OpenFolder } from '../folder/portfolios';
import { openFolder } from '../folder/portfolios';
import { isText } from '../sides/base';

/** Brings the folder to a commit, and answers its index, for coverage alone, judged by a day. @throws GitError */
export type Past = (commit: string, day: CivilDate) => Promise<PortfolioIndex>;

/** @param place the folder, as it was typed */
export function pastOf(place: string, sides: GitSides, surroundings: Surroundings): Past {
  let tree: Tree = new Map();
  let shown: string | undefined;
  let files = sides.filesOf(tree);
  const access: FileAccess = {
    find: (...asked) => files.find(...asked),
    readMany: (...asked) => files.readMany(...asked),
    exist: (...asked) => files.exist(...asked),
  };
  let opened: OpenFolder | undefined;
  return async (commit, day) => {
    const before = tree;
    if (commit !== shown) {
      tree = await sides.treeAt(commit);
      files = sides.filesOf(tree);
      shown = commit;
    }
    if (opened === undefined) {
      opened = await openFolder(place, day, surroundings, { access, use: 'coverage' });
      return opened.index;
    }
    const { index, workspace } = opened;
    const judgedBy: Fact = { kind: 'today', today: index.days.today, asOf: day };
    await workspace.apply([judgedBy]);
    await workspace.changed(eventsBetween(before, tree, sides.top, index));
    return index;
  };
}

/** What has happened to the files of which somebody reads the text; of others, no coverage speaks. */
function eventsBetween(before: Tree, after: Tree, top: Uri, index: PortfolioIndex): readonly FileEvent[] {
  if (before === after) return [];
  const isThere = (uri: Uri, entry: TreeEntry | undefined): boolean =>
    entry?.kind === 'file' ||
    (entry?.kind === 'link' && (isManifestName(fileName(uri)) || index.isNamedFile(uri)));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): readonly FileEvent[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.isMisnamed === true || now?.isMisnamed === true) return [];
    // Where a link leads, something else may stand.
    if (old?.id === now?.id && old?.kind === now?.kind && now?.kind !== 'link') return [];
    const uri = joinPath(top, path);
    if (!isText(uri) && !index.isNamedFile(uri) && fileName(uri) !== '.gitignore') return [];
    return [{ uri, kind: isThere(uri, now) ? 'changed' : 'deleted' }];
  });
}
