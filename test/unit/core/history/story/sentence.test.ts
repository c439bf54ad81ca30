/** What has changed, as the sentence that is proposed for a message: from the texts of two sides. */
import { equal } from 'node:assert/strict';
import { changesBetween } from '../../../../../server/core/history/changes';
import type { PortfolioSnapshot } from '../../../../../server/core/history/snapshot';
import { snapshotsOf } from '../../../../../server/core/history/snapshots';
import { sentenceOf } from '../../../../../server/core/history/story/sentence';
import type { Files } from '../../../support/portfolioFiles';
import { indexOf } from '../../../support/portfolioFiles';

const snapshots = (files: Files): readonly PortfolioSnapshot[] => snapshotsOf(indexOf(files));

const p = 'title: Anytown\nstandard: small\n';
const on = (title: string, ids: string, more = '', body = 'Text.'): string =>
  `---\ntitle: ${JSON.stringify(title)}\nelements: [${ids}]\n${more}---\n\n${body}\n`;
const plan = (...rows: readonly string[]): string =>
  `# Plan\n\n| Element | Action | Responsibility | Target date | Progress |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;

const many = Array.from({ length: 6 }, (_, at) => `E${at + 1}`);

/** A portfolio with a standard of its own. */
const own = (ids: readonly string[], text = 'Text', rated: readonly string[] = []): Files => ({
  'p/portfolio.yaml': `title: Anytown\nstandard: own.yaml\nassessment: { ${rated.map((id) => `${id}: { self: good }`).join(', ')} }\n`,
  'p/own.yaml': `title: Own\nlevels: [Element]\nratings: [{ id: good, title: Good }]\nchildren:\n${ids.map((id) => `  - { id: ${id}, text: ${text} }\n`).join('')}`,
});

describe('What has changed, in a sentence', () => {
  const table: readonly (readonly [what: string, before: Files, after: Files, says: string])[] = [
    ['nothing', { 'p/a.md': on('A', "'1.1'") }, { 'p/a.md': on('A', "'1.1'") }, ''],
    ['one is added', {}, { 'p/a.md': on('Complaints', "'1.2', '1.1'") }, 'Add “Complaints” for 1.2 and 1.1'],
    [
      'several are added, their elements in the order of the standard',
      {},
      { 'p/a.md': on('A', "'1.2'"), 'p/b.md': on('B', "'1.1', '1.2'") },
      'Add 2 pieces of evidence for 1.1 and 1.2',
    ],
    ['one is removed', { 'p/a.md': on('A', "'1.1'") }, {}, 'Remove “A”'],
    [
      'one is used for more',
      { 'p/a.md': on('A', "'1.1'") },
      { 'p/a.md': on('A', "'1.1', '1.2'") },
      'Use “A” for 1.2, too',
    ],
    [
      'one is used for fewer',
      { 'p/a.md': on('A', "'1.1', '1.2'") },
      { 'p/a.md': on('A', "'1.1'") },
      'No longer use “A” for 1.2',
    ],
    [
      'one is used for another',
      { 'p/a.md': on('A', "'1.1'") },
      { 'p/a.md': on('A', "'1.2'") },
      'Use “A” for 1.2, and not for 1.1',
    ],
    [
      'one has another status',
      { 'p/a.md': on('A', "'1.1'", 'status: draft\n') },
      { 'p/a.md': on('A', "'1.1'", 'status: in-review\n') },
      'Mark “A” as in review',
    ],
    [
      'one is to be reviewed another day',
      { 'p/a.md': on('A', "'1.1'", 'review-by: 2027-01-01\n') },
      { 'p/a.md': on('A', "'1.1'", 'review-by: 2027-05-01\n') },
      'Set the review of “A” to 2027-05-01',
    ],
    [
      'one has other words',
      { 'p/a.md': on('A', "'1.1'") },
      { 'p/a.md': on('A', "'1.1'", '', 'Other text.') },
      'Revise “A”',
    ],
    [
      'a file is told once, for its greatest change',
      { 'p/a.md': on('A', "'1.1'", 'status: draft\n') },
      { 'p/a.md': on('A', "'1.1', '1.2'", 'status: approved\n', 'Other text.') },
      'Use “A” for 1.2, too',
    ],
    [
      'different things',
      { 'p/a.md': on('A', "'1.1'"), 'p/b.md': on('B', "'1.1'") },
      {
        'p/a.md': on('A', "'1.1'", '', 'Other.'),
        'p/c.md': on('C', "'1.2'", '', 'Something else altogether.'),
      },
      'Add “C” for 1.2, remove “B” and revise “A”',
    ],
    [
      'an action',
      {},
      { 'p/action-plan.md': plan('| 1.1 | Ask people | Jo | 2027-01-01 | |') },
      'Plan 1 action',
    ],
    [
      'another action, and one that is gone',
      {
        'p/action-plan.md': plan(
          '| 1.1 | Ask people | Jo | 2027-01-01 | |',
          '| 1.2 | Tell people | Jo | 2027-01-01 | |',
        ),
      },
      { 'p/action-plan.md': plan('| 1.1 | Ask people | Jo | 2027-01-01 | Complete |') },
      'Change 1 action and remove 1 action',
    ],
    [
      'an action by somebody else, and one by another day',
      { 'p/action-plan.md': plan('| 1.1 | Ask | Jo | 2027-01-01 | |', '| 1.2 | Tell | Jo | 2027-01-01 | |') },
      { 'p/action-plan.md': plan('| 1.1 | Ask | Al | 2027-01-01 | |', '| 1.2 | Tell | Jo | 2027-02-01 | |') },
      'Change 2 actions',
    ],
    [
      'an action in other words',
      { 'p/action-plan.md': plan('| 1.1 | Ask | Jo | 2027-01-01 | |') },
      { 'p/action-plan.md': plan('| 1.1 | Ask everybody | Jo | 2027-01-01 | |') },
      'Change 1 action',
    ],
    [
      'actions of a table that has two columns',
      { 'p/action-plan.md': '# Plan\n\n| Element | Action |\n| --- | --- |\n| 1.1 | Ask |\n' },
      {
        'p/action-plan.md': '# Plan\n\n| Element | Action |\n| --- | --- |\n| 1.1 | Ask |\n| 1.2 | Tell |\n',
      },
      'Plan 1 action',
    ],
    [
      'one has no status any longer',
      { 'p/a.md': on('A', "'1.1'", 'status: draft\n') },
      { 'p/a.md': on('A', "'1.1'") },
      'Change the state of “A”',
    ],
    [
      'one has no day of review any longer',
      { 'p/a.md': on('A', "'1.1'", 'review-by: 2027-01-01\n') },
      { 'p/a.md': on('A', "'1.1'") },
      'Change the state of “A”',
    ],
    [
      'several are removed, and several revised',
      {
        'p/a.md': on('A', "'1.1'"),
        'p/b.md': on('B', "'1.1'"),
        'p/c.md': on('C', "'1.2'"),
        'p/d.md': on('D', "'1.2'"),
      },
      { 'p/c.md': on('C', "'1.2'", '', 'Other.'), 'p/d.md': on('D', "'1.2'", '', 'Else.') },
      'Remove 2 pieces of evidence and revise 2 pieces of evidence',
    ],
    [
      'one is elsewhere',
      { 'p/a.md': on('A', "'1.1'") },
      { 'p/below/a.md': on('A', "'1.1'") },
      'Move the file of “A”',
    ],
    ['one is for an element that nobody knows', {}, { 'p/a.md': on('A', "'8.8'") }, 'Add “A” for 8.8'],
    [
      'ratings of one element by both',
      {},
      { 'p/portfolio.yaml': `${p}assessment: { "1.1": { self: good, assessor: fair } }\n` },
      'Rate 1.1',
    ],
    ['an element in other words', own(['A']), own(['A'], 'Other words'), 'Change the text of the standard'],
    ['an element more', own(['A']), own(['A', 'B']), 'Change the text of the standard'],
    ['an element fewer', own(['A', 'B']), own(['A']), 'Change the text of the standard'],
    ['another standard', {}, own(['A']), 'Change the standard'],
    [
      'ratings of a few elements',
      own(many.slice(0, 4)),
      own(many.slice(0, 4), 'Text', many.slice(0, 4)),
      'Rate E1, E2, E3 and E4',
    ],
    ['ratings of many elements', own(many), own(many, 'Text', many), 'Rate E1, E2, E3 and 3 others'],
    [
      'more than anybody wants to read',
      { 'p/a.md': on('A', "'1.1'"), 'p/b.md': on('B', "'1.1'") },
      {
        'p/portfolio.yaml': `${p}assessment: { "1.1": { self: good } }\n`,
        'p/a.md': on('A', "'1.1'", '', 'Other.'),
        'p/c.md': on('C', "'1.2'", '', 'Something else altogether.'),
        'p/action-plan.md': plan('| 1.1 | Ask people | Jo | 2027-01-01 | |'),
      },
      'Add “C” for 1.2, remove “B”, revise “A” and make 2 other changes',
    ],
    [
      'an empty portfolio is begun',
      {},
      { 'q/portfolio.yaml': 'title: Otherton\nstandard: small\n' },
      'Begin the portfolio “Otherton”',
    ],
    [
      'a title of many lines and many words',
      {},
      { 'p/a.md': on(`One\n\ttwo ${'three '.repeat(30)}`, "'1.1'") },
      'Add “One two three three three three three three three three thr…” for 1.1',
    ],
    [
      'signs that turn a line around',
      {},
      { 'p/a.md': on('A\u202eB\u0007C', "'1.1'") },
      'Add “A B C” for 1.1',
    ],
    [
      'a portfolio is begun',
      {},
      { 'q/portfolio.yaml': 'title: Otherton\nstandard: small\n', 'q/a.md': on('A', "'1.1'") },
      'Begin the portfolio “Otherton” with 1 piece of evidence',
    ],
    [
      'two portfolios',
      { 'q/portfolio.yaml': 'title: Otherton\nstandard: small\n', 'q/a.md': on('A', "'1.1'") },
      {
        'q/portfolio.yaml': 'title: Otherton\nstandard: small\n',
        'q/a.md': on('A', "'1.1'", '', 'Other.'),
        'p/a.md': on('B', "'1.2'"),
      },
      '“Anytown”: Add “B” for 1.2; “Otherton”: Revise “A”',
    ],
  ];
  for (const [what, before, after, says] of table)
    it(`says: ${what}`, () => {
      const base = { 'p/portfolio.yaml': p };
      const changes = changesBetween(snapshots({ ...base, ...before }), snapshots({ ...base, ...after }));
      equal(sentenceOf(changes), says);
    });

  it('says that a portfolio is gone', () => {
    const files = { 'p/portfolio.yaml': p, 'p/a.md': on('A', "'1.1'") };
    equal(sentenceOf(changesBetween(snapshots(files), snapshots({}))), 'Remove the portfolio “Anytown”');
  });
});
