/** The messages about who has what to do by when, the report, what would count and what if. A part of `protocol.ts`. */
import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { DueList, Person } from '../features/views/dueList';
import type { WhatIfChoices } from '../features/views/whatIfChoices';
import type { BaseFile } from './fileRequests';

export type { WhatIfChoices, WithdrawableRow } from '../features/views/whatIfChoices';

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

export interface PastDayParams {
  /** `last week`, `30 October 2026`, `2026-10-30`. */
  readonly typed: string;
}

/** The day as YYYY-MM-DD, or why it is none. */
export type PastDayResult = { readonly day: string } | { readonly problem: string };

/** Client to server: which day of the past somebody means. */
export const PastDayRequest = new RequestType<PastDayParams, PastDayResult, void>(
  'evidencePortfolio/pastDay',
);

/** The files of a commit that are otherwise than now, with those that are on one side only. */
export interface PastState {
  /** YYYY-MM-DD: the day by which evidence is judged; that of now where it is left out. */
  readonly day?: string;
  readonly files: readonly BaseFile[];
}

/** What a report tells of the past; empty where nothing is known of it. */
export interface ReportedPast {
  /** What has changed since then is told; `name` is what it is called: `25 October 2026`, `main`. */
  readonly since?: PastState & { readonly name: string };
  /** The ends of the months before, from the earliest: the line of progress. */
  readonly months?: readonly (PastState & { readonly day: string })[];
}

export interface ReportPageParams extends ReportedPast {
  /** URI of the portfolio’s root, as the coverage answer gives it. */
  readonly root: string;
}

export interface ReportPage {
  readonly title: string;
  /** HTML to stand below the title: without styles, scripts, links and pictures. */
  readonly content: string;
}

/** Client to server: the report of a portfolio; null where there is none, and while the folders are being read. */
export const ReportPageRequest = new RequestType<ReportPageParams, ReportPage | null, void>(
  'evidencePortfolio/reportPage',
);

export interface AskParams {
  /** The name of a tool for assistants: `show_element`. */
  readonly tool: string;
  /** Whatever was given; what is wrong with it is answered in words. */
  readonly input: unknown;
}

/** Client to server: the question of an assistant, answered as text in which all that files say is marked as data. */
export const AskRequest = new RequestType<AskParams, string, void>('evidencePortfolio/ask');

// Of those who look for evidence. Nothing is written by any.

export interface WhatCountsParams {
  /** URI of the portfolio’s root, as the coverage answer gives it. */
  readonly root: string;
  /** An element’s ID, as the coverage answer gives it. */
  readonly element: string;
}

/**
 * Client to server: what an element’s guidance asks for, who takes it up, and what its neighbours have. Null where there
 * is no such element, and while the folders are being read.
 */
export const WhatCountsRequest = new RequestType<WhatCountsParams, ReportPage | null, void>(
  'evidencePortfolio/whatCounts',
);

export interface Supposed {
  /** Addresses of evidence files that are withdrawn. */
  readonly withdrawn?: readonly string[];
  readonly rated?: readonly { readonly element: string; readonly rating: string }[];
  /** Whose ratings they are; `self` where it is left out. */
  readonly rater?: 'self' | 'assessor';
  /** The day to judge by, YYYY-MM-DD, or `assessment`; left out: that of now. */
  readonly day?: string;
}

export interface WhatIfParams extends Supposed {
  /** URI of the portfolio’s root, as the coverage answer gives it. */
  readonly root: string;
}

/** `problem`: for people, why nothing of the kind can be supposed. */
export type WhatIfResult = ReportPage | { readonly problem: string };

/** Client to server: what the award and the coverage become. Null while the folders are being read. */
export const WhatIfRequest = new RequestType<WhatIfParams, WhatIfResult | null, void>(
  'evidencePortfolio/whatIf',
);

export interface WhatIfChoicesParams {
  /** URI of the portfolio’s root, as the coverage answer gives it. */
  readonly root: string;
  /** What somebody has typed for a day; then the days that it may mean are all that is answered. */
  readonly typed?: string;
}

/** Client to server: what can be supposed of a portfolio. */
export const WhatIfChoicesRequest = new RequestType<WhatIfChoicesParams, WhatIfChoices | null, void>(
  'evidencePortfolio/whatIfChoices',
);
