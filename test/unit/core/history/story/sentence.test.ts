/** What has changed, as the sentence that is proposed for a message: from the texts of two sides. */
import { equal } from 'node:assert/strict';
import { changesBetween } from '../../../../../server/core/history/changes';
import type { PortfolioSnapshot } from '../../../../../server/core/history/snapshot';
import { snapshotsOf } from '../../../../../server/core/history/snapshots';
import { sentenceOf } from '../../../../../server/core/history/story/sentence';
import { PortfolioIndex } from '../../../../../server/core/index/portfolioIndex';
import { matcher } from '../../../../../server/host/files/matcher';
import { settledRules } from '../../../support/settledRules';
import { small } from '../../../support/standards';

type Files = Readonly<Record<string, string>>;

function snapshots(files: Files): readonly PortfolioSnapshot[] {
  const index = new PortfolioIndex({
    standards: new Map([[small.id, small]]),
    matcher,
    today: '2026-11-21',
    rules: settledRules,
  });
  index.apply([
    { kind: 'folders', folders: ['file:///all'] },
    ...Object.entries(files).map(([path, text]) => ({
      kind: 'text' as const,
      uri: `file:///all/${path}`,
      text,
    })),
  ]);
  return snapshotsOf(index);
}

const p = 'title: Anytown\n';
const on = (title: string, ids: string, more = '', body = 'Text.'): string =>
  `---\ntitle: ${JSON.stringify(title)}\nelements: [${ids}]\n${more}---\n\n${body}\n`;
const plan = (...rows: readonly string[]): string =>
  `# Plan\n\n| Element | Action | Responsibility | Target date | Progress |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;

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
      { 'q/portfolio.yaml': 'title: Otherton\n', 'q/a.md': on('A', "'1.1'") },
      'Begin the portfolio “Otherton” with 1 piece of evidence',
    ],
    [
      'two portfolios',
      { 'q/portfolio.yaml': 'title: Otherton\n', 'q/a.md': on('A', "'1.1'") },
      {
        'q/portfolio.yaml': 'title: Otherton\n',
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
