/** What an import makes of a plan: rows by element, cells by what they mean, and nothing lost that somebody has typed. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PlanMerge } from '../../../../../server/core/plan/exchange/mergePlan';
import { exported, imported, planText, realPlan, rowsOf } from '../../../exchange/support';
import { small, standardOf } from '../../../support/standards';

const header = 'Ref No.|Criteria / Action|Responsibility|Target Completion Date|Progress|Comments';
const plan = (...rows: readonly string[]): string => planText(header, ...rows);
const csv = (...rows: readonly string[]): string => ['Ref,Action,Owner,Due,Status,Notes', ...rows].join('\n');

describe('the plan as people have it', () => {
  const merge = imported(undefined, 'action-plan.txt', realPlan);
  const rows = rowsOf(merge.text);

  it('gives its 16 actions in order, below the standard’s headings', () => {
    deepEqual(
      rows.map(([first = '']) => first),
      [
        '1 Customer Insight',
        '1.1 Customer Identification',
        '1.2 Engagement and Consultation',
        '1.3 Customer Satisfaction',
        '1.3.3',
        '2 The Culture of the Organisation',
        '2.1 Leadership, Policy and Culture',
        '2.1.2',
        '2.1.4',
        '2.1.5',
        '2.2 Staff Professionalism and Attitude',
        '2.2.2',
        '3 Information and Access',
        '3.1 Range of Information',
        '3.1.2',
        '3.2 Quality of Information',
        '3.2.1',
        '3.2.2',
        '3.2.3',
        '3.2.4',
        '3.3 Access',
        '3.4 Co-operative Working with Other Providers, Partners and Communities',
        '3.4.2',
        '4 Delivery',
        '4.1 Delivery Standards',
        '4.2 Achieved Delivery and Outcomes',
        '4.2.2',
        '4.3 Deal Effectively with Problems',
        '4.3.1',
        '4.3.2',
        '5 Timeliness and Quality of Service',
        '5.1 Standards for Timeliness and Quality',
        '5.2 Timely Outcomes',
        '5.2.2',
        '5.2.5',
      ],
    );
    equal(merge.added.length, 16);
    deepEqual(merge.problems, []);
  });

  it('keeps its words, and tells of the five that are not the standard’s', () => {
    const source = realPlan.split('\n').map((line) => line.split('\t'));
    for (const [id, text] of rows.filter(([first = '']) => /^\d\.\d\.\d$/.test(first)))
      ok(
        source.some(([ref, action]) => ref === id && action === text),
        id,
      );
    deepEqual(
      merge.wording.map(({ id }) => id),
      ['1.3.3', '3.2.1', '3.2.3', '4.3.2', '5.2.5'],
    );
  });

  it('changes nothing the second time', () => {
    const again = imported(merge.text, 'action-plan.txt', realPlan);
    equal(again.text, merge.text);
    deepEqual([again.added, again.changed, again.unchanged, again.untouched], [[], [], 16, 0]);
  });

  it('leaves what was typed into the Markdown since', () => {
    const typed = merge.text
      .replace(/(\| 3\.2\.4 .*)\| +\|\n/, '$1| Drafted in May |\n')
      .replace(/(\| 2\.1\.2 +\| [^|]*\|) +\|/, '$1 Head of Service |');
    ok(typed.includes('Drafted in May') && typed.includes('Head of Service'));
    equal(imported(typed, 'action-plan.txt', realPlan).text, typed);
  });
});

describe('a cell of an import', () => {
  const cases: readonly (readonly [what: string, column: number, here: string, coming: string, after: string])[] = [
    ['fills an empty one', 2, '', 'Reading Officer', 'Reading Officer'],
    ['that is empty leaves what is there', 2, 'Reading Officer', '', 'Reading Officer'],
    ['takes the place of another responsibility', 2, 'Reading Officer', 'Head of Service', 'Head of Service'],
    ['leaves marks and capitals', 2, '**Reading officer**', 'Reading Officer', '**Reading officer**'],
    ['takes the place of nobody in particular', 2, 'TBC', 'Reading Officer', 'Reading Officer'],
    ['takes the place of another date', 3, '31 March 2027', '30/04/2027', '30/04/2027'],
    ['leaves the same date in other words', 3, '31 March 2027', '2027-03-31', '31 March 2027'],
    ['takes the place of a month by its last day', 3, 'March 2027', '31/03/2027', '31/03/2027'],
    ['leaves what goes on and on in other words', 3, 'ongoing', 'Continuous', 'ongoing'],
    ['leaves what is no date in other capitals', 3, 'when funded', 'When funded', 'when funded'],
    ['takes the place of what is no date either', 3, 'soon', 'when funded', 'when funded'],
    ['takes the place of other progress', 4, 'not started', '50%', '50%'],
    ['leaves the same progress in other words', 4, 'complete', 'Done', 'complete'],
    ['brings the remark behind a progress', 4, 'complete', 'Completed – report published', 'Completed – report published'],
    ['is added to other comments', 5, 'Ours', 'Theirs', 'Ours\nTheirs'],
    ['is not added to comments that have it', 5, 'Ours\nTheirs\nLater', 'Theirs', 'Ours\nTheirs\nLater'],
    ['goes on where a comment stops', 5, 'Drafted', 'Drafted; agreed in June', 'Drafted; agreed in June'],
    ['is another comment, though its letters are in one', 5, 'Yesterday', 'Yes', 'Yesterday\nYes'],
    ['leaves the standard’s words for a variant of them', 1, 'Where there is a charge for services, we tell our customers how much they will have to pay.', 'Where there are charges for services we tell customers how much they have to pay', 'Where there is a charge for services, we tell our customers how much they will have to pay.'],
    ['takes the place of an action in nearly the same words', 1, 'Print the list of prices', 'Print the lists of prices', 'Print the lists of prices'],
    ['takes the place of the standard’s words where it adds to them', 1, 'Where there is a charge for services, we tell our customers how much they will have to pay.', 'Where there is a charge for services, we tell our customers how much they will have to pay, and why', 'Where there is a charge for services, we tell our customers how much they will have to pay, and why'],
    ['leaves the standard’s words for their beginning', 1, 'Where there is a charge for services, we tell our customers how much they will have to pay.', 'Where there is a charge…', 'Where there is a charge for services, we tell our customers how much they will have to pay.'],
    ['leaves an action for its beginning', 1, 'Print a list of prices', 'Print a list...', 'Print a list of prices'],
    ['leaves the marks and the full stop of an action', 1, '**Print** prices.', 'Print prices', '**Print** prices.'],
    ['leaves a link for its words', 2, '[Ann](a.md)', 'Ann', '[Ann](a.md)'],
    ['takes the place of a link to something else', 2, '[Ann](a.md)', '[Ann](b.md)', '[Ann](b.md)'],
    ['leaves the same address in another spelling', 2, '[Ann](<a b.md>)', '[Ann](a%20b.md)', '[Ann](<a b.md>)'],
    ['brings a link for words without one', 2, 'Ann', '[Ann](a.md)', '[Ann](a.md)'],
    ['takes the place of other words of a link', 2, '[Ann](a.md)', '[Ben](a.md)', '[Ben](a.md)'],
    ['brings a link behind comments', 5, 'Minutes', '[Minutes](b.md)', 'Minutes\n[Minutes](b.md)'],
    ['takes the place of a date where there is none any more', 3, '2027-03-31', 'ongoing', 'ongoing'],
    ['leaves the same month in other words', 3, 'March 2027', 'Mar 2027', 'March 2027'],
    ['takes the place of the day before', 3, '30/03/2027', '31/03/2027', '31/03/2027'],
    ['leaves the remark behind the same progress', 4, 'in progress – at the printer', 'Started', 'in progress – at the printer'],
    ['brings another remark behind the same progress', 4, 'in progress – at the printer', 'in progress – back', 'in progress – back'],
    ['leaves the same share in other words', 4, '50%', '50.0 %', '50%'],
    ['takes the place of another share', 4, '50%', '60%', '60%'],
    ['brings the share of what is in progress', 4, 'in progress', '50%', '50%'],
    ['leaves what is no progress in other capitals', 4, 'waiting', 'Waiting', 'waiting'],
    ['takes the place of what is no progress either', 4, 'waiting', 'asked again', 'asked again'],
  ]; // prettier-ignore
  for (const [what, column, here, coming, after] of cases)
    it(what, () => {
      const cells = (text: string): readonly string[] =>
        Array.from({ length: 6 }, (_, at) => (at === 0 ? '3.1.2' : at === column ? text : ''));
      const line = cells(here)
        .map((cell) => cell.replaceAll('\n', '<br>'))
        .join('|');
      const file = csv(
        cells(coming)
          .map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell))
          .join(','),
      );
      const merge = imported(plan(line), 'a.csv', file);
      deepEqual(
        rowsOf(merge.text),
        rowsOf(
          plan(
            cells(after)
              .map((cell) => cell.replaceAll('\n', '<br>'))
              .join('|'),
          ),
        ),
      );
      equal(merge.changed.length, here === after ? 0 : 1);
      equal(imported(merge.text, 'a.csv', file).text, merge.text, 'once');
    });
});

describe('a row of an import', () => {
  /** Checks the first cells of the plan afterwards. */
  const merges = (here: readonly string[], coming: readonly string[], expected: readonly string[]): void => {
    const file = csv(...coming);
    const merge = imported(plan(...here), 'a.csv', file);
    deepEqual(
      rowsOf(merge.text).map((cells) => cells.slice(0, 2).join(' ')),
      expected,
    );
    equal(imported(merge.text, 'a.csv', file).text, merge.text, 'a second time, nothing changes');
  };

  it('goes where the standard has it', () =>
    merges(
      ['1.1.1|a', '3.2.4|b'],
      ['2.1.1,c', '5.1.1,d', '1.1.1,'],
      ['1.1.1 a', '2.1.1 c', '3.2.4 b', '5.1.1 d'],
    ));
  it('goes below the heading of its group, which is added where there are such headings', () =>
    merges(
      ['1 Customer Insight', '1.1 Customer Identification', '1.1.1|a', '3 Information and Access', '3.1 Range of Information', '3.1.2|b'],
      ['1.3.3,c', '1.1.2,d'],
      ['1 Customer Insight', '1.1 Customer Identification', '1.1.1 a', '1.1.2 d', '1.3 Customer Satisfaction', '1.3.3 c', '3 Information and Access', '3.1 Range of Information', '3.1.2 b'],
    )); // prettier-ignore
  it('has its text, where there are several for an element', () =>
    merges(
      ['1.1.1|first', '1.1.1|second'],
      ['1.1.1,second', '1.1.1,first', '1.1.1,third'],
      ['1.1.1 first', '1.1.1 second', '1.1.1 third'],
    ));
  it('is a new one where its text is another', () =>
    merges(
      ['1.1.1|first', '1.1.1|second'],
      ['1.1.1,new', '1.1.1,second'],
      ['1.1.1 first', '1.1.1 second', '1.1.1 new'],
    ));
  it('leaves the reference as the plan has it', () =>
    merges(['1.1.1.|a', '**1.1.2**|b'], ['1.1.1,a', '1.1.2,b'], ['1.1.1. a', '**1.1.2** b']));
  it('stands at the top where nothing is before it', () =>
    merges(['2.1.1|b'], ['Carried over', '1.1.1,a'], ['Carried over', '1.1.1 a', '2.1.1 b']));
  it('goes below headings of those levels at which there are any, and behind all where nobody knows its element', () =>
    merges(
      ['1.1 Customer Identification'],
      ['1.1.1,a', '1.2.1,b', '9.9.9,c'],
      ['1.1 Customer Identification', '1.1.1 a', '1.2 Engagement and Consultation', '1.2.1 b', '9.9.9 c'],
    ));
  it('goes below all headings in a table that is empty', () =>
    merges([], ['1.1.1,a', '1.2.1,b', 'Carried over'], ['1 Customer Insight', '1.1 Customer Identification', '1.1.1 a', '1.2 Engagement and Consultation', '1.2.1 b', 'Carried over'])); // prettier-ignore
  it('goes behind its neighbour where the plan has an order of its own', () =>
    merges(
      ['2.1.1|b', '1.1.1|a'],
      ['1.1.2,c', '2.1.2,d', '2.1.2,e'],
      ['2.1.1 b', '2.1.2 d', '2.1.2 e', '1.1.1 a', '1.1.2 c'],
    ));
  it('goes below one heading with others of its group, at no level that the plan does without', () =>
    merges(
      ['1 Customer Insight', '1.1.1|a'],
      ['2.1.1,b', '2.1.2,c', '2.2.1,d'],
      ['1 Customer Insight', '1.1.1 a', '2 The Culture of the Organisation', '2.1.1 b', '2.1.2 c', '2.2.1 d'],
    ));
  it('brings the heading of its group above the rows that stood without it', () =>
    merges(
      ['1.1 Customer Identification', '1.1.1|a', '1.2.1|b', '2.1.1|d'],
      ['1.2.2,c'],
      [
        '1.1 Customer Identification',
        '1.1.1 a',
        '1.2 Engagement and Consultation',
        '1.2.1 b',
        '1.2.2 c',
        '2.1.1 d',
      ],
    ));
  it('has its cells where the plan has its columns', () => {
    const here = planText('Owner|Ref|Action', '|1 Customer Insight|', 'Ann|1.1.1|a');
    deepEqual(rowsOf(imported(here, 'a.csv', csv('2.1.1,b,Ben,,,')).text), [
      ['', '1 Customer Insight'],
      ['Ann', '1.1.1', 'a'],
      ['', '2 The Culture of the Organisation'],
      ['Ben', '2.1.1', 'b'],
    ]);
  });
  it('stays with the one before where it is a remark', () =>
    merges(['1.1.1|a', '2.1.1|b'], ['1.1.1,', 'Carried over'], ['1.1.1 a', 'Carried over', '2.1.1 b']));

  it('keeps its own columns, which are added where the plan lacks them', () => {
    const file = 'Ref,Action,Cost,Owner\n1.1.1,a,£50,Reader\n2.1.1,b,,\n';
    const merge = imported(planText('Ref|Action', '1.1.1|a'), 'a.csv', file);
    deepEqual(rowsOf(merge.text), [
      ['1.1.1', 'a', '£50', 'Reader'],
      ['2.1.1', 'b'],
    ]);
    match(merge.text, /^\|Ref\|Action\| Cost \| Owner \|$/m);
    equal(imported(merge.text, 'a.csv', file).text, merge.text);
  });

  it('leaves the rest of the file, and rows that it does not speak of, byte for byte', () => {
    const here =
      '# Plan\r\n\r\nBefore | that\r\n\r\n|Ref|Action|Owner|\r\n|--|:-:|--|\r\n|1.1.1| a\\|b |x|\r\n| 1.1.2|c|y\r\n\r\nAfter\r\n';
    const merge = imported(here, 'a.csv', 'Ref,Action,Owner\n1.1.2,c,z\n1.1.3,d,w\n');
    const lines = merge.text.split('\r\n');
    const before = here.split('\r\n');
    deepEqual([lines.slice(0, 7), lines.slice(9)], [before.slice(0, 7), before.slice(8)]);
    match(lines[7] ?? '', /^\| *1\.1\.2 *\| *c *\| *z *\|$/);
    match(lines[8] ?? '', /^\| *1\.1\.3 *\| *d *\| *w *\|$/);
  });

  it('keeps the bars of an aligned table below each other', () => {
    const aligned = imported(undefined, 'a.csv', csv('1.1.1,a,b,,,')).text;
    const merge = imported(aligned, 'a.csv', csv('1.1.1,a,A longer name than before,,,', '1.1.2,c,,,,'));
    const table = merge.text.split('\n').filter((line) => line.startsWith('|'));
    equal(new Set(table.map((line) => line.length)).size, 1);
  });
});

