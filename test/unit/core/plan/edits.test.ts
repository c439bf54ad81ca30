/** Edits of plans: text in, text out, with LF and with CRLF. */
import { deepEqual, equal } from 'node:assert/strict';
import type { CellTexts } from '../../../../server/core/plan/edits';
import type { NewRow } from '../../../../server/core/plan/newRows';
import { alignTable, markComplete, setCells, sortRows } from '../../../../server/core/plan/edits';
import { addRows, newPlanText, rowFor } from '../../../../server/core/plan/newRows';
import { rowsToAdd } from '../../../../server/core/portfolio/rowsToAdd';
import type { ActionPlan } from '../../../../server/core/plan/model';
import { actionsOf } from '../../../../server/core/plan/model';
import { groupsIn } from '../../../../server/core/plan/order';
import { planText } from '../../../../server/core/plan/planText';
import { sheetOfPlan } from '../../../../server/core/plan/exchange/planSheet';
import { importPlan } from '../../../../server/exchange/planExchange';
import { differences, ofMarkdown } from '../../hostile/skeleton';
import { parseActionPlan } from '../../../../server/core/plan/parse';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import { indexOf } from '../../support/portfolioFiles';
import { small, standardOf } from '../../support/standards';

const read = (text: string): ActionPlan => parseActionPlan('file:///action-plan.md', text)!;

/** Checks an edit of a text whose lines end with LF, then of the same with CRLF. */
function checkEdit(edit: (plan: ActionPlan) => readonly Edit[], before: string, after: string): void {
  for (const lineEnd of ['\n', '\r\n']) {
    const [from, to] = [before, after].map((text) => text.replaceAll('\n', lineEnd));
    equal(applyEdits(from!, edit(read(from!))), to);
  }
}

const lines = (...texts: readonly string[]): string => [...texts, ''].join('\n');

describe('A cell that is set', () => {
  const set = (texts: CellTexts) => (plan: ActionPlan) => {
    const [table] = plan.tables;
    return setCells(plan, table!, actionsOf(plan)[0]!, texts);
  };
  const cases: readonly [what: string, texts: CellTexts, before: string, after: string][] = [
    [
      'a cell with a text',
      { progress: 'complete' },
      '| 1.1 | a |  open  | x |',
      '| 1.1 | a |  complete  | x |',
    ],
    ['an empty cell', { progress: 'complete' }, '| 1.1 | a |  | x |', '| 1.1 | a | complete | x |'],
    ['an empty cell of no width', { progress: 'complete' }, '| 1.1 | a || x |', '| 1.1 | a | complete | x |'],
    ['what would end the cell', { action: 'a|b\nc\\' }, '|1.1|a| open |', '|1.1| a\\|b<br>c\\ | open |'],
    ['two cells at once', { action: 'b', comments: 'y' }, '| 1.1 | a | open | x |', '| 1.1 | b | open | y |'],
    ['a row that is too short', { comments: 'y' }, '| 1.1 | a', '| 1.1 | a |  | y |'],
    ['a row without bars at its ends', { progress: '' }, '1.1 | a | open', '| 1.1 | a |  |  |'],
    ['a text that it has', { action: 'a' }, '| 1.1|a| open |', '| 1.1|a| open |'],
    ['a column that is not there', { responsibility: 'a' }, '| 1.1 | a | open |', '| 1.1 | a | open |'],
  ];
  for (const [what, texts, before, after] of cases)
    it(what, () => {
      const around = (row: string): string =>
        lines('# Plan', '', '| ID | Action | Status | Notes |', '|-|-|-|-|', row, '| 2.1 |x|', '', 'Text.');
      checkEdit(set(texts), around(before), around(after));
    });

  it('complete', () => {
    checkEdit(
      (plan) => markComplete(plan, actionsOf(plan)[0]!),
      lines('| ID | Status |', '|-|-|', '| 1.1 | 50 % |'),
      lines('| ID | Status |', '|-|-|', '| 1.1 | complete |'),
    );
  });
});

