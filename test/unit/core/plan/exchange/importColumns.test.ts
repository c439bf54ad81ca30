/** Which column of a file from outside is taken for what, and what becomes of what its cells say. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { imported, planOf, planText, refuses, rowsOf } from '../../../exchange/support';
import { inLanguage } from '../../../../../server/core/standard/inLanguage';
import { standardOf } from '../../../support/standards';
import type { PlanMerge } from '../../../../../server/core/plan/exchange/mergePlan';

const table = (...lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n');
/** `ref=CSE Ref action=What …`, of the first table. */
const takenOf = ({ taken }: PlanMerge): string =>
  (taken[0]?.columns ?? []).map(({ role, name }) => `${role}=${name}`).join('; ');
const again = (merge: PlanMerge, name: string, text: string): void =>
  equal(imported(merge.text, name, text).text, merge.text, 'a second time, nothing changes');

const bilingual = inLanguage(standardOf('welcome', `title: Welcome
language: en
levels: [Promise, Point]
translations: { cy: { title: Croeso, nodes: { "1": { title: Croeso }, "1.1": { text: Cyfarchir pobl wrth y drws } } } }
children:
  - { id: "1", title: Welcome, children: [{ id: "1.1", text: People are greeted }, { id: "1.2", text: The opening hours are known }] }
`), 'en'); // prettier-ignore

interface Case {
  readonly header: string;
  readonly rows: readonly string[];
  readonly taken: string;
  /** The first row of the plan, by meaning. */
  readonly first?: readonly string[];
}

const cases: readonly Case[] = [
  { header: 'ID | Element | Action | Owner', rows: ['1 | 1.1.1 | Ask the readers | A', '2 | 1.1.2 | Count the readers | B', '3 | 3.2.4 | Check | C'], taken: 'ref=Element; action=Action; responsibility=Owner' },
  { header: 'Ref | Element | Action | Due', rows: ['AP1 | 1.1.1 | Ask the readers | 2027-03-31', 'AP2 | 1.1.2 | Count | '], taken: 'ref=Element; action=Action; target=Due' },
  { header: 'Ref | Element | Action | Due', rows: ['1.1.1 | We have an in-depth understanding | Ask | 2027-03-31', '1.1.2 | x | Count | '], taken: 'ref=Ref; action=Action; target=Due' },
  { header: 'ID | Criteria | Action | Target', rows: ['1.1.1 | We have an understanding of readers | Ask the readers | March 2027'], taken: 'ref=ID; action=Action; target=Target' },
  { header: 'No. | Criteria | Action | Lead', rows: ['1 | 1.1.1 | Ask the readers | A', '2 | 1.1.2 | Count | B'], taken: 'ref=Criteria; action=Action; responsibility=Lead' },
  { header: '# | CSE Ref | Agreed action | Responsible Officer(s) | Timescale | RAG | % complete', rows: ['1 | 1.1.1 | Ask the readers | A, B | March 2027 | Green | 50', '2 | 1.1.2 | Count | C | Q2 2027 | Red | 0'], taken: 'ref=CSE Ref; action=Agreed action; responsibility=Responsible Officer(s); target=Timescale; progress=% complete', first: ['1.1.1', 'Ask the readers', 'A, B', 'March 2027', '50%'] },
  { header: 'CSE | What | Who | When | RAG', rows: ['1.1.1 | Ask the readers | A | March 2027 | Green', '1.1.2 | Count | B | | Amber'], taken: 'ref=CSE; action=What; responsibility=Who; target=When; progress=RAG' },
  { header: 'Standard | Improvement | By whom | By when | Update', rows: ['1.1.1 | Ask the readers | A | 31/03/2027 | The first replies are in'], taken: 'ref=Standard; action=Improvement; responsibility=By whom; target=By when; comments=Update' },
  { header: 'Element no | Task | Lead officer (Libraries) | Target date for completion | Progress update', rows: ['1.1.1 | Ask the readers | A | 31/03/2027 | in progress', '1.1.2 | Count | B | 30/04/2027 | complete'], taken: 'ref=Element no; action=Task; responsibility=Lead officer (Libraries); target=Target date for completion; progress=Progress update' },
  { header: 'Ref | Action | Owner | Progress | Status', rows: ['1.1.1 | Ask | A | The survey was drafted in May | On track', '1.1.2 | Count | B | Nobody has counted yet, see minutes | Done'], taken: 'ref=Ref; action=Action; responsibility=Owner; progress=Status' },
  { header: 'Ref | Action | Target | Deadline', rows: ['1.1.1 | Ask | 95% of replies in time | 31/03/2027', '1.1.2 | Count | All branches | 30/04/2027'], taken: 'ref=Ref; action=Action; target=Deadline' },
  { header: 'Ref | Action | Start date | End date', rows: ['1.1.1 | Ask | 01/01/2027 | 31/03/2027'], taken: 'ref=Ref; action=Action; target=End date', first: ['1.1.1', 'Ask', '?', '31/03/2027'] },
  { header: 'Ref | Action | Date raised | Outcome | Lead', rows: ['1.1.1 | Ask | 01/01/2027 | Readers are heard more often | A'], taken: 'ref=Ref; action=Action; responsibility=Lead' },
  { header: 'Requirement | Success measure | What we will do | Owner / Lead | Due by', rows: ['1.1.1 | 95% of readers are content with it | Ask the readers | A | 31/03/2027'], taken: 'ref=Requirement; action=What we will do; responsibility=Owner / Lead; target=Due by' },
  { header: 'Ref | Action required | Action by | Completed (Y/N) | Notes', rows: ['1.1.1 | Ask | A | Y | a', '1.1.2 | Count | B | N | '], taken: 'ref=Ref; action=Action required; responsibility=Action by; progress=Completed (Y/N); comments=Notes' },
  { header: 'Action | Owner | Due', rows: ['1.1.1 Ask the readers what they need | A | 31/03/2027', '1.1.2 Count the readers at the door | B | '], taken: 'ref=Action; responsibility=Owner; target=Due', first: ['1.1.1', 'Ask the readers what they need', 'A', '31/03/2027'] },
]; // prettier-ignore

