/**
 * The messages about files: what the server asks a client about those that it cannot read itself, whose scheme is not
 * `file:`, and what a client asks where it cannot wait for the word of those who watch them.
 */
import { RequestType } from 'vscode-languageserver-protocol';

export interface FindParams {
  /** URI of the folder to list, with all folders below it. */
  readonly folder: string;
}
export interface FindResult {
  /** URIs of the files found, in no order. `.git` and `node_modules` are left out. */
  readonly uris: readonly string[];
  /** Folders that are there and cannot be read; `reason` is for people. */
  readonly unread?: readonly { readonly uri: string; readonly reason: string }[];
}
/** Server to client: which files are there. Asked for folders whose scheme is not `file:`. */
export const FindRequest = new RequestType<FindParams, FindResult, void>('evidencePortfolio/find');

export interface ReadManyParams {
  readonly uris: readonly string[];
  /** A file of more bytes than this is not read. */
  readonly maximumBytes: number;
}
export type ReadOutcome =
  | { readonly kind: 'text'; readonly text: string }
  /** A file that is not UTF-8, or has NUL characters. */
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };
export interface ReadManyResult {
  /** One outcome per URI asked for, in the order of the question. */
  readonly outcomes: readonly ReadOutcome[];
}
/** Server to client: the texts of files, in a batch; null from a client that gives none. */
export const ReadManyRequest = new RequestType<ReadManyParams, ReadManyResult | null, void>(
  'evidencePortfolio/readMany',
);

export interface StatParams {
  readonly uri: string;
}
export interface StatResult {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}
/** Server to client: size and time of the last change of a file; null where it is not there. */
export const StatRequest = new RequestType<StatParams, StatResult | null, void>('evidencePortfolio/stat');

/** A file as it was, or is on the other side of a comparison; `present`: it is there, and its text does not matter. */
export type BaseFile =
  | { readonly uri: string; readonly kind: 'text'; readonly text: string }
  | { readonly uri: string; readonly kind: 'present' | 'absent' };

export interface LookAgainParams {
  /** Files that may have come, changed or gone just now. */
  readonly uris: readonly string[];
}
/**
 * Client to server: take these files as they are on the disk now. Answered with null when they are known, and when what
 * is wrong with them has been told.
 */
export const LookAgainRequest = new RequestType<LookAgainParams, null, void>('evidencePortfolio/lookAgain');