describe('a row that needs a person', () => {
  const cases: readonly (readonly [what: string, row: string, kept: string, reason: RegExp])[] = [
    ['of an unknown element', '3.2.9,x', '3.2.9 x', /^3\.2\.9 is not an element of Customer Service Excellence\. Did you mean 3\.2\.\d, “.*”\? It stands in the plan as it came\.$/],
    ['of a group', '3.2,Improve all of it', '3.2 Improve all of it', /^3\.2 is a sub-criterion: an action is about an element\./],
    ['without a reference', ',Improve all of it', ' Improve all of it', /^It has no reference, so nobody can tell which element it is about\./],
    ['of an element and something like one', '"3.2.1, 3.2.9",x', '3.2.1 x', /^3\.2\.9 is not an element of /],
  ]; // prettier-ignore
  for (const [what, row, kept, reason] of cases)
    it(`is kept and told of: one ${what}`, () => {
      const file = csv('1.1.1,a', row);
      const merge = imported(undefined, 'a.csv', file);
      equal(merge.problems.length, 1);
      const [problem] = merge.problems;
      match(problem?.reason ?? '', reason);
      deepEqual([problem?.where, problem?.isLeftOut], ['line 3', false]);
      equal(rowsOf(merge.text)[1]?.join(' '), kept);
      equal(imported(merge.text, 'a.csv', file).text, merge.text);
    });

  it('is told of where it stands above the header, or in a table without one', () => {
    const merge = imported(
      undefined,
      'a.html',
      '<table><tr><td>Draft<td>March</tr><tr><th>Ref<th>Action</tr><tr><td>1.1.1<td>a</tr></table><table><tr><td>Name<td>Telephone</tr><tr><td>Reader<td>1234</tr></table>',
    );
    deepEqual(
      merge.problems.map(({ where, text, isLeftOut }) => [where, text, isLeftOut]),
      [
        ['table 1, row 1', 'Draft | March', true],
        ['table 2, row 1', 'Name | Telephone', true],
      ],
    );
  });

  it('is none where a table goes on without its header', () => {
    const merge = imported(
      undefined,
      'a.html',
      '<table><tr><th>Ref<th>Action</tr><tr><td>1.1.1<td>a</tr></table><table><tr><td>1.1.2<td>b</tr></table>',
    );
    deepEqual(merge.problems, []);
    deepEqual(rowsOf(merge.text), [
      ['1.1.1', 'a'],
      ['1.1.2', 'b'],
    ]);
  });
});