const planCells = (text: string): readonly (readonly (string | undefined)[])[] =>
  planOf(text).tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.kind === 'action'
        ? [
            [
              row.id,
              row.action?.text,
              row.responsibility?.text,
              row.target?.text,
              row.progress?.text,
              row.comments?.text,
            ],
          ]
        : [],
    ),
  );

describe('The columns of a file from outside', () => {
  for (const { header, rows, taken, first } of cases)
    it(header, () => {
      const text = table(header, ...rows);
      for (const [name, content] of [
        ['a.txt', text],
        [
          'a.csv',
          `\uFEFF${text
            .replaceAll(/[^\t\n]*[,;"][^\t\n]*/g, (cell) => `"${cell}"`)
            .replaceAll('\t', ';')
            .replaceAll('\n', '\r\n')}`,
        ],
        [
          'a.md',
          `| ${text
            .split('\n')
            .join(' |\n| ')
            .replaceAll('\t', ' | ')
            .replace('\n', `\n|${'-|'.repeat(header.split(' | ').length)}\n`)} |\n`,
        ],
      ] as const) {
        const merge = imported(undefined, name, content);
        equal(takenOf(merge), taken, name);
        equal(merge.added.length, rows.length, name);
        // What a new plan calls its columns is read as it was meant.
        const cells = planCells(merge.text);
        equal(cells.length, rows.length, merge.text);
        for (const [at, cell] of (first ?? []).entries()) if (cell !== '?') equal(cells[0]?.[at], cell);
        again(merge, name, content);
        // Nothing that stood in the file is gone.
        for (const cell of rows.flatMap((row) => row.split(' | ')).filter((one) => /\p{L}{2}/u.test(one)))
          ok(merge.text.includes(cell.replace(/^\d\.\d\.\d /, '')), `${cell} in ${merge.text}`);
      }
    });

  it('are those of a plan, which lacks some of them, a second time too', () => {
    const here = '| Ref | Action |\n| - | - |\n| 1.1.1 | Ask the readers |\n';
    const text = table(
      'Ref | CSE element | Action | Criteria | Owner',
      'AP1 | 1.1.1 | Ask the readers | Insight | A',
    );
    const merge = imported(here, 'a.txt', text);
    deepEqual(rowsOf(merge.text), [['1.1.1', 'Ask the readers', 'AP1', 'Insight', 'A']]);
    deepEqual(planCells(merge.text)[0]?.slice(0, 3), ['1.1.1', 'Ask the readers', 'A']);
    again(merge, 'a.txt', text);
  });

  it('of actions of the writer’s own are not held against the standard’s words', () => {
    const merge = imported(undefined, 'a.txt', table('CSE | What | Who', '1.1.1 | Ask the readers | A'));
    match(merge.text, /^\| Ref No\. +\| Action +\| Who +\|$/m);
    deepEqual(merge.wording, []);
  });

  it('are found without a header where a table begins with an action', () => {
    const text = table(
      '1.1.1 | Ask the readers what they need | 31/03/2027 | done',
      '1.1.2 | Count the readers at the door | |',
    );
    const merge = imported(undefined, 'a.txt', text);
    equal(takenOf(merge), 'ref=column A; action=column B; target=column C; progress=column D');
    deepEqual(planCells(merge.text)[0]?.filter(Boolean), [
      '1.1.1',
      'Ask the readers what they need',
      '31/03/2027',
      'done',
    ]);
    again(merge, 'a.txt', text);
  });
});

