/** What the server asks a client about files that it cannot read itself: those whose scheme is not `file:`. */
import { RequestType } from 'vscode-languageserver-protocol';

export interface FindParams {
  /** URI of the folder to list, with all folders below it. */
  readonly folder: string;
}
export interface FindResult {
  /** URIs of the files found, in no order. `.git` and `node_modules` are left out. */
  readonly uris: readonly string[];
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
/** Server to client: the texts of files, in a batch. */
export const ReadManyRequest = new RequestType<ReadManyParams, ReadManyResult, void>(
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
