/** A sheet of a workbook whose cells count what stands on another one: it is right again once somebody has written there. */

export interface CountSheet {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly CountCell[])[];
}

export type CountCell = NamingCell | CountedCell;

export interface NamingCell {
  readonly kind: 'text' | 'heading';
  readonly text: string;
}

/** `value`: what it comes to as the workbook is written, for readers that do not count. */
export type CountedCell =
  | { readonly kind: 'number' | 'percent'; readonly formula: Formula; readonly value: number }
  | { readonly kind: 'words'; readonly formula: Formula; readonly value: string };

export const isCounted = (cell: CountCell): cell is CountedCell =>
  cell.kind !== 'text' && cell.kind !== 'heading';

/** As far as spreadsheet programs agree on it. */
export type Formula =
  | { readonly kind: 'value'; readonly value: number | string }
  /** Of the own sheet. `column` from 0; `row` from 1, the header’s. */
  | { readonly kind: 'cell'; readonly column: number; readonly row: number }
  /** A column of the sheet that is counted. */
  | { readonly kind: 'range'; readonly column: number; readonly first: number; readonly last: number }
  | { readonly kind: 'call'; readonly name: FormulaName; readonly given: readonly Formula[] }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly left: Formula; readonly right: Formula };

export type FormulaName = 'COUNTA' | 'SUMPRODUCT' | 'TRIM' | 'IF' | 'ROUNDUP' | 'ROUNDDOWN';
type Sign = '+' | '-' | '*' | '/' | '=' | '>=' | '&';

export const valueIn = (value: number | string): Formula => ({ kind: 'value', value });
export const cellAt = (column: number, row: number): Formula => ({ kind: 'cell', column, row });
export const call = (name: FormulaName, ...given: readonly Formula[]): Formula => ({
  kind: 'call',
  name,
  given,
});
export const sign = (left: Formula, mark: Sign, right: Formula): Formula => ({
  kind: 'sign',
  sign: mark,
  left,
  right,
});
export const sumOf = (parts: readonly Formula[]): Formula =>
  parts.length === 0 ? valueIn(0) : parts.reduce((sum, part) => sign(sum, '+', part));