describe('A header', () => {
  const headers: readonly (readonly [what: string, lines: readonly string[], taken: string, actions: number])[] = [
    ['of two rows, the lower one with parts', ['Ref | Action | Owner | Target date | ', ' | | | Start | End', '1.1.1 | Ask | A | 01/01/2027 | 31/03/2027'], 'ref=Ref; action=Action; responsibility=Owner; target=Target date End', 1],
    ['of two rows, the lower one longer', ['Ref | Action | Owner | Target date', ' | | | Start | End', '1.1.1 | Ask | A | 01/01/2027 | 31/03/2027'], 'ref=Ref; action=Action; responsibility=Owner; target=Target date End', 1],
    ['of two rows, words over both', ['CSE | Agreed | Responsible | ', 'ref | action | officer | RAG', '1.1.1 | Ask | A | On track'], 'ref=CSE ref; action=Agreed action; responsibility=Responsible officer; progress=RAG', 1],
    ['below a title and an empty line', ['Action plan 2027', '', 'Ref | Action', '1.1.1 | Ask'], 'ref=Ref; action=Action', 1],
    ['said again on every page', ['Ref | Action', '1.1.1 | Ask', 'Ref | Action', '1.1.2 | Count'], 'ref=Ref; action=Action', 2],
    ['alone, above another one with rows', ['Ref | Action | Owner', '', 'Ref | Action | Lead', '1.1.1 | Ask | A'], 'ref=Ref; action=Action; responsibility=Owner', 1],
    ['alone, below a table', ['Ref | Action | Owner', '1.1.1 | Ask | A', '', 'Ref | Action | Lead'], 'ref=Ref; action=Action; responsibility=Owner', 1],
    ['of a second table with other columns', ['Ref | Action | Owner', '1.1.1 | Ask | A', '', 'Delivery', 'Action | Lead | CSE Ref', 'Deliver in time | B | 4.2.2'], 'ref=Ref; action=Action; responsibility=Owner', 2],
  ]; // prettier-ignore
  for (const [what, lines, taken, actions] of headers)
    it(what, () => {
      const text = table(...lines);
      const merge = imported(undefined, 'a.txt', text);
      equal(takenOf(merge), taken);
      equal(merge.added.length, actions);
      deepEqual(merge.problems, []);
      again(merge, 'a.txt', text);
    });

  it('of a second table takes its own columns', () => {
    const text = table(
      'Ref | Action | Owner',
      '1.1.1 | Ask | A',
      '',
      'Action | Lead | CSE Ref',
      'Deliver in time | B | 4.2.2',
    );
    deepEqual(
      planCells(imported(undefined, 'a.txt', text).text).map((cells) => cells.slice(0, 3)),
      [['1.1.1', 'Ask', 'A'], ['4.2.2', 'Deliver in time', 'B']],
    ); // prettier-ignore
  });

  const above: readonly (readonly [
    what: string,
    lines: readonly string[],
    title: string,
    told: readonly string[],
  ])[] = [
    ['nothing', [], 'Action plan', []],
    ['a text', ['Our plan'], 'Our plan', []],
    ['a text in merged cells', ['Our plan | Our plan'], 'Our plan', []],
    ['a text twice', ['Our plan', '', 'Our plan'], 'Our plan', []],
    ['a text and another one', ['Our plan', 'Agreed in May'], 'Our plan', ['line 2: Agreed in May']],
    ['several texts, and one', ['Draft | 3', '| Our plan'], 'Our plan', ['line 1: Draft | 3']],
  ];
  for (const [what, lines, title, told] of above)
    it(`has ${what} above it`, () => {
      const merge = imported(undefined, 'a.txt', table(...lines, 'Ref | Action', '1.1.1 | Ask'));
      match(merge.text, new RegExp(`^title: ${title}$`, 'm'));
      deepEqual(merge.problems.map(({ where, text }) => `${where}: ${text}`), told);
      for (const { reason, isLeftOut } of merge.problems)
        deepEqual([reason, isLeftOut], ['It stands above the header of the table.', true]);
    }); // prettier-ignore
  it('has above it, in each table of a file, what is told but for the first', () => {
    const rows = (title: string, id: string): string =>
      `<table><tr><td>${title}</tr><tr><th>Ref<th>Action</tr><tr><td>${id}<td>Ask</tr></table>`;
    const merge = imported(undefined, 'a.html', `<title>Page</title>${rows('North', '1.1.1')}${rows('South', '1.1.2')}`);
    match(merge.text, /^title: North$/m);
    deepEqual(merge.problems.map(({ where, text }) => `${where}: ${text}`), ['table 2, row 1: South']);
  }); // prettier-ignore

  for (const total of ['Total', 'Totals:', 'Grand total: 12', 'Sub-total', 'Subtotal', 'sub total 12', 'Total number of actions: 12', 'Total actions', 'Total rows', '**Total**', ' | Total'])
    it(`is not above a total, which is left out: ${total}`, () => {
      const { notes, text } = imported(undefined, 'a.txt', table('Ref | Action | Owner', '1.1.1 | Ask | A', `${total} | 3 |`));
      deepEqual([notes, rowsOf(text).length], [['Line 3 was left out: it is a total.'], 1]);
    }); // prettier-ignore
  for (const words of ['Totally new', 'Total quality management', 'Totals of all', 'In total'])
    it(`is above what is no total: ${words}`, () => {
      const { notes, text } = imported(undefined, 'a.txt', table('Ref | Action | Owner', '1.1.1 | Ask | A', `${words} | |`));
      deepEqual([notes, rowsOf(text)[1]], [[], [words]]);
    }); // prettier-ignore
  for (const header of ['Owner', 'Due', 'Status', 'Action'])
    it(`of references and ${header} is that of a plan`, () =>
      equal(imported(undefined, 'a.txt', table(`Ref | ${header}`, '1.1.1 | x')).added.length, 1));
  for (const header of ['Notes', 'Cost'])
    it(`of references and ${header} is that of no plan`, () =>
      refuses('a.txt', table(`Ref | ${header}`, '1.1.1 | x'), `The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read. The columns of the file: “Ref”, “${header}”.`)); // prettier-ignore

  it('is no row with an ID, and a total is no action', () => {
    const text = table('Ref | Action | Status', '1.1.1 | Action | Status', 'Total | 1 | 50%');
    const merge = imported(undefined, 'a.txt', text);
    deepEqual(rowsOf(merge.text), [['1.1.1', 'Action', 'Status']]);
    match(merge.notes.join(), /^Line 3 was left out: it is a total\.$/);
  });
});