describe('Rows that are added', () => {
  const row = (id: string, texts: Partial<NewRow> = {}): NewRow => ({ id, action: `Do ${id}`, ...texts });
  const add =
    (...rows: readonly NewRow[]) =>
    (plan: ActionPlan) =>
      addRows(plan, small, rows);

  it('go below the headings of their groups, in the order of the standard', () => {
    checkEdit(
      add(row('2.1'), row('1.2', { comments: 'a|b' }), row('1.1')),
      lines('| ID | Action | Notes |', '|----|--------|-------|', '| 1 Welcome | | |', '| 1.1 | x | |', '| 2 Answers | | |', '', 'End.'),
      lines(
        '| ID | Action | Notes |',
        '|----|--------|-------|',
        '| 1 Welcome | | |',
        '| 1.1 | x | |',
        '| 1.1 | Do 1.1 |       |',
        '| 1.2 | Do 1.2 | a\\|b  |',
        '| 2 Answers | | |',
        '| 2.1 | Do 2.1 |       |',
        '',
        'End.',
      ),
    ); // prettier-ignore
  });
  it('bring the headings that are missing', () => {
    checkEdit(
      add(row('2.1'), row('1.1')),
      lines('| ID | Action |', '|-|-|', '| 1.2 | x |', '| A remark | |', '| 2 Answers | |'),
      lines(
        '| ID | Action |', '|-|-|', '| 1 Welcome |        |', '| 1.1 | Do 1.1 |', '| 1.2 | x |', '| A remark | |',
        '| 2 Answers | |', '| 2.1 | Do 2.1 |',
      ),
    ); // prettier-ignore
  });
  it('bring none where the table has none', () => {
    checkEdit(
      add(row('1.1'), row('7.7')),
      lines('> | Action | ID |', '> |-|-|', '> | x | 1.2 |'),
      lines('> | Action | ID |', '> |-|-|', '> | Do 1.1 | 1.1 |', '> | x | 1.2 |', '> | Do 7.7 | 7.7 |'),
    );
  });
  it('stay in their order where they are about one element, or about none that is known', () => {
    const text = lines('| ID | Action |', '|-|-|', '| 1.1 | x |');
    const two = (id: string): readonly NewRow[] => [row(id), row(id, { action: 'Then' })];
    checkEdit(add(...two('1.1')), text, `${text}| 1.1 | Do 1.1 |\n| 1.1 | Then   |\n`);
    checkEdit(add(...two('8.8'), row('7.7')), text, `${text}| 8.8 | Do 8.8 |\n| 8.8 | Then   |\n| 7.7 | Do 7.7 |\n`);
  }); // prettier-ignore
  it('fill a table without rows, also at the end of a file', () => {
    const before = '| ID | Action |\n|-|-|';
    equal(
      applyEdits(before, add(row('2.1'))(read(before))),
      '| ID | Action |\n|-|-|\n| 2 Answers |        |\n| 2.1 | Do 2.1 |',
    );
  });
  it('make a table where there is none', () => {
    const table = lines(
      '| Ref No.   | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments |',
      '| --------- | ----------------- | -------------- | ---------------------- | -------- | -------- |',
      '| 1 Welcome |                   |                |                        |          |          |',
      '| 1.2       | Do 1.2            |                |                        |          |          |',
    );
    equal(applyEdits('', add(row('1.2'))(read(''))), table);
    checkEdit(add(row('1.2')), '# Plan\n', `# Plan\n\n${table}`);
    checkEdit(add(row('1.2')), '# Plan\n\n', `# Plan\n\n${table}`);
    for (const before of ['# Plan'])
      equal(applyEdits(before, add(row('1.2'))(read(before))), `${before}\n\n${table}`);
    const text = newPlanText('Plan: ours', small, [row('1.2')]);
    equal(text, `---\ntype: action-plan\ntitle: "Plan: ours"\n---\n\n# Action plan\n\n${table}`);
    equal(parseActionPlan('file:///x.md', text)?.title, 'Plan: ours');
  });
});

