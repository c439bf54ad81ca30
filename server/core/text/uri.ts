/**
 * URIs as strings. Editors write the same address in several ways (`c:` and `C%3A`, `(` and `%28`); one
 * spelling is the key of every map. RFC 3986, and what `vscode-uri` prints.
 */
import type { Uri } from './span';
import { percentEncoded } from '../../words/addresses';

/** One spelling per address: lower-case drive letter, every reserved character of the path encoded. */
export function normaliseUri(uri: string): Uri {
  const known = normalised.get(uri);
  if (known !== undefined) return known;
  const match = parts.exec(uri);
  if (!match) return uri;
  const [, scheme = '', authority = '', path = ''] = match;
  const segments = path.split('/').map((segment) => encodeSegment(decodeSegment(segment)));
  if (segments[1] && /^[A-Za-z]%3A$/.test(segments[1]))
    segments[1] = segments[1].toLowerCase().replace('%3a', '%3A');
  const result = `${scheme.toLowerCase()}${authority.toLowerCase()}${segments.join('/').replace(/\/+$/, '') || '/'}`;
  // The same few thousand addresses come again and again; the limit keeps a stranger from filling memory.
  if (normalised.size > 50_000) normalised.clear();
  normalised.set(uri, result);
  return result;
}

const parts = /^([A-Za-z][A-Za-z0-9+.-]*:)(\/\/[^/?#]*)?([^?#]*)/;
const normalised = new Map<string, Uri>();

/** The folder that holds a file or folder; the root's parent is itself. */
export function parentUri(uri: Uri): Uri {
  const slash = uri.lastIndexOf('/');
  // Asked for each folder above each file.
  if (slash > onDisk.length && uri.startsWith(onDisk)) return uri.slice(0, slash);
  return slash <= pathStart(uri) ? uri.slice(0, pathStart(uri) + 1) : uri.slice(0, slash);
}

/** The start of an address on this machine. */
const onDisk = 'file:///';

/** True where `uri` is `folder` or below it. */
export function isWithin(folder: Uri, uri: Uri): boolean {
  if (!uri.startsWith(folder)) return false;
  return uri.length === folder.length || uri[folder.length] === '/' || folder.endsWith('/');
}

/** The nearest of some folders that is `uri` or holds it. Costs the depth of `uri`, however many folders there are. */
export function nearestOf(folders: Pick<ReadonlySet<Uri>, 'has'>, uri: Uri): Uri | undefined {
  for (let folder = uri; ; folder = parentUri(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === parentUri(folder)) return undefined;
  }
}

/** Places with all the folders that hold them. */
export function withFoldersAbove(uris: Iterable<Uri>): ReadonlySet<Uri> {
  const above = new Set<Uri>();
  for (const uri of uris) for (let place = uri; !above.has(place); place = parentUri(place)) above.add(place);
  return above;
}

/**
 * The decoded path that leads from `folder` to `uri`, with `/`; `.` for the folder itself. From another scheme or machine
 * no path leads there: then it is `uri` as it stands.
 */
export function relativePath(folder: Uri, uri: Uri): string {
  if (uri === folder) return '.';
  if (isWithin(folder, uri)) {
    const path = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
    return path.includes('%') ? path.split('/').map(decodeSegment).join('/') : path;
  }
  let up = folder;
  let steps = 0;
  while (!isWithin(up, uri) && up !== parentUri(up)) {
    up = parentUri(up);
    steps++;
  }
  if (!isWithin(up, uri)) return uri;
  return '../'.repeat(steps) + (uri === up ? '' : relativePath(up, uri));
}

/** The last segment of the path, decoded. */
export const fileName = (uri: Uri): string => decodeSegment(uri.slice(uri.lastIndexOf('/') + 1));

/**
 * The URI that a relative path (`../attachments/a b.pdf`, `/` between segments) leads to from a folder.
 * `..` beyond the root stays at the root.
 */
export function joinPath(folder: Uri, path: string): Uri {
  if (isPlainPath.test(path)) return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
  let result = folder;
  const root = pathStart(folder) + 1;
  for (let at = 0; at <= path.length;) {
    const slash = path.indexOf('/', at);
    const segment = path.slice(at, slash < 0 ? undefined : slash);
    at = slash < 0 ? path.length + 1 : slash + 1;
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      result = result.slice(0, Math.max(result.lastIndexOf('/'), root));
      if (isPlainPath.test(path.slice(at))) return joinPath(result, path.slice(at));
    } else result = `${result.endsWith('/') ? result : `${result}/`}${encodeSegment(segment)}`;
  }
  return result;
}

/** Segments that lead down, without a character to encode: nearly all that people write, and nothing to take apart. */
const isPlainPath = /^[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*$/;

const pathStart = (uri: Uri): number => {
  const authority = uri.indexOf('://');
  if (authority < 0) return uri.indexOf(':') + 1;
  const slash = uri.indexOf('/', authority + 3);
  return slash < 0 ? uri.length : slash;
};

/** A segment with a stray `%` is taken as it stands. */
function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A name as it stands in an address, with nothing in it that ends a link in Markdown. */
export function encodeSegment(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment;
  // A lone surrogate cannot be encoded.
  return encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/g, percentEncoded);
}