describe('The name of a column of the writer’s own is a text that acts as nothing', () => {
  const text = table('Ref | Action | <img src=x> | *Moods* [x](y) | R&D', '1.1.1 | Ask | yes | no | all');
  const start = '---\ntype: action-plan\n---\n\n# Plan\n';
  const plans: readonly (readonly [string, string | undefined])[] = [
    ['in a new plan', undefined],
    ['in a plan without a table', start],
    ['beside the columns of a plan', `${start}\n| Ref | Action | *Own* |\n| --- | --- | --- |\n| 1.1.1 | Ask | a |\n`],
  ]; // prettier-ignore
  for (const [what, plan] of plans)
    it(what, () => {
      const merge = imported(plan, 'a.txt', text);
      const names = planOf(merge.text).tables[0]?.columns.map(({ name }) => name) ?? [];
      deepEqual(names.slice(0, -3), ['Ref', 'Action', ...(plan?.includes('Own') === true ? ['*Own*'] : [])]);
      deepEqual(names.slice(-3), ['\\<img src=x\\>', 'Moods x (y)', 'R&D']);
      again(merge, 'a.txt', text);
    });
});

describe('A reference', () => {
  const references: readonly (readonly [ref: string, action: string, rows: readonly string[], looks?: number])[] = [
    ['CSE 1.1.2', 'Ask', ['1.1.2|Ask']],
    ['Element 1.1.2', 'Ask', ['1.1.2|Ask']],
    ['Customer Service Excellence 1.1.2', 'Ask', ['1.1.2|Ask']],
    ['1.1.2.', 'Ask', ['1.1.2.|Ask']],
    ['(1.1.2)', 'Ask', ['1.1.2|Ask']],
    ['**1.1.2**', 'Ask', ['**1.1.2**|Ask']],
    ['1.2.1, 1.2.2', 'Ask', ['1.2.1|Ask', '1.2.2|Ask']],
    ['1.2.1/1.2.2', 'Ask', ['1.2.1|Ask', '1.2.2|Ask']],
    ['1.2.1 & 1.2.2', 'Ask', ['1.2.1|Ask', '1.2.2|Ask']],
    ['1.2.1 and 1.2.2', 'Ask', ['1.2.1|Ask', '1.2.2|Ask']],
    ['1.2.1; 1.2.2; 2.1.1', 'Ask', ['1.2.1|Ask', '1.2.2|Ask', '2.1.1|Ask']],
    ['1.1.1 – 1.1.3', 'Ask', ['1.1.1|Ask', '1.1.2|Ask', '1.1.3|Ask']],
    ['1.1.1 to 1.1.3', 'Ask', ['1.1.1|Ask', '1.1.2|Ask', '1.1.3|Ask']],
    ['1.2.1 (a), 1.2.2 (b)', 'Ask', ['1.2.1|Ask|Ref: 1.2.1 (a), 1.2.2 (b)', '1.2.2|Ask|Ref: 1.2.1 (a), 1.2.2 (b)']],
    ['1.3.1 (a)', 'Ask', ['1.3.1|Ask|Ref: 1.3.1 (a)']],
    ['3.1.2 Where there is a charge for services, we tell our customers how much they will have to pay.', 'Print a list', ['3.1.2|Print a list']],
    ['3.1.2 Where there is a charge for services', 'Print a list', ['3.1.2|Print a list']],
    ['3.1.2 Where there is a charge for services, we tell our customers how much they will have to pay.', '', ['3.1.2|Where there is a charge for services, we tell our customers how much they will have to pay.']],
    ['3.1.2 Where there is a charge…', 'Print a list', ['3.1.2|Print a list']],
    ['1.2.1, 3.1.2 Where there is a charge for services', 'Ask', ['1.2.1|Ask', '3.1.2|Ask']],
    ['1.2.1, 1.2.1', 'Ask', ['1.2.1|Ask']],
    ['3.1.2 Prices at the counter', 'Print a list', ['3.1.2|Print a list|Ref: 3.1.2 Prices at the counter']],
    ['1.1.2 Look', '', ['1.1.2|Look']],
    ['1.1.2 ok', '', ['1.1.2||Ref: 1.1.2 ok']],
    ['1.2.1, 1.2.9', 'Ask', ['1.2.1|Ask', '1.2.9|Ask'], 1],
    ['1.1', 'Ask', ['1.1|Ask'], 1],
    ['9.9.9', 'Ask', ['9.9.9|Ask'], 1],
    ['1.1 Customer Identification', 'Ask', ['1.1 Customer Identification|Ask'], 1],
    ['See the minutes about 1.1.1', 'Ask', ['See the minutes about 1.1.1|Ask'], 1],
  ]; // prettier-ignore
  for (const [ref, action, rows, looks = 0] of references)
    it(`“${ref}”`, () => {
      const text = `Ref\tAction\n2.2.2\tBe polite to everybody\n${ref}\t${action}\n`;
      const merge = imported(undefined, 'a.txt', text);
      deepEqual(
        rowsOf(merge.text)
          .map((cells) => cells.join('|'))
          .filter((row) => !row.startsWith('2.2.2'))
          .sort(),
        [...rows].sort(),
      );
      equal(merge.problems.length, looks, JSON.stringify(merge.problems));
      const several = `Line 3 is about ${rows.length} elements (${rows.map((row) => row.split('|')[0]).join(', ')}): a row for each.`;
      deepEqual(merge.notes, rows.length > 1 ? [several] : []);
      again(merge, 'a.txt', text);
    }); // prettier-ignore
});