describe('An ID of a standard of one’s own', () => {
  const cases: readonly [id: string, cell: string][] = [
    ['A_1.2', 'A_1.2'],
    ['R&D:1', 'R&D:1'],
    ['1|2', '1\\|2'],
    ['1\\|2', '1\\\\\\\\\\|2'],
    ['1\\', '1\\\\'],
    ['<img/src=x1>', '\\<img/src=x1\\>'],
    ['<!--1', '\\<!--1'],
    ['[1](x)', '\\[1\\](x)'],
    ['![1](x)', '!\\[1\\](x)'],
    ['**1**', '\\*\\*1\\*\\*'],
    ['_1_', '\\_1\\_'],
    ['~~1~~', '\\~\\~1\\~\\~'],
    ['`1`', '\\`1\\`'],
    ['&lt;1', '\\&lt;1'],
    ['https://a.example/1', 'https\\://a.example/1'],
    ['www.a.example/1', 'www\\.a.example/1'],
    ['mailto:1@a.example', 'mailto\\:1\\@a.example'],
    ['$(zap)1', '\\$(zap)1'],
  ];
  const parts = (cell: string): ReadonlySet<string> => ofMarkdown(`| ${cell} | Do it. |\n| - | - |\n`);
  for (const [id, cell] of cases)
    it(`is a text in its cell, and read as it is: ${id}`, () => {
      const before = '| ID | Action |\n|-|-|\n';
      const text = applyEdits(before, addRows(read(before), small, [{ id, action: 'Do it.' }]));
      equal(text, `${before}| ${cell} | Do it. |\n`);
      deepEqual(differences(parts('1'), parts(cell)), []);
      const row = actionsOf(read(text))[0]!;
      equal(row.id, id);
      equal(text.slice(row.idSpan.start, row.idSpan.end), cell);
    });

  it('is on one line', () => {
    const before = '| ID | Action |\n|-|-|\n';
    equal(
      applyEdits(before, addRows(read(before), small, [{ id: '1\r\n2\n\n# x', action: 'a' }])),
      `${before}| 1 2 # x | a      |\n`,
    );
  });

  it('is known in the heading of its group, too', () => {
    const own = standardOf(
      's',
      'title: S\nchildren:\n  - { id: "<b>1", title: "*A*", children: [{ id: "<i>1.1", title: B }] }\n',
    );
    const text = newPlanText('T', own, [rowFor(own.nodes.get('<i>1.1')!)]);
    const plan = read(text);
    deepEqual(plan.tables[0]!.rows.map(({ cells }) => cells[0]!.text), ['\\<b\\>1 \\*A\\*', '\\<i\\>1.1']); // prettier-ignore
    deepEqual(groupsIn(own, plan.tables[0]!.rows[0]!).map(({ id }) => id), ['<b>1']); // prettier-ignore
  });
});

