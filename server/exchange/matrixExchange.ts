/** Evidence matrices as files of other programs, in and out. */
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import type { MatrixColumn } from '../core/matrix/columnNames';
import type { MatrixImport } from '../core/matrix/importMatrix';
import { importMatrix } from '../core/matrix/importMatrix';
import type { MatrixOptions } from '../core/matrix/matrixSheet';
import { matrixSheet } from '../core/matrix/matrixSheet';
import type { MatrixTold } from '../core/matrix/readMatrix';
import { readMatrix } from '../core/matrix/readMatrix';
import type { Portfolio } from '../core/portfolio/portfolio';
import { unknownColumns } from '../core/tables/toldColumns';
import type { Exchanged } from './parts/attempted';
import { attempted } from './parts/attempted';
import { readShownGrids, writeTable } from './formats';
import { notUnderstood } from './grids/notUnderstood';
import { ExchangeError } from './parts/limits';

export type { MatrixColumn, MatrixImport, MatrixOptions, MatrixTold };

/**
 * What bringing a matrix in would make of a portfolio. Nothing is written.
 * @param name of the file, whose ending tells its format
 * @param told columns that somebody has settled
 * @param own columns that somebody has said to mean none of what is read
 */
export function importMatrixFile(
  portfolio: Portfolio,
  name: string,
  bytes: Uint8Array,
  told: MatrixTold = new Map(),
  own: readonly string[] = [],
): Exchanged<MatrixImport> {
  return attempted(() => {
    const grids = readShownGrids(name, bytes);
    const read = readMatrix(portfolio.standard, grids, told, own);
    const unknown = unknownColumns(told, [...read.taken, ...read.passed]);
    if (unknown !== undefined) throw new ExchangeError(unknown);
    if (read.taken.length === 0)
      throw notUnderstood(
        'There is no evidence matrix in the file: no table with a column for references, such as “Ref”, and one for the evidence.',
        grids,
        read.passed,
      );
    return importMatrix(portfolio, read);
  });
}

/** A portfolio as a matrix. */
export function exportMatrix(
  portfolio: Portfolio,
  format: ExportFormat,
  options: MatrixOptions = {},
): Exchanged<Uint8Array> {
  return attempted(() =>
    writeTable(format, {
      title: portfolio.title,
      sheet: matrixSheet(portfolio, options),
      acknowledgement: portfolio.standard.acknowledgement,
    }),
  );
}
