/** The messages for tables to work in that are not part of the Language Server Protocol. A part of `protocol.ts`. */
import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { EvidenceTable } from '../features/views/evidenceTable';
import type { PlanCellChoice, PlanTable } from '../features/views/planTable';

export type { EvidenceColumn, EvidenceTable, EvidenceTableRow } from '../features/views/evidenceTable';
export type { PlanCellChoice, PlanTable, PlanTableColumn, PlanTableRow } from '../features/views/planTable';
export type { RowPlace } from '../core/plan/rowEdits';

export interface EvidenceTablesResult {
  /** One for each portfolio. */
  readonly tables: readonly EvidenceTable[];
}

/** Client to server: all evidence of each portfolio, a row for each file. It changes whenever coverage may have. */
export const EvidenceTablesRequest = new RequestType0<EvidenceTablesResult, void>(
  'evidencePortfolio/evidenceTables',
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
