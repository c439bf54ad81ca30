/** The action plan as a view is told of it, and what is done to it from there. */
import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../../../../server/core/text/edit';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { cellWords } from '../../../../server/features/plan/cellWords';
import { addActionTo, completeAction } from '../../../../server/features/plan/edits';
import type { PlanTreeAction } from '../../../../server/features/views/planTree';
import { planTree } from '../../../../server/features/views/planTree';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const header = '| Ref | Criteria / Action | Lead | Due | Status | Notes |\n|---|---|---|---|---|---|\n';

const portfolioOf = (files: Files): Portfolio =>
  indexOf({ 'portfolio.yaml': '', ...files }).portfolioAt(at('portfolio.yaml'))!;

const planWith = (...rows: readonly string[]): string => header + rows.map((row) => `${row}\n`).join('');

function actionOf(row: string, others: Files = {}): PlanTreeAction {
  const { actions } = planTree(portfolioOf({ 'action-plan.md': planWith(row), ...others }));
  return actions[0]!;
}

describe('The action plan for a view', () => {
  it('has a row for each action with its place, its element and what the row says', () => {
    const text = planWith(
      '| 1 Customer Insight |',
      '| 1.1.1 | Ask the **youth council** | Youth Lead | 20 June 2026 | 50 % | see [notes](a.md) |',
      '| 1.1.1 | again | | | |',
      '| 9.9 | odd | - | soon | waiting | |',
    );
    const tree = planTree(portfolioOf({ 'action-plan.md': text }));
    const document = TextDocument.create('', 'markdown', 0, text);
    deepEqual(
      tree.actions.map((row) => [
        row.element,
        row.order,
        row.action,
        row.responsibility,
        row.dueWords,
        row.progressWords,
        row.comments,
        row.stateWords,
        row.criterion?.title,
        document.getText(row.range),
        row.unfilled && document.offsetAt(row.unfilled.start),
      ]),
      [
        ['1.1.1', 0, 'Ask the youth council', 'Youth Lead', 'due in 5 days', 'in progress, 50 %', 'see notes', 'missing', 'Customer Insight', '1.1.1', null],
        ['1.1.1', 1, 'again', '', 'no date', 'not started', '', 'missing', 'Customer Insight', '1.1.1', text.indexOf('again | ') + 8],
        ['9.9', 0, 'odd', '', 'date not understood: soon', 'waiting', '', 'not in the standard', undefined, '9.9', null],
      ],
    ); // prettier-ignore
    deepEqual(tree.plans, [{ uri: at('action-plan.md'), title: 'action-plan.md' }]);
  });

  for (const [target, progress, words, overdue] of [
    ['2026-06-14', '', '1 day overdue', true],
    ['2026-06-14', 'complete', '', false],
    ['2026-06-15', '', 'due today', false],
    ['August 2026', '', 'due August 2026', false],
    ['2026-08-31', '', 'due by 31 August 2026', false],
    ['June 2026', '', 'due in 15 days', false],
    ['ongoing', '', 'ongoing', false],
    ['', '', 'no date', false],
  ] as const)
    it(`says of “${target}” and “${progress}” that it is “${words}”`, () => {
      const row = actionOf(`| 1.1.1 | x | Me | ${target} | ${progress} | |`);
      deepEqual([row.dueWords, row.overdue], [words, overdue]);
    });

  it('leaves out what the standard says already', () => {
    const { nodes } = portfolioOf({}).standard;
    const { text } = nodes.get('1.1.1')!;
    equal(actionOf(`| 1.1.1 | ${text} | Me | | | |`).action, '');
    equal(actionOf(`| 1.1.1 | ${text} Soon. | Me | | | |`).action, `${text} Soon.`);
  });

  it('is empty where there is no plan, and says how many actions are called for', () => {
    const tree = planTree(portfolioOf({ 'a.md': '---\nelements: [1.1.1]\n---\n' }));
    deepEqual([tree.plans, tree.actions, tree.wanting], [[], [], 56]);
  });

  for (const [cell, words] of [
    ['a \\* b \\_c\\_', 'a * b _c_'],
    ['[a](b.md "t") and ![c](d)', 'a and c'],
    ['**a** `b` ~~c~~ *d* 2*3*4', 'a b c d 2*3*4'],
    ['one\ntwo', 'one two'],
    ['x'.repeat(500), `${'x'.repeat(399)}…`],
  ] as const)
    it(`reads the cell ${JSON.stringify(cell.slice(0, 40))} as plain text`, () => {
      equal(cellWords({ text: cell, span: { start: 0, end: 0 } }), words);
    });
});

/** The plan's text after an outcome, or why there is none. */
function after(outcome: ReturnType<typeof addActionTo>): string {
  if (outcome.kind === 'refused') return outcome.message;
  const [edit] = outcome.edits;
  if (edit?.kind === 'edit') return applyEdits(edit.text, edit.edits);
  return edit?.kind === 'create' ? `new ${edit.uri}: ${edit.text}` : 'nothing';
}

describe('From a view', () => {
  const rows = planWith('| 1.1.1 | x | Me | 2026 | | |', '| 1.1.1 | y | Me | 2026 | | |');

  it('an action is marked complete, and no other', () => {
    equal(
      after(completeAction(portfolioOf({ 'action-plan.md': rows }), at('action-plan.md'), '1.1.1', 1)),
      planWith('| 1.1.1 | x | Me | 2026 | | |', '| 1.1.1 | y | Me | 2026 | complete | |'),
    );
  });

  for (const [what, text, order, words] of [
    ['has gone', rows, 2, 'The action for 1.1.1 is no longer in the plan.'],
    ['is complete', planWith('| 1.1.1 | x | | | done |'), 0, 'The action for 1.1.1 is complete already.'],
    [
      'has no place for it',
      '| Ref | Action |\n|-|-|\n| 1.1.1 | x |\n',
      0,
      'The table has no column for the progress. Add one called “Progress”.',
    ],
  ] as const)
    it(`an action that ${what} stays as it is`, () => {
      equal(
        after(completeAction(portfolioOf({ 'action-plan.md': text }), at('action-plan.md'), '1.1.1', order)),
        words,
      );
    });

  it('an action is added to the plan, to a new one, or not at all', () => {
    const added = after(addActionTo(portfolioOf({ 'action-plan.md': header }), '1.1.1'));
    equal(added.includes('| 1.1.1 | We have an in-depth understanding'), true, added);
    const made = after(addActionTo(portfolioOf({}), '1.1.1'));
    equal(made.startsWith(`new ${at('action-plan.md')}: ---\ntype: action-plan\n`), true, made);
    equal(after(addActionTo(portfolioOf({}), '1.1')).includes('1.1'), true);
    const several = portfolioOf({ 'a/action-plan.md': header, 'b/action-plan.md': header });
    equal(after(addActionTo(several, '1.1.1')).startsWith('There are 2 action plans:'), true);
  });
});