describe('A row about no element', () => {
  const noReference = 'It has no reference, so nobody can tell which element it is about. It stands in the plan as it came.';
  const otherReference = 'Its reference is not one element’s ID. It stands in the plan as it came.';
  const group = '1.1 is a sub-criterion: an action is about an element. It stands in the plan as it came.';
  const rows: readonly (readonly [row: string, told: readonly string[]])[] = [
    [' | Ask', [`Ask: ${noReference}`]],
    [' | | Ann', [`Ann: ${noReference}`]],
    [' | | | 31/03/2027', [`31/03/2027: ${noReference}`]],
    [' | | | | done', [`done: ${noReference}`]],
    ['See the minutes | Ask | | | | today', [`See the minutes | Ask | today: ${otherReference}`]],
    [' | | | | | Only a note', []],
    [' | TBC', []],
    ['See the minutes', []],
    ['Theme one | Theme one | Theme one', []],
    ['1.1 | Customer Identification | Ann', [`1.1 | Customer Identification | Ann: ${group}`]],
    ['1.1 | Customers and readers', [`1.1 | Customers and readers: ${group}`]],
    ['1.1 Customer Identification | | Ann  Ben', [`1.1 Customer Identification | Ann Ben: ${otherReference}`]],
  ];
  for (const [row, told] of rows)
    it(`stays as it came: ${row}`, () => {
      const text = table('Ref | Action | Owner | Due | Status | Notes', '1.1.1 | Ask', row);
      const merge = imported(undefined, 'a.txt', text);
      deepEqual(rowsOf(merge.text), [['1.1.1', 'Ask'], row.split('|').map((cell) => cell.trim())]);
      deepEqual(merge.problems.map(({ text: said, reason }) => `${said}: ${reason}`), told);
      again(merge, 'a.txt', text);
    });
}); // prettier-ignore

it('What stands beside a reference comes to a plan whose rows are shorter in the file', () => {
  const here = planText('Ref|Action|Owner|Notes', '1.1.1|Ask|Ann|');
  const { text } = imported(here, 'a.csv', 'Ref,Action,Owner,Notes\n1.3.1 (a)\n1.1.1,Ask\n');
  deepEqual(rowsOf(text), [
    ['1.1.1', 'Ask', 'Ann'],
    ['1.3.1', '', '', 'Ref: 1.3.1 (a)'],
  ]);
});

it('What stands beside a reference goes behind the comments that there are', () => {
  const { text } = imported(undefined, 'a.txt', table('Ref | Action | Notes', '1.3.1 (a) | Ask | Mine', '1.1.1 | Tell | '));
  deepEqual(rowsOf(text), [['1.3.1', 'Ask', 'Mine\nRef: 1.3.1 (a)'], ['1.1.1', 'Tell']]);
}); // prettier-ignore

describe('Values that are written otherwise elsewhere', () => {
  const columns: readonly (readonly [header: string, cells: readonly string[], expected: readonly string[], looks: number])[] = [
    ['Due', ['3/31/2027', '3/4/2027', '12/1/27'], ['2027-03-31', '2027-03-04', '2027-12-01'], 0],
    ['Due', ['31/3/2027', '3/4/2027'], ['31/3/2027', '3/4/2027'], 0],
    ['Due', ['31/3/2027', '3/31/2027', '3/4/2027'], ['31/3/2027', '2027-03-31', '3/4/2027 (day or month first?)'], 1],
    ['Due', ['46477', '46507.25'], ['2027-03-31', '2027-04-30'], 0],
    ['Due', ['2027-03-31 00:00:00', '2027-03-31T00:00:00Z', '31/03/2027 00:00'], ['2027-03-31', '2027-03-31', '2027-03-31'], 0],
    ['Due', ['31.03.2027', '31-Mar-27', 'Mar 2027', '31st March 2027'], ['31.03.2027', '31-Mar-27', 'Mar 2027', '31st March 2027'], 0],
    ['Due', ['end of March', 'Spring 2027', '2026/27', 'asap'], ['end of March', 'Spring 2027', '2026/27', 'asap'], 4],
    ['Due', ['TBC', '-', ''], ['TBC', '-', ''], 1],
    ['% complete', ['0.5', '1', '0'], ['50%', '100%', '0%'], 0],
    ['% complete', ['50', '100', '1'], ['50%', '100%', '1%'], 0],
    ['% complete', ['50%', '100 %'], ['50%', '100 %'], 0],
    ['% complete', ['120', '60', '33.333', 'n/a'], ['120', '60%', '33.33%', 'n/a'], 1],
    ['% complete', ['0', '0'], ['0%', '0%'], 0],
    ['% complete', ['0,5', '1'], ['50%', '100%'], 0],
    ['Percent complete', ['33,3', '50'], ['33.3%', '50%'], 0],
    ['Per cent complete', ['100.0', '100.5', '1000'], ['100%', '100.5', '1000'], 2],
    ['Complete', ['50', '100', '0'], ['50%', '100%', '0%'], 0],
    ['Complete', ['1', '0'], ['1', '0'], 2],
    ['Complete?', ['N', 'no'], ['N', 'no'], 2],
    ['Complete?', ['Y', 'yes', '✓', 'N'], ['complete', 'complete', 'complete', 'N'], 1],
    ['RAG', ['Green', 'Amber', 'Amber', 'Green – on track'], ['Green', 'Amber', 'Amber', 'Green – on track'], 2],
    ['Status', ['Not started', 'Closed', 'On track', 'Complete'], ['Not started', 'Closed', 'On track', 'Complete'], 0],
  ]; // prettier-ignore
  for (const [header, cells, expected, looks] of columns)
    it(`${header}: ${cells.join(', ')}`, () => {
      const text = table(
        `Ref | Action | ${header}`,
        ...cells.map((cell, at) => `1.1.1 | Action ${at} about it | ${cell}`),
      );
      const merge = imported(undefined, 'a.txt', text);
      deepEqual(
        planCells(merge.text).map((row) => row[header === 'Due' ? 3 : 4]),
        expected,
      );
      equal(merge.problems.length, looks, JSON.stringify(merge.problems));
      again(merge, 'a.txt', text);
    });
});

