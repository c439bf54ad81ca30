/** The messages about packs: what one would hold, and its files, which the client writes. A part of `protocol.ts`. */
import { RequestType } from 'vscode-languageserver-protocol';
import type { ChangePreview, Refusal } from './previewProtocol';

export interface PackParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  /** URI of the folder or of the ZIP file that the pack becomes. */
  readonly target: string;
  readonly kind: 'folder' | 'zip';
  readonly hasDrafts: boolean;
  /** For everybody: without owners, comments, visits, attachments and pictures. */
  readonly isPublic: boolean;
  /** Git may be asked which commits the files are of. */
  readonly asksGit: boolean;
}
/** Client to server: what would be in a pack, and what not. `files` is empty, and there is no edit. */
export const PackPreviewRequest = new RequestType<PackParams, ChangePreview, void>(
  'evidencePortfolio/packPreview',
);

export interface PackMakeParams extends PackParams {
  /** Chosen by the client; its pieces come with it. */
  readonly id: string;
}
export type PackMade =
  | Refusal
  | { readonly kind: 'made'; readonly files: number }
  /** The client did not want more. */
  | { readonly kind: 'stopped' };
/** Client to server: a pack is made, and sent piece by piece before this is answered. The server writes nothing. */
export const PackMakeRequest = new RequestType<PackMakeParams, PackMade, void>('evidencePortfolio/packMake');

/** A piece of a file; the pieces of one file come one after the other. */
export interface PackPiece {
  /** From the top of the pack, with `/`; empty for a ZIP file, which is one file. */
  readonly path: string;
  readonly base64: string;
  readonly isLast: boolean;
}
export interface PackPiecesParams {
  readonly id: string;
  readonly pieces: readonly PackPiece[];
  /** How far it is. */
  readonly done: number;
  readonly total: number;
}
/** Server to client: pieces of a pack. Answered with false, no more come. */
export const PackPiecesRequest = new RequestType<PackPiecesParams, boolean, void>(
  'evidencePortfolio/packPieces',
);

export interface PackCheckParams {
  /** URI of the folder, or of the ZIP file. */
  readonly place: string;
  readonly kind: 'folder' | 'zip';
}
export type PackChecked =
  | Refusal
  | {
      readonly kind: 'checked';
      readonly isWhole: boolean;
      /** What it is a pack of, of which day and commit. */
      readonly about: string;
      /** How many files are not as they were, in a sentence. */
      readonly verdict: string;
      /** Which these are, as Markdown; empty where there is none. */
      readonly report: string;
    };
/** Client to server: whether a pack is as it was written. */
export const PackCheckRequest = new RequestType<PackCheckParams, PackChecked, void>(
  'evidencePortfolio/packCheck',
);
