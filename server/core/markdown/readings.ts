/** The places that a path may mean. */
import type { Uri } from '../text/span';
import type { Reference } from './reference';
import { isWithin, joinPath, parentUri } from '../text/uri';

export interface Reading {
  readonly uri: Uri;
  /** The folder from which the path starts: the file’s, or one above it for a path that starts with `/`. */
  readonly base: Uri;
  /** Without what encodes it. */
  readonly path: string;
  /** What follows the path: `#page=4`. */
  readonly tail: string;
}

/** Everything outside the portfolio's folder is nobody's business here: neither asked for nor reported missing. */
export const isInside = (root: Uri, target: Uri): boolean => isWithin(root, target);

/** @param root the portfolio’s folder, from which a path may start that begins with `/` */
export function readingsOf(from: Uri, root: Uri, reference: Reference): readonly Reading[] {
  if (reference.kind !== 'path' && reference.kind !== 'top') return [];
  const { path, tail } = reference;
  if (reference.kind === 'path') {
    const base = parentUri(from);
    return [{ uri: joinPath(base, path), base, path, tail }];
  }
  // The top is that of the repository, the workspace or the website, and nobody says which folder above it is.
  const readings: Reading[] = [];
  for (let base = root; ; base = parentUri(base)) {
    const uri = joinPath(base, path);
    if (base === root || isInside(root, uri)) readings.push({ uri, base, path, tail });
    if (base === parentUri(base)) return readings;
  }
}

/**
 * The file of exactly the name that stands in a link, where an address ends before the name does: `C#.pdf`. Undefined
 * where what stands before the mark is a whole name.
 */
export function literalPlace(from: Uri, destination: string, reference: Reference): Uri | undefined {
  if (reference.kind !== 'path' || !reference.tail.includes('.')) return undefined;
  const name = reference.path.slice(reference.path.lastIndexOf('/') + 1);
  return name.includes('.') ? undefined : joinPath(parentUri(from), destination.trim());
}
