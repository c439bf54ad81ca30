/** Where an import meets a plan that has no table yet, a row that is too short, or cells that cannot be read. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { imported, planText, rowsOf } from '../../../exchange/support';

const csv = (...rows: readonly string[]): string => ['Ref,Action,Owner,Due,Status,Notes', ...rows].join('\n');
const header = 'Ref No.|Criteria / Action|Responsibility|Target Completion Date|Progress|Comments';

describe('A plan without a table', () => {
  for (const end of ['\n', '\r\n'])
    it(`keeps its text and gets one behind it: ${JSON.stringify(end)}`, () => {
      const here = ['---', 'type: action-plan', '---', '', '# Ours', '', 'Words.', '', ''].join(end);
      const { text, added } = imported(here, 'a.csv', csv('1.1.1,Ask,Ann,,,', '1 Customer Insight,,,,,'));
      ok(text.startsWith(here.trimEnd() + end + end + '|'), text);
      ok(!text.replaceAll(end, '').includes('\n'));
      deepEqual(rowsOf(text), [['1.1.1', 'Ask', 'Ann'], ['1 Customer Insight']]);
      deepEqual(
        added.map(({ id, text: said, where }) => [id, said, where]),
        [['1.1.1', 'Ask', 'line 2']],
      );
    });

  it('that is empty becomes one with a title', () => {
    const { text } = imported('', 'a.csv', csv('1.1.1,Ask,Ann,,,'));
    ok(text.startsWith('---\ntype: action-plan\ntitle: Action plan\n---\n\n# Action plan\n\n|'), text);
    deepEqual(rowsOf(text), [['1.1.1', 'Ask', 'Ann']]);
  });

  it('tells of cells that cannot be read', () => {
    const { problems } = imported(
      undefined,
      'a.csv',
      csv('1.1.1,Ask,#REF!,soon-ish,#N/A,see above', '1.1.2,Tell,#REF!,,,'),
    );
    deepEqual(
      problems.map(({ text, reason }) => [text, reason]),
      [
        ['2 rows', '“#REF!” under “Owner” is what a spreadsheet shows where it has no value.'],
        [
          '1.1.1 | Ask | #REF! | soon-ish | #N/A | see above',
          '“soon-ish” under “Due” is no date that can be read.',
        ],
        [
          '1.1.1 | Ask | #REF! | soon-ish | #N/A | see above',
          '“#N/A” under “Status” is what a spreadsheet shows where it has no value.',
        ],
        [
          '1.1.1 | Ask | #REF! | soon-ish | #N/A | see above',
          '“see above” under “Notes” speaks of another cell.',
        ],
      ],
    );
  });
});

describe('What needs a person', () => {
  const head = 'Ref,Action,Owner,Due,Status,Notes,Cost';
  const said = (here: string | undefined, row: string): readonly string[] =>
    imported(here, 'a.csv', `${head}\n${row}\n1.1.2,Tell,Ann,2027-01-01,50%,,\n`).problems.map(
      ({ reason }) => reason,
    );
  const cells: readonly (readonly [column: string, cell: string, told: string, keeps: boolean])[] = [
    ['Action', 'as above', 'speaks of another cell', true],
    ['Action', 'TBC', '', true],
    ['Owner', '#N/A', 'is what a spreadsheet shows where it has no value', true],
    ['Owner', 'ditto', 'speaks of another cell', true],
    ['Owner', '12', '', true],
    ['Owner', '31/03/2027', '', true],
    ['Due', 'TBC', 'names nothing', true],
    ['Due', 'some day', 'is no date that can be read', true],
    ['Due', 'n/a', '', true],
    ['Status', 'Amber', 'is no progress that can be read', true],
    ['Status', '120%', 'is no progress that can be read', true],
    ['Status', '?', '', true],
    ['Notes', 'see above', 'speaks of another cell', true],
    ['Notes', 'none', '', true],
    ['Cost', '#REF!', 'is what a spreadsheet shows where it has no value', true],
    ['Cost', '12', '', false],
    ['Cost', '-', '', false],
  ]; // prettier-ignore
  const names = head.split(',');
  /** A row with one cell, and the others as they are. */
  const rowWith = (column: string, cell: string): string =>
    ['1.1.1', 'Ask', 'Ann', '2027-03-31', '50%', 'x', '£5'].map((own, at) => (names[at] === column ? cell : own)).join(','); // prettier-ignore
  const plan = planText(head.replaceAll(',', '|'), rowWith('', '').replaceAll(',', '|'));
  const words: Readonly<Record<string, string>> = {
    Action: 'Ask',
    Owner: 'Ann',
    Due: '2027-03-31',
    Status: '50%',
    Notes: 'x',
    Cost: '£5',
  };
  const because: Readonly<Record<string, string>> = {
    TBC: 'names nothing',
    12: 'names nobody',
    '31/03/2027': 'names nobody',
    'n/a': 'names nothing',
    '?': 'names nothing',
    none: 'names nothing',
  };
  for (const [column, cell, told, keeps] of cells) {
    it(`in a new plan, of ${cell} under ${column}`, () =>
      deepEqual(said(undefined, rowWith(column, cell)), told === '' ? [] : [`“${cell}” under “${column}” ${told}.`]));
    it(`in a plan that has something there, of ${cell} under ${column}`, () => {
      const why = told === '' ? (because[cell] ?? '') : told;
      deepEqual(said(plan, rowWith(column, cell)), keeps ? [`“${cell}” under “${column}” ${why}, so “${words[column] ?? ''}” stays.`] : []);
      const after = rowsOf(imported(plan, 'a.csv', `${head}\n${rowWith(column, cell)}\n`).text)[0];
      equal(after?.join(), keeps || cell === '-' ? rowWith('', '') : rowWith(column, cell));
    });
  } // prettier-ignore

  it('is shown by its row, cut short', () => {
    const texts = (action: string): readonly string[] =>
      imported(undefined, 'a.csv', csv(`9.9.9,${action}`, '1.1.1,Ask')).problems.map(({ text, reason }) => `${text} : ${reason}`);
    const reason = '9.9.9 is not an element of Customer Service Excellence. It stands in the plan as it came.';
    deepEqual(texts('a'.repeat(72)), [`9.9.9 | ${'a'.repeat(72)} : ${reason}`]);
    deepEqual(texts('a'.repeat(73)), [`9.9.9 | ${'a'.repeat(71)}… : ${reason}`]);
  }); // prettier-ignore
});

