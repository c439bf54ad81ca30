/** Files on the disk of the machine that this runs on. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDoubtful } from '../../core/text/decode';
import { isManifestName } from '../../core/text/manifestName';
import type { UnreadPlace } from '../../core/index/facts';
import type { Uri } from '../../core/text/span';
import type { FileMeasure } from '../../core/portfolio/places';
import { fileName, joinPath, normaliseUri, parentUri } from '../../core/text/uri';
import type { FileAccess, FileType, FindOptions, Listing, ReadOutcome } from '../files/fileAccess';
import {
  danglingReason,
  ignoreTextOf,
  maximumBytes,
  outcomeOf,
  skippedFolders,
  unreadFolder,
} from '../files/fileAccess';
import type { IgnoreRules } from '../files/ignoreRules';
import { ignoreRules } from '../files/ignoreRules';
import { diskPath } from './diskPath';
import { withContent } from './lfsPointer';
import { localDate } from '../files/localDate';
import type { Led } from './linksWithin';
import { followerWithin, repositoryAround } from './linksWithin';
import { nextTurn } from '../files/nextTurn';
import { isRaw, misnamedIn, misnamedReason } from './rawNames';

export const nodeFileAccess: FileAccess = {
  find: async (folder, options = {}) => find(folder, options),
  // Synchronous reads: a promise per small file costs more than the read. Callers ask in batches.
  readMany: (uris, boundary) =>
    Promise.resolve(boundary === undefined ? uris.map(read) : readWithin(uris, boundary)),
  exist: (uris, boundary) => Promise.resolve(exist(uris, boundary)),
  isSame: (one, other, boundary) => Promise.resolve(isSame(one, other, boundary)),
  fileType: (uri) => Promise.resolve(fileType(uri)),
  stat: (uri, boundary) => Promise.resolve(stat(uri, boundary)),
};

/** The top of the repository that a folder on the disk is in. */
export function repositoryOf(folder: Uri): Uri | undefined {
  const place = folder.startsWith('file:') ? wholePathOf(folder) : undefined;
  const top = place === undefined ? undefined : repositoryAround(place);
  return top === undefined ? undefined : uriOfPath(top);
}

/** The URI of a path of this machine. */
export const uriOfPath = (file: string): Uri => normaliseUri(pathToFileURL(path.resolve(file)).href);

/** Where a path leads when every symbolic link on the way is followed; itself where that is nowhere. */
export function realPathOf(file: string): string {
  try {
    // Only on macOS does the system's own answer spell a name as it is on the disk, and keep drives as they are called.
    return process.platform === 'darwin' ? fs.realpathSync.native(file) : fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** Folders read before other work gets its turn. */
const foldersPerTurn = 50;

async function find(root: Uri, { isCancelled = () => false, boundary }: FindOptions): Promise<Listing> {
  const start = pathOf(root);
  if (start === undefined || (boundary !== undefined && isLinked(root, boundary)))
    return { files: [], isIgnored: () => false, ignoring: [] };
  const { rules, isOutside, unread } = rulesAbove(root, start);
  if (isOutside && boundary !== undefined)
    return { files: [], isIgnored: () => true, ignoring: rules.folders() };
  const search: Search = { rules, files: [], folders: [{ uri: root, place: start }], unread: [...unread] };
  for (let read = 1; search.folders.length > 0 && !isCancelled(); read++) {
    const folder = search.folders.pop();
    if (!folder) break;
    list(folder.uri, folder.place, search);
    if (read % foldersPerTurn === 0) await nextTurn();
  }
  return {
    files: search.files,
    isIgnored: (uri) => rules.ignoresPath(root, uri),
    ignoring: rules.folders(),
    unread: search.unread,
  };
}

/** What has been found so far, and where to look next. */
interface Search {
  readonly rules: IgnoreRules;
  readonly files: Uri[];
  readonly folders: { readonly uri: Uri; readonly place: string }[];
  readonly unread: UnreadPlace[];
}

function list(uri: Uri, place: string, { rules, files, folders, unread }: Search): void {
  const all = entriesOf(place);
  if (typeof all === 'string') {
    unread.push(unreadFolder(uri, all));
    return;
  }
  const misnamed = all.some(({ name }) => name.includes('\uFFFD')) ? misnamedIn(uri, place) : undefined;
  const entries = misnamed ? all.filter(({ name }) => !misnamed.names.has(name)) : all;
  if (misnamed) files.push(...misnamed.files.filter((file) => !rules.ignoresFile(file)));
  if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile()))
    unread.push(...addRules(rules, uri, place));
  for (const entry of entries) {
    const child = joinPath(uri, entry.name);
    if (entry.isDirectory()) {
      if (skippedFolders.has(entry.name) || rules.ignoresFolder(child)) continue;
      folders.push({ uri: child, place: path.join(place, entry.name) });
      // Another symbolic link is neither: the file that it leads to is listed where it is, or lies outside.
    } else if (isListed(entry, entry.name) && !rules.ignoresFile(child)) files.push(child);
  }
}

