/** Completion in the cells of a plan. */
import { deepEqual, equal } from 'node:assert/strict';
import type { Setting } from '../../support/completing';
import type { TextEdit } from 'vscode-languageserver-types';
import { edited } from '../../support/cursor';
import { checkChosen, checkCompletion, complete, cse, labels } from '../../support/completing';

const top = '| Ref No. | Criteria / Action | Responsibility | Target | Progress |\n|-|-|-|-|-|\n';
const plan: Setting = { path: 'action-plan.md', today: '2026-11-21' };
const table = (...rows: readonly string[]): string => `${top}${rows.join('\n')}\n`;
const small: Setting = { ...plan, files: { 'portfolio.yaml': 'standard: small\n' } };

describe('Completion in a plan', () => {
  it('offers elements by the digits of an ID and by words, those with an action last', () => {
    checkCompletion(table('| 3.2.$0 |'), ['3.2.1', '3.2.2', '3.2.3', '3.2.4'], plan);
    checkCompletion(table('| 3.2.1 | x |', '| 3.2.$0 |'), ['3.2.2', '3.2.3', '3.2.4', '3.2.1'], plan);
    checkCompletion(table('| accurate compl$0 |'), ['3.2.4'], plan);
    equal(complete(table('| $0 |'), plan).items.length, 57);
    equal(complete(table('|$0'), plan).items.length, 57);
    equal(complete(table('| 3.2.1 | x |', '| 3.2.$0 |'), plan).items.at(-1)?.detail, 'in the plan');
  });
  for (const [before, label, after] of [
    ['| 3.2$0 | x | |', '3.2.4', '| 3.2.4 | x | |'],
    ['| 3.2$0.1 | x | |', '3.2.4', '| 3.2.4 | x | |'],
    ['|$0|', '3.2.4', '| 3.2.4 |'],
    ['| accurate compl$0', '3.2.4', '| 3.2.4'],
    ['| 1.1 | x | y | | $0 |', 'in progress', '| 1.1 | x | y | | in progress |'],
    ['| 1.1 | x | y |  |$0|', 'on hold', '| 1.1 | x | y |  | on hold |'],
    ['| 1.1 | x | y | z | comp$0', 'complete', '| 1.1 | x | y | z | complete'],
    ['| 1.1 | x | y | $0 |', '2026-11-30', '| 1.1 | x | y | 2026-11-30 |'],
    ['> | 1.1 | x | y | ong$0 |', 'ongoing', '> | 1.1 | x | y | ongoing |'],
  ] as const) {
    const quoted = (row: string): string =>
      row.startsWith('>') ? table(row).replace(/^(?!>)(?=.)/gm, '> ') : table(row);
    it(JSON.stringify(before), () => checkChosen(quoted(before), label, quoted(after), plan));
    it(`${JSON.stringify(before)}, with CRLF`, () =>
      checkChosen(
        quoted(before).replaceAll('\n', '\r\n'),
        label,
        quoted(after).replaceAll('\n', '\r\n'),
        plan,
      ));
  }

  it('offers the responsibilities that there are, the most used first', () => {
    const files = {
      ...cse,
      'a.md': '---\nelements: [3.2.4]\nowner: Web Officer\n---\n',
      'b.md': '---\nelements: [3.2.4]\nowner: Manager\n---\n',
    };
    const source = table(
      '| 1.1.1 | x | A \\| B |',
      '| 1.1.2 | x | Web Officer |',
      '| 1.1.3 | x | A \\| B |',
      '| 1.1.3 | x | $0 |',
    );
    checkCompletion(source, ['A | B', 'Web Officer', 'Manager'], { ...plan, files });
    const { items } = complete(source, { ...plan, files });
    deepEqual(
      items.map(({ documentation }) => documentation),
      ['2 actions', '1 action, 1 evidence file', '1 evidence file'],
    );
    checkChosen(source, 'A | B', source.replace('$0', 'A \\| B'), { ...plan, files });
  });
  it('offers dates, the assessment among them', () => {
    const files = { 'portfolio.yaml': 'assessment-date: 2027-05-12\n' };
    const { items } = complete(table('| 1.1.1 | x | y | $0 |'), { ...plan, files });
    deepEqual(labels(items), [
      '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-05-31', '2027-11-30', '2027-05-12', '2026-11-21',
      'ongoing',
    ]); // prettier-ignore
  });
  it('brings the standard’s wording with an ID, where nothing is said yet', () => {
    const chosen = (row: string): string => {
      const { text, items } = complete(table(row), small);
      const item = items.find(({ label }) => label === '1.2')!;
      return edited(text, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
    };
    const wording = 'The opening hours are known';
    equal(chosen('| $0 |  | | | |'), table(`| 1.2 | ${wording} | | | |`));
    equal(chosen('| 1.$0 || | | |'), table(`| 1.2 | ${wording} | | | |`));
    equal(chosen('| 1.$0 | Ask | | | |'), table('| 1.2 | Ask | | | |'));
    equal(chosen('| 1.$0 |'), table('| 1.2 |'));
    equal(chosen('|$0'), table('| 1.2'));
  });
  it('offers the standard’s wording', () => {
    checkChosen(table('| 1.1 | $0 |'), 'People are greeted', table('| 1.1 | People are greeted |'), small);
    checkCompletion(table('| 1.7 | $0 |'), [], small);
  });
  for (const source of [
    '| Ref$0 | Action |\n|-|-|\n| 1.1 | x |\n',
    '| Ref | Action |\n|-$0|-|\n| 1.1 | x |\n',
    '| Ref | Notes | Action |\n|-|-|-|\n| 1.1 | $0 | x |\n',
    'Text $0\n',
    '---\n$0\n---\n',
    '$0',
    '| Name | Date |\n|-|-|\n| $0 | |\n',
    table('| 1.1 | x | y | z | complete | more | $0 |'),
  ])
    it(`nothing at ${JSON.stringify(source)}`, () => checkCompletion(source, [], plan));
});
