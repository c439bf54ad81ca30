/** Dates as digits, by the column as a whole. */
import { deepEqual, equal } from 'node:assert/strict';
import { dayOrderOf, digitsDate, serialDate } from '../../../../server/core/tables/dayOrder';

describe('A column of dates as digits', () => {
  const cases: readonly (readonly [cells: string, order: string, read: string])[] = [
    ['3/4/2027 | 5/6/2027', 'day', '2027-04-03 | 2027-06-05'],
    ['3/31/2027 | 3/4/2027', 'month', '2027-03-31 | 2027-03-04'],
    ['3/4/2027 | 31/3/2027', 'day', '2027-04-03 | 2027-03-31'],
    ['31/3/2027 | 3/31/2027 | 3/4/2027 | 4/4/2027', 'mixed', '2027-03-31 | 2027-03-31 | ? | 2027-04-04'],
    ['3-31-27 | 03.04.27', 'month', '2027-03-31 | 2027-03-04'],
    ['3/31/2027 12:00:00 AM | 1/2/2027 0:00', 'month', '2027-03-31 | 2027-01-02'],
    ['31.03.2027', 'day', '2027-03-31'],
    ['2027-03-31 | March 2027 | TBC', 'day', '- | - | -'],
    ['30/02/2027 | 32/1/2027 | 13/13/2027', 'day', '- | - | -'],
    ['2/30/2027 | 2/3/2027', 'month', '- | 2027-02-03'],
    ['3/31-2027', 'day', '-'],
    ['', 'day', '-'],
  ];
  for (const [cells, order, read] of cases)
    it(`${cells || 'nothing'}: ${order}`, () => {
      const list = cells.split(' | ');
      const found = dayOrderOf(list);
      equal(found, order);
      const texts = list.map((cell) => {
        const date = digitsDate(cell, found);
        return date === undefined ? '-' : date.kind === 'date' ? date.date : '?';
      });
      equal(texts.join(' | '), read);
    });

  it('has the order that it has whatever the order of its rows', () => {
    equal(dayOrderOf(['3/4/2027', '3/31/2027']), dayOrderOf(['3/31/2027', '3/4/2027']));
  });
});

it('The number of a day in a spreadsheet is that day, and other numbers are none', () => {
  const cells = [
    '46477',
    '46477.5',
    '36526',
    '73050',
    '36525',
    '73051',
    '2027',
    '464771',
    '-46477',
    '4647a',
    '',
  ];
  deepEqual(cells.map(serialDate), [
    '2027-03-31', '2027-03-31', '2000-01-01', '2099-12-31', ...Array<undefined>(7).fill(undefined),
  ]); // prettier-ignore
});