describe('an ID of an earlier edition', () => {
  const file = 'Ref,Action,Owner\n9.9,Put up the hours,B\n1.1,Say hello,C\n';
  const merges = (here: string | undefined, rows: readonly string[]): void => {
    const merge = imported(here, 'a.csv', file, small);
    deepEqual(
      rowsOf(merge.text).map((cells) => cells.join(' ')),
      rows,
    );
    deepEqual(
      merge.problems.map(({ reason }) => reason),
      ['9.9 is not an element of Small Standard. It is now 1.2, “The opening hours are known”. It stands in the plan as it came.'],
    ); // prettier-ignore
    equal(imported(merge.text, 'a.csv', file, small).text, merge.text, 'a second time, nothing changes');
  };

  it('stands in a new plan as it came', () =>
    merges(undefined, ['9.9 Put up the hours B', '1.1 Say hello C']));
  it('is the action that the plan has by the new one', () =>
    merges(planText('Ref|Action|Owner', '1.2|Put up the hours|A'), [
      '1.1 Say hello C',
      '1.2 Put up the hours B',
    ]));
  it('is added where the new one would be, below its heading', () =>
    merges(planText('Ref|Action|Owner', '1 Welcome||', '1.1|Say hello|C', '2 Answers||', '2.1|Answer|D'), ['1 Welcome', '1.1 Say hello C', '9.9 Put up the hours B', '2 Answers', '2.1 Answer D'])); // prettier-ignore
});

