/** An index over files in memory: texts in, index out, and every question of the index answered from the files. */
import type { RuleCode } from '../../../server/core/rules/all';
import type { Unreadable } from '../../../server/core/index/facts';
import type { RuleSettings } from '../../../server/core/index/check';
import { mayBeManifest } from '../../../server/core/text/manifestName';
import { isMarkdown } from '../../../server/core/text/markdownName';
import type { Uri } from '../../../server/core/text/span';
import type { Fact, Delta, Held } from '../../../server/core/index/portfolioIndex';
import { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import type { Standard } from '../../../server/core/standard/standard';
import { fileName, isWithin, joinPath } from '../../../server/core/text/uri';
import { matcher } from '../../../server/host/files/matcher';
import { settledRulesAnd } from './settledRules';
import { customerServiceExcellence, small } from './standards';

/** The folder that is open where a test names no other. */
export const home: Uri = 'file:///anytown';

/** The URI of a path below `home`. */
export const at = (path: string): Uri => joinPath(home, path);

/** A file: its text, `attachment` (null) for one whose text does not matter, or why it, or a folder, cannot be read. */
export type Content = string | null | ({ readonly reason: string } & Pick<Unreadable, 'isFolder'>);
export const attachment = null;
/** What a symbolic link leads to, out of the repository. */
export const outside: Content = { reason: 'A symbolic link leads out of the repository.' };

/** By path below `home`. */
export type Files = Readonly<Record<string, Content>>;

export interface IndexSetting {
  readonly today?: string;
  /** The day to judge by, where somebody has set one. */
  readonly asOf?: string;
  readonly settings?: RuleSettings;
  /** Rules to apply besides those that tests of machinery see. */
  readonly also?: readonly RuleCode[];
  /** Paths below `home`; `home` itself where absent. */
  readonly folders?: readonly string[];
  readonly standards?: readonly Standard[];
  /** The path below `home` of the repository that everything is in, or of several; there is none where absent. */
  readonly repository?: string | readonly string[];
  /** Nothing but findings and coverage is asked for. */
  readonly onlyFindings?: boolean;
}

export const today = '2026-06-15';

export function emptyIndex(setting: IndexSetting = {}): PortfolioIndex {
  const { repository, standards = [customerServiceExcellence, small] } = setting;
  return new PortfolioIndex({
    rules: settledRulesAnd(setting.also ?? []),
    standards: new Map(standards.map((standard) => [standard.id, standard])),
    matcher,
    repositoryOf: (folder) =>
      typeof repository === 'string'
        ? at(repository)
        : repository?.map(at).find((one) => isWithin(one, folder)),
    today: setting.today ?? today,
    asOf: setting.asOf,
    onlyFindings: setting.onlyFindings === true,
  });
}

/** An index of all files, built in one go. */
export function indexOf(files: Files, setting: IndexSetting = {}): PortfolioIndex {
  const index = emptyIndex(setting);
  const known = new Map(Object.entries(files).map(([path, content]) => [at(path), content]));
  const folders = (setting.folders ?? ['']).map(at);
  apply(
    index,
    [
      { kind: 'folders', folders },
      { kind: 'settings', rules: setting.settings ?? {} },
      ...[...known].map(([uri, content]) => factOf(index, uri, content)),
    ],
    known,
  );
  return index;
}

/** What the host would tell the index of a file. */
export function factOf(index: PortfolioIndex, uri: Uri, content: Content | undefined): Fact {
  if (content === undefined) return { kind: 'absent', uri };
  if (content === outside) return { kind: 'outside', uri };
  if (content === null || !isRead(index, uri)) return { kind: 'present', uri };
  return typeof content === 'string'
    ? { kind: 'text', uri, text: content }
    : { kind: 'unreadable', uri, reason: content.reason };
}

/**
 * Gives changes to an index, and answers from `files` what it asks until it asks no more.
 * @param held with this held, the changes are taken in; with nothing held, its first questions are answered
 */
export function apply(
  index: PortfolioIndex,
  facts: readonly Fact[],
  files: ReadonlyMap<Uri, Content>,
  held: Held = 'nothing',
): readonly Delta[] {
  const deltas: Delta[] = [];
  for (let next = facts; next.length > 0 || (held !== 'nothing' && deltas.length === 1);) {
    if (deltas.length > 20) throw new Error('The index asks the same again and again.');
    const delta = index.apply(next, deltas.length === 0 ? held : 'nothing');
    deltas.push(delta);
    next = [
      ...(delta.mayShare ? listedBy(index) : []),
      ...delta.unknownTexts.map((uri) => factOf(index, uri, files.get(uri))),
      ...delta.unknownFiles.map((uri) => factOf(index, uri, files.get(uri))),
      ...delta.unknownPlaces.map((uri): Fact => ({
        kind: isThere(files, uri) ? 'present' : 'absent',
        uri,
      })),
    ];
  }
  return deltas;
}

/** The shared folders that an index has been told of, in one line. */
const listed = new WeakMap<PortfolioIndex, string>();

/** Files outside of the open folders are told of whenever they change. */
function listedBy(index: PortfolioIndex): readonly Fact[] {
  const folders = index.sharedFolders();
  if (folders.join() === (listed.get(index) ?? '')) return [];
  listed.set(index, folders.join());
  return [{ kind: 'listed', folders }];
}

const isRead = (index: PortfolioIndex, uri: Uri): boolean =>
  isMarkdown(uri) || mayBeManifest(fileName(uri)) || index.isNamedFile(uri);

/** A folder is there where a file in it is. */
const isThere = (files: ReadonlyMap<Uri, Content>, uri: Uri): boolean =>
  [...files.keys()].some((file) => isWithin(uri, file));
