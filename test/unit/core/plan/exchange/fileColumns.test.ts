/** The columns of a file as an editor lists them, and what becomes of what somebody says of them. */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { PlanColumnRole } from '../../../../../server/core/plan/model';
import type { ColumnSettled as Settled } from '../../../../../server/core/tables/toldColumns';
import { columnRole } from '../../../../../server/core/plan/exchange/columnsTold';
import { byMeaning } from '../../../../../server/core/tables/toldColumns';
import type { FileColumn } from '../../../../../server/core/tables/fileColumns';
import { fileColumns } from '../../../../../server/core/tables/fileColumns';
import type { Exchanged } from '../../../../../server/exchange/planExchange';
import { importPlan } from '../../../../../server/exchange/planExchange';
import type { PlanMerge } from '../../../../../server/core/plan/exchange/mergePlan';
import { bytesOf, rowsOf, standard } from '../../../exchange/support';

type ColumnSettled = Settled<PlanColumnRole>;

const table = (...lines: readonly string[]): string => lines.join('\n').replace(/ *\| */g, '\t');

function bring(text: string, ...settled: readonly ColumnSettled[]): Exchanged<PlanMerge> {
  const { told, own } = byMeaning(settled);
  return importPlan(standard, undefined, 'plan.txt', bytesOf(text), told, own);
}
const columnsOf = (outcome: Exchanged<PlanMerge>): readonly FileColumn[] =>
  outcome.kind === 'done' ? fileColumns(outcome.result.taken) : (outcome.columns ?? []);
/** `CSE=ref What=action Cost=-`. */
const listed = (outcome: Exchanged<PlanMerge>): string =>
  columnsOf(outcome)
    .map(({ name, role }) => `${name}=${role ?? '-'}`)
    .join('; ');

const usual = table('Cost | What | CSE | Lead', '£5 | Ask readers | 1.1.1 | A', '£9 | Count | 1.1.2 | B');
const strange = table(
  'Libraries, 2027 | | |',
  'Foo | Bar | Baz | Qux',
  'x | Ask readers | 1 | A',
  'y | Count | 2 | B',
);
/** What is said, and what the columns are taken for then. */
const cases: readonly (readonly [
  what: string,
  text: string,
  settled: readonly ColumnSettled[],
  columns: string,
])[] = [
  ['in the order of the file', usual, [], 'Cost=-; What=action; CSE=ref; Lead=responsibility'],
  ['a meaning that was free', usual, [['Cost', 'comments']], 'Cost=comments; What=action; CSE=ref; Lead=responsibility'],
  ['a meaning that another column had', usual, [['Cost', 'responsibility']], 'Cost=responsibility; What=action; CSE=ref; Lead=-'],
  ['two columns changed about', usual, [['What', 'responsibility'], ['Lead', 'action']], 'Cost=-; What=responsibility; CSE=ref; Lead=action'],
  ['a column of the writer’s own', usual, [['Lead', null]], 'Cost=-; What=action; CSE=ref; Lead=-'],
  ['a column of the writer’s own, whose meaning another one takes', table('Ref | Action | Lead | Owner', '1.1.1 | Ask | A | B'), [['Owner', null]], 'Ref=ref; Action=action; Lead=responsibility; Owner=-'],
  ['a column of the writer’s own is nothing else either', table('Ref | Criteria | Action | Who', '1.1.1 | We have it | Ask | A'), [['Action', null]], 'Ref=ref; Criteria=action; Action=-; Who=responsibility'],
  ['the later of two for one meaning', usual, [['Cost', 'comments'], ['Lead', 'comments']], 'Cost=-; What=action; CSE=ref; Lead=comments'],
  ['what they are already, below another row', table('Draft | 3', 'Ref | Action | Lead', '1.1.1 | Ask | A'), [['Ref', 'ref'], ['Action', 'action'], ['Lead', 'responsibility']], 'Ref=ref; Action=action; Lead=responsibility'],
  ['a header twice', table('Ref | Action | Note | Note', '1.1.1 | Ask | a | b'), [], 'Ref=ref; Action=action; Note=comments; Note (column D)=-'],
  ['the second of two with one header', table('Ref | Action | Note | Note', '1.1.1 | Ask | a | b'), [['Note (column D)', 'comments']], 'Ref=ref; Action=action; Note=-; Note (column D)=comments'],
  ['the second of two as one of the writer’s own', table('Ref | Action | Note | Note', '1.1.1 | Ask | a | b'), [['Note', null]], 'Ref=ref; Action=action; Note=-; Note (column D)=comments'],
  ['a column without a header', table('Ref | Action | | Who', '1.1.1 | Ask | see minutes | A'), [['column C', 'comments']], 'Ref=ref; Action=action; column C=comments; Who=responsibility'],
  ['a table without a header', table('1.1.1 | Ask the readers | A', '1.1.2 | Count the readers | B'), [['column C', 'responsibility']], 'column A=ref; column B=action; column C=responsibility'],
  ['two tables with the same columns', table('Ref | Action', '1.1.1 | Ask', '', 'Ref | Action', '1.1.2 | Count'), [], 'Ref=ref; Action=action'],
  ['a column of the writer’s own in one of two tables', table('Ref | Action | Lead', '1.1.1 | Ask | A', '', 'Ref | Action | Who', '1.1.2 | Count | B'), [['Lead', null]], 'Ref=ref; Action=action; Lead=-; Who=responsibility'],
  ['a header of a whole sentence names nothing', strange.replace('Qux', 'Of whom it was agreed at the meeting of all heads of service in May that they are the owner'), [['Baz', 'ref'], ['Bar', 'action']], 'Foo=-; Bar=action; Baz=ref; Of whom it was agreed at the meeting of all heads of service in May that they are the owner=-'],
  ['no plan is seen: the columns are listed all the same', strange, [], 'Foo=-; Bar=-; Baz=-; Qux=-'],
  ['no plan is seen, and a reference is not enough', strange, [['Baz', 'ref']], 'Foo=-; Bar=-; Baz=ref; Qux=-'],
]; // prettier-ignore

