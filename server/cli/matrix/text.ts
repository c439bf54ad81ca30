/** What `matrix import` says to people. */
import type { MatrixImport } from '../../core/matrix/importMatrix';
import { matrixSections } from '../../core/matrix/importWords';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { count } from '../../words/counts';
import { sectionLines } from '../output/sections';
import type { Terminal } from '../output/terminal';

export const matrixAsText = (
  portfolio: Portfolio,
  result: MatrixImport,
  isWritten: boolean,
  out: Terminal,
): string =>
  [
    ...sectionLines(matrixSections(portfolio, result, isWritten), out),
    endOf(result.files.length, isWritten),
    '',
  ].join('\n');

function endOf(files: number, isWritten: boolean): string {
  if (files === 0) return 'The portfolio says all of this already: nothing is to be written.';
  if (isWritten) return `${count(files, 'file is', 'files are')} written.`;
  return `Nothing is written yet. Add --write to write ${count(files, 'file')}.`;
}
