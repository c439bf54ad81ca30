/** The messages for tables to work in that are not part of the Language Server Protocol. A part of `protocol.ts`. */
import { RequestType } from 'vscode-languageserver-protocol';
import type { EvidenceTable } from '../features/views/evidenceTable';
import type { PlanCellChoice, PlanTable } from '../features/views/planTable';

export type { EvidenceColumn, EvidenceTable, EvidenceTableRow } from '../features/views/evidenceTable';
export type { PlanCellChoice, PlanTable, PlanTableColumn, PlanTableRow } from '../features/views/planTable';
export type { RowPlace } from '../core/plan/rowEdits';

export interface EvidenceTableParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
}

/**
 * Client to server: all evidence of a portfolio, a row for each file; null where there is no such portfolio. It changes
 * whenever coverage may have.
 */
export const EvidenceTableRequest = new RequestType<EvidenceTableParams, EvidenceTable | null, void>(
  'evidencePortfolio/evidenceTable',
);

export interface PlanTableParams {
  readonly uri: string;
}

/** Client to server: an action plan, a row for each of its rows; null where the file is no plan of a portfolio. */
export const PlanTableRequest = new RequestType<PlanTableParams, PlanTable | null, void>(
  'evidencePortfolio/planTable',
);

export interface PlanChoicesParams {
  readonly uri: string;
  /** Of the column, as the table says it. */
  readonly key: string;
  /** Of a target date: what somebody has typed, in any form that people write. */
  readonly typed: string;
}

/** Client to server: what can be offered for a cell of a plan, the likeliest first. */
export const PlanChoicesRequest = new RequestType<PlanChoicesParams, readonly PlanCellChoice[], void>(
  'evidencePortfolio/planChoices',
);
