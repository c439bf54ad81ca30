/** The assessor's sheet as files of other programs, out and back. */
import type { AssessmentImport, AssessmentTold } from '../core/assessor/importAssessment';
import { importAssessment } from '../core/assessor/importAssessment';
import { assessmentSheet, ratedSheets } from '../core/assessor/assessmentSheet';
import { awardSheet } from '../core/assessor/awardSheet';
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import type { Portfolio } from '../core/portfolio/portfolio';
import { unknownColumns } from '../core/tables/toldColumns';
import type { CivilDate } from '../core/text/civilDate';
import { readShownGrids, writeTable } from './formats';
import type { Exchanged } from './parts/attempted';
import { attempted } from './parts/attempted';
import { notUnderstood } from './grids/notUnderstood';
import { ExchangeError } from './parts/limits';

/**
 * What an assessor's sheet that comes back makes of portfolio.yaml. Nothing is written.
 * @param text of portfolio.yaml; undefined where there is none
 * @param name of the file, whose ending tells its format
 * @param day on which the assessor looked, where the sheet does not say
 * @param own columns that somebody has said to mean none of what is read
 */
export function importAssessmentFile(
  portfolio: Portfolio,
  text: string | undefined,
  name: string,
  bytes: Uint8Array,
  day: CivilDate,
  told: AssessmentTold = new Map(),
  own: readonly string[] = [],
): Exchanged<AssessmentImport> {
  return attempted(() => {
    const grids = readShownGrids(name, bytes);
    const result = importAssessment(portfolio, text, grids, day, told, own);
    const unknown = unknownColumns(told, [...result.taken, ...result.passed]);
    if (unknown !== undefined) throw new ExchangeError(unknown);
    if (result.taken.length === 0)
      throw notUnderstood(
        'There is no assessor’s sheet in the file: no table with a column for references, such as “Ref”, and one for the ratings or the comments.',
        grids,
        result.passed,
      );
    return result;
  });
}

/** The sheet that an assessor fills in; in a workbook, another one counts what it comes to. */
export function exportAssessment(portfolio: Portfolio, format: ExportFormat): Exchanged<Uint8Array> {
  return attempted(() => {
    const counts = ratedSheets(portfolio).flatMap(({ of, rated }) => awardSheet(of, rated) ?? []);
    return writeTable(format, {
      title: portfolio.title,
      sheet: assessmentSheet(portfolio),
      acknowledgement: portfolio.standard.acknowledgement,
      counts,
    });
  });
}
