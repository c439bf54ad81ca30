import { deepEqual, ok } from 'node:assert/strict';
import type { Direction } from '../../../../server/core/frontMatter/daysMeant';
import { daysMeant } from '../../../../server/core/frontMatter/daysMeant';
import { parseDate } from '../../../../server/core/text/civilDate';

/** A Thursday. */
const today = '2026-11-26';

const meant = (typed: string, direction: Direction, day = today): readonly string[] =>
  daysMeant(typed, day, direction).map(({ date, assumption }) =>
    assumption === undefined ? date : `${date} ${assumption}`,
  );

const first = (typed: string, direction: Direction, day = today): string | undefined =>
  daysMeant(typed, day, direction)[0]?.date;

describe('daysMeant', () => {
  it('reads days with a year in any form', () => {
    const forms = ['2027-05-12', '12 May 2027', '12th May, 2027', '12th of May 2027', 'May 12, 2027', '12/5/27', '12/05/2027', '12.5.2027', '12-May-2027', 'Wed 12 May 2027', 'Wednesday, 12 May 2027', '20270512', '12 May 27', 'on 12 May 2027', 'by the 12th of May 2027', ' 12  May  2027. ']; // prettier-ignore
    for (const form of forms)
      for (const direction of ['past', 'future'] as const) ok(first(form, direction) === '2027-05-12', form);
  });
  it('says what it takes for granted', () => {
    deepEqual(meant('12/5/27', 'future'), ['2027-05-12 the day first', '2027-12-05 the month first']);
    deepEqual(meant('25/5/27', 'future'), ['2027-05-25']);
    deepEqual(meant('5/25/27', 'future'), ['2027-05-25']);
    deepEqual(meant('31 June 2027', 'future'), ['2027-06-30 the last day of that month']);
    deepEqual(meant('May 2027', 'future'), [
      '2027-05-31 the last day of the month',
      '2027-05-01 the first day of the month',
    ]);
    deepEqual(meant('12/5', 'future'), [
      '2027-05-12 the day first, in 2027',
      '2026-12-05 the month first, in 2026',
    ]);
  });
  it('looks for a day without a year where it is likely to be', () => {
    const rows: readonly (readonly [typed: string, past: string | undefined, future: string | undefined])[] =
      [
        ['12 May', '2026-05-12', '2027-05-12'],
        ['May 12th', '2026-05-12', '2027-05-12'],
        ['12 of May', '2026-05-12', '2027-05-12'],
        ['1 Dec', '2025-12-01', '2026-12-01'],
        ['26 Nov', '2026-11-26', '2026-11-26'],
        ['29 Feb', '2024-02-29', '2028-02-29'],
        ['30 Feb', undefined, undefined],
        ['25/12', '2025-12-25', '2026-12-25'],
        ['12', '2026-11-12', '2026-12-12'],
        ['31', '2026-10-31', '2026-12-31'],
        ['the 12th', '2026-11-12', '2026-12-12'],
        ['May', '2026-05-31', '2027-05-31'],
        ['sept', '2026-09-30', '2027-09-30'],
        ['Nov', '2026-11-30', '2026-11-30'],
        ['12 May next year', '2027-05-12', '2027-05-12'],
        ['12 May last year', '2025-05-12', '2025-05-12'],
        ['May next year', '2027-05-31', '2027-05-31'],
        ['Friday', '2026-11-20', '2026-11-27'],
        ['Thursday', '2026-11-19', '2026-12-03'],
        ['weds', '2026-11-25', '2026-12-02'],
        ['thurs', '2026-11-19', '2026-12-03'],
        ['5/25', '2026-05-25', '2027-05-25'],
        ['6 months', '2026-05-26', '2027-05-26'],
        ['half a year', '2026-05-26', '2027-05-26'],
        ['3 quarters', '2026-02-26', '2027-08-26'],
        ['summer', '2026-08-31', '2027-08-31'],
        ['winter', '2026-02-28', '2027-02-28'],
        ['end of spring', '2026-05-31', '2027-05-31'],
      ];
    for (const [typed, past, future] of rows)
      deepEqual([typed, first(typed, 'past'), first(typed, 'future')], [typed, past, future]);
  });
  it('counts from today', () => {
    const rows: Readonly<Record<string, string>> = {
      today: '2026-11-26',
      Tomorrow: '2026-11-27',
      yesterday: '2026-11-25',
      'the day after tomorrow': '2026-11-28',
      'in 3 days': '2026-11-29',
      'in three weeks': '2026-12-17',
      'in a fortnight': '2026-12-10',
      'in a month': '2026-12-26',
      'in 3 months': '2027-02-26',
      'in 18 months': '2028-05-26',
      'in half a year': '2027-05-26',
      'in a year': '2027-11-26',
      'in a year’s time': '2027-11-26',
      'in two years': '2028-11-26',
      'in a couple of weeks': '2026-12-10',
      'a year from today': '2027-11-26',
      'six months from now': '2027-05-26',
      '+6m': '2027-05-26',
      '+1y': '2027-11-26',
      '+30d': '2026-12-26',
      '3 months ago': '2026-08-26',
      'a year ago': '2025-11-26',
      'next Friday': '2026-11-27',
      'this Friday': '2026-11-27',
      'last Friday': '2026-11-20',
      'Friday week': '2026-12-04',
      'a week on Friday': '2026-12-04',
      'in two quarters': '2027-05-26',
      'this week': '2026-11-26',
      'last quarter': '2026-08-26',
      'next month': '2026-12-26',
      'next year': '2027-11-26',
      'this time next year': '2027-11-26',
    };
    for (const [typed, date] of Object.entries(rows)) {
      deepEqual([typed, first(typed, 'future')], [typed, date]);
      deepEqual([typed, first(typed, 'past')], [typed, date]);
    }
  });
  it('knows ends and middles', () => {
    const rows: Readonly<Record<string, string>> = {
      'end of March 2027': '2027-03-31',
      'the end of March': '2027-03-31',
      'end March': '2027-03-31',
      'start of April': '2027-04-01',
      'mid May': '2027-05-15',
      'middle of the year': '2026-07-01',
      'mid next quarter': '2027-02-01',
      'end of the month': '2026-11-30',
      'end of next month': '2026-12-31',
      'end of the year': '2026-12-31',
      'year end': '2026-12-31',
      'end of next year': '2027-12-31',
      'end of the financial year': '2027-03-31',
      'start of the next financial year': '2027-04-01',
      'end of the quarter': '2026-12-31',
      'Q2 2027': '2027-06-30',
      'end of February': '2027-02-28',
      'spring 2027': '2027-05-31',
      Christmas: '2026-12-25',
    };
    for (const [typed, date] of Object.entries(rows))
      deepEqual([typed, first(typed, 'future')], [typed, date]);
  });
  it('keeps to the last day of a shorter month', () => {
    deepEqual(first('in a month', 'future', '2027-01-31'), '2027-02-28');
    deepEqual(first('in a year', 'future', '2028-02-29'), '2029-02-28');
    deepEqual(first('3 months ago', 'future', '2027-05-31'), '2027-02-28');
  });
  it('says nothing of what is no day', () => {
    for (const typed of [
      '',
      ' ',
      'hello',
      'tbc',
      '13/13/2027',
      '32 May',
      'May 0',
      'Q5 2027',
      'next',
      'in',
      'x'.repeat(81),
      '12 Foo',
      'a',
      'on',
      '99999 years ago',
      'in 9999 years',
    ])
      // prettier-ignore
      deepEqual([typed, meant(typed, 'future')], [typed, []]);
  });
  it('answers with days that exist, whatever is typed', () => {
    const words = ['in', 'next', 'last', '1', '12', '31', '99', 'May', 'feb', 'year', 'month', 'week', 'end', 'of', 'ago', 'friday', 'q1', '2027', '0', '/', '-']; // prettier-ignore
    for (const one of words)
      for (const two of words)
        for (const three of words)
          for (const date of daysMeant(`${one} ${two} ${three}`, '2028-02-29', 'past').map(
            ({ date: day }) => day,
          ))
            ok(parseDate(date) !== undefined, `${one} ${two} ${three}: ${date}`);
  });
});
