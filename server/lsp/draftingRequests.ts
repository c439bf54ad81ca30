/** The messages of those who look for evidence: what would count, and what if. Nothing is written by any. A part of `protocol.ts`. */
import { RequestType } from 'vscode-languageserver-protocol';
import type { WhatIfChoices } from '../features/views/whatIfChoices';
import type { ReportPage } from './meetingRequests';

export type { WhatIfChoices, WithdrawableRow } from '../features/views/whatIfChoices';

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