/** Several portfolios may share one; and one that leads nowhere is to be told of. */
const isListed = (entry: Pick<fs.Dirent, 'isFile' | 'isSymbolicLink'>, name: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && isManifestName(name));

function fileType(uri: Uri): FileType | undefined {
  const place = pathOf(uri);
  if (place === undefined) return undefined;
  try {
    const found = fs.lstatSync(place);
    if (found.isDirectory()) return 'folder';
    return isListed(found, fileName(uri)) ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

/** Why it cannot be read, where it cannot; nothing is in one that went while we looked. */
function entriesOf(place: string): readonly fs.Dirent[] | string {
  try {
    return fs.readdirSync(place, { withFileTypes: true });
  } catch (error) {
    return unreadableFor(error) ?? [];
  }
}

/** Adds the rules of a folder’s `.gitignore`. @returns the file, where it cannot be read */
function addRules(rules: IgnoreRules, folder: Uri, place: string): readonly UnreadPlace[] {
  const text = ignoreTextOf(joinPath(folder, '.gitignore'), readPath(path.join(place, '.gitignore')));
  if (typeof text !== 'string') return [text];
  if (text !== '') rules.add(folder, text);
  return [];
}

/** Whether a symbolic link is on the way from a folder to one in it. */
function isLinked(folder: Uri, boundary: Uri): boolean {
  const top = wholePathOf(boundary);
  const place = wholePathOf(folder);
  if (top === undefined || place === undefined) return true;
  const led = followerWithin(top)(place);
  return led.kind !== 'inside' || led.place !== path.join(realPathOf(top), path.relative(top, place));
}

/** The rules of the repository's folders above the one that was opened; `isOutside`: they leave it out. */
function rulesAbove(
  root: Uri,
  place: string,
): Pick<Search, 'rules' | 'unread'> & { readonly isOutside: boolean } {
  const rules = ignoreRules();
  const above: string[] = [];
  for (let folder = place; !fs.existsSync(path.join(folder, '.git')); folder = path.dirname(folder)) {
    if (folder === path.dirname(folder)) return { rules, isOutside: false, unread: [] };
    above.push(path.dirname(folder));
  }
  const unread = above.flatMap((folder) => addRules(rules, uriOfPath(folder), folder));
  const top = above.at(-1);
  // Somebody who opens a folder that git leaves out means what is in it.
  const isOutside =
    top !== undefined && (rules.ignoresFolder(root) || rules.ignoresPath(uriOfPath(top), root));
  return { rules: isOutside ? ignoreRules() : rules, isOutside, unread };
}

// Opening a named pipe would wait for somebody to write to it. Windows has neither flag.
const { O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants as {
  readonly O_NONBLOCK?: number;
  readonly O_NOFOLLOW?: number;
};

function read(uri: Uri): ReadOutcome {
  const place = pathOf(uri);
  if (place !== undefined) return withContent(readPath(place));
  const raw = uri.split('/').find(isRaw);
  return raw === undefined ? { kind: 'absent' } : { kind: 'unreadable', reason: misnamedReason(raw) };
}

/** The path of a URI. Undefined where the address leads nowhere on this machine: another host, or no drive on Windows. */
export function pathOf(uri: Uri): string | undefined {
  const slash = uri.lastIndexOf('/');
  const name = uri.slice(slash + 1);
  if (!/^[\w~-][\w.~-]*$/.test(name)) return wholePathOf(uri);
  const folder = uri.slice(0, slash);
  if (lastFolder?.uri !== folder) lastFolder = { uri: folder, place: wholePathOf(`${folder}/`) };
  return lastFolder.place === undefined ? undefined : lastFolder.place + name;
}

/** With a separator at its end. To read a URL costs more than to read a small file, and those of one folder come together. */
let lastFolder: { readonly uri: Uri; readonly place: string | undefined } | undefined;

function wholePathOf(uri: Uri): string | undefined {
  if (path.sep === '/' && isPlainAddress.test(uri)) return uri.slice('file://'.length);
  return diskPath(uri);
}

/** Of names that stand in an address as they are, and lead down. */
const isPlainAddress = /^file:\/\/(?:\/[\w~-][\w.~-]*)+\/?$/;

const buffer = Buffer.allocUnsafeSlow(64 * 1024);

function readPath(place: string): ReadOutcome {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(place, fs.constants.O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'absent' };
    if (stat.size > maximumBytes) return { kind: 'tooLarge', bytes: stat.size };
    // One buffer for all: what reads a whole file makes two of its own for each.
    if (stat.size >= buffer.length) return textIn(fs.readFileSync(descriptor));
    return textIn(buffer.subarray(0, fs.readSync(descriptor, buffer)));
  } catch (error) {
    const reason = unreadableFor(error);
    return reason === undefined ? { kind: 'absent' } : { kind: 'unreadable', reason };
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Why something cannot be read, for people; undefined where it is not there. @param error of Node’s file system */
function unreadableFor(error: unknown): string | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  // ELOOP: a symbolic link, see `list`.
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it.';
  return code === 'ENAMETOOLONG' ? 'the path to it is too long.' : `it cannot be read (${code}).`;
}

/** Node’s reading of UTF-8 is the fastest; where it is not certain, the bytes are looked at. */
function textIn(bytes: Buffer): ReadOutcome {
  const text = bytes.toString('utf8');
  return isDoubtful(text) ? outcomeOf(bytes) : { kind: 'text', text };
}

/** Symbolic links are followed as far as they stay inside. */
function readWithin(uris: readonly Uri[], boundary: Uri): readonly ReadOutcome[] {
  const follow = followerOf(boundary);
  return uris.map((uri): ReadOutcome => {
    const led = follow(uri);
    if (led.kind === 'inside') return withContent(readPath(led.place));
    if (led.kind === 'absent' && led.dangling) return { kind: 'unreadable', reason: danglingReason };
    return { kind: led.kind };
  });
}

function exist(uris: readonly Uri[], boundary: Uri): readonly (boolean | 'outside')[] {
  const follow = followerOf(boundary);
  return uris.map((uri) => {
    const { kind } = follow(uri);
    return kind === 'outside' ? kind : kind === 'inside';
  });
}

/** Decided by the first names that differ: below them, both ways are one where these are. */
function isSame(one: Uri, other: Uri, boundary: Uri): boolean {
  const [left, right] = [one, other].map((uri) => uri.split('/'));
  const at = left?.findIndex((name, index) => name !== right?.[index]) ?? -1;
  if (at < 0) return one === other;
  const follow = followerOf(boundary);
  const [first, second] = [left, right].map((names) =>
    identityOf((names ?? []).slice(0, at + 1).join('/'), follow),
  );
  return first !== undefined && first === second;
}

/** What tells a file, a folder or a symbolic link itself from all others of the machine. */
function identityOf(uri: Uri, follow: (uri: Uri) => Led): string | undefined {
  const folder = follow(parentUri(uri));
  if (folder.kind !== 'inside') return undefined;
  try {
    const { dev, ino } = fs.lstatSync(path.join(folder.place, fileName(uri)), { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

function stat(uri: Uri, boundary: Uri): FileMeasure | undefined {
  try {
    const led = followerOf(boundary)(uri);
    if (led.kind !== 'inside') return undefined;
    const found = fs.statSync(led.place);
    return found.isFile() ? { bytes: found.size, modified: localDate(found.mtime) } : undefined;
  } catch {
    // It went while we looked.
    return undefined;
  }
}

function followerOf(boundary: Uri): (uri: Uri) => Led {
  const top = wholePathOf(boundary);
  const follow = top === undefined ? undefined : followerWithin(top);
  return (uri) => {
    const place = pathOf(uri);
    return follow && place !== undefined ? follow(place) : { kind: 'absent' };
  };
}