describe('a standard whose elements have titles and no texts', () => {
  const controls = standardOf(
    'controls',
    'title: Controls\nlevels: [Theme, Control]\nchildren:\n  - id: A.5\n    title: Organisational\n    children: [{ id: A.5.1, title: Policies for information security }, { id: A.5.2, title: Roles and responsibilities }, { id: A.5.3, title: Segregation of duties }]\n',
  );
  const merged = (here: string | undefined, ...rows: readonly string[]): PlanMerge => {
    const file = ['Control,Criteria,Owner', ...rows].join('\n');
    const merge = imported(here, 'a.csv', file, controls);
    equal(imported(merge.text, 'a.csv', file, controls).text, merge.text, 'a second time, nothing changes');
    return merge;
  };

  it('is known by its titles, and what differs from them is told', () => {
    const { text, wording, problems } = merged(undefined, 'A.5.1,Policies for information security,A', 'A.5.2,Roles and duties of all,B', 'A.5.3 Segregation of duties,Two people sign,C', 'A.5.3 Segregation of…,Ask twice,C');
    deepEqual(rowsOf(text), [['A.5.1', 'Policies for information security', 'A'], ['A.5.2', 'Roles and duties of all', 'B'], ['A.5.3', 'Two people sign', 'C'], ['A.5.3', 'Ask twice', 'C']]);
    deepEqual(wording.map(({ id, standard }) => `${id} ${standard}`), ['A.5.2 Roles and responsibilities', 'A.5.3 Segregation of duties']);
    deepEqual(problems, []);
  }); // prettier-ignore
  it('leaves the title where the file has a variant of it', () => {
    const here = planText('Ref|Criteria|Owner', 'A.5.1|Policies for information security|');
    deepEqual(rowsOf(merged(here, 'A.5.1,Policies on information security,A').text), [
      ['A.5.1', 'Policies for information security', 'A'],
    ]);
  });
  it('lets a row of nothing but its title make way for what is to be done', () => {
    const here = planText('Ref|Criteria|Owner', 'A.5.1|Policies for information security|');
    deepEqual(rowsOf(merged(here, 'A.5.1,Write them down,A').text), [['A.5.1', 'Write them down', 'A']]);
  });
});

