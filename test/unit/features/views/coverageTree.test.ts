import { deepEqual, equal } from 'node:assert/strict';
import type { WholeNode, WholePortfolio } from '../../../../server/features/views/coverageEvidence';
import { wholeCoverage } from '../../../../server/features/views/coverageEvidence';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';

const treeOf = (files: Files, setting?: IndexSetting): WholePortfolio => {
  const coverage = wholeCoverage(indexOf(files, setting).portfolios()[0]!);
  return { ...coverage, nodes: coverage.nodes.map(counted) };
};

/** The number of items is that of the evidence: said once here, and not of each node. */
function counted({ items, ...node }: WholeNode): WholeNode {
  equal(items, node.state === undefined ? undefined : node.evidence.length, node.id);
  return { ...node, children: node.children.map(counted) };
}

const small = 'standard: small\ntitle: Anytown\n';

describe('The coverage tree', () => {
  it('has the shape of the standard, with states, counts and evidence', () => {
    const tree = treeOf({
      'portfolio.yaml': `${small}assessment: { "2.1": { applicable: false, reason: No questions } }\n`,
      'b10.md': '---\ntitle: Ten\nelements: ["1.1"]\nstatus: draft\n---\n',
      'b9.md': '---\nelements: ["1.1", "1.2"]\nowner: Desk\nreview-by: 2026-06-14\n---\n# Nine\n',
      'c.md': '---\nelements: ["1.1"]\nstatus: aproved\n---\n',
      'd.md': '---\ntitle: Gone\nelements: ["1.1"]\nstatus: withdrawn\n---\n',
      'e.md': '---\ntitle: Good\nelements: ["1.1"]\nreview-by: 2026-06-15\n---\n',
      'notes.md': '# Not evidence\n',
    });
    const row = { evidence: [], children: [], level: 'Element' };
    const nine = {
      uri: at('b9.md'),
      title: 'Nine',
      status: 'approved',
      reviewBy: '2026-06-14',
      overdue: true,
      owner: 'Desk',
    };
    deepEqual(tree, {
      root: home,
      manifest: at('portfolio.yaml'),
      title: 'Anytown',
      standard: 'small',
      standardTitle: 'Small Standard',
      files: 5,
      summary: { total: 3, evidenced: 1, overdue: 1, draft: 0, missing: 0, notApplicable: 1 },
      ratings: [
        { id: 'good', title: 'Good', description: '' },
        { id: 'fair', title: 'Fair', description: '' },
        { id: 'poor', title: 'Poor', description: '' },
      ],
      nodes: [
        {
          id: '1',
          title: 'Welcome',
          text: '',
          level: 'Criterion',
          summary: { total: 2, evidenced: 1, overdue: 1, draft: 0, missing: 0, notApplicable: 0 },
          evidence: [],
          children: [
            {
              ...row,
              id: '1.1',
              title: 'People are greeted',
              text: 'People are greeted',
              state: 'evidenced',
              current: 1,
              evidence: [
                nine,
                {
                  uri: at('b10.md'),
                  title: 'Ten',
                  status: 'draft',
                  reviewBy: null,
                  overdue: false,
                  owner: null,
                },
                {
                  uri: at('c.md'),
                  title: 'c.md',
                  status: 'draft',
                  reviewBy: null,
                  overdue: false,
                  owner: null,
                },
                {
                  uri: at('e.md'),
                  title: 'Good',
                  status: 'approved',
                  reviewBy: '2026-06-15',
                  overdue: false,
                  owner: null,
                },
              ],
            },
            {
              ...row,
              id: '1.2',
              title: 'The opening hours are known',
              text: 'The opening hours are known',
              state: 'overdue',
              current: 0,
              evidence: [nine],
            },
          ],
        },
        {
          id: '2',
          title: 'Answers',
          text: '',
          level: 'Criterion',
          summary: { total: 1, evidenced: 0, overdue: 0, draft: 0, missing: 0, notApplicable: 1 },
          evidence: [],
          children: [
            {
              ...row,
              id: '2.1',
              title: 'Questions are answered',
              text: 'Questions are answered',
              state: 'not-applicable',
              current: 0,
              reason: 'No questions',
            },
          ],
        },
      ],
    });
  });
  it('has the ratings of elements, of groups added up, and how they stand against the award', () => {
    const { award, nodes } = treeOf({
      'portfolio.yaml': `${small}assessment:
  "1.1": { self: good, assessor: poor, comment: More *figures*, assessed: 2026-05-14 }
  "1.2": { self: splendid }
  "2.1": { comment: To be done }
`,
    });
    deepEqual(
      nodes.map(({ ratings, children }) => [ratings, children.map(({ rating }) => rating)]),
      [
        [
          {
            counts: [
              { rating: 'good', count: 1 },
              { rating: 'fair', count: 0 },
              { rating: 'poor', count: 0 },
            ],
            unrated: 1,
            words: '1 good, 1 not rated',
          },
          [
            {
              self: 'good',
              assessor: 'poor',
              comment: 'More *figures*',
              assessed: '2026-05-14',
              words: ['rated good', 'the assessor: poor, on 14 May 2026', '“More *figures*”'],
            },
            undefined,
          ],
        ],
        [
          {
            counts: [
              { rating: 'good', count: 0 },
              { rating: 'fair', count: 0 },
              { rating: 'poor', count: 0 },
            ],
            unrated: 1,
            words: '1 not rated',
          },
          [{ comment: 'To be done', words: ['“To be done”'] }],
        ],
      ],
    );
    deepEqual(award, {
      self: {
        rating: 'fair',
        percent: 50,
        applicable: 3,
        reached: 1,
        needed: 2,
        share: '33 %',
        words: '1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %',
        neededWords: '1 more is needed',
        between: [{ id: '1.2' }, { id: '2.1' }],
      },
      assessor: {
        rating: 'fair',
        percent: 50,
        applicable: 3,
        reached: 0,
        needed: 2,
        share: '0 %',
        words: '0 of 3 applicable elements fair or better (1 rated so far): 0 %, the award asks for 50 %',
        neededWords: '2 more are needed',
        between: [{ id: '1.1', rating: 'poor' }, { id: '1.2' }, { id: '2.1' }],
      },
    });
  });
  it('keeps silent about ratings and the award where nothing is rated', () => {
    const { award, nodes } = treeOf({
      'portfolio.yaml': `${small}assessment: { "1.1": { comment: Later } }\n`,
    });
    equal(award, undefined);
    deepEqual(
      nodes.map(({ ratings }) => ratings),
      [undefined, undefined],
    );
  });
  it('says how many points of the guidance are addressed, in all files that count', () => {
    const file = (element: string, text: string, more = ''): string =>
      `---\nelements: ["${element}"]\n${more}---\n${text}\n`;
    const { nodes } = treeOf({
      'portfolio.yaml': '',
      'a.md': file('3.2.4', '- [x] Complaints and comments from customers.\n- [ ] Something else'),
      'b.md': file(
        '3.2.4',
        '- [x] Customers’ views and feedback on the accuracy of the information: the survey',
      ),
      'c.md': file('3.2.4', '- [x] Complaints and comments from customers.'),
      'd.md': file(
        '3.2.4',
        '- [x] Details of the service standards for responding to customers’ enquiries.',
        'status: withdrawn\n',
      ),
      'e.md': file('1.1.1', 'No list'),
    });
    const elements = nodes.flatMap(({ children }) => children).flatMap(({ children }) => children);
    const found = elements.flatMap(({ id, points }) => (points ? [[id, points]] : []));
    deepEqual(found, [['3.2.4', { addressed: 2, total: 4 }]]);
    equal(elements.find(({ id }) => id === '3.2.4')?.guidance?.length, 4);
  });
  it('has the strongest evidence first', () => {
    const file = (title: string, more: string) =>
      `---\ntitle: ${title}\nelements: ["1.1", "1.2"]\n${more}---\n`;
    const { nodes } = treeOf({
      'portfolio.yaml': small,
      'a.md': file('A', ''),
      'b.md': file('B', 'strongest: ["2.1"]\n'),
      'c.md': file('C', 'strongest: 1.1\n'),
      'd.md': file('D', 'strongest: ["1.1", "9.9"]\n'),
      'e.md': file('E', 'strongest: 1.1\nstatus: withdrawn\n'),
    });
    const rows = nodes
      .flatMap(({ children }) => children)
      .map(({ id, evidence }) => [
        id,
        evidence.map(({ title, strongest }) => `${title}${strongest ? '!' : ''}`).join(' '),
      ]);
    // 9.9 is what 1.2 was in an earlier edition.
    deepEqual(rows.slice(0, 2), [
      ['1.1', 'C! D! A B'],
      ['1.2', 'D! A B C'],
    ]);
  });
  it('calls groups without an ID by their titles, of one standard and of several', () => {
    const standard = (id: string): string =>
      `title: T\nchildren:\n  - title: Welcome\n    children: [{ id: "${id}", text: Words }]\n`;
    const rows = (manifest: string): readonly string[] =>
      treeOf({ 'portfolio.yaml': manifest, 'a.yaml': standard('1'), 'b.yaml': standard('2') })
        .nodes.flatMap((node) => (node.id === 'A' || node.id === 'B' ? node.children : node))
        .map(({ id, label }) => label ?? id);
    deepEqual(rows('standard: a.yaml\n'), ['Welcome']);
    deepEqual(rows('standards: { A: a.yaml, B: b.yaml }\n'), ['Welcome', 'Welcome']);
  });

  it('does without a manifest', () => {
    const { manifest, title, standard, files } = treeOf({ 'a.md': '---\nelements: [1.1.1]\n---\n' });
    deepEqual([manifest, title, standard, files], [null, 'anytown', 'customer-service-excellence', 1]);
  });
  it('is of a portfolio without evidence, too', () =>
    deepEqual(treeOf({ 'portfolio.yaml': small }).summary, {
      total: 3,
      evidenced: 0,
      overdue: 0,
      draft: 0,
      missing: 3,
      notApplicable: 0,
    }));
  it('is plain data', () => {
    const tree = treeOf({ 'portfolio.yaml': small, 'a.md': '---\nelements: ["1.1"]\n---\n' });
    deepEqual(JSON.parse(JSON.stringify(tree)), tree);
  });
  it('has all 57 elements of Customer Service Excellence', () =>
    equal(treeOf({ 'portfolio.yaml': '' }).summary.total, 57));
});
