/** An ID that the standard has replaced: it counts for the new one, and is told in one sentence wherever it stands. */
import { deepEqual, equal } from 'node:assert/strict';
import { at, home, indexOf } from '../../support/portfolioFiles';
import type { Files } from '../../support/portfolioFiles';

const plan = '| Ref No. | Criteria / Action | Progress |\n|-|-|-|\n| 9.9 | Put up signs | |\n';
const files: Files = {
  'a.md': '---\ntitle: A\nelements: ["9.9"]\n---\n\nText.\n',
  'action-plan.md': plan,
  'portfolio.yaml': 'standard: small\nassessment: { "9.9": { self: good } }\n',
};
const portfolioOf = (more: Files = {}) => indexOf({ ...files, ...more }).portfolioAt(home)!;

describe('An ID that has been replaced', () => {
  it('counts for the new one: evidence, actions and decisions', () => {
    const portfolio = portfolioOf();
    equal(portfolio.coverage('1.2').state, 'evidenced');
    deepEqual(
      portfolio.evidenceFor('1.2').map(({ uri }) => uri),
      [at('a.md')],
    );
    equal(portfolio.citations('9.9'), 0);
    deepEqual(
      portfolio.actionsFor('1.2').map(({ action }) => action.id),
      ['9.9'],
    );
    equal(portfolio.decision('1.2')?.id, '9.9');
  });
  it('gives way to a decision under the new one', () => {
    const own = 'standard: small\nassessment: { "9.9": { self: good }, "1.2": { self: poor } }\n';
    equal(portfolioOf({ 'portfolio.yaml': own }).decision('1.2')?.id, '1.2');
  });
  it('is told in one sentence in evidence, plan and manifest', () => {
    const index = indexOf(files);
    const said = ['a.md', 'action-plan.md', 'portfolio.yaml'].flatMap((path) =>
      index.findings(at(path)).filter(({ message }) => message.startsWith('9.9')),
    );
    deepEqual(
      said.map(({ rule, message }) => `${rule}: ${message}`),
      ['element-retired', 'action-element-unknown', 'manifest-element-unknown'].map(
        (rule) => `${rule}: 9.9 is now 1.2, “The opening hours are known”. Write the new ID.`,
      ),
    );
  });
  it('is gone from coverage when its file is', () => {
    const portfolio = portfolioOf({ 'a.md': '---\ntitle: A\nelements: ["1.1"]\n---\n\nText.\n' });
    equal(portfolio.coverage('1.2').state, 'missing');
  });
});