describe('the standard’s words in an imported row', () => {
  const words = 'Where there is a charge for services, we tell our customers how much they will have to pay.';
  const cases: readonly (readonly [what: string, text: string, isTold: boolean])[] = [
    ['as they are', words, false],
    ['with words before them', `First: ${words}`, false],
    ['with marks', `**${words}**`, false],
    ['with more spaces', words.replaceAll(' ', '  '), false],
    ['in capitals', words.toUpperCase(), true],
    ['without a comma', words.replace(',', ''), true],
    ['without the full stop', words.slice(0, -1), true],
    ['a little changed', words.replace('a charge', 'a fee'), true],
    ['something else', 'Print a list', false],
  ];
  for (const [what, text, isTold] of cases)
    it(`are ${isTold ? '' : 'not '}told of: ${what}`, () => {
      const { wording } = imported(undefined, 'a.txt', `Ref\tAction\n3.1.2\t${text}\n`);
      deepEqual(wording, isTold ? [{ id: '3.1.2', text, standard: words }] : []);
    });
  it('are not told of in rows of which the import does not speak', () => {
    const here = planText('Ref|Action', `3.1.2|${words.toUpperCase()}`, '1.1.1|a');
    const { wording, unchanged, untouched } = imported(here, 'a.csv', 'Ref,Action\n1.1.1,a\n');
    deepEqual([wording, unchanged, untouched], [[], 1, 1]);
  });
  it('are the same with quotation marks of another kind', () => {
    const quotes = standardOf('quotes', 'title: Quotes\nchildren: [{ id: "1.1", text: "People’s “own” words" }]\n');
    const told = (text: string): number => imported(undefined, 'a.txt', `Ref\tAction\n1.1\t${text}\n`, quotes).wording.length;
    deepEqual([told("People's ‘own’ words"), told('People\'s "own" words')], [1, 0]);
  }); // prettier-ignore
});

