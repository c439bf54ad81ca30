import type { FileColumn } from '../../core/tables/fileColumns';

/** Bounds on what a file from outside may ask for, far from what an action plan holds; beyond them, a clear message. */
export const limits = {
  /** Bytes of the file itself, as for every other file. */
  bytes: 5 * 1024 * 1024,
  /** Files inside a packed one. */
  entries: 2000,
  /** Bytes of a packed file's parts when unpacked. */
  unpacked: 40 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  /** UTF-16 units of all cells together, those repeated by merged cells included. */
  characters: 5_000_000,
  tables: 500,
  /** Tables inside tables. */
  nesting: 50,
} as const;

/** A file cannot be read or written; the message is for people and says why, as a whole sentence. */
export class ExchangeError extends Error {
  readonly columns: readonly FileColumn[] | undefined;

  /** @param columns of the tables in a file that hold no plan as it was read */
  constructor(message: string, columns?: readonly FileColumn[]) {
    super(message);
    this.columns = columns;
  }
}

/** @param depth of a table in others @throws ExchangeError where nobody has set out a page so */
export function ensureNesting(depth: number): void {
  if (depth > limits.nesting)
    throw new ExchangeError(
      `The file has more than ${limits.nesting} tables inside each other, and was left alone.`,
    );
}