describe('A plan with rows', () => {
  it('keeps what can be read where the file has what cannot', () => {
    const here = planText(header, '1.1.1|Ask|Ann|2027-01-01|open|');
    const { text, problems, changed } = imported(here, 'a.csv', csv('1.1.1,Ask,#REF!,soon-ish,,'));
    equal(text, here);
    deepEqual(changed, []);
    deepEqual(
      problems.map(({ reason }) => reason),
      [
        '“#REF!” under “Owner” is what a spreadsheet shows where it has no value, so “Ann” stays.',
        '“soon-ish” under “Due” is no date that can be read, so “2027-01-01” stays.',
      ],
    );
  });

  it('writes a row anew that is too short for what comes', () => {
    const here = planText(header, '1.1.1|Ask|Ann');
    const { text, changed } = imported(here, 'a.csv', csv('1.1.1,Ask,Ann,,,Told in May'));
    deepEqual(rowsOf(text), [['1.1.1', 'Ask', 'Ann', '', '', 'Told in May']]);
    deepEqual(
      changed.map(({ id, cells }) => [id, cells]),
      [['1.1.1', [{ column: 'Comments', before: '', after: 'Told in May' }]]],
    );
    equal(imported(text, 'a.csv', csv('1.1.1,Ask,Ann,,,Told in May')).text, text);
  });

  it('writes a row anew that lacks the cells between, too', () => {
    const here = planText(header, '1.1.1|Ask').replace(/ *\|\n$/, '\n');
    const { text } = imported(here, 'a.csv', csv('1.1.1,Ask,Ann,,,Told in May'));
    deepEqual(rowsOf(text), [['1.1.1', 'Ask', 'Ann', '', '', 'Told in May']]);
  });

  it('writes a row anew that ends before a column without a name', () => {
    const here = '| Ref | Action |\n| - | - |\n| 1.1.1 | Ask |\n| 1.1.2 | Tell | more |\n';
    const { text, changed } = imported(here, 'a.csv', 'Ref,Action,\n1.1.1,Ask,extra\n1.1.2,Tell,more\n');
    deepEqual(rowsOf(text), [
      ['1.1.1', 'Ask', 'extra'],
      ['1.1.2', 'Tell', 'more'],
    ]);
    equal(changed.length, 1);
  });

  it('keeps remarks as often as the plan has them, with marks or without', () => {
    const here = planText('Ref|Action', '|**Carried over**', '|Carried over', '1.1.1|Ask');
    const lines = (count: number): string => ['Ref,Action', ...Array<string>(count).fill(',Carried over'), '1.1.1,Ask'].join('\n'); // prettier-ignore
    equal(imported(here, 'a.csv', lines(2)).text, here);
    deepEqual(rowsOf(imported(here, 'a.csv', lines(3)).text), [
      ['', '**Carried over**'],
      ['', 'Carried over'],
      ['', 'Carried over'],
      ['1.1.1', 'Ask'],
    ]);
  });

  it('keeps a remark once, of which the file has one with marks and one without', () => {
    const here = planText('Ref|Action', '|**Carried over**', '1.1.1|Ask');
    deepEqual(rowsOf(imported(here, 'a.csv', 'Ref,Action\n,**Carried over**\n,Carried over\n1.1.1,Ask\n').text), [
      ['', '**Carried over**'],
      ['', 'Carried over'],
      ['1.1.1', 'Ask'],
    ]);
  }); // prettier-ignore

  it('says by whom an action is that may be meant, where it says nothing of what is done', () => {
    const here = planText('Ref|Action|Owner', '1.1.1||Ann', '1.1.1||Ben');
    deepEqual(
      imported(here, 'a.csv', 'Ref,Action,Owner\n1.1.1,Ask,\n').problems.map(({ reason }) => reason),
      ['“Ask” may be the action “Ann” of the plan, and may be another one. It was added; if it is the same, take one of the two out of the plan.'],
    ); // prettier-ignore
  });

  it('gets the columns that it lacks, and nothing where the file has none of its own', () => {
    const here = planText('Ref|Action', '1.1.1|Ask', '1.1.2|Tell');
    const { text } = imported(here, 'a.csv', csv('1.1.1,Ask,Ann,,,'));
    deepEqual(rowsOf(text), [
      ['1.1.1', 'Ask', 'Ann'],
      ['1.1.2', 'Tell'],
    ]);
    equal(imported(here, 'a.csv', csv('1.1.1,Ask,,,,')).text, here);
    equal(imported(here, 'a.csv', csv('1.1.1,Ask,,,,')).untouched, 1);
  });

  it('gets what stands in a new column in a row of its own, where nobody can tell whose it is', () => {
    const here = planText('Ref|Action|Owner', '1.1.1|Ask|Ann', '1.1.1|Ask|Ben');
    const { text, problems } = imported(here, 'a.csv', 'Ref,Action,Owner,Cost\n1.1.1,Ask,,£5\n');
    deepEqual(rowsOf(text), [
      ['1.1.1', 'Ask', 'Ann'],
      ['1.1.1', 'Ask', 'Ben'],
      ['1.1.1', 'Ask', '', '£5'],
    ]);
    equal(problems.length, 1);
  });

  for (const heading of [
    '1.1 Customer Identification',
    '**1.1** Customer Identification',
    '**1.1.** Customer Identification',
    '_1.1: Customer Identification_',
    '1\\.1 **Customer** Identification',
  ])
    it(`takes what comes below the heading that it has: ${heading}`, () => {
      const here = planText(
        header,
        `${heading}|||||`,
        '1.2 Engagement and Consultation|||||',
        '1.2.1|Meet|Ben||',
      );
      const { text } = imported(here, 'a.csv', csv('1.1.1,Ask,Ann,,,'));
      deepEqual(
        rowsOf(text).map(([first]) => first),
        [heading, '1.1.1', '1.2 Engagement and Consultation', '1.2.1'],
      );
    });
});
