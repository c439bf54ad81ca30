/** Action plans as they are read: which files are plans, which tables, what their columns, rows and cells are. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { ActionPlan, PlanRow } from '../../../../server/core/plan/model';
import { actionsOf, isOpen } from '../../../../server/core/plan/model';
import { parseActionPlan } from '../../../../server/core/plan/parse';

const uri = 'file:///action-plan.md';
const header =
  '| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments |\n' +
  '| --- | --- | --- | --- | --- | --- |\n';

function read(text: string): ActionPlan {
  const plan = parseActionPlan(uri, text);
  ok(plan, text);
  return plan;
}

const rowText = (row: PlanRow): string =>
  `${row.kind === 'action' ? row.id : 'heading'}: ${row.cells.map(({ text }) => text.replaceAll('\n', '⏎')).join(' · ')}`;
const rowsOf = (text: string): readonly string[] =>
  read(text).tables.flatMap(({ rows }) => rows.map(rowText));

describe('Which files are action plans', () => {
  const cases: readonly [name: string, text: string, expected: boolean][] = [
    ['action-plan.md', '', true],
    ['Action-Plan.md', 'Nothing yet.', true],
    ['action-plan.md', '---\nelements: [1.3.3]\n---\n', true],
    ['plan.md', '---\ntype: action-plan\n---\n', true],
    ['plan.md', '\uFEFF---\r\ntitle: x\r\ntype: "action-plan" # ours\r\n---\r\n', true],
    ['plan.md', '---\ntype: action-plan-template\n---\n', false],
    ['plan.md', '---\nabout: action-plan\n---\n', false],
    ['plan.md', '---\ntype: note\n---\n\ntype: action-plan\n', false],
    ['plan.md', header, false],
    ['my-action-plan.md', header, false],
  ];
  for (const [name, text, expected] of cases)
    it(`${name} ${JSON.stringify(text.slice(0, 40))}: ${String(expected)}`, () => {
      equal(parseActionPlan(`file:///p/${name}`, text) !== undefined, expected);
    });
});

describe('The rows of an action plan', () => {
  const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
    ['nothing at all', '', []],
    ['a plan without rows', header, []],
    [
      'headings and actions',
      `${header}| 1 Customer Insight | | | | | |\n| 1.3.3 | We include | Manager | 2027-03-31 | complete | Done |\n`,
      [
        'heading: 1 Customer Insight ·  ·  ·  ·  · ',
        '1.3.3: We include · Manager · 2027-03-31 · complete · Done',
      ],
    ],
    [
      'several actions about one element',
      `${header}| 1.3.3 | One | | | | |\n| 1.3.3 | Two | | | | |\n`,
      ['1.3.3: One ·  ·  ·  · ', '1.3.3: Two ·  ·  ·  · '],
    ],
    [
      'rows shorter and longer than the header',
      `${header}| 1.3.3 | One |\n| 1.3.4 | a | b | c | d | e | f |\n`,
      ['1.3.3: One ·  ·  ·  · ', '1.3.4: a · b · c · d · e · f'],
    ],
    ['no bars at the ends of the lines', 'Action | ID\n-|-\nOne | 1.3.3\n', ['1.3.3: One · 1.3.3']],
    [
      'links, bold and code around the ID',
      '| ID | Action |\n|-|-|\n| [1.3.3](a.md) | a |\n| **1.3.4** | b |\n| `2.1.1` | c |\n| 2.1.2. | d |\n',
      ['1.3.3: [1.3.3](a.md) · a', '1.3.4: **1.3.4** · b', '2.1.1: `2.1.1` · c', '2.1.2: 2.1.2. · d'],
    ],
    [
      'IDs of other standards, known or not',
      '| ID | Action |\n|-|-|\n| GV.OC-01 | a |\n| AC-2(1) | b |\n| 9.9.9 | c |\n| Note | d |\n| | e |\n',
      [
        'GV.OC-01: GV.OC-01 · a',
        'AC-2(1): AC-2(1) · b',
        '9.9.9: 9.9.9 · c',
        'heading: Note · d',
        'heading:  · e',
      ],
    ],
    [
      'bars, backslashes and line ends in cells',
      '| ID | Action |\n|-|-|\n| 1.3.3 | a \\| b `c \\| d` |\n| 1.3.3 | \\\\\\| <br> next<BR/>line |\n| 1.3.3 | C:\\ |\n',
      ['1.3.3: a | b `c | d`', '1.3.3: \\| ⏎ next⏎line', '1.3.3: C:\\'].map((row) =>
        row.replace(': ', ': 1.3.3 · '),
      ),
    ],
    [
      'a byte order mark and CRLF',
      `\uFEFF| ID | Action |\r\n|-|-|\r\n| 1.3.3 | a |\r\n`,
      ['1.3.3: 1.3.3 · a'],
    ],
    ['a table in a quotation', '> | ID | Action |\n> |-|-|\n> | 1.3.3 | a |\n', ['1.3.3: 1.3.3 · a']],
    ['a table in a code block', '```\n| ID | Action |\n|-|-|\n| 1.3.3 | a |\n```\n', []],
    [
      'a table of another kind',
      '| ID | Score |\n|-|-|\n| 1.3.3 | 5 |\n\n| Who | When |\n|-|-|\n| A | B |\n',
      [],
    ],
    [
      'several tables, one of them of another kind',
      '| ID | Due |\n|-|-|\n| 1.3.3 | 2027 |\n\n| a | b |\n|-|-|\n| 1.3.4 | x |\n\nText\n\n| Action | Ref |\n|-|-|\n| x | 1.3.4 |\n',
      ['1.3.3: 1.3.3 · 2027', '1.3.4: x · 1.3.4'],
    ],
  ];
  for (const [what, text, expected] of cases)
    it(what, () => {
      deepEqual(
        rowsOf(text),
        expected.map((row) =>
          text.startsWith(header) && !row.startsWith('heading') ? row.replace(/^(\S+): /, '$1: $1 · ') : row,
        ),
      );
    });

  it('spans are those of the trimmed cells, also after a byte order mark', () => {
    const text = '\uFEFF# Plan\r\n\r\n|  ID |Action   |\r\n| :-: |-|\r\n|1.3.3| a \\| b |\r\n| 1.3.4 |\r\n';
    const table = read(text).tables[0]!;
    const source = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    deepEqual(
      table.columns.map(({ span }) => source(span)),
      ['ID', 'Action'],
    );
    deepEqual(
      table.rows.map((row) => row.cells.map(({ span }) => source(span))),
      [
        ['1.3.3', 'a \\| b'],
        ['1.3.4', ''],
      ],
    );
    equal(source(table.header), '|  ID |Action   |');
    equal(source(table.span), text.slice(text.indexOf('|'), -2));
    deepEqual(table.rows[1]?.cells[1]?.span, { start: text.length - 2, end: text.length - 2 });
  });
});

describe('The columns of an action plan', () => {
  const cases: readonly [header: string, roles: string][] = [
    [
      'Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments',
      'ref action responsibility target progress comments',
    ],
    [
      'ref no | CRITERIA/ACTION | **Owner** | _Due_ | Status | Notes',
      'ref action responsibility target progress comments',
    ],
    [
      'Reference | Criteria | Lead | Deadline | Progress | Remarks',
      'ref action responsibility target progress comments',
    ],
    ['Notes | Lead | Element | Cost | Action', 'comments responsibility ref - action'],
    ['ID | Criteria | Action | Target', 'ref - action target'],
    ['ID | Element | Action | Timescale', '- ref action target'],
    ['Ref | Element | Agreed action | When', 'ref - action target'],
  ];
  for (const [names, roles] of cases)
    it(names, () => {
      const count = names.split('|').length;
      const table = read(`| ${names} |\n|${'-|'.repeat(count)}\n`).tables[0];
      equal(table?.columns.map(({ role }) => role ?? '-').join(' '), roles);
    });

  const incomplete: readonly [header: string, missing: string][] = [
    ['Ref | Owner | Due', 'action'],
    ['Ref | Score', ''],
    ['Ref | Notes', ''],
    ['Action | Owner', ''],
    ['Action | Owner | Due', 'ref'],
    ['Ref | Action', ''],
  ];
  for (const [names, missing] of incomplete)
    it(`${names} lacks ${missing || 'nothing'}`, () => {
      const count = names.split('|').length;
      const plan = read(`| ${names} |\n|${'-|'.repeat(count)}\n`);
      equal(plan.incomplete.map((table) => table.missing.join(' ')).join(), missing);
    });
});

it('The title of a plan is that of its front matter, else its first heading', () => {
  equal(read('---\ntitle: Ours\n---\n# Plan').title, 'Ours');
  equal(read('#\n\n# Plan').title, 'Plan');
  equal(read('Nothing').title, undefined);
});

it('Links in cells are links of the plan', () => {
  const text = `${header}| [1.3.3](evidence/a.md) | see [b](b%20c.md "B") | | | | <https://example.org/> |\n`;
  deepEqual(
    read(text)
      .body()
      .links.map(({ destination, span }) => [destination, text.slice(span.start, span.end)]),
    [
      ['evidence/a.md', 'evidence/a.md'],
      ['b%20c.md', 'b%20c.md'],
      ['https://example.org/', '<https://example.org/>'],
    ],
  );
});

it('Actions of all tables, open until complete', () => {
  const table = '| ID | Progress |\n|-|-|\n| 1.3.3 | done |\n| 1.3.4 | |\n';
  deepEqual(
    actionsOf(read(`${table}\n${table}`)).map((action) => [action.id, isOpen(action)]),
    [['1.3.3', false], ['1.3.4', true], ['1.3.3', false], ['1.3.4', true]],
  ); // prettier-ignore
});

describe('A plan that nobody writes is read in no time', () => {
  const cases: readonly [what: string, text: string, rows: number][] = [
    ['rows without end', `${header}${'|a\n'.repeat(300_000)}`, 9_998],
    ['bars without end', `${header}${'|'.repeat(400_000)}`, 0],
    ['backslashes', `${header}| ${'\\'.repeat(50_000)} |\n`, 1],
    ['stars', `${header}| a${'*'.repeat(100_000)}b | ${'*'.repeat(100_000)} b|\n`, 1],
    ['columns', `| ID | Action |${'a|'.repeat(100)}\n|${'-|'.repeat(102)}\n${'|a\n'.repeat(1000)}`, 0],
    ['a date', `${header}| 1.1 | | | ${'by '.repeat(50_000)} |\n`, 1],
  ];
  for (const [what, text, rows] of cases)
    it(what, () => {
      equal(read(text).tables.flatMap((table) => table.rows).length, rows);
    }).timeout(20_000);
});
