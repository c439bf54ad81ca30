/** Reads files for a server that cannot: those of virtual workspaces, and all files in a browser. */
import { FileSystemError, FileType, RelativePattern, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FindRequest,
  ReadManyRequest,
  StatRequest,
  toBase64,
  type FindResult,
  type ReadOutcome,
  type StatResult,
} from '../../server/lsp/protocol';
import { inParallel } from './parallel';

/** Enough to hide the latency of a remote file system, few enough to leave it room for the user. */
const readsAtATime = 16;

/** Answers the server's questions for files, from now on. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(FindRequest, ({ folder }) => find(Uri.parse(folder))),
    client.onRequest(ReadManyRequest, async ({ uris, maximumBytes }) => ({
      outcomes: await inParallel(uris, readsAtATime, (uri) => read(uri, maximumBytes)),
    })),
    client.onRequest(StatRequest, ({ uri }) => stat(uri)),
  ];
}

async function stat(uri: string): Promise<StatResult | null> {
  try {
    const { size, mtime, type } = await workspace.fs.stat(Uri.parse(uri, true));
    return (type & FileType.Directory) === 0 ? { bytes: size, modified: mtime } : null;
  } catch {
    return null;
  }
}

const leftOut = new Set(['.git', 'node_modules']);

/** The URIs of all files below a folder, without those in `.git` and `node_modules`. */
async function find(folder: Uri): Promise<FindResult> {
  const pattern = new RelativePattern(folder, '**/*');
  const found = await workspace.findFiles(pattern, '{**/.git/**,**/node_modules/**}').then(
    (uris) => uris,
    () => [],
  );
  // Not every file system comes with a search; an empty answer may mean just that.
  if (found.length > 0) return { uris: found.map(String) };
  const unread: { readonly uri: string; readonly reason: string }[] = [];
  return { uris: await walk(folder, unread), unread };
}

/** @param unread takes folders that cannot be read */
async function walk(
  folder: Uri,
  unread: { readonly uri: string; readonly reason: string }[],
): Promise<readonly string[]> {
  let entries: readonly [string, FileType][];
  try {
    entries = await workspace.fs.readDirectory(folder);
  } catch (error) {
    if (!isGone(error)) unread.push({ uri: folder.toString(), reason: wordsOf(error) });
    return [];
  }
  const below = await inParallel(entries, readsAtATime, async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.File) return [uri.toString()];
    // A symbolic link may lead out of the folder, or round in a circle.
    return type === FileType.Directory && !leftOut.has(name) ? walk(uri, unread) : [];
  });
  return below.flat();
}

/** The byte order mark stays: offsets are those of the editor's file, and the parser knows it. */
function textIn(bytes: Uint8Array): ReadOutcome {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return { kind: 'text', text };
  } catch {
    // Not UTF-8: the server knows what else it may be.
  }
  return { kind: 'bytes', base64: toBase64(bytes) };
}

async function read(text: string, maximumBytes: number): Promise<ReadOutcome> {
  try {
    const uri = Uri.parse(text, true);
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return { kind: 'unreadable', reason: 'it is a folder.' };
    if (size > maximumBytes) return { kind: 'tooLarge', bytes: size };
    const bytes = await workspace.fs.readFile(uri);
    // Some file systems do not know a size before they have read the file.
    if (bytes.byteLength > maximumBytes) return { kind: 'tooLarge', bytes: bytes.byteLength };
    return textIn(bytes);
  } catch (error) {
    return isGone(error) ? { kind: 'absent' } : { kind: 'unreadable', reason: wordsOf(error) };
  }
}

const isGone = (error: unknown): boolean => error instanceof FileSystemError && error.code === 'FileNotFound';

/** Why something cannot be read, as a sentence without its first capital. */
function wordsOf(error: unknown): string {
  if (error instanceof FileSystemError && error.code === 'NoPermissions') return 'you may not read it.';
  const words = error instanceof Error ? error.message : String(error);
  return `the editor says “${words}”.`;
}
