/** What holds of every import, whatever stands in the plan and in the file. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { isReadable } from '../../../../server/core/plan/exchange/mergeCells';
import type { PlanColumnRole } from '../../../../server/core/plan/model';
import { actionsOf } from '../../../../server/core/plan/model';
import { imported, planOf, planText } from '../../exchange/support';
import { runs } from '../../support/runs';

const header = ['Ref', 'Action', 'Owner', 'Due', 'Status', 'Notes'];
const verbs = ['Review', 'Print', 'Publish', 'Ask about'];
const things = [
  'the leaflet',
  'the leaflets',
  'the price list',
  'the list of prices',
  'fees',
  'leaflet 1',
  'leaflet 2',
];
const nothings = ['', '', 'TBC', '#REF!', 'as above', 'n/a', '-', '"'];
const texts = fc.tuple(fc.constantFrom(...verbs), fc.constantFrom(...things)).map((words) => words.join(' '));
const orNothing = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, fc.constantFrom(...nothings));

const row = fc.tuple(
  fc.constantFrom('1.1.1', '1.1.1', '1.1.1', '1.1.2', '3.2.9'),
  fc.oneof({ weight: 4, arbitrary: texts }, fc.constantFrom(...nothings)),
  orNothing(['Editor', 'The editor', 'Head of Service', '31/03/2027']),
  orNothing(['2027-03-31', '31/03/2027', 'March 2027', 'soon', 'Spring 2027', 'ongoing']),
  orNothing(['in progress', '50%', 'done', 'Amber', 'waiting for the printer']),
  orNothing(['Begun', 'Begun in May']),
);
const rows = fc.array(row, { maxLength: 6 });
const markdown = (cells: readonly (readonly string[])[]): string =>
  planText(header.join('|'), ...cells.map((texts_) => texts_.join('|')));
const file = (cells: readonly (readonly string[])[]): string =>
  [header, ...cells].map((texts_) => texts_.join('\t')).join('\n');
const cellsOf = (text: string): readonly (readonly string[])[] =>
  planOf(text).tables.flatMap((table) => table.rows.map(({ cells }) => cells.map((cell) => cell.text)));
/** What two lists share, each as often as both have it, is taken out. */
function without(all: readonly string[], those: readonly string[]): readonly string[] {
  const left = [...those];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('An import', () => {
  const numRuns = runs(150);

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(rows, rows, (here, coming) => {
        const once = imported(markdown(here), 'a.txt', file([['1.1.3', 'a'], ...coming]));
        const twice = imported(once.text, 'a.txt', file([['1.1.3', 'a'], ...coming]));
        equal(twice.text, once.text);
        deepEqual([twice.added, twice.changed], [[], []]);
      }),
      { numRuns },
    );
  });

  it('makes the same plan of the rows of a file in any order, but for the order of what it adds', () => {
    const shuffled = rows.chain((coming) =>
      fc.tuple(
        fc.constant(coming),
        fc.shuffledSubarray(coming, { minLength: coming.length, maxLength: coming.length }),
      ),
    );
    fc.assert(
      fc.property(rows, shuffled, (here, [coming, other]) => {
        const sorted = (list: readonly (readonly string[])[]): readonly string[] =>
          cellsOf(imported(markdown(here), 'a.txt', file([['1.1.3', 'a'], ...list])).text)
            .map((cells) => JSON.stringify(cells))
            .sort();
        deepEqual(sorted(other), sorted(coming));
      }),
      { numRuns },
    );
  });

  it('loses no row of either side, and replaces nothing that can be read by what cannot', () => {
    fc.assert(
      fc.property(rows, rows, (here, coming) => {
        const before = markdown(here);
        const merge = imported(before, 'a.txt', file([['1.1.3', 'a'], ...coming]));
        const [old, after] = [actionsOf(planOf(before)), actionsOf(planOf(merge.text))];
        equal(after.length, old.length + merge.added.length);
        equal(merge.added.length + merge.changed.length + merge.unchanged, coming.length + 1);
        const changed = merge.changed.flatMap(({ cells }) => cells);
        for (const { column, before: was, after: is } of changed) {
          const role = roles[header.indexOf(column)];
          ok(!isReadable(role, was) || isReadable(role, is), `${column}: ${was} became ${is}`);
        }
        // Every row of the plan stands where no change was told.
        const lines = (list: typeof old): readonly string[] =>
          list.map(({ cells }) => JSON.stringify(cells.map(({ text }) => text)));
        equal(without(lines(old), lines(after)).length <= merge.changed.length, true);
      }),
      { numRuns },
    );
  });
});

const roles: readonly PlanColumnRole[] = [
  'ref',
  'action',
  'responsibility',
  'target',
  'progress',
  'comments',
];
