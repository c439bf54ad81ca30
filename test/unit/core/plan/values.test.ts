/** What dates and progress mean, as people write them. */
import { equal } from 'node:assert/strict';
import { readPlanDate } from '../../../../server/core/plan/dates';
import { readProgress } from '../../../../server/core/plan/progress';

describe('Target dates', () => {
  const cases: readonly [text: string, expected: string][] = [
    ['2027-03-31', '2027-03-31 day'],
    ['2027/3/1', '2027-03-01 day'],
    ['31/03/2027', '2027-03-31 day'],
    ['1/3/27', '2027-03-01 day'],
    ['31.03.2027', '2027-03-31 day'],
    ['31-03-2027', '2027-03-31 day'],
    ['31 March 2027', '2027-03-31 day'],
    ['31 Mar 27', '2027-03-31 day'],
    ['31-Mar-27', '2027-03-31 day'],
    ['31st of March, 2027', '2027-03-31 day'],
    ['1 Sept. 2027', '2027-09-01 day'],
    ['March 31, 2027', '2027-03-31 day'],
    ['Wednesday 31 March 2027', '2027-03-31 day'],
    ['by 31 March 2027.', '2027-03-31 day'],
    ['**31/03/2027**', '2027-03-31 day'],
    ['29/02/2028', '2028-02-29 day'],
    ['March 2027', '2027-03-31 month'],
    ['end of Feb 2028', '2028-02-29 month'],
    ["Feb '27", '2027-02-28 month'],
    ['Mar-27', '2027-03-31 month'],
    ['12/2027', '2027-12-31 month'],
    ['2027-06', '2027-06-30 month'],
    ['Q2 2027', '2027-06-30 quarter'],
    ['q4/27', '2027-12-31 quarter'],
    ['2027 Q1', '2027-03-31 quarter'],
    ['Quarter 3 2027', '2027-09-30 quarter'],
    ['Q4 2026/27', '2027-03-31 quarter'],
    ['Q1 26/27', '2026-06-30 quarter'],
    ['Q3 2026-27', '2026-12-31 quarter'],
    ['FY 2026/27', '2027-03-31 year'],
    ['financial year 2026/2027', '2027-03-31 year'],
    ['Q4 2026/28', 'invalid'],
    ['2026-27', 'invalid'],
    ['April – June 2027', '2027-06-30 month'],
    ['01/04/2027 to 30/06/2027', '2027-06-30 day'],
    ['Jan 2027 - Mar 2027', '2027-03-31 month'],
    ['June – April 2027', 'invalid'],
    ['31 March 2027 (if the Board agrees)', '2027-03-31 day'],
    ['3/4/2027 (day or month first?)', 'invalid'],
    ['2027', '2027-12-31 year'],
    ['End of 2027', '2027-12-31 year'],
    ['Ongoing', 'ongoing'],
    ['on-going', 'ongoing'],
    ['', 'none'],
    [' – ', 'none'],
    ['29/02/2027', 'invalid'],
    ['31 June 2027', 'invalid'],
    ['03/31/2027', 'invalid'],
    ['2027-13-01', 'invalid'],
    ['13/2027', 'invalid'],
    ['Q5 2027', 'invalid'],
    ['2026/27', 'invalid'],
    ['TBC', 'invalid'],
    ['soon', 'invalid'],
    ['31 Ma 2027', 'invalid'],
    ['Spring 2027', 'invalid'],
    ['31 March', 'invalid'],
  ];
  for (const [text, expected] of cases)
    it(`“${text}” is ${expected}`, () => {
      const date = readPlanDate(text);
      equal(date.kind === 'date' ? `${date.last} ${date.precision}` : date.kind, expected);
    });
});

describe('Progress', () => {
  const cases: readonly [text: string, expected: string][] = [
    ['not started', 'not started'],
    ['To do', 'not started'],
    ['In progress', 'in progress'],
    ['Started', 'in progress'],
    ['ongoing', 'in progress'],
    ['**Underway**', 'in progress'],
    ['In progress – survey drafted', 'in progress'],
    ['Paused', 'on hold'],
    ['On hold (50 %)', 'on hold 50'],
    ['complete', 'complete'],
    ['Completed', 'complete'],
    ['Done.', 'complete'],
    ['✅ done', 'other'],
    ['✔️', 'complete'],
    ['Completed: report published', 'complete'],
    ['Completed by March', 'other'],
    ['Partly complete', 'in progress'],
    ['Green – on track', 'in progress'],
    ['Amber (not started)', 'not started'],
    ['Blue: complete', 'complete'],
    ['Green', 'other'],
    ['Red', 'other'],
    ['Green space', 'other'],
    ['On target', 'in progress'],
    ['Fully implemented', 'complete'],
    ['0%', 'not started 0'],
    ['50 %', 'in progress 50'],
    ['50% complete', 'in progress 50'],
    ['99.9 %', 'in progress 99'],
    ['100 %', 'complete 100'],
    ['120 %', 'other'],
    ['-5 %', 'other'],
    ['Incomplete', 'other'],
    ['done?', 'other'],
    ['', 'none'],
    ['—', 'none'],
  ];
  for (const [text, expected] of cases)
    it(`“${text}” is ${expected}`, () => {
      const state = readProgress(text);
      const percent = state.kind === 'known' && state.percent !== undefined ? ` ${state.percent}` : '';
      equal((state.kind === 'known' ? state.word : state.kind) + percent, expected);
    });
});
