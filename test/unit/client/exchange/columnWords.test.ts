/** The words of the list in which one says what a column means, and what is kept of what was said. */
import { deepEqual, equal } from 'node:assert/strict';
import { holderOf, takenAs, withChoice } from '../../../../client/exchange/columnWords';
import { assessmentMeanings, matrixMeanings, planMeanings } from '../../../../client/exchange/meanings';
import { assessmentTitles } from '../../../../server/core/assessor/columnNames';
import { columnTitles } from '../../../../server/core/matrix/columnNames';
import { planColumns } from '../../../../server/core/plan/model';
import type { FileColumn, ColumnChoice } from '../../../../server/lsp/protocol';

const columns: readonly FileColumn[] = [
  { name: 'CSE', role: 'ref', because: 'by what it holds' },
  { name: 'Lead', role: 'responsibility', because: 'by its header' },
  { name: 'Cost', role: null, because: '' },
];

describe('What the columns of a file mean, in VS Code', () => {
  for (const [what, meanings, roles] of [
    ['a plan', planMeanings, planColumns],
    ['a matrix', matrixMeanings, Object.keys(columnTitles)],
    ['an assessor’s sheet', assessmentMeanings, Object.keys(assessmentTitles)],
  ] as const)
    it(`is one of the meanings that ${what} knows, or none`, () =>
      deepEqual(meanings.map(({ role }) => role ?? '-').sort(), [...roles, '-'].sort()));

  it('is said with the reason', () =>
    deepEqual(
      columns.map((column) => takenAs(planMeanings, column)),
      ['Reference, by what it holds', 'Responsibility, by its header', 'A column of our own'],
    ));

  it('says which other column would lose it', () => {
    equal(holderOf(columns, 'responsibility', 'Cost'), 'Lead');
    equal(holderOf(columns, 'responsibility', 'Lead'), undefined);
    equal(holderOf(columns, 'target', 'Cost'), undefined);
    equal(holderOf(columns, null, 'Lead'), undefined);
  });

  const say = (...said: readonly (readonly [string, ColumnChoice['role']])[]): readonly string[] =>
    said
      .reduce<readonly ColumnChoice[]>((all, [name, role]) => withChoice(all, { name, role }), [])
      .map(({ name, role }) => `${name}=${role ?? '-'}`);

  it('is what was said last', () => {
    deepEqual(say(['A', 'ref'], ['B', 'action']), ['A=ref', 'B=action']);
    deepEqual(say(['A', 'ref'], ['A', 'action']), ['A=action']);
    deepEqual(say(['A', 'ref'], ['B', 'ref']), ['B=ref']);
    deepEqual(say(['A', 'ref'], ['A', null]), ['A=-']);
    deepEqual(say(['A', null], ['B', null], ['A', 'ref']), ['B=-', 'A=ref']);
  });
});
