/** The messages about files of other programs that the server makes and the client writes. A part of `protocol.ts`. */
import { RequestType } from 'vscode-languageserver-protocol';
import type { ReportedPast } from './meetingRequests';
import type { Refusal } from './previewProtocol';

/** What can leave a portfolio as one file, with what there is to choose about it. */
export type ExportWanted =
  | { readonly what: 'plan' }
  | { readonly what: 'assessment' }
  | { readonly what: 'report'; readonly past?: ReportedPast }
  /** With its coverage and evidence. */
  | { readonly what: 'standard' }
  /** What everybody has to do; `by` is what the list is divided by. */
  | { readonly what: 'due'; readonly by: 'person' | 'month' }
  /** `soa`: a statement of applicability. */
  | { readonly what: 'matrix'; readonly layout: 'matrix' | 'soa'; readonly hasGuidance?: boolean };

export interface ExportParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  /** An ending: md, csv, xlsx, docx, ods, odt, html… Which there are depends on what is wanted. */
  readonly format: string;
  readonly wanted: ExportWanted;
  /** URI of the file that is to be written: links in it lead to the portfolio from there. */
  readonly target?: string;
}

export type ExportResult =
  | Refusal
  | {
      readonly kind: 'file';
      /** Text is UTF-8. */
      readonly base64: string;
      /** What is in it, and what is left out: sentences that are read before it is written. */
      readonly told: readonly string[];
    };

/** Client to server: a file made of the portfolio. The server writes nothing. */
export const ExportRequest = new RequestType<ExportParams, ExportResult, void>('evidencePortfolio/export');
