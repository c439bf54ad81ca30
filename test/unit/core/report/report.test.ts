import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { changesBetween } from '../../../../server/core/history/changes';
import { snapshotsOf } from '../../../../server/core/history/snapshots';
import type { Block, ReportDocument } from '../../../../server/core/report/model';
import type { ReportOptions } from '../../../../server/core/report/report';
import { reportOf } from '../../../../server/core/report/report';
import type { Files } from '../../support/portfolioFiles';
import { indexOf } from '../../support/portfolioFiles';

/** On 15 June 2026. */
const report = (files: Files, options: ReportOptions = {}): ReportDocument =>
  reportOf(indexOf(files).portfolios()[0]!, options);

const small = (more = ''): string => `standard: small\ntitle: Anytown\n${more}`;
const evidence = (id: string, more = ''): string =>
  `---\ntitle: ${id} paper\nelements: ["${id}"]\n${more}---\n\nText.\n`;

/** The blocks below a heading. */
function below({ blocks }: ReportDocument, heading: string): readonly Block[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const rest = at < 0 ? [] : blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  return end < 0 ? rest : rest.slice(0, end);
}
const headings = ({ blocks }: ReportDocument): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const verdict = ({ blocks: [first] }: ReportDocument): string =>
  first?.kind === 'verdict' ? first.text : '';

