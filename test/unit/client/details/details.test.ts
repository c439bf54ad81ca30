import { deepEqual, equal } from 'node:assert/strict';
import { isWebAddress, pageIn, shownName, withPage } from '../../../../client/details/attachmentText';
import { daysOf, monthsFrom } from '../../../../client/details/calendar';
import { choicesFor, type Choice } from '../../../../client/details/choiceRows';

describe('The calendar', () => {
  it('begins with the month of a day', () => {
    deepEqual(monthsFrom('2026-11-26', false).slice(0, 3), ['2026-11', '2026-12', '2027-01']);
    deepEqual(monthsFrom('2027-01-01', true).slice(0, 3), ['2027-01', '2026-12', '2026-11']);
    equal(monthsFrom('2026-11-26', false).at(-1), '2029-11');
  });
  it('has the days of a month', () => {
    for (const [month, count] of [
      ['2026-11', 30],
      ['2026-12', 31],
      ['2027-02', 28],
      ['2028-02', 29],
    ] as const) {
      const days = daysOf(month);
      equal(days.length, count);
      deepEqual([days[0], days.at(-1)], [`${month}-01`, `${month}-${count}`]);
    }
  });
});

describe('An attachment', () => {
  it('may say a page', () => {
    const rows: readonly (readonly [string, string | undefined, string])[] = [
      ['../a/report, final.pdf', undefined, 'report, final.pdf'],
      ['../a/report.pdf#page=4', '4', 'report.pdf'],
      ['https://a.org/x#page=12', '12', 'https://a.org/x'],
      ['https://a.org/x#top', undefined, 'https://a.org/x#top'],
      ['C#.pdf', undefined, 'C#.pdf'],
    ];
    for (const [attachment, page, name] of rows)
      deepEqual([pageIn(attachment), shownName(attachment)], [page, name]);
    equal(withPage('a.pdf', '4'), 'a.pdf#page=4');
    equal(withPage('a.pdf#page=3', '4'), 'a.pdf#page=4');
    equal(withPage('a.pdf#page=3', ''), 'a.pdf');
    equal(withPage('a.pdf', undefined), 'a.pdf');
  });
  it('is an address of the web, or a path', () => {
    for (const text of ['https://a.org', 'http://a.org/b?c=d#e', 'HTTPS://A.ORG'])
      equal(isWebAddress(text), true);
    for (const text of ['a.org', 'https://', 'https://a b', 'file:///a', ''])
      equal(isWebAddress(text), false);
  });
});

describe('The rows of a list', () => {
  const choices: readonly Choice<string>[] = [
    { value: 'draft', label: 'Draft', detail: 'Being written.' },
    { value: 'approved', label: 'Approved', words: 'now' },
  ];
  const labels = (typed: readonly Choice<string>[], text: string): readonly string[] =>
    choicesFor(choices, typed, text).map(({ label }) => label);
  const typed = (label: string): readonly Choice<string>[] => [{ value: label, label }];

  it('are all there at first, and fewer while somebody types', () => {
    deepEqual(labels([], ''), ['Draft', 'Approved']);
    deepEqual(labels([], ' APP '), ['Approved']);
    deepEqual(labels([], 'written'), ['Draft']);
  });
  it('begin with what is typed, unless a choice begins with it', () => {
    deepEqual(labels(typed('Jo'), 'Jo'), ['Jo']);
    deepEqual(labels(typed('raf'), 'raf'), ['raf', 'Draft']);
    deepEqual(labels(typed('Dra'), 'Dra'), ['Draft', 'Dra']);
    deepEqual(labels(typed('draft'), 'draft'), ['Draft']);
  });
  it('are never none', () => {
    deepEqual(labels([], 'finished'), ['Draft', 'Approved']);
    deepEqual(labels([{ label: 'no day' }], 'finished'), ['no day', 'Draft', 'Approved']);
  });
});
