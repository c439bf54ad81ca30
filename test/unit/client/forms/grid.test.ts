import { deepEqual, ok } from 'node:assert/strict';
import { drawnRange, idsBetween, shownRows } from '../../../../client/forms/grid';
import type { TableRow } from '../../../../client/forms/tableView';

const row = (id: string, cells: readonly string[], flag: TableRow['flag'] = ''): TableRow => ({
  id,
  flag,
  cells: cells.map((value) => ({ value })),
});
const rows: readonly TableRow[] = [
  row('h', ['1 Insight', '', ''], 'heading'),
  row('a', ['ES 10', 'Jo Smith', '2027-03-01'], 'overdue'),
  row('b', ['ES 9', '', '2026-01-01']),
  row('c', ['ES 101', 'jo brown', '']),
];
const ids = (filter: string, column?: number, isDown = false): readonly string[] =>
  shownRows(rows, filter, column === undefined ? undefined : { column, isDown }).map(({ id }) => id);

describe('Rows of a table', () => {
  for (const [says, filter, column, isDown, wanted] of [
    ['are all there in their order', '', undefined, false, ['h', 'a', 'b', 'c']],
    ['have all words of the filter, in any cell', 'jo es', undefined, false, ['a', 'c']],
    ['are found by parts of words', 'smi', undefined, false, ['a']],
    ['are found by what they are marked with', 'overdue', undefined, false, ['a']],
    ['are none where none has the words', 'nobody', undefined, false, []],
    ['are sorted naturally, without headings', '', 0, false, ['b', 'a', 'c']],
    ['are sorted the other way', '', 0, true, ['c', 'a', 'b']],
    ['come last where the cell is empty', '', 1, false, ['c', 'a', 'b']],
    ['come last in the other direction too', '', 2, true, ['a', 'b', 'c']],
    ['are filtered and sorted', 'jo', 2, false, ['a', 'c']],
  ] as const)
    it(says, () => deepEqual(ids(filter, column, isDown), wanted));

  it('are sorted by what they say to be sorted by', () => {
    const dated = (id: string, shown: string, sortsAs: string): TableRow => ({
      id,
      flag: '',
      cells: [{ value: shown, shown, sortsAs }],
    });
    const dates = [dated('x', '1 May 2027', '2027-05-01'), dated('y', '2 January 2027', '2027-01-02')];
    deepEqual(
      shownRows(dates, '', { column: 0, isDown: false }).map(({ id }) => id),
      ['y', 'x'],
    );
  });

  it('are chosen from one to another, in either direction', () => {
    deepEqual(idsBetween(rows, 'a', 'c'), ['a', 'b', 'c']);
    deepEqual(idsBetween(rows, 'c', 'b'), ['b', 'c']);
    deepEqual(idsBetween(rows, 'gone', 'b'), ['b']);
    deepEqual(idsBetween(rows, 'a', 'gone'), []);
  });

  it('are drawn where they are in sight, and no more than that with a few around', () => {
    for (const count of [0, 1, 500, 2000, 100_000])
      for (const top of [0, 29, 30_000, 10_000_000]) {
        const { start, end } = drawnRange(count, { top, height: 800, rowHeight: 30 });
        ok(start >= 0 && start <= end && end <= count && end - start < 60);
      }
    deepEqual(drawnRange(2000, { top: 30_000, height: 600, rowHeight: 30 }), { start: 990, end: 1030 });
  });
});
