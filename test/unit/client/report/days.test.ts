/** The commits of days, and the days that the report asks for. */
import { equal } from 'node:assert/strict';
import { commitBefore, dayOf, monthAgo, monthEnds } from '../../../../client/git/calendar';

const commit = (hash: string, date: string) => ({ hash, commitDate: new Date(date) });
const commits = [
  commit('c', '2026-10-25T00:00:00'),
  commit('b', '2026-10-24T23:59:59'),
  commit('a', '2026-09-01T12:00:00'),
];

describe('The commit before a day', () => {
  for (const [day, hash] of [
    ['2026-10-26', 'c'],
    ['2026-10-25', 'b'],
    ['2026-10-24', 'a'],
    ['2026-09-01', undefined],
  ] as const)
    it(`${day}: ${hash ?? 'none'}`, () => equal(commitBefore(commits, day)?.hash, hash));
  it('is none where git does not say when', () =>
    equal(commitBefore([{ hash: 'x' }], '2026-10-25'), undefined));
});

describe('A month ago', () => {
  for (const [today, day] of [
    ['2026-11-26', '2026-10-26'],
    ['2026-03-31', '2026-02-28'],
    ['2024-03-31', '2024-02-29'],
    ['2026-01-15', '2025-12-15'],
  ] as const)
    it(`of ${today} is ${day}`, () => equal(monthAgo(new Date(`${today}T12:00:00`)), day));
  it('is not asked for by the line of progress, which has the ends of months', () => {
    const ends = monthEnds(new Date('2026-03-31T12:00:00'));
    equal(ends.length, 11);
    equal(ends.at(-1)?.day, '2026-02-28');
    equal(ends.at(-1)?.next, '2026-03-01');
    equal(ends[0]?.day, '2025-04-30');
  });
  it('is told as a day', () => equal(dayOf(new Date('2026-01-05T12:00:00')), '2026-01-05'));
});
