/** A FileAccess that remembers which files it listed and read, and knows how git names what it has. */
import { createHash } from 'node:crypto';
import type { Uri } from '../../core/text/span';
import type { FileAccess } from './fileAccess';

export interface RecordingAccess extends FileAccess {
  readonly listed: ReadonlySet<Uri>;
  /** What each of these folders held when it was listed last. */
  readonly listedLast: (folders: readonly Uri[]) => ReadonlySet<Uri>;
  /** Files that were asked for, there or not. */
  readonly read: ReadonlySet<Uri>;
  /** The names that git may have for a file's text; none where there is none, or nobody has read it. */
  readonly idsOf: (uri: Uri) => readonly string[];
}

/** Names come from the access itself where it knows them, else from the texts as they are read. */
export function recording(
  access: FileAccess & { readonly idsOf?: (uri: Uri) => readonly string[] },
  hash: 'sha1' | 'sha256',
): RecordingAccess {
  const listed = new Set<Uri>();
  const listings = new Map<Uri, readonly Uri[]>();
  const read = new Set<Uri>();
  const ids = new Map<Uri, readonly string[]>();
  return {
    ...access,
    listed,
    listedLast: (folders) => new Set(folders.flatMap((folder) => listings.get(folder) ?? [])),
    read,
    idsOf: (uri) => ids.get(uri) ?? access.idsOf?.(uri) ?? [],
    find: async (folder, options) => {
      const listing = await access.find(folder, options);
      listings.set(folder, listing.files);
      for (const uri of listing.files) listed.add(uri);
      return listing;
    },
    readMany: async (uris, boundary) => {
      const outcomes = await access.readMany(uris, boundary);
      for (const [at, uri] of uris.entries()) {
        const outcome = outcomes[at];
        read.add(uri);
        const isNamed = (access.idsOf?.(uri) ?? []).length > 0;
        // It may be another one than the last time.
        ids.delete(uri);
        if (!isNamed && outcome?.kind === 'text') ids.set(uri, blobIds(outcome.text, hash));
      }
      return outcomes;
    },
  };
}

/** The name that git gives to a text; two where git may have changed its line ends (core.autocrlf). */
function blobIds(text: string, hash: 'sha1' | 'sha256'): readonly string[] {
  const idOf = (content: string): string => {
    const bytes = Buffer.from(content);
    return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  };
  return text.includes('\r\n') ? [idOf(text), idOf(text.replaceAll('\r\n', '\n'))] : [idOf(text)];
}
