/** Completion against a standard of a thousand elements: a list that somebody can read, the best of it first. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { against, complete, labels } from '../../support/completing';
import { standardOf } from '../../support/standards';

const groups = Array.from({ length: 100 }, (_, number) => number + 1);
const within = Array.from({ length: 10 }, (_, number) => number + 1);
const large = standardOf(
  'large',
  `title: Large\nretired: { "900.1": "50.1" }\nchildren:\n${groups
    .map(
      (group) =>
        `  - id: "${group}"\n    title: Part ${group}\n    children:\n${within
          .map(
            (number) =>
              `      - id: "${group}.${number}"\n        text: Staff know rule ${number} of part ${group}\n` +
              (group === 77 ? '        guidance: [Say how refunds are paid]\n' : '') +
              (group === 99 && number === 3 ? '        keywords: [refund]\n' : ''),
          )
          .join('')}`,
    )
    .join('')}`,
);

const found = (typed: string, listed = '') =>
  labels(
    complete(`---\ntitle: A\nelements:\n${listed}  - ${typed}$0\n---\n\nText.\n`, {
      files: against('large'),
      standards: [large],
      only: ({ data }) => data !== undefined,
    }).items,
  );

describe('Of a thousand elements', () => {
  it('a hundred are offered, those of the standard’s beginning where nothing has been typed', () => {
    const all = found('');
    equal(all.length, 100);
    deepEqual(all.slice(0, 2), ['1.1', '1.2']);
    ok(all.includes('10.10'));
  });

  it('those whose ID begins so, wherever in the standard they stand', () => {
    deepEqual(found('100.1'), ['100.1', '100.10']);
    equal(found('9').length, 100);
  });

  it('those whose own words fit come before those whose guidance does', () => {
    equal(found('refund')[0], '99.3');
    equal(found('refund').length, 11);
  });

  it('what has been typed in full and what fits by its own words is not lost among many others', () => {
    equal(found('50.1')[0], '50.1');
    // Every element fits; of those that are listed already none is needed.
    const rest = found('staff', '  - 1.1\n  - 1.2\n');
    equal(rest.length, 100);
    ok(!rest.includes('1.1') && !rest.includes('1.2'));
  });

  it('one that an ID of an earlier edition leads to', () => deepEqual(found('900'), ['50.1']));
});
