import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const files = {
  'portfolio.yaml': 'title: Anytown\nstandard: customer-service-excellence\nassessment-date: 2027-05-12\nrules: { element-uncovered: off }\n',
  'evidence/a.md': '---\ntitle: Survey, 2026; done\nelements: [3.2.4]\nowner: Desk Officer\nreview-by: 2026-11-01\n---\n\nText.\n',
  'evidence/b.md': '---\ntitle: Visit\nelements: [1.1.1, 1.1.2]\nowner: desk officer\nreview-by: 2026-12-24\n---\n\nText.\n',
  'evidence/c.md': '---\ntitle: Draft\nelements: [1.1.3]\nstatus: draft\n---\n\nText.\n',
  'action-plan.md': '---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress |\n| --- | --- | --- | --- | --- |\n| 3.2.4 | Ask the desk | Head of IT; Desk Officer | 31/01/2027 | in progress |\n| 3.2.4 | Tell the desk | Head of IT | ongoing | |\n',
}; // prettier-ignore

const due = (folder: string, ...more: readonly string[]) => run(['due', folder, ...more]);

describe('due', () => {
  it('says who has what to do by when', async () => {
    const { status, out, err } = await due(folderWith(files), '--person', 'desk  officer');
    deepEqual([status, err], [0, '']);
    equal(
      out,
      [
        'Anytown',
        '3 things to do until 12 May 2027, the day of the assessment: 1 is late.',
        '',
        'Desk Officer  3',
        '  ! Review “Survey, 2026; done”',
        '      20 days late, since 1 November 2026; 3.2.4; evidence/a.md',
        '  • Review “Visit”',
        '      by 24 December 2026, or it expires before the assessment; 1.1.1, 1.1.2; evidence/b.md',
        '  · Ask the desk',
        '      by 31 January 2027; 3.2.4; action-plan.md',
        '',
      ].join('\n'),
    );
  });

  it('says it by month, with those who are to do it', async () => {
    const { out } = await due(folderWith(files), '--by', 'month');
    const heads = out.split('\n').filter((line) => /^\S/.test(line)).slice(2); // prettier-ignore
    deepEqual(heads, ['Late  1', 'December 2026  1', 'January 2027  1', 'May 2027  54', 'No date  1']);
    match(out, /by 31 January 2027; 3\.2\.4; Head of IT, Desk Officer; action-plan\.md/);
    match(out, /Find evidence for 1\.2\.1, [^\n]*\n {6}by 12 May 2027; nobody yet\n/);
  });

  it('is ready to be mailed as Markdown', async () => {
    const { out } = await due(folderWith(files), '--person', 'Desk Officer', '--format', 'markdown');
    equal(
      out,
      [
        '# Anytown: what is due',
        '',
        'As of 21 November 2026. 3 things to do until 12 May 2027, the day of the assessment: 1 is late.',
        '',
        '## Desk Officer',
        '',
        '- **20 days late, since 1 November 2026**: Review “Survey, 2026; done” (3.2.4; evidence/a.md)',
        '- by 24 December 2026, or it expires before the assessment: Review “Visit” (1.1.1, 1.1.2; evidence/b.md)',
        '- by 31 January 2027: Ask the desk (3.2.4; action-plan.md)',
        '',
      ].join('\n'),
    );
  });

  it('is data', async () => {
    const { out } = await due(folderWith(files), '--format', 'json', '--person', 'Head of IT');
    const { version, portfolios } = JSON.parse(out) as { version: number; portfolios: { items: object[] }[] };
    equal(version, 1);
    const { items = [], ...head } = portfolios[0] ?? {};
    deepEqual(head, {
      root: '.', title: 'Anytown', today: '2026-11-21', until: '2027-05-12', assessment: '2027-05-12', further: 0,
    }); // prettier-ignore
    const shared = { kind: 'action', elements: ['3.2.4'], people: ['Head of IT'], expiresBeforeAssessment: false, file: 'action-plan.md' }; // prettier-ignore
    deepEqual(items, [
      {
        ...shared,
        urgency: 'later',
        what: 'Ask the desk',
        title: 'Ask the desk',
        by: '2027-01-31',
        days: 71,
        line: 7,
      },
      {
        ...shared,
        urgency: 'undated',
        what: 'Tell the desk',
        title: 'Tell the desk',
        by: null,
        days: null,
        line: 8,
      },
    ]);
  });

  it('judges by the day that is set, and as far ahead as is asked for', async () => {
    const folder = folderWith(files);
    const late = await due(folder, '--today', '2027-02-01', '--days', '0', '--format', 'json');
    const { portfolios } = JSON.parse(late.out) as {
      portfolios: { items: { urgency: string; by: string }[] }[];
    };
    deepEqual(
      portfolios[0]?.items.filter(({ urgency }) => urgency === 'late').map(({ by }) => by),
      ['2026-11-01', '2026-12-24', '2027-01-31'],
    );
  });

  it('is a file for calendars: late first, an event for each day', async () => {
    const folder = folderWith(files);
    const { out } = await due(folder, '--format', 'ics', '--days', '90');
    const lines = out.replaceAll('\r\n ', '').split('\r\n');
    const named = (name: string): readonly string[] => lines.filter((line) => line.startsWith(name));
    deepEqual(named('SUMMARY').slice(0, 3), [
      'SUMMARY:Late: Review “Survey\\, 2026\\; done” (Desk Officer)',
      'SUMMARY:Review “Visit” (Desk Officer)',
      'SUMMARY:Ask the desk (Head of IT\\, Desk Officer)',
    ]);
    deepEqual(named('DTSTART').slice(0, 3), [
      'DTSTART;VALUE=DATE:20261101', 'DTSTART;VALUE=DATE:20261224', 'DTSTART;VALUE=DATE:20270131',
    ]); // prettier-ignore
    equal(new Set(named('UID')).size, named('UID').length);
    ok(named('DTSTAMP').every((line) => line === 'DTSTAMP:20261121T000000Z'));
    // Another day, other dates: the same events.
    const moved = await run(['due', folder, '--format', 'ics', '--today', '2026-11-25', '--days', '90']);
    const again = moved.out.replaceAll('\r\n ', '').split('\r\n').filter((line) => line.startsWith('UID')); // prettier-ignore
    deepEqual(again, named('UID'));
  });

  for (const [name, argv, says] of [
    ['a word of somebody’s name', ['--person', 'officer'], /nobody called officer has anything to do\. Did you mean Desk Officer\?/],
    ['a person whom nobody knows', ['--person', 'Desk Oficer'], /nobody called Desk Oficer has anything to do\. Did you mean Desk Officer\?/],
    ['days that are none', ['--days', 'soon'], /--days takes a number of days, such as 90, not soon/],
    ['a format that there is not', ['--format', 'pdf'], /--format takes one of text, markdown, json, ics, not pdf/],
  ] as const)
    it(`says what is wrong with ${name}`, async () => {
      const { status, err } = await due(folderWith(files), ...argv);
      equal(status, 2);
      match(err, says);
    }); // prettier-ignore
});
