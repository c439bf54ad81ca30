import { equal } from 'node:assert/strict';
import { nextRef } from '../../../../server/core/portfolio/nextRef';
import { at, indexOf } from '../../support/portfolioFiles';

const next = (refs: readonly string[], like?: string): string | undefined => {
  const files = refs.map((ref, number): [string, string] => [
    `${number}.md`,
    `---\nelements: [1.1.1]\nref: ${ref}\n---\n`,
  ]);
  return nextRef(indexOf(Object.fromEntries(files)).portfolioAt(at('0.md'))!, like);
};

describe('The next free ref', () => {
  it('follows the highest of the kind that most files use', () => {
    equal(next(['ES 1', 'ES 9', 'ES 10', 'X 40']), 'ES 11');
    equal(next(['7']), '8');
  });
  it('keeps leading zeros', () => {
    equal(next(['E-007', 'E-009']), 'E-010');
    equal(next(['99']), '100');
  });
  it('is of the kind asked for', () => {
    equal(next(['ES 1', 'ES 2', 'X 40'], 'X 40'), 'X 41');
    equal(next(['ES 1', 'Survey', 'Survey'], 'Survey'), 'Survey 2');
    equal(next(['Survey', 'Survey 2'], 'Survey'), 'Survey 3');
  });
  it('counts refs that look the same as those of one kind', () => {
    equal(next(['ES 1', 'ES\u200B 2', 'ES\u00A03', 'ES  1'], 'ES\u200B 1'), 'ES 4');
    equal(next(['Survey', 'Survey'], 'Sur\u200Bvey'), 'Survey 2');
  });
  it('is not known where there is nothing to go by', () => {
    equal(next(['Survey', '""', '~']), undefined);
    equal(next([]), undefined);
  });
});
