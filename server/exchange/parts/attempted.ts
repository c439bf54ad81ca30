/** Work with files of other programs, which may fail for reasons that people can do something about. */
import type { FileColumn } from '../../core/tables/fileColumns';
import { ExchangeError } from './limits';

/** `message`: for people, whole sentences. */
export type Exchanged<Result> = { readonly kind: 'done'; readonly result: Result } | Failed;

export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
  /** Of the tables in a file that hold no plan as it was read; absent where it could not be read at all. */
  readonly columns?: readonly FileColumn[];
}

/** What the work gives, or why it cannot be done. */
export function attempted<Result>(work: () => Result): Exchanged<Result> {
  try {
    return { kind: 'done', result: work() };
  } catch (error) {
    if (error instanceof ExchangeError)
      return {
        kind: 'failed',
        message: error.message,
        ...(error.columns === undefined ? {} : { columns: error.columns }),
      };
    throw error;
  }
}
