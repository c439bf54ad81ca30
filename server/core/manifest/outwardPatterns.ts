/** Patterns that lead out of the manifest's folder, such as `../corporate/**`: evidence that portfolios share. */
import { isMarkdown } from '../text/markdownName';
import type { Uri } from '../text/span';
import { isWithin, joinPath, relativePath } from '../text/uri';

/** Makes a test of relative paths from patterns as `.gitignore` has them. */
export type Matcher = (patterns: readonly string[]) => (path: string) => boolean;

export interface OutwardPattern {
  /** It takes back what one before it has taken. */
  readonly isNegated: boolean;
  /** The path from the manifest's folder to the nearest one that holds all that it can match: `../corporate`. */
  readonly folder: string;
  /** What is left of it, from that folder, as `.gitignore` would have it. */
  readonly rest: string;
  /** The path from the manifest's folder to the one that it starts from: `..`, or `../..`. */
  readonly above: string;
  /** All of it from that folder. */
  readonly whole: string;
}

/** A pattern that leads out; undefined where it does not, or where nobody can say: a way up behind a wildcard. */
export function outwardPattern(pattern: string): OutwardPattern | undefined {
  if (!pattern.includes('..')) return undefined;
  const [, not = '', path = ''] = /^(!?)(?:\.?\/+)*(.*)$/s.exec(pattern) ?? [];
  const { ups, names, rest } = parted(path);
  // A way up alone is one that somebody is typing: all that is in the folder above is `../**`.
  if (ups === 0 || rest.includes('..') || names.length + rest.length === 0) return undefined;
  // The last name is a file's, or a folder's with all that is in it.
  const file = rest.length === 0 && isMarkdown(names.at(-1) ?? '') ? names.splice(-1) : [];
  const above = Array.from({ length: ups }, () => '..').join('/');
  const left = [...file, ...rest];
  return {
    isNegated: not !== '',
    folder: [above, ...names].join('/'),
    rest: left.length === 0 ? '**' : fromHere(left),
    above,
    whole: fromHere([...names, ...(left.length === 0 ? ['**'] : left)]),
  };
}

/** Without the ways up that can be gone at once; `names` are the segments before the first wildcard. */
function parted(path: string): { ups: number; names: string[]; rest: readonly string[] } {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const names: string[] = [];
  let ups = 0;
  for (const [at, segment] of segments.entries()) {
    if (/[*?[\\]/.test(segment)) return { ups, names, rest: segments.slice(at) };
    if (segment !== '..') names.push(segment);
    else if (names.pop() === undefined) ups++;
  }
  return { ups, names, rest: [] };
}

/** Names at the start of the path, and not at any depth, unless it says so itself. */
const fromHere = (segments: readonly string[]): string =>
  segments[0] === '**' ? segments.join('/') : `/${segments.join('/')}`;

/**
 * Whether a file is meant by the patterns of a manifest in `root`, inside and outside of its folder.
 * @param isNear whether anything in a folder may be read: patterns that lead farther match nothing
 */
export function pathTest(
  root: Uri,
  patterns: readonly string[],
  matcher: Matcher,
  isNear: (folder: Uri) => boolean,
): (uri: Uri) => boolean {
  const outward = patterns.flatMap((pattern) => outwardPattern(pattern) ?? []);
  if (outward.length === 0) {
    const matches = matcher(patterns);
    return (uri) => matches(relativePath(root, uri));
  }
  const own = matcher(patterns.filter((pattern) => outwardPattern(pattern) === undefined));
  // The last one that matches has the say.
  const tests = outward
    .map(({ isNegated, folder, rest }) => ({
      isNegated,
      reach: joinPath(root, folder),
      rest: matcher([rest]),
    }))
    .filter(({ reach }) => isNear(reach))
    .reverse();
  const isBeyond = (uri: Uri): boolean => {
    const last = tests.find(({ reach, rest }) => isWithin(reach, uri) && rest(relativePath(reach, uri)));
    return last !== undefined && !last.isNegated;
  };
  return (uri) => (isWithin(root, uri) && own(relativePath(root, uri))) || isBeyond(uri);
}

/** The folders outside of its own from which a manifest in `root` takes evidence, none within another. */
export function sharedFolders(
  root: Uri,
  include: readonly string[],
  isNear: (folder: Uri) => boolean,
): readonly Uri[] {
  const reaches = include.flatMap((pattern) => {
    const outward = outwardPattern(pattern);
    return outward && !outward.isNegated ? [joinPath(root, outward.folder)] : [];
  });
  return outermost(reaches.filter(isNear));
}

/** Those of some folders that are in none of the others, each once, in order. */
export function outermost(folders: readonly Uri[]): readonly Uri[] {
  const all = [...new Set(folders)].sort();
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(other, folder)));
}
