/** Which place of a heading row names its group: the ID, however it is written, or all of the cell. */
import { deepEqual } from 'node:assert/strict';
import { planMentions } from '../../../../server/features/text/mentions';
import { planOf, planText, standard } from '../../exchange/support';

describe('The heading of a group in a plan', () => {
  for (const [heading, named] of [
    ['1.1 Customer Identification', '1.1'],
    ['**1.1** Customer Identification', '1.1'],
    ['**1.1.** Customer Identification', '1.1'],
    // As it is meant, it stands nowhere in the cell; the next row's ID is not taken for it.
    ['1\\.1 Customer Identification', '1\\.1 Customer Identification'],
    ['&#49;.1 Customer Identification', undefined],
    ['2 customers', '2'],
    ['Customers', undefined],
  ] as const)
    it(heading, () => {
      const text = planText('Ref No.|Action', heading, '1.1.1|Ask');
      const found = planMentions(standard, planOf(text)).map(({ node, span }) => [
        node.id,
        text.slice(span.start, span.end),
      ]);
      const own = found.filter(([id]) => id !== '1.1.1').map(([, words]) => words);
      deepEqual(own, named === undefined ? [] : [named]);
    });
});
