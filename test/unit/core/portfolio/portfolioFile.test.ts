/** Whether a file with a key `elements` is meant for us, where no manifest says so. */
import { equal, ok } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { parseActionPlan } from '../../../../server/core/plan/parse';
import { isClearlyOurs, looksLikeOurs } from '../../../../server/core/portfolio/portfolioFile';
import { customerServiceExcellence, small } from '../../support/standards';

const fileOf = (block: string, body = 'Text.') =>
  parseEvidence('file:///a.md', `---\n${block}\n---\n${body}\n`);

describe('A file in a folder without a manifest', () => {
  for (const [block, looks] of [
    ['elements: 3.2.4', true],
    ['elements: [button, 3.2.4]', true],
    ['elements: 9.9.9', true],
    ['elements: [button, input]', false],
    ['elements: [1, 2]', false],
    // Nothing stands there yet.
    ['elements:', true],
    ['elements: []', true],
    // What cannot be read may be ours where something in the block has the shape of an ID.
    ['elements: { button: { 3.2.4: x } }', true],
    ['elements: { button: { wide: x } }', false],
    ['elements: [\ntitle: "3.2.4', true],
    ['elements: [\ntitle: "x', false],
  ] as const)
    it(`${JSON.stringify(block)} ${looks ? 'looks' : 'does not look'} like ours`, () => {
      const file = fileOf(block);
      ok(file);
      equal(looksLikeOurs(file, customerServiceExcellence), looks);
    });

  it('a plan is always ours', () => {
    const plan = parseActionPlan('file:///plan.md', '---\ntype: action-plan\n---\n');
    ok(plan);
    ok(looksLikeOurs(plan, customerServiceExcellence));
  });
});

describe('A file alone', () => {
  for (const [block, clearly] of [
    ['elements: 3.2.4', true],
    ['elements: [button, "1.1"]', true],
    ['elements: 9.9.9', false],
    ['elements: [button, input]\ntitle: Form\nstatus: draft\ndate: 2026-01-01', false],
    ['elements: []', false],
    // Keys that hardly anybody else has.
    ['elements: []\nreview-by: 2027-01-01', true],
    ['elements: [button]\nstrongest: []', true],
    // An ID with words behind it.
    ['elements: ["3.2.4 Accurate information"]', true],
  ] as const)
    it(`${JSON.stringify(block)} is ${clearly ? '' : 'not '}clearly ours`, () =>
      equal(isClearlyOurs(fileOf(block), [customerServiceExcellence]), clearly));

  it('asks every standard that is there', () => {
    equal(isClearlyOurs(fileOf('elements: ["1.1"]'), [customerServiceExcellence, small]), true);
    equal(isClearlyOurs(fileOf('elements: [AC-2]'), [customerServiceExcellence, small]), false);
    equal(isClearlyOurs(fileOf('elements: ["2.1"]'), []), false);
  });
  it('is not ours where it is no evidence', () => {
    equal(isClearlyOurs(undefined, [customerServiceExcellence]), false);
    equal(isClearlyOurs(fileOf('title: 3.2.4'), [customerServiceExcellence]), false);
  });
});