describe('The report', () => {
  for (const [name, files, says] of [
    ['without ratings and without a day', { 'portfolio.yaml': small(), 'a.md': evidence('1.1') }, '1 of 3 elements has current evidence.'],
    ['with what is lacking for the award', { 'portfolio.yaml': small('assessment: { "1.1": { self: good }, "2.1": { self: poor } }\nassessment-date: 2026-07-15\n') }, '0 of 3 elements have current evidence; by our own rating, 1 more is needed for the award; the assessment is in 30 days.'],
    ['with an award that is reached', { 'portfolio.yaml': small('assessment: { "1.1": { self: good }, "2.1": { self: fair } }\nassessment-date: 2026-06-15\n') }, '0 of 3 elements have current evidence; by our own rating, that is enough for the award; the assessment is today.'],
    ['with the awards of several standards', { 'portfolio.yaml': 'title: Both\nstandards: { S: small, R: small }\nassessment: { "S:1.1": { self: good }, "R:1.1": { self: good }, "R:1.2": { self: fair } }\n' }, '0 of 6 elements have current evidence; by our own rating, 1 more is needed for the award of S; by our own rating, that is enough for the award of R.'],
    ['without what does not apply', { 'portfolio.yaml': small('assessment: { "1.1": { applicable: false, reason: None } }\nassessment-date: 2026-06-14\n') }, '0 of 2 elements have current evidence.'],
  ] as const)
    it(`begins with a sentence: ${name}`, () => equal(verdict(report(files)), says)); // prettier-ignore

  it('shows the coverage of each part, as a picture and in words, and the award', () => {
    const found = report({
      'portfolio.yaml': small('assessment: { "1.1": { self: good, assessor: poor } }\n'),
      'a.md': evidence('1.1'),
      'b.md': evidence('1.2', 'status: draft\n'),
    });
    deepEqual(below(found, 'Coverage of Small Standard'), [
      { kind: 'paragraph', text: '1 draft only and 1 missing.' },
      {
        kind: 'bars',
        caption: 'Elements with current evidence',
        bars: [
          { label: '1 Welcome', parts: { full: 1, half: 1, none: 0 }, words: '1 of 2, 1 draft only' },
          { label: '2 Answers', parts: { full: 0, half: 0, none: 1 }, words: '0 of 1, 1 missing' },
        ],
      },
      {
        kind: 'list',
        items: [
          'Our own rating: 1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %; 1 more is needed.',
          'The assessor: 0 of 3 applicable elements fair or better (1 rated so far): 0 %, the award asks for 50 %; 2 more are needed.',
        ],
      },
    ]);
  });

  it('calls a part that has no ID by its title', () => {
    const standard = 'title: Ours\nlevels: [Part, Element]\nchildren: [{ title: General, children: [{ id: E1, text: One }] }]\n';
    const [, bars] = below(report({ 'portfolio.yaml': 'standard: ours.yaml\n', 'ours.yaml': standard }), 'Coverage of Ours');
    deepEqual(bars?.kind === 'bars' && bars.bars.map(({ label }) => label), ['General']);
  }); // prettier-ignore

  it('says what has changed', () => {
    const before = indexOf({ 'portfolio.yaml': small(), 'a.md': evidence('1.1'), 'b.md': evidence('1.2', 'review-by: 2026-06-20\n') });
    const after = indexOf({ 'portfolio.yaml': small('assessment: { "2.1": { self: fair } }\n'), 'b.md': evidence('1.2', 'review-by: 2026-06-14\n'), 'c.md': '---\ntitle: Questions\nelements: ["2.1"]\n---\n\nWhat people ask, and what we answer, by post and at the desk.\n' });
    const [changes] = changesBetween(snapshotsOf(before), snapshotsOf(after));
    const found = reportOf(after.portfolios()[0]!, { since: { name: '1 May 2026', changes: changes! } });
    deepEqual(below(found, 'What has changed since 1 May 2026'), [
      { kind: 'paragraph', text: 'Evidenced 2 → 1; overdue 0 → 1.' },
      {
        kind: 'list',
        items: [
          'Without any evidence now: 1.1.', 'Overdue now: 1.2.', 'Evidenced now: 2.1.',
          '1 piece of evidence added, 1 taken away and 1 rating changed.',
        ],
      },
    ]);
    const [same] = changesBetween(snapshotsOf(after), snapshotsOf(after));
    deepEqual(below(reportOf(after.portfolios()[0]!, { since: { name: 'main', changes: same! } }), 'What has changed since main'), [
      { kind: 'paragraph', text: 'As many elements are evidenced as then.' },
    ]);
    const [made] = changesBetween([], snapshotsOf(after));
    match(JSON.stringify(reportOf(after.portfolios()[0]!, { since: { name: 'main', changes: made! } })), /the portfolio was not there then/);
  }); // prettier-ignore

  const many = Array.from({ length: 20 }, (_, at) => `E${at + 1}`);
  const ours = (title: string, ids: readonly string[]): string =>
    `title: ${title}\nlevels: [Element]\nchildren:\n${ids.map((id) => `  - { id: ${id}, text: Text ${id} }\n`).join('')}`;
  const plan = (progress: string): string =>
    `---\ntype: action-plan\n---\n\n| Ref | Action | Progress |\n| --- | --- | --- |\n| 1.1 | Ask | ${progress} |\n| 1.2 | Tell | Done |\n`;
  const named = (standards: string): Files => ({
    'portfolio.yaml': `title: Anytown\n${standards}`,
    'ours.yaml': ours('Ours', ['E1', 'E2']),
    'theirs.yaml': ours('Theirs', ['T1']),
  });
  for (const [name, before, after, says] of [
    [
      'many elements that are no longer evidenced',
      { ...named('standard: ours.yaml'), 'ours.yaml': ours('Ours', many), 'a.md': evidence(many.join('", "')) },
      { ...named('standard: ours.yaml'), 'ours.yaml': ours('Ours', many), 'a.md': evidence(many.join('", "'), 'status: draft\n') },
      ['Evidenced 20 → 0; draft only 0 → 20.', `On drafts only now: ${many.slice(0, 16).join(', ')} and 4 more.`],
    ],
    [
      'an action that is done, and one that was',
      { 'portfolio.yaml': small(), 'action-plan.md': plan('Not started') },
      { 'portfolio.yaml': small(), 'action-plan.md': plan('Complete') },
      ['As many elements are evidenced as then.', '1 action completed.'],
    ],
    [
      'a standard that has come',
      named('standards: { O: ours.yaml }'),
      named('standards: { O: ours.yaml, T: theirs.yaml }'),
      ['Missing 2 → 3.', 'Theirs is new among the standards.'],
    ],
    [
      'one that has gone',
      named('standards: { O: ours.yaml, T: theirs.yaml }'),
      named('standards: { O: ours.yaml }'),
      ['Missing 3 → 2.', 'Theirs is no longer among the standards.'],
    ],
    [
      'another one in its place',
      named('standard: ours.yaml'),
      named('standard: theirs.yaml'),
      ['Missing 2 → 1.', 'Another standard.'],
    ],
  ] as const satisfies readonly (readonly [string, Files, Files, readonly string[]])[])
    it(`says what has changed: ${name}`, () => {
      const [changes] = changesBetween(snapshotsOf(indexOf(before)), snapshotsOf(indexOf(after)));
      const found = below(report(after, { since: { name: 'main', changes: changes! } }), 'What has changed since main');
      const words = found.flatMap((block) => block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : []);
      deepEqual(words, says);
    }); // prettier-ignore

  it('has a line of progress where there is a past', () => {
    const point = (day: string, evidenced: number) => ({
      day, summary: { total: 4, evidenced, overdue: 0, draft: 0, missing: 3 - evidenced, notApplicable: 1 },
    }); // prettier-ignore
    const files = { 'portfolio.yaml': small() };
    deepEqual(
      below(report(files, { progress: [point('2026-05-31', 1), point('2026-06-15', 2)] }), 'Progress'),
      [
        {
          kind: 'line',
          caption: 'Elements with current evidence, at the end of each month and today',
          points: [
            { label: 'May 2026', share: 1 / 3, words: '33 %' },
            { label: 'Jun 2026', share: 2 / 3, words: '66 %' },
          ],
        },
      ],
    );
    ok(!headings(report(files, { progress: [point('2026-06-15', 2)] })).includes('Progress'));
  });

  it('says who has what to do, who is late first', () => {
    const found = report({
      'portfolio.yaml': small('assignments: { "2.1": Zoe }\n'),
      'a.md': evidence('1.1', 'owner: Adam\nreview-by: 2026-07-01\n'),
      'b.md': evidence('1.2', 'owner: Zoe\nreview-by: 2026-06-05\n'),
      'c.md': evidence('1.2', 'status: draft\n'),
    });
    const [summary, table] = below(found, 'Who has what to do');
    deepEqual(summary, { kind: 'paragraph', text: '4 things to do until 13 September 2026: 1 is late and 1 has nobody yet.' }); // prettier-ignore
    deepEqual(table?.kind === 'table' && table.rows, [
      ['Zoe', '2', 'Review “1.2 paper”, 10 days', 'Find evidence for 2.1, “Questions are answered”'],
      ['Adam', '1', '', 'Review “1.1 paper”, by 1 July 2026'],
      ['Nobody yet', '1', '', 'Finish “1.2 paper”'],
    ]);
  });

  it('names two things that are late, and counts the others', () => {
    const late = ['1.1', '1.2', '2.1'].map((id) => [`${id}.md`, evidence(id, 'owner: Zoe\nreview-by: 2026-06-05\n')]);
    const [, table] = below(report({ 'portfolio.yaml': small(), ...Object.fromEntries(late) as Files }), 'Who has what to do');
    deepEqual(table?.kind === 'table' && table.rows, [
      ['Zoe', '3', 'Review “1.1 paper”, 10 days; Review “1.2 paper”, 10 days; and 1 more', ''],
    ]);
  }); // prettier-ignore

  it('says what is missing and who has it, and what expires before the assessment', () => {
    const found = report({
      'portfolio.yaml': small('assessment-date: 2026-12-01\nassignments: { "1": Zoe }\n'),
      'a.md': evidence('2.1', 'owner: Adam\nreview-by: 2026-11-30\n'),
      'b.md': evidence('1.2', 'owner: Bo\nstatus: draft\n'),
      'action-plan.md':
        '---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target |\n| --- | --- | --- | --- |\n| 1.1 | Ask | Cy | 2026-08-01 |\n',
    });
    deepEqual(below(found, 'What expires before the assessment'), [
      {
        kind: 'paragraph',
        text: '1 element has evidence today, all of which expires before 1 December 2026 unless it is reviewed: 2.1.',
      },
    ]);
    const [table] = below(found, 'What is missing, and who has it');
    deepEqual(table?.kind === 'table' && table.rows, [
      ['1.1 People are greeted', 'Missing', 'Zoe, Cy', 'action by 1 August 2026'],
      ['1.2 The opening hours are known', 'Draft only', 'Zoe, Bo', '1.2 paper'],
    ]);
    const soon = Array.from({ length: 30 }, (_, at) => `E${at + 1}`);
    const expiring = report({
      'portfolio.yaml': 'title: Anytown\nstandard: ours.yaml\nassessment-date: 2026-12-01\n',
      'ours.yaml': ours('Ours', soon),
      'a.md': evidence(soon.join('", "'), 'review-by: 2026-11-30\n'),
    });
    deepEqual(below(expiring, 'What expires before the assessment'), [
      {
        kind: 'paragraph',
        text: `30 elements have evidence today, all of which expires before 1 December 2026 unless it is reviewed: ${soon.slice(0, 24).join(', ')} and 6 more.`,
      },
    ]);
    const whole = report({
      'portfolio.yaml': small(),
      'a.md': '---\ntitle: A\nelements: ["1.1", "1.2", "2.1"]\n---\n\nText.\n',
    });
    deepEqual(below(whole, 'What is missing, and who has it'), [
      { kind: 'paragraph', text: 'Every element has current evidence.' },
    ]);
  });

  it('cuts a long title in two, and ends what it quotes', () => {
    const title = 'What everybody who asks at the desk was told about the opening hours of May';
    const found = report({
      'portfolio.yaml': small(),
      'a.md': `---\ntitle: ${title}\nelements: ["1.1"]\nowner: Adam\nreview-by: 2026-06-05\n---\n\nText.\n`,
      'action-plan.md': `---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target |\n| --- | --- | --- | --- |\n| 1.2 | ${title} | Bo | 2026-06-01 |\n`,
    });
    const [, table] = below(found, 'Who has what to do');
    deepEqual(table?.kind === 'table' && table.rows.slice(0, 2).map(([who, , late]) => [who, late]), [
      ['Adam', 'Review “What everybody who asks at the desk was told about the…”, 10 days'],
      ['Bo', 'What everybody who asks at the desk was told about the opening…, 14 days'],
    ]);
  });

  describe('point by point', () => {
    const guided = (elements: number): string =>
      `title: Guided\nlevels: [Element]\nchildren:\n${Array.from({ length: elements }, (_, at) => `  - { id: E${at + 1}, text: Text, guidance: [Alpha things, Beta things] }\n`).join('')}`;
    const ticked = (title: string, id = 'E1'): string =>
      `---\ntitle: ${title}\nelements: [${id}]\n---\n\n- [x] Alpha things\n`;
    const heat = (files: Files, elements: number): readonly Block[] =>
      below(report({ 'portfolio.yaml': 'standard: guided.yaml\n', 'guided.yaml': guided(elements), ...files }), 'Guidance, point by point');
    const rows = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heat' ? block.rows : []));

    it('shows all of a standard that fits, and of a large one what somebody has begun', () => {
      const files = { 'a.md': ticked('A'), 'b.md': ticked('B', 'E3') };
      deepEqual([rows(heat(files, 60)).length, rows(heat(files, 61)).length], [60, 2]);
      deepEqual(heat(files, 61).at(-1), { kind: 'paragraph', text: '59 more elements are not shown.' });
      ok(!JSON.stringify(heat(files, 60)).includes('not shown'));
    });

    for (const [name, body, sum, row] of [
      ['all of them', '- [x] Alpha things\n- [x] Beta things', '2 of 2 points addressed.', '2 of 2 addressed'],
      ['one that is listed', '- [x] Alpha things\n- [ ] Beta things', '1 of 2 points addressed, 1 listed and not ticked.', '1 of 2 addressed; not ticked: 2'],
    ] as const)
      it(`counts what is addressed: ${name}`, () => {
        const blocks = heat({ 'a.md': `---\nelements: [E1]\n---\n\n${body}\n` }, 1);
        deepEqual(blocks[0], { kind: 'paragraph', text: sum });
        deepEqual(rows(blocks).map(({ words }) => words), [row]);
      });

    it('names a few of those who take up a point, and says how many more there are', () => {
      const files = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at + 1}.md`, ticked(`P${at + 1}`)]));
      deepEqual(rows(heat(files, 1)).map(({ words, by }) => [words, by]), [
        ['1 of 2 addressed; in no evidence: 2', 'P1: 1; P2: 1; P3: 1; P4: 1; and 2 more'],
      ]);
    });
  }); // prettier-ignore

  it('stays short where much is missing', () => {
    const people = Array.from({ length: 40 }, (_, at) => [
      `e/${at}.md`,
      `---\ntitle: Paper ${at}\nelements: [1.1.1]\nowner: Officer ${at}\nreview-by: 2026-01-01\n---\n\nText.\n`,
    ]);
    const found = report({ 'portfolio.yaml': '', ...(Object.fromEntries(people) as Files) });
    const tables = found.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));
    deepEqual(tables, [16, 16]);
    match(JSON.stringify(found), /25 other people have something to do/);
    match(JSON.stringify(found), /41 more elements have no current evidence/);
  });
});
