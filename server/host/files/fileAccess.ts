/** Where text comes from: the disk, or the editor for file systems that only it can read. */
import type { Fact, UnreadPlace } from '../../core/index/facts';
import { decode } from '../../core/text/decode';
import { isMarkdown } from '../../core/text/markdownName';
import type { Uri } from '../../core/text/span';
import { planName } from '../../core/plan/planName';
import { fileName } from '../../core/text/uri';
import type { FileMeasure } from '../../core/portfolio/places';

export interface FileAccess {
  /** All files below a folder but those in `.git` and `node_modules`, and how `.gitignore` judges them. */
  readonly find: (folder: Uri, options?: FindOptions) => Promise<Listing>;
  /**
   * One outcome per URI, in their order. Never rejects for a single file. A file that is a symbolic link is not there,
   * except where `boundary` says in which folder links may lead.
   */
  readonly readMany: (uris: readonly Uri[], boundary?: Uri) => Promise<readonly ReadOutcome[]>;
  /** Whether a file or folder stands at each place; of one to which a symbolic link leads out of `boundary` nobody knows. */
  readonly exist: (uris: readonly Uri[], boundary: Uri) => Promise<readonly (boolean | 'outside')[]>;
  /**
   * Whether two addresses are those of one place, as on disks that take capitals and small letters for the same; never
   * where absent. A symbolic link is another place than the one it leads to.
   */
  readonly isSame?: (one: Uri, other: Uri, boundary: Uri) => Promise<boolean>;
  /** What stands at a place itself, no symbolic link followed; undefined where nobody knows, as where absent. */
  readonly fileType?: (uri: Uri) => Promise<FileType | undefined>;
  /** Size and day of change of a file, without leaving `boundary`; undefined where it is not there or nobody knows. */
  readonly stat?: (uri: Uri, boundary: Uri) => Promise<FileMeasure | undefined>;
}

/** `file`: what a list names as one. `other`: nothing at all, a symbolic link, a pipe or a device. */
export type FileType = 'file' | 'folder' | 'other';

export interface FindOptions {
  /** Looked at now and then; true ends the search early. */
  readonly isCancelled?: () => boolean;
  /**
   * For a folder that nobody has opened: nothing is listed where a symbolic link is on the way to it from here, or
   * where git leaves it out.
   */
  readonly boundary?: Uri;
}

export interface Listing {
  readonly files: readonly Uri[];
  /** True for a file or folder that git would leave out. */
  readonly isIgnored: (uri: Uri) => boolean;
  /** The folders whose `.gitignore` has a say in that. */
  readonly ignoring: readonly Uri[];
  /** Folders and `.gitignore` files that cannot be read; none where absent. */
  readonly unread?: readonly UnreadPlace[];
}

export type ReadOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** A symbolic link leads out of the boundary. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  /** Bytes of which nobody can be certain what they say: probably `text`. */
  | {
      readonly kind: 'undecided';
      readonly text: string;
      readonly reason: string;
      readonly isBinary: boolean;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Larger files are reported and left out: no piece of evidence is a book. */
export const maximumBytes = 5 * 1024 * 1024;

/** Folders that hold no evidence and may hold very many files. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** What the index is told of a file that was read, or not. */
export function factOf(uri: Uri, outcome: ReadOutcome | undefined): Fact {
  switch (outcome?.kind) {
    case undefined:
      return { kind: 'absent', uri };
    case 'text':
      return { kind: 'text', uri, text: outcome.text, isClosed: true };
    case 'undecided':
      // Of what is no evidence in any reading, nobody needs to hear.
      return isMarkdown(uri) && !outcome.isBinary && !mayBeOurs(uri, outcome.text)
        ? { kind: 'text', uri, text: outcome.text, isClosed: true }
        : { kind: 'unreadable', uri, reason: outcome.reason };
    case 'absent':
    case 'outside':
      return { kind: outcome.kind, uri };
    case 'tooLarge':
    case 'unreadable':
      return { kind: 'unreadable', uri, reason: reasonOf(outcome) };
  }
}

/** What a file says where its bytes can be read in one way only, and else what they probably say. */
export function outcomeOf(bytes: Uint8Array): ReadOutcome {
  const { text, doubt, isBinary = false } = decode(bytes);
  return doubt === undefined ? { kind: 'text', text } : { kind: 'undecided', text, reason: doubt, isBinary };
}

const mayBeOurs = (uri: Uri, text: string): boolean =>
  fileName(uri).toLowerCase() === planName || /elements|action-plan/i.test(text.slice(0, longestHead));

/** Front matter is shorter than this many characters. */
const longestHead = 10_000;

/** Why a file was left out, for people. */
export function reasonOf(outcome: Extract<ReadOutcome, { kind: 'tooLarge' | 'unreadable' }>): string {
  if (outcome.kind === 'unreadable') return outcome.reason;
  const megabytes = (outcome.bytes / 1024 / 1024).toFixed(1);
  return `it is larger than ${maximumBytes / 1024 / 1024} MB (${megabytes} MB).`;
}

/** Why what is in a folder is not known, for people. @param why as a sentence without its first capital */
export const unreadFolder = (uri: Uri, why: string): UnreadPlace => ({
  uri,
  reason: `${why} What is in it does not count.`,
  isFolder: true,
});

/** What the rules of a `.gitignore` are: those of its text, as git reads it in any encoding; or why nobody knows them. */
export function ignoreTextOf(uri: Uri, outcome: ReadOutcome | undefined): string | UnreadPlace {
  switch (outcome?.kind) {
    case 'text':
    case 'undecided':
      return outcome.text;
    case 'tooLarge':
    case 'unreadable':
      return { uri, reason: `${reasonOf(outcome)} What it would have git leave out counts.` };
    case undefined:
    case 'absent':
    case 'outside':
      return '';
  }
}

/** Why a symbolic link that leads to nothing is left out, for people. */
export const danglingReason = 'it is a symbolic link that leads to no file.';