it('What is said of percentages has one that was read', () => {
  const notes = (...cells: readonly string[]): readonly string[] =>
    imported(undefined, 'a.txt', table('Ref | Action | % complete', ...cells.map((cell, at) => `1.1.1 | Action ${at} about it | ${cell}`))).notes; // prettier-ignore
  deepEqual(notes('120', '60'), ['In the column “% complete” numbers are percentages: “60” is 60%.']);
  deepEqual(notes('120', 'half', '60%'), []);
});

describe('A column that asks whether an action is done', () => {
  const cellOf = (header: string, cell: string): readonly [string | undefined, readonly string[]] => {
    const text = table(`Ref | Action | ${header}`, `1.1.1 | Ask the readers | ${cell}`, '1.1.2 | Count the readers | N');
    const merge = imported(undefined, 'a.txt', text);
    again(merge, 'a.txt', text);
    return [planCells(merge.text)[0]?.[4], merge.notes];
  }; // prettier-ignore
  for (const header of ['Complete', 'Completed', 'Done', 'Finished', 'Achieved', 'Is it complete?', 'Complete Y/N', 'Completed (Y/N)', 'Done y/n', 'Complete (yes/no)', 'Completed Yes/No', 'Done yes/no'])
    it(`is called ${header}`, () =>
      deepEqual(cellOf(header, 'Y'), ['complete', [`In the column “${header}”, “Y” is complete.`]])); // prettier-ignore
  for (const header of ['Progress', 'Status'])
    it(`is not called ${header}`, () => deepEqual(cellOf(header, 'Y'), ['Y', []]));
  for (const mark of ['y', 'YES', 'true', 'x', '✓', '✔', '✔\uFE0F', '✅', '☑', '☒', '[x]'])
    it(`says so by ${mark}`, () => equal(cellOf('Done?', mark)[0], 'complete'));
  for (const words of ['yes, mostly', 'xx', 'n', 'no', '1'])
    it(`does not by ${words}`, () => deepEqual(cellOf('Done?', words), [words, []]));
});

describe('A date in a file', () => {
  const dateOf = (cell: string): string => {
    const text = table('Ref | Action | Due', `1.1.1 | Ask | ${cell}`, '1.1.2 | Count | 2027-01-01');
    const merge = imported(undefined, 'a.txt', text);
    again(merge, 'a.txt', text);
    return [planCells(merge.text)[0]?.[3], ...merge.notes, ...merge.problems.map(({ reason }) => reason)].join(' | ');
  }; // prettier-ignore
  const serial = (cell: string, date: string): string =>
    `${date} | In the column “Due” there are numbers of days as spreadsheets keep them: “${cell}” is ${date}.`;
  const unread = (cell: string): string => `${cell} | “${cell}” under “Due” is no date that can be read.`;
  const cells: readonly (readonly [cell: string, expected: string])[] = [
    ['2027-03-31T10:30', '2027-03-31'],
    ['2027-03-31 10:30:15.250', '2027-03-31'],
    ['2027-03-31T10:30:00+01:00', '2027-03-31'],
    ['2027-03-31T10:30+0100', '2027-03-31'],
    ['2027-03-31T10:30:00Z', '2027-03-31'],
    ['31/03/2027 9:30 am', '2027-03-31'],
    ['31‑03‑2027', '31‑03‑2027'],
    ['2027-03-31T1', unread('2027-03-31T1')],
    ['about 2027-03-31 10:30', unread('about 2027-03-31 10:30')],
    ['2027-03-31 10:30 at the desk', unread('2027-03-31 10:30 at the desk')],
    ['36525', unread('36525')],
    ['36526', serial('36526', '2000-01-01')],
    ['73050', serial('73050', '2099-12-31')],
    ['73051', unread('73051')],
    ['3/31/2027', '2027-03-31 | In the column “Due” the month stands before the day: “3/31/2027” can only be 2027-03-31. All of its dates were read so.'],
    ['TBC', 'TBC | “TBC” under “Due” names nothing.'],
    ['n/a', 'n/a'],
  ]; // prettier-ignore
  for (const [cell, expected] of cells) it(cell, () => equal(dateOf(cell), expected));
  it('may be of either order in one column', () => {
    const { notes } = imported(undefined, 'a.txt', table('Ref | Action | Due', '1.1.1 | Ask | 31/3/2027', '1.1.2 | Count | 3/31/2027'));
    deepEqual(notes, ['In the column “Due” some dates have the day first and some the month, such as “3/31/2027”. Where it can be either, it was left open.']);
  }); // prettier-ignore
});

