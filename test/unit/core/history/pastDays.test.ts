import { deepEqual } from 'node:assert/strict';
import { pastDay } from '../../../../server/core/history/pastDays';

const today = '2026-03-31';

describe('A day of the past', () => {
  for (const [typed, day] of [
    ['today', '2026-03-31'],
    ['yesterday', '2026-03-30'],
    ['Last week', '2026-03-24'],
    ['a fortnight ago', '2026-03-17'],
    ['a month ago', '2026-02-28'],
    ['3 months ago', '2025-12-31'],
    ['last year', '2025-03-31'],
    ['2026-02-28', '2026-02-28'],
    ['25 October 2025', '2025-10-25'],
    ['25/10/2025', '2025-10-25'],
  ] as const)
    it(`is ${typed}`, () => deepEqual(pastDay(typed, today), { day }));

  for (const [typed, problem] of [
    ['2026-04-01', '2026-04-01 is still to come.'],
    ['1 May 2026', '1 May 2026 is still to come.'],
    ['04/05/2025', '04/05/2025 may be 2025-05-04 or 2025-04-05. Write the one that is meant.'],
    [
      '31 February 2025',
      '31 February 2025 is no day of the calendar. Write year-month-day, such as 2025-02-28.',
    ],
  ] as const)
    it(`is not ${typed}`, () => deepEqual(pastDay(typed, today), { problem }));

  for (const typed of ['main', '2026', '2026-03', 'v1.2', '', 'next week', 'release/2026'])
    it(`is not meant by ${JSON.stringify(typed)}`, () => deepEqual(pastDay(typed, today), undefined));
});
