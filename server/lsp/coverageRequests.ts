/** The messages about coverage that are not part of the Language Server Protocol: all of it, or in parts. A part of `protocol.ts`. */
import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { EvidenceRow, Owner, WholePortfolio } from '../features/views/coverageEvidence';
import type { CoverageOutline } from '../features/views/coverageOutline';

export interface WholeCoverage {
  readonly portfolios: readonly WholePortfolio[];
}

/** Client to server: the coverage of every portfolio of the workspace, with all evidence. Our own client asks for parts of it. */
export const CoverageRequest = new RequestType0<WholeCoverage, void>('evidencePortfolio/coverage');

export interface CoverageOutlineParams {
  /** The revision of the answer that the client has; left out where it has none. */
  readonly known?: number;
}

/** Client to server: the coverage of every portfolio without its evidence, or what is another since it was last asked for. */
export const CoverageOutlineRequest = new RequestType<CoverageOutlineParams, CoverageOutline, void>(
  'evidencePortfolio/coverageOutline',
);

export interface EvidenceOfParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  readonly elements: readonly string[];
}

export interface EvidenceOfResult {
  /** For each element that was asked for, in that order: what stands below it. */
  readonly evidence: readonly (readonly EvidenceRow[])[];
}

/** Client to server: the evidence below some elements of a portfolio. */
export const EvidenceOfRequest = new RequestType<EvidenceOfParams, EvidenceOfResult, void>(
  'evidencePortfolio/evidenceOf',
);

export interface ElementsWithParams {
  /** With evidence of one of these owners; nobody is `''`. */
  readonly owners?: readonly string[];
  /**
   * With evidence, drafts included, that is overdue, or is to be reviewed within so many days, overdue or not: one of
   * the two will do where both are asked for.
   */
  readonly review?: { readonly overdue?: boolean; readonly days?: number };
  /** For which one of these is to find evidence, by `key` of `PeopleRequest`; with `owners`, one of the two will do. */
  readonly people?: readonly string[];
  /** With this file as evidence. */
  readonly file?: string;
}

export interface ElementsWithResult {
  /** By the URI of a portfolio's root: the IDs of the elements that meet all that was asked for. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
}

/** Client to server: the elements whose evidence is of some owners or of a file, or is to be reviewed; and those of people. */
export const ElementsWithRequest = new RequestType<ElementsWithParams, ElementsWithResult, void>(
  'evidencePortfolio/elementsWith',
);

export interface OwnersResult {
  /** Of all portfolios together, in no order. */
  readonly owners: readonly Owner[];
}

/** Client to server: the owners of the evidence that stands below elements. */
export const OwnersRequest = new RequestType0<OwnersResult, void>('evidencePortfolio/owners');