describe('A heading of the standard', () => {
  for (const [cell, expected] of [
    ['1.1: Customer Identification', '1.1 Customer Identification'],
    ['1.1. Customer Identification', '1.1 Customer Identification'],
    ['1.1 – Customer Identification', '1.1 Customer Identification'],
    ['1.1 — CUSTOMER IDENTIFICATION', '1.1 Customer Identification'],
    ['1.1 Customer', '1.1 Customer Identification'],
    ['1.1:', '1.1 Customer Identification'],
    ['3.4 Cooperative working with other providers, partners & communities', '3.4 Co-operative Working with Other Providers, Partners and Communities'],
    ['1.1 Identification of customers', '1.1 Identification of customers'],
    ['1.1 Customer Identification (carried over)', '1.1 Customer Identification (carried over)'],
  ] as const)
    it(`is “${cell}”`, () => {
      const text = table('Ref | Action | Owner', `${cell} | |`, '1.1.1 | Ask | A');
      const merge = imported(undefined, 'a.txt', text);
      deepEqual(rowsOf(merge.text), [[expected], ['1.1.1', 'Ask', 'A']]);
      deepEqual(merge.problems, []);
      again(merge, 'a.txt', text);
    }); // prettier-ignore

  const rows = (cells: readonly (readonly string[])[]): string =>
    `<table><tr><th>Ref<th>Action</tr>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}</tr>`).join('')}</table>`;
  const pages: readonly (readonly [what: string, page: string, expected: readonly string[]])[] = [
    ['between the tables of a page is a row above theirs', `<h1>Plan</h1><h2>1 Customer Insight</h2><h3>1.1 Customer Identification</h3>${rows([['1.1.1', 'Ask']])}<p>Then</p><h3>1.2 Engagement &amp; Consultation</h3>${rows([['1.2.1', 'Meet']])}`, ['1 Customer Insight', '1.1 Customer Identification', '1.1.1 Ask', '1.2 Engagement and Consultation', '1.2.1 Meet']],
    ['above the header of a table is a row above the others', `<table><tr><td>1 Customer Insight</tr><tr><td>1.1 Customer Identification</tr><tr><th>Ref<th>Action</tr><tr><td>1.1.1<td>Ask</tr></table><table><tr><td>2 The Culture of the Organisation</tr><tr><th>Ref<th>Action</tr><tr><td>2.1.1<td>Lead</tr></table>`, ['1 Customer Insight', '1.1 Customer Identification', '1.1.1 Ask', '2 The Culture of the Organisation', '2.1.1 Lead']],
    ['above the header of a table that has it itself is none', `<table><tr><td>1.1 Customer Identification</tr><tr><th>Ref<th>Action</tr><tr><td>1.1 Customer Identification</tr><tr><td>1.1.1<td>Ask</tr></table>`, ['1.1 Customer Identification', '1.1.1 Ask']],
    ['above a table that has it itself is none', `<h3>1.1 Customer Identification</h3>${rows([['1.1 Customer Identification', ''], ['1.1.1', 'Ask']])}`, ['1.1 Customer Identification', '1.1.1 Ask']],
    ['has its title in the cell beside the ID', rows([['1', 'Customer Insight'], ['1.1', 'CUSTOMER IDENTIFICATION'], ['1.1.1', 'Ask'], ['1.2', ''], ['1.2.1', 'Meet']]), ['1 Customer Insight', '1.1 Customer Identification', '1.1.1 Ask', '1.2 Engagement and Consultation', '1.2.1 Meet']],
    ['with its title beside it leaves the rows below it in their order', rows([['1.1', 'Customer Identification'], ['1.1.2', 'Count'], ['1.1.1', 'Ask']]), ['1.1 Customer Identification', '1.1.2 Count', '1.1.1 Ask']],
    ['alone in its row leaves the rows below it in their order', rows([['1.1 Customer Identification', ''], ['1.1.2', 'Count'], ['1.1.1', 'Ask']]), ['1.1 Customer Identification', '1.1.2 Count', '1.1.1 Ask']],
    ['side by side with another has the rows that are its own, until the next heading', rows([['1.1 Customer Identification', '1.2 Engagement and Consultation'], ['1.2.1', 'Meet'], ['1.1.2', 'Count'], ['1.1.1', 'Ask'], ['1.3', 'Customer Satisfaction'], ['1.3.3', 'Try'], ['1.3.1', 'Win']]), ['1.1 Customer Identification', '1.1.1 Ask', '1.1.2 Count', '1.2 Engagement and Consultation', '1.2.1 Meet', '1.3 Customer Satisfaction', '1.3.3 Try', '1.3.1 Win']],
    ['is none where a table goes on without a header, with an empty row', `${rows([['1.1.1', 'Ask']])}<table><tr><td><td></tr><tr><td>1.1.2<td>Count</tr></table>`, ['1.1.1 Ask', '1.1.2 Count']],
  ]; // prettier-ignore
  for (const [what, page, expected] of pages)
    it(what, () => {
      const merge = imported(undefined, 'a.html', page);
      deepEqual(
        rowsOf(merge.text).map((cells) => cells.join(' ')),
        expected,
      );
      deepEqual(merge.problems, []);
      again(merge, 'a.html', page);
    });
});

describe('The heading of a group', () => {
  for (const cells of ['1.1 Customer Identification', '1.1 | Customer Identification'])
    it(`stands in the column of references, wherever that is: ${cells}`, () => {
      const text = table('Owner | Ref | Action', ` | ${cells}`, 'Ann | 1.1.1 | Ask');
      deepEqual(rowsOf(imported(undefined, 'a.txt', text).text), [['', '1.1 Customer Identification'], ['Ann', '1.1.1', 'Ask']]);
    }); // prettier-ignore
  it('above a table that is no plan makes none', () =>
    refuses('a.html', '<h2>1.1 Customer Identification</h2><table><tr><th>Name<th>Telephone</tr><tr><td>Reader<td>1234</tr></table>', 'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read. The columns of the file: “Name”, “Telephone”.')); // prettier-ignore
  it('is known in each language of the standard', () => {
    const text = table('Cyf | Gweithred', '1: Croeso', '1.1 Cyfarchir pobl | Dweud helo', '1.2 The opening hours | Put up a sign');
    const merge = imported(undefined, 'a.txt', text, bilingual);
    deepEqual(rowsOf(merge.text), [['1 Welcome'], ['1.1', 'Dweud helo'], ['1.2', 'Put up a sign']]);
    deepEqual(merge.problems, []);
  }); // prettier-ignore
});

describe('Columns without a name', () => {
  it('are those of all tables that begin with their first action', () => {
    const page = '<table><tr><td>1.1.1<td>Ask the readers what they need<td>£5</tr></table><table><tr><td>1.1.2<td>Count the readers at the door<td>£6<td>later</tr></table>';
    const merge = imported(undefined, 'a.html', page);
    deepEqual(rowsOf(merge.text), [['1.1.1', 'Ask the readers what they need', '£5'], ['1.1.2', 'Count the readers at the door', '£6', 'later']]);
    again(merge, 'a.html', page);
  }); // prettier-ignore
  it('are none where two tables have a column of the writer’s own with one name', () => {
    const text = table('Ref | Cost | Action | Team', '1.1.1 | £5 | Ask | North', '', 'Ref | Action | Team | Cost', '1.1.2 | Tell | South | £6');
    const merge = imported(undefined, 'a.txt', text);
    deepEqual(rowsOf(merge.text), [['1.1.1', '£5', 'Ask', 'North'], ['1.1.2', '£6', 'Tell', 'South']]);
    again(merge, 'a.txt', text);
  }); // prettier-ignore
  it('stand between others and behind them', () => {
    const text = table('Ref | | Action', '1.1.1 | x | Ask | extra', '1.1.2 | | Tell | | later');
    const merge = imported(undefined, 'a.txt', text);
    match(merge.text, /^\| Ref +\| +\| Action +\| +\| +\|$/m);
    deepEqual(rowsOf(merge.text), [['1.1.1', 'x', 'Ask', 'extra'], ['1.1.2', '', 'Tell', '', 'later']]);
    again(merge, 'a.txt', text);
  }); // prettier-ignore
});

describe('Another table of a page', () => {
  const tableOf = (...rows: readonly string[]): string =>
    `<table>${rows.map((row) => `<tr>${row.split('|').map((cell) => `<td>${cell}`).join('')}</tr>`).join('')}</table>`;
  const first = tableOf('Ref|Action|Owner', '1.1.1|Ask|Ann');
  const noHeader = 'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read.';
  const cases: readonly (readonly [what: string, other: string, rows: readonly string[], told?: readonly string[]])[] = [
    ['goes on with IDs and a remark', tableOf('1.1.2|Tell|Ben', 'See below'), ['1.1.2|Tell|Ben', 'See below']],
    ['goes on with a remark first, and fewer columns', tableOf('See below', '1.1.2|Tell'), ['See below', '1.1.2|Tell']],
    ['does not go on where it is wider', tableOf('|Note', '1.1.2|Tell|Ben|£5'), [], [`table 2, row 1: Note: ${noHeader}`]],
    ['does not go on without an ID in its first column', tableOf('Tell|1.1.2'), [], [`table 2, row 1: Tell | 1.1.2: ${noHeader}`]],
    ['is none where it has one column of texts', tableOf('Agreed in May', 'By all'), []],
    ['is none where it has one column of texts and an empty one', tableOf('Agreed in May|'), []],
    ['with the columns in another order', tableOf('Owner|Ref|Action', 'Ben|1.1.2|Tell'), ['1.1.2|Tell|Ben']],
    ['with a column twice', tableOf('Ref|Action|Action', '1.1.2|Tell|Mine'), ['1.1.2|Tell||Mine']],
    ['with cells beyond its header', tableOf('Ref|Action', '1.1.2|Tell|more||last'), ['1.1.2|Tell||more||last']],
    ['with nothing beyond its header', tableOf('Ref|Action', '1.1.2|Tell|||'), ['1.1.2|Tell']],
    ['has a row that is hidden', `${tableOf('Ref|Action', '1.1.2|Tell').slice(0, -8)}<tr hidden><td>1.1.3<td>Hide</tr></table>`, ['1.1.2|Tell'], ['table 2: : A row of the page is hidden, and not read. If they count, show them, save the page, and import it again.']],
  ];
  for (const [what, other, rows, told = []] of cases)
    it(what, () => {
      const page = first + other;
      const merge = imported(undefined, 'a.html', page);
      deepEqual(rowsOf(merge.text).map((cells) => cells.join('|')), ['1.1.1|Ask|Ann', ...rows]);
      deepEqual(merge.problems.map(({ where, text, reason }) => `${where}: ${text}: ${reason}`), told);
      again(merge, 'a.html', page);
    });
}); // prettier-ignore

it('A plan without rows is told so', () => {
  for (const rows of [[], ['Total | 3 |']])
    refuses('a.txt', table('Ref | Action | Owner', ...rows), 'The action plan in the file has no rows below its header. The columns of the file: “Ref”, “Action”, “Owner”.'); // prettier-ignore
});

it('A file without a column for references is told so, and nothing is read', () => {
  refuses(
    'a.csv',
    'Name,Telephone\nReader,1234\n',
    'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read. The columns of the file: “Name”, “Telephone”.',
  );
});
