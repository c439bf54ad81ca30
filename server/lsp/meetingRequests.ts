/** The messages about who has what to do by when. A part of `protocol.ts`. */
import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { DueList, Person } from '../features/views/dueList';

export interface DueParams {
  /** How many days ahead to look; left out: up to the assessment. */
  readonly days?: number;
}

export interface DueResult {
  readonly portfolios: readonly DueList[];
}

/** Client to server: what is to be done, by whom and by when, in every portfolio. It changes whenever coverage may have. */
export const DueRequest = new RequestType<DueParams, DueResult, void>('evidencePortfolio/due');

export interface PeopleResult {
  /** Of all portfolios together. */
  readonly people: readonly Person[];
}

/** Client to server: everybody who has evidence, an action, or an element to find evidence for. */
export const PeopleRequest = new RequestType0<PeopleResult, void>('evidencePortfolio/people');
