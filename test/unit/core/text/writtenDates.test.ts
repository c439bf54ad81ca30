/** Days as people and programs write them: what each may stand for, and what has to be assumed. */
import { deepEqual, equal } from 'node:assert/strict';
import { certainDate, readWrittenDate } from '../../../../server/core/text/writtenDates';

/** Assumptions in one word each. */
const short: Readonly<Record<string, string>> = {
  'the day first': 'day',
  'the month first': 'month',
  'the last day of that month': 'last',
  'the last day of the month': 'last',
  'the first day of the month': 'first',
  'the last day of the year': 'last',
  'the first day of the year': 'first',
  'a day’s number in Excel': 'Excel',
};

const rows: readonly (readonly [string, ...string[]])[] = [
  ['2027-03-01', '2027-03-01'],
  ['2027-3-1', '2027-03-01'],
  ['2027/3/1', '2027-03-01'],
  ['2027.03.01', '2027-03-01'],
  ['20270301', '2027-03-01'],
  ['1 March 2027', '2027-03-01'],
  ['01 Mar 27', '2027-03-01'],
  ['1-Mar-2027', '2027-03-01'],
  ['1st Mar. 2027', '2027-03-01'],
  ['1st of March 2027', '2027-03-01'],
  ['March 1, 2027', '2027-03-01'],
  ['Mar 1st 2027', '2027-03-01'],
  ['Sept 1 2027', '2027-09-01'],
  ['Monday 1 March 2027', '2027-03-01'],
  ['Mon, 1 Mar 2027', '2027-03-01'],
  ['13/03/2027', '2027-03-13'],
  ['3/13/27', '2027-03-13'],
  ['1.3.2027', '2027-03-01'],
  ['01.03.2027', '2027-03-01'],
  ['3/3/2027', '2027-03-03'],
  ['1/3/2027', '2027-03-01 day', '2027-01-03 month'],
  ['01-03-2027', '2027-03-01 day', '2027-01-03 month'],
  // with a time
  ['2026-03-01T10:00:00Z', '2026-03-01'],
  ['2026-03-01T10:00:00.000+01:00', '2026-03-01'],
  ['2026-03-01T23:30-0500', '2026-03-01'],
  ['2026-03-01 10:00', '2026-03-01'],
  ['2026-03-01 10:00:00', '2026-03-01'],
  ['2026-03-01, 10.30 am', '2026-03-01'],
  ['1 March 2026 at 9:05 pm GMT', '2026-03-01'],
  ['1/3/2026 00:00:00', '2026-03-01 day', '2026-01-03 month'],
  // characters that look alike
  ['2026\u201103\u201101', '2026-03-01'],
  ['2026–03–01', '2026-03-01'],
  ['\u200e2026-03-01', '2026-03-01'],
  ['1\u00a0March\u00a02026', '2026-03-01'],
  ['２０２６-03-01', '2026-03-01'],
  // days that do not exist, and periods
  ['2026-02-30', '2026-02-28 last'],
  ['31 September 2026', '2026-09-30 last'],
  ['March 2027', '2027-03-31 last', '2027-03-01 first'],
  ['2027-03', '2027-03-31 last', '2027-03-01 first'],
  ['03/2027', '2027-03-31 last', '2027-03-01 first'],
  ['2027', '2027-12-31 last', '2027-01-01 first'],
  ['46082', '2026-03-01 Excel'],
  // none
  ['2026-13-01'],
  ['2026-00-10'],
  ['32/01/2026'],
  ['0/1/2026'],
  ['soon'],
  ['TBC'],
  ['1 Octopus 2027'],
  ['10:00'],
  ['1776'],
  ['Q2 2027'],
  ['2027-03-01 to 2027-04-01'],
  ['1/3/2027'.repeat(100_000)],
]; // prettier-ignore

describe('Dates of any fashion', () => {
  for (const [written, ...dates] of rows)
    it(`${written.slice(0, 40)} is ${dates.join(' or ') || 'none'}`, () =>
      deepEqual(
        readWrittenDate(written).map(({ date, assumption }) =>
          assumption === undefined ? date : `${date} ${short[assumption] ?? assumption}`,
        ),
        dates,
      ));
  it('are certain where they can be read in one way', () => {
    equal(certainDate('2026-03-01T10:00:00Z'), '2026-03-01');
    equal(certainDate('1/3/2026'), undefined);
    equal(certainDate('2026-02-30'), undefined);
    equal(certainDate('March 2027'), undefined);
  });
});