describe('The columns of a file', () => {
  for (const [what, text, settled, columns] of cases)
    it(what, () => equal(listed(bring(text, ...settled)), columns));

  it('say why', () => {
    const said = (outcome: Exchanged<PlanMerge>): readonly string[] =>
      columnsOf(outcome).map(({ because }) => because);
    deepEqual(said(bring(usual, ['Cost', 'comments'])).slice(0, 1), ['as you said']);
    deepEqual(said(bring(usual)).slice(0, 1), ['']);
    for (const because of said(bring(usual)).slice(1)) match(because, /^by /);
  });

  it('make a plan of a table in which none was seen', () => {
    const outcome = bring(strange, ['Baz', 'ref'], ['Bar', 'action']);
    equal(outcome.kind, 'done', JSON.stringify(outcome));
    equal(listed(outcome), 'Foo=-; Bar=action; Baz=ref; Qux=-');
  });

  it('make a plan by their letters, in which a header that is said again is no row', () => {
    const page = table('Foo | Bar | Baz', '1 | Ask readers | A', 'Foo | Bar | Baz', '2 | Count | B');
    const outcome = bring(page, ['column A', 'ref'], ['column B', 'action']);
    deepEqual(outcome.kind === 'done' ? rowsOf(outcome.result.text) : outcome, [
      ['1', 'Ask readers', 'A'],
      ['2', 'Count', 'B'],
    ]);
  });

  it('are none where the file could not be read', () => {
    const outcome = importPlan(standard, undefined, 'plan.xlsx', bytesOf('PK'));
    deepEqual([outcome.kind, 'columns' in outcome], ['failed', false]);
  });
});

describe('A word for what a column means', () => {
  const words: readonly (readonly [word: string, role: string])[] = [
    ['ref', 'ref'],
    ['owner', 'responsibility'],
    ['Due', 'target'],
    ['status', 'progress'],
    ['target', 'target'],
    ['responsibility', 'responsibility'],
    ['By whom', 'responsibility'],
    ['Target date', 'target'],
    ['element', 'ref'],
    ['Cyfrifoldeb', 'responsibility'],
    ['ownr', 'perhaps owner'],
    ['progres', 'perhaps progress'],
    ['price', 'none'],
    ['what', 'none'],
  ];
  for (const [word, expected] of words)
    it(`may be ${word}`, () => {
      const found = columnRole(word);
      const near = found.role === undefined ? found.near : undefined;
      equal(found.role ?? (near === undefined ? 'none' : `perhaps ${near}`), expected);
    });
});
