/** A matrix of 57 elements as councils keep them, saved by LibreOffice: test/fixtures/README.md says what is in it. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matrixSheet } from '../../../server/core/matrix/matrixSheet';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { exportMatrix, importMatrixFile } from '../../../server/exchange/matrixExchange';
import type { Files } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';

const portfolioOf = (files: Files = {}): Portfolio =>
  indexOf({ 'portfolio.yaml': 'title: Anytown\n', ...files }).portfolioAt(at('portfolio.yaml'))!;

function broughtIn(name: string, bytes: Uint8Array): Readonly<Record<string, string>> {
  const outcome = importMatrixFile(portfolioOf(), name, bytes);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  deepEqual(outcome.result.problems, []);
  return Object.fromEntries(outcome.result.files.map(({ uri, text }) => [portfolioOf().path(uri), text]));
}

const fixture = (ending: string): Readonly<Record<string, string>> =>
  broughtIn(`a.${ending}`, readFileSync(`test/fixtures/evidence-matrix.${ending}`));

describe('a matrix of 57 elements', () => {
  it('becomes a file for each of its 20 items', () => {
    const files = fixture('xlsx');
    equal(Object.keys(files).length, 20);
    equal(
      files['evidence/annual-satisfaction-survey.md'],
      '---\ntitle: Annual satisfaction survey\nelements:\n  - 1.1.1\n  - 1.1.3\n  - 2.1.2\n  - 3.2.1\n  - 4.1.1\n  - 5.2.4\n  - 5.3.3\nstrongest:\n  - 1.1.1\nref: ES 02\nstatus: draft\n---\n\n# Annual satisfaction survey\n\nFor 3.2.1, see page 25.\n',
    );
    match(
      files['evidence/consultation-strategy.md'] ?? '',
      /attachments:\n {2}- https:\/\/intranet\.example\.gov\.uk\/docs\/6\n/,
    );
  });
  it('is the same as a workbook, an OpenDocument spreadsheet and a text', () => {
    for (const ending of ['ods', 'odt']) deepEqual(fixture(ending), fixture('xlsx'), ending);
  });
  it('exported and brought into an empty folder is the same evidence, cell for cell', () => {
    const portfolio = portfolioOf(fixture('xlsx'));
    const outcome = exportMatrix(portfolio, 'xlsx');
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    const back = broughtIn('a.xlsx', outcome.result);
    deepEqual(matrixSheet(portfolioOf(back)).rows, matrixSheet(portfolio).rows);
    deepEqual(back, fixture('xlsx'));
  });
});
