/** What people are told of the columns of a file that is imported. */
import { deepEqual } from 'node:assert/strict';
import type { TakenColumn, TakenTable } from '../../../../../server/core/plan/exchange/imported';
import { takenLines } from '../../../../../server/core/plan/exchange/takenWords';

const column = (role: TakenColumn['role'], name: string, because: TakenColumn['because'] = 'header') => ({
  role,
  name,
  because,
});
const all = [
  column('ref', 'No'),
  column('action', 'To do', 'cells'),
  column('responsibility', 'Lead', 'told'),
  column('target', 'By', 'header and cells'),
  column('progress', 'State'),
] as readonly TakenColumn[];
const table = (where: string | undefined, columns = all, others: readonly string[] = []): TakenTable =>
  ({ where, columns, others }) as TakenTable;

const words = [
  'Ref No. (ref): “No”, by its header',
  'Criteria / Action (action): “To do”, by what it holds',
  'Responsibility (owner): “Lead”, as you said',
  'Target Completion Date (due): “By”, by its header and what it holds',
  'Progress (status): “State”, by its header',
];

describe('The columns of an import, in words', () => {
  it('of no table: nothing', () => deepEqual(takenLines([]), []));
  it('of one table', () => deepEqual(takenLines([table('sheet “Plan”')]), words));
  it('with what is lacking, and what stays the writer’s own', () =>
    deepEqual(takenLines([table(undefined, all.slice(0, 3), ['Cost', 'Team'])]), [
      ...words.slice(0, 3),
      'nothing for: Target Completion Date (due), Progress (status)',
      'kept as columns of your own: “Cost”, “Team”',
    ]));
  it('of tables that are alike: once, without saying which', () =>
    deepEqual(takenLines([table('sheet “A”'), table('sheet “B”')]), words));
  it('of tables that are not: each with the names of those it is true of', () => {
    const other = all.slice(1);
    deepEqual(takenLines([table('A'), table('B', other), table('C'), table('A')]), [
      ...words.map((line) => `A, C: ${line}`),
      ...words.slice(1).map((line) => `B: ${line}`),
    ]);
  });
  it('of tables without a name: by their number', () =>
    deepEqual(takenLines([table(undefined), table(undefined, all.slice(1))]), [
      ...words.map((line) => `table 1: ${line}`),
      ...words.slice(1).map((line) => `table 2: ${line}`),
    ]));
});
