/** The sample of a matrix becomes a portfolio, as docs/matrix.md tells it. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { MatrixImport } from '../../../server/core/matrix/importMatrix';
import { matrixSheet } from '../../../server/core/matrix/matrixSheet';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { exportMatrix, importMatrixFile } from '../../../server/exchange/matrixExchange';
import type { Files } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';

const name = 'anyborough-evidence-matrix.xlsx';
const portfolioOf = (files: Files = {}): Portfolio =>
  indexOf({ 'portfolio.yaml': '', ...files }).portfolioAt(at('portfolio.yaml'))!;

function broughtIn(file: string, bytes: Uint8Array, into = portfolioOf()): MatrixImport {
  const outcome = importMatrixFile(into, file, bytes);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}
const filesOf = ({ files }: MatrixImport): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ uri, text }) => [portfolioOf().path(uri), text]));

describe('The sample of a matrix', () => {
  const result = broughtIn(name, readFileSync(`samples/${name}`));
  const files = filesOf(result);
  const portfolio = portfolioOf(files);

  it('becomes the files and the people of which docs/matrix.md tells', () => {
    const page = readFileSync('docs/matrix.md', 'utf8');
    const told = /of (\d+) elements.*? into (\d+) pieces.*?(\d+) elements have none.*?(\d+) rows need/s.exec(page);
    deepEqual(told?.slice(1).map(Number), [
      portfolio.standard.elements.length,
      result.added.length,
      result.missing.length,
      result.problems.length,
    ]);
    deepEqual(result.assigned.map(({ id }) => id), result.missing);
  }); // prettier-ignore
  it('has what such matrices have: shared items, pages, links, the strongest, what is told', () => {
    equal(
      files['evidence/customer-profile-of-the-borough.md'],
      '---\ntitle: Customer profile of the borough\nelements:\n  - 1.1.1\n  - 1.1.2\n  - 2.1.2\nstrongest:\n  - 1.1.1\nref: ES 01\nkind: data\nowner: Insight Manager\nstatus: draft\n---\n\n# Customer profile of the borough\n\nProfile is brought up to date each April\n\nWhere to look: https://share.anyborough.example/customer-services/customer-profile.pdf\n\nFor 1.1.1, see page 4.\n',
    );
    match(files['evidence/service-guide.md'] ?? '', /attachments:\n {2}- https:\/\/share\.anyborough\.example\/.*\.pdf#page=3\n/);
    const kinds = Object.values(files).map((text) => /^kind: (.*)$/m.exec(text)?.[1]);
    deepEqual([...new Set(kinds)].sort(), ['data', 'document', 'observation', 'testimony', undefined]);
  }); // prettier-ignore
  for (const format of ['xlsx', 'ods', 'docx', 'odt', 'csv', 'html', 'md'] as const)
    it(`exported and brought into an empty folder is the same evidence, cell for cell: ${format}`, () => {
      const outcome = exportMatrix(portfolio, format);
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      const back = filesOf(broughtIn(`a.${format}`, outcome.result));
      deepEqual(matrixSheet(portfolioOf(back)).rows, matrixSheet(portfolio).rows);
      deepEqual(broughtIn(name, readFileSync(`samples/${name}`), portfolioOf(back)).added, []);
    });
});