describe('The name of a column in an export as Markdown', () => {
  const cases: readonly [written: string, exported: string][] = [
    ['Budget (£)', 'Budget (£)'],
    ['R&D_cost', 'R&D_cost'],
    ['a\\|b', 'a\\|b'],
    ['**Own**', 'Own'],
    ['Own \\*', 'Own \\*'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['<script>x</script>', '\\<script\\>x\\</script\\>'],
    ['\\<b\\>', '\\<b\\>'],
    ['![x](b/y.png)', 'x (b/y.png)'],
    ['[x](command:y)', 'x (command:y)'],
    ['https://a.example', 'https\\://a.example'],
  ];
  for (const [written, exported] of cases)
    it(`is a text: ${written}`, () => {
      const plan = read(`| ID | Action | ${written} |\n|-|-|-|\n| 1.1 | Do it. | y |\n`);
      const text = planText(sheetOfPlan(small, plan), '');
      const header = (one: string): string =>
        one
          .split('\n')
          .find((line) => line.startsWith('| ID'))!
          .trim();
      equal(header(text).replace(/ +/g, ' '), `| ID | Action | ${exported} |`);
      deepEqual(differences(ofMarkdown('| x |\n| - |\n'), ofMarkdown(`| ${exported} |\n| - |\n`)), []);
      // An export of the export is the same, and both are the same column to an import.
      equal(planText(sheetOfPlan(small, read(text)), ''), text);
      const merge = importPlan(small, plan, 'a.md', new TextEncoder().encode(text));
      equal(merge.kind === 'done' ? merge.result.text : merge.message, plan.text);
    });
});

it('Rows that the portfolio asks for', () => {
  const index = indexOf({
    'portfolio.yaml': 'standard: small\nassessment: { "2.1": { self: poor } }\n',
    'a.md': '---\nelements: ["1.2", "2.1"]\n---\n\nText.\n',
  });
  const [portfolio] = index.portfolios();
  deepEqual(rowsToAdd(portfolio!), [
    { id: '1.1', action: 'People are greeted', progress: 'not started' },
    { id: '2.1', action: 'Questions are answered', progress: 'not started' },
  ]);
  const planned = indexOf({
    'portfolio.yaml': 'standard: small\nassessment: { "1.2": { applicable: false, reason: None } }\n',
    'action-plan.md': '| ID | Status |\n|-|-|\n| 1.1 | |\n| 2.1 | done |\n',
  });
  deepEqual(
    rowsToAdd(planned.portfolios()[0]!).map(({ id }) => id),
    ['2.1'],
  );
  // 15 June 2026 is today there.
  for (const [day, ids] of [
    ['2027-01-01', ['1.1']],
    ['2026-12-30', []],
    ['2026-06-14', []],
  ] as const) {
    const expiring = indexOf({
      'portfolio.yaml': `standard: small\nassessment-date: ${day}\n`,
      'a.md': '---\nelements: ["1.1", "1.2"]\nreview-by: 2026-12-31\n---\n\nText.\n',
      'b.md': '---\nelements: ["1.2", "2.1"]\n---\n\nText.\n',
    });
    deepEqual(rowsToAdd(expiring.portfolios()[0]!).map(({ id }) => id), ids); // prettier-ignore
  }
});

describe('A table', () => {
  const before = lines(
    'Text.',
    '',
    '| ID | Action |Status|',
    '|:--|-|:-:|',
    '| First | |',
    '| 2.1 | b\\|c | open |',
    '| 2 Answers | | |',
    '| 1.2 | x | | more |',
    '| A remark on it |',
    '| 1.1 | `y` | |',
    '| 1.2 | second | |',
    '',
    '| a | b |',
    '|-|-|',
  );
  it('is sorted', () => {
    checkEdit(
      (plan) => sortRows(plan, plan.tables[0]!, small),
      before,
      lines(
        'Text.',
        '',
        '| ID | Action |Status|',
        '|:--|-|:-:|',
        '| First | |',
        '| 1.1 | `y` | |',
        '| 1.2 | x | | more |',
        '| A remark on it |',
        '| 1.2 | second | |',
        '| 2 Answers | | |',
        '| 2.1 | b\\|c | open |',
        '',
        '| a | b |',
        '|-|-|',
      ),
    );
  });
  it('is aligned', () => {
    const align = (plan: ActionPlan): readonly Edit[] => alignTable(plan, plan.tables[0]!);
    const after = lines(
      'Text.',
      '',
      '| ID             | Action | Status |',
      '| :------------- | ------ | :----: |',
      '| First          |        |        |',
      '| 2.1            | b\\|c   |  open  |',
      '| 2 Answers      |        |        |',
      '| 1.2            | x      |        | more |',
      '| A remark on it |        |        |',
      '| 1.1            | `y`    |        |',
      '| 1.2            | second |        |',
      '',
      '| a | b |',
      '|-|-|',
    );
    checkEdit(align, before, after);
    checkEdit(align, after, after);
  });
  it('in a quotation is aligned too', () => {
    checkEdit(
      (plan) => alignTable(plan, plan.tables[0]!),
      lines('> | ID | Action |', '> |-|-|', '> | 1.1 | longer text |'),
      lines('> | ID  | Action      |', '> | --- | ----------- |', '> | 1.1 | longer text |'),
    );
  });
});
