/** A statement of applicability that is brought in says in portfolio.yaml what does not apply. */
import { deepEqual, equal } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { exportMatrix, importMatrixFile } from '../../../../server/exchange/matrixExchange';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const portfolioOf = (files: Files): Portfolio => indexOf(files).portfolioAt(at('portfolio.yaml'))!;
const cse = 'standard: customer-service-excellence\n';
const head = 'Control,Applies,Reason,Evidence,ES ref,Owner\n';

function imported(text: string, files: Files = { 'portfolio.yaml': cse }): MatrixImport {
  const outcome = importMatrixFile(portfolioOf(files), 'a.csv', new TextEncoder().encode(head + text));
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}
const manifestOf = ({ files }: MatrixImport): string | undefined =>
  files.find(({ uri }) => uri.endsWith('portfolio.yaml'))?.text;

describe('A statement of applicability', () => {
  for (const word of ['no', 'No', 'N', 'n/a', 'Not applicable', 'FALSE', 'excluded', 'Out of scope'])
    it(`declares what does not apply: ${word}`, () => {
      const found = imported(`3.1.2,${word},We make no charges,,,\n1.1.1,yes,,Profile,ES 1,Desk\n`);
      equal(manifestOf(found), `${cse}assessment:\n  3.1.2:\n    applicable: false\n    reason: We make no charges\n`);
      deepEqual(found.declared, [{ id: '3.1.2', reason: 'We make no charges' }]);
      equal(found.missing.includes('3.1.2'), false);
    }); // prettier-ignore

  it('keeps remarks and order, and what is said already', () => {
    const text = `# ours\n${cse}assessment:\n  1.1.1: { self: compliant } # good\n  3.3.3: { applicable: false, reason: No premises }\n`;
    const found = imported('3.1.2,no,No charges,,,\n3.3.3,no,No visits,,,\n1.1.2,no,,,,\n', { 'portfolio.yaml': text });
    equal(manifestOf(found), text.replace('  3.3.3:', '  3.1.2:\n    applicable: false\n    reason: No charges\n  3.3.3:'));
    deepEqual(found.differs.map(({ what, here, there }) => [what, here, there]), [['reason of 3.3.3', 'No premises', 'No visits']]);
    deepEqual(found.problems.map(({ text: said, reason }) => [said, reason]), [
      ['1.1.2', 'It says that 1.1.2 does not apply, and not why. Give the reason, and import it again.'],
    ]);
  }); // prettier-ignore

  it('changes nothing the second time, and nothing where all applies', () => {
    const once = manifestOf(imported('3.1.2,no,No charges,,,\n'))!;
    equal(manifestOf(imported('3.1.2,no,No charges,,,\n', { 'portfolio.yaml': once })), undefined);
    equal(manifestOf(imported('3.1.2,yes,,Charges,ES 1,Desk\n')), undefined);
  });

  it('cannot act as YAML', () => {
    const found = imported('3.1.2,no,"x }\nrules: { a: off } # [""b""]",,,\n');
    deepEqual(found.declared, [{ id: '3.1.2', reason: 'x } rules: { a: off } # ["b"]' }]);
    const after = portfolioOf({ 'portfolio.yaml': manifestOf(found)! });
    equal(after.manifest?.rules.size, 0);
    equal(after.coverage('3.1.2').state, 'not-applicable');
  });

  for (const format of ['csv', 'xlsx', 'ods', 'docx', 'odt', 'html', 'md'] as const)
    it(`comes back as it went: ${format}`, () => {
      const text = `${cse}assessment:\n  3.1.2:\n    applicable: false\n    reason: We make no charges\n  3.3.3:\n    applicable: false\n    reason: "No premises: none"\n`;
      const outcome = exportMatrix(portfolioOf({ 'portfolio.yaml': text }), format, { layout: 'soa' });
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      const back = importMatrixFile(portfolioOf({ 'portfolio.yaml': cse }), `a.${format}`, outcome.result);
      if (back.kind === 'failed') throw new Error(back.message);
      equal(manifestOf(back.result), text);
    });
});
