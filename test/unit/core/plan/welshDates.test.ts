/** Days and months in Welsh, as plans in Wales have them; English ones are read as before. */
import { deepEqual } from 'node:assert/strict';
import { readPlanDate } from '../../../../server/core/plan/dates';

describe('A date in Welsh', () => {
  const names = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr']; // prettier-ignore
  for (const [at, name] of names.entries()) {
    const month = String(at + 1).padStart(2, '0');
    for (const text of [`9 ${name} 2027`, `09-${name.slice(0, 3)}-27`, `${name} 9, 2027`])
      it(`is a day: ${text}`, () => {
        deepEqual(readPlanDate(text), { kind: 'date', last: `2027-${month}-09`, precision: 'day' });
      });
  }
  for (const [text, last] of [
    ['Mawrth 2027', '2027-03-31'],
    ['Medi 27', '2027-09-30'],
    ['Gorffennaf 2027', '2027-07-31'],
  ] as const)
    // prettier-ignore
    it(`is a month: ${text}`, () => {
      deepEqual(readPlanDate(text), { kind: 'date', last, precision: 'month' });
    });
  for (const [text, last] of [
    ['9 Mar 2027', '2027-03-09'],
    ['9 May 2027', '2027-05-09'],
    ['9 Aug 2027', '2027-08-09'],
    ['9 September 2027', '2027-09-09'],
  ] as const)
    // prettier-ignore
    it(`is an English one as before: ${text}`, () => {
      deepEqual(readPlanDate(text), { kind: 'date', last, precision: 'day' });
    });
});
