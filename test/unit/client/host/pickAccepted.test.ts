import { equal } from 'node:assert/strict';
import { acceptedRow } from '../../../../client/host/pickAccepted';

describe('Enter in a list that follows what is typed', () => {
  const isRow = (row: string): boolean => !row.startsWith('--');
  const cases: readonly (readonly [
    what: string,
    active: readonly string[],
    shown: readonly string[],
    expected: string | undefined,
  ])[] = [
    ['the row it stands on', ['3.2.2'], ['-- missing', '3.2.1', '3.2.2'], '3.2.2'],
    [
      'the first row while it stood on one of those before',
      ['1.1.1'],
      ['-- missing', '3.2.1', '3.2.2'],
      '3.2.1',
    ],
    ['the first row before it stands anywhere', [], ['3.2.1', '3.2.2'], '3.2.1'],
    ['nothing where nothing is shown', ['1.1.1'], [], undefined],
    ['nothing among headings', [], ['-- missing'], undefined],
  ];
  for (const [what, active, shown, expected] of cases)
    it(`means ${what}`, () => {
      equal(acceptedRow(active, shown, isRow), expected);
    });
});