describe('what an import has changed', () => {
  it('is told in the order of the file, cell by cell', () => {
    const here = planText('Ref|Action|Owner|Cost', '1.1.1|Ask|A|£1', '1.1.1|Buy|B|£2', '1.1.2|Tell|C|£3', '1.1.3|Say|D|£4');
    const { changed, added, unchanged, untouched } = imported(here, 'a.csv', 'Ref,Action,Owner,Cost\n1.1.1,Buy,B,£7\n1.1.2,Tell,E,£8\n1.1.1,Ask,F,£1\n1.1.4,New,G,\n');
    deepEqual(
      changed.map(({ id, where, text, cells }) => [`${where}: ${id} ${text}`, ...cells.map(({ column, before, after }) => `${column} ${before} ${after}`)]),
      [['line 2: 1.1.1 Buy', 'Cost £2 £7'], ['line 3: 1.1.2 Tell', 'Owner C E', 'Cost £3 £8'], ['line 4: 1.1.1 Ask', 'Owner A F']],
    );
    deepEqual([added.map(({ where, id, text }) => `${where}: ${id} ${text}`), unchanged, untouched], [['line 5: 1.1.4 New'], 0, 1]);
  }); // prettier-ignore
});

describe('a plan of several tables', () => {
  const here =
    '\uFEFF# Plan\r\n\r\n## Insight\r\n\r\n| Ref | Action |\r\n|---|---|\r\n| 1.1.1 | a |\r\n\r\n## Delivery\r\n\r\n| Ref | Task | Owner |\r\n|---|---|---|\r\n| 4.1.1 | b | c |\r\n';

  it('gets each row in the table that has its neighbours', () => {
    const file = 'Ref,Action,Owner\n1.1.2,new,\n4.1.2,newer,d\n4.1.1,b,e\n';
    const merge = imported(here, 'a.csv', file);
    equal(
      merge.text.replace(/ +/g, ' '),
      '\uFEFF# Plan\r\n\r\n## Insight\r\n\r\n| Ref | Action |\r\n|---|---|\r\n| 1.1.1 | a |\r\n| 1.1.2 | new |\r\n\r\n## Delivery\r\n\r\n| Ref | Task | Owner |\r\n|---|---|---|\r\n| 4.1.1 | b | e |\r\n| 4.1.2 | newer | d |\r\n',
    );
    equal(imported(merge.text, 'a.csv', file).text, merge.text);
  });

  it('gives a column to the table that lacks it, and to no other', () => {
    const plan = '| Ref | Action | Owner |\n| - | - | - |\n| 1.1.1 | a | A |\n\n| Ref | Action |\n| - | - |\n| 4.1.1 | b |\n';
    const file = 'Ref,Action,Owner\n1.1.1,a,B\n4.1.1,b,C\n';
    const merge = imported(plan, 'a.csv', file);
    equal(
      merge.text,
      '| Ref | Action | Owner |\n| - | - | - |\n| 1.1.1 | a | B |\n\n| Ref | Action | Owner |\n| - | - | --- |\n| 4.1.1 | b | C |\n',
    );
    deepEqual(merge.changed.map(({ id }) => id), ['1.1.1', '4.1.1']);
    equal(imported(merge.text, 'a.csv', file).text, merge.text);
  }); // prettier-ignore

  it('is exported as one', () => {
    deepEqual(rowsOf(imported(undefined, 'a.csv', exported(here, 'csv')).text), [
      ['1.1.1', 'a'],
      ['4.1.1', 'b', 'c'],
    ]);
  });
});
