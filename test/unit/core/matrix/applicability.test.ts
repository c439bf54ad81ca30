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

  it('is held to what it says first, and to what portfolio.yaml says', () => {
    const declared = imported('3.1.2,no,No charges,,,\n3.1.2,no,Free of charge,,,\n');
    deepEqual(declared.declared, [{ id: '3.1.2', reason: 'No charges' }]);
    const silent = `${cse}assessment:\n  3.1.2: { applicable: false }\n`;
    const found = imported('3.1.2,no,No charges,,,\n', { 'portfolio.yaml': silent });
    deepEqual([manifestOf(found), found.differs.map(({ what, here, there }) => [what, here, there])], [undefined, [['reason of 3.1.2', '', 'No charges']]]);
  }); // prettier-ignore
  it('makes portfolio.yaml where there is none, and leaves one that has a fault', () => {
    const text = '3.1.2,no,No charges,,,\n1.1.2,yes,,,,Desk\n';
    const alone = indexOf({ 'a.md': '---\ntitle: A\nelements: [1.1.1]\n---\n\nText.\n' }).portfolioAt(at('a.md'))!;
    const made = importMatrixFile(alone, 'a.csv', new TextEncoder().encode(head + text));
    equal(made.kind === 'done' && manifestOf(made.result), `${cse}\nassessment:\n  3.1.2:\n    applicable: false\n    reason: No charges\nassignments:\n  1.1.2: Desk\n`);
    const found = imported(text, { 'portfolio.yaml': 'title: [A\n' });
    deepEqual([found.files, found.declared, found.assigned], [[], [], []]);
    deepEqual(found.problems.map(({ where, text: said, reason }) => `${where} ${said}: ${reason}`), [
      'line 2 3.1.2: portfolio.yaml cannot be changed as it stands, so that 3.1.2 does not apply has to be written by hand.',
      'line 3 1.1.2: Desk: portfolio.yaml cannot be changed as it stands, so who is to find evidence has to be written there by hand.',
    ]);
  }); // prettier-ignore
  it('says of elements that the standard does not have that nothing became of it', () => {
    const found = imported('9.9.9,no,No charges,,,\n1.1,no,No customers,,,\n3.1.2,no,No charges,,,\n');
    deepEqual(found.declared, [{ id: '3.1.2', reason: 'No charges' }]);
    deepEqual(found.problems.map(({ reason }) => reason), ['9.9.9', '1.1'].map((id) => `${id} is not an element of Customer Service Excellence. That it does not apply was left out.`));
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
