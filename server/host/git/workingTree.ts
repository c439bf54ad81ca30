/**
 * What git changes on the way between the repository and the working tree: line ends, encodings, `$Id$`, Git LFS, files
 * that a sparse checkout leaves out. It is told without git's filters: those are programs that a repository names.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Uri } from '../../core/text/span';
import { relativePath } from '../../core/text/uri';
import { fromWindows1252 } from '../../core/text/windows1252';
import type { Repository } from './git';
import { attributesOf, indexOf } from './git';
import { isContentOf } from '../disk/lfsPointer';
import type { LfsPointer } from '../disk/lfsPointer';

export interface Candidate {
  readonly uri: Uri;
  /** How git calls what it has. */
  readonly id: string;
  /** Where that is a pointer of Git LFS. */
  readonly pointer: LfsPointer | undefined;
}

export interface Unchanged {
  readonly files: ReadonlySet<Uri>;
  /** Files that go through a filter that only its program can undo: nobody knows what they were. */
  readonly filtered: readonly { readonly uri: Uri; readonly filter: string }[];
}

/** Which files on the disk hold what git has, after all that git may do to a file when it is checked out. */
export async function unchangedOnDisk(
  candidates: readonly Candidate[],
  repository: Repository,
  folder: Uri,
): Promise<Unchanged> {
  const paths = candidates.map(({ uri }) => relativePath(folder, uri));
  const attributes = await attributesOf(repository, paths);
  const files = new Set<Uri>();
  const left: { readonly candidate: Candidate; readonly path: string; readonly filter: string }[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const path = paths[at] ?? '';
    const { encoding, filter } = attributes.get(path) ?? {};
    const bytes = bytesOf(candidate.uri);
    if (!bytes) continue;
    const { id, pointer, uri } = candidate;
    if (pointer ? isContentOf(bytes, pointer) : isStoredAs(id, bytes, encoding, repository.hash))
      files.add(uri);
    else if (filter !== undefined && !pointer) left.push({ candidate, path, filter });
  }
  if (left.length === 0) return { files, filtered: [] };
  const index = await indexOf(repository);
  const filtered = left.filter(({ candidate: { uri, id }, path }) => {
    const known = index.get(path);
    if (known?.id !== id || !isAsChecked(uri, known)) return true;
    files.add(uri);
    return false;
  });
  return { files, filtered: filtered.map(({ candidate: { uri }, filter }) => ({ uri, filter })) };
}

function bytesOf(uri: Uri): Buffer | undefined {
  try {
    return fs.readFileSync(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** Whether a file has not been touched since git looked at it: the same size and time of change. */
function isAsChecked(
  uri: Uri,
  { size, modified }: { readonly size: number; readonly modified: bigint },
): boolean {
  const stat = fs.statSync(fileURLToPath(uri), { throwIfNoEntry: false, bigint: true });
  return stat !== undefined && Number(stat.size) === size && stat.mtimeNs === modified;
}

/** Whether git would store bytes under a name, with one of its conversions or several. */
function isStoredAs(
  id: string,
  bytes: Buffer,
  encoding: string | undefined,
  hash: Repository['hash'],
): boolean {
  const decoded = encoding === undefined ? undefined : decodedAs(encoding, bytes);
  const forms = [bytes, ...(decoded ? [decoded] : [])].flatMap((form) => {
    const text = form.toString('latin1');
    const plain = text.replaceAll('\r\n', '\n');
    return [text, plain, withoutId(text), withoutId(plain)];
  });
  return [...new Set(forms)].some((form) => nameOf(Buffer.from(form, 'latin1'), hash) === id);
}

/** `$Id: 4f1c… $` is stored as `$Id$`. Bytes are looked at as Latin-1, so that each stays what it is. */
const withoutId = (text: string): string => text.replace(/\$Id:[^$\n]*\$/g, '$Id$$');

const nameOf = (bytes: Buffer, hash: Repository['hash']): string =>
  createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** As UTF-8, as git stores what has the attribute `working-tree-encoding`. */
function decodedAs(encoding: string, bytes: Buffer): Buffer | undefined {
  const label = encoding.toLowerCase().replace(/-bom$/, '');
  try {
    if (/^(?:iso-?8859-1|latin-?1)$/.test(label)) return Buffer.from(bytes.toString('latin1'));
    if (/^(?:windows-?|cp-?)1252$/.test(label)) return Buffer.from(fromWindows1252(bytes));
    const isBigEndian = label === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
    return Buffer.from(new TextDecoder(isBigEndian ? 'utf-16be' : label, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
