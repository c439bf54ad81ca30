import { deepEqual, equal, match } from 'node:assert/strict';
import { assign } from '../../../../server/features/editing/editsOfAssignments';
import { dueList, peopleOf } from '../../../../server/features/views/dueList';
import { applyEdits } from '../../../../server/core/text/edit';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const manifest =
  'standard: small\ntitle: Anytown\nassessment-date: 2027-05-12\nassignments: { "2.1": [Clerk, Front desk] }\n';
const files: Files = {
  'portfolio.yaml': manifest,
  'a.md': '---\ntitle: Survey\nelements: ["1.1"]\nowner: Front Desk\nreview-by: 2026-06-01\n---\n\nText.\n',
  'b.md': '---\ntitle: Hours\nelements: ["1.2"]\nowner: front desk\nstatus: in-review\n---\n\nText.\n',
  'c.md': '---\ntitle: More\nelements: ["1.1"]\nreview-by: 2026-12-01\n---\n\nText.\n',
  'action-plan.md':
    '| Ref | Action | Responsibility | Target Completion Date |\n| --- | --- | --- | --- |\n| 1.1 | Ask | Clerk | 2026-06-30 |\n| 9.9 | Look | | 2026-06-10 |\n| 1.1 | Ask again | Clerk | 2026-07-10 |\n',
};
const portfolioOf = (more: Files = {}): Portfolio => indexOf({ ...files, ...more }).portfolios()[0]!;

describe('The list of what is due', () => {
  it('has what is due in the days ahead, late first, and by person', () => {
    const { rows, people, further, until, summary, title } = dueList(portfolioOf(), 31);
    deepEqual(
      rows.map(({ kind, what, urgency, uri, elements, order, isWaiting }) => [kind, what, urgency, uri.replace(at(''), ''), elements.join(), order, isWaiting]), // prettier-ignore
      [
        ['review', 'Review “Survey”', 'late', '/a.md', '1.1', undefined, undefined],
        ['action', 'Look', 'late', '/action-plan.md', '9.9', 0, undefined],
        ['action', 'Ask', 'soon', '/action-plan.md', '1.1', 0, undefined],
        ['action', 'Ask again', 'soon', '/action-plan.md', '1.1', 1, undefined],
        ['draft', 'Approve “Hours”', 'later', '/b.md', '1.2', undefined, true],
        ['element', 'Find evidence for 2.1, “Questions are answered”', 'later', '/portfolio.yaml', '2.1', undefined, undefined], // prettier-ignore
      ],
    );
    deepEqual(
      people.map(({ key, name, rows: own }) => [key, name, own]),
      [
        ['clerk', 'Clerk', [2, 3, 5]],
        ['frontdesk', 'Front Desk', [0, 4, 5]],
        ['', 'Nobody yet', [1]],
      ],
    );
    deepEqual([further, until, title], [1, '2026-07-16', 'Anytown']);
    match(
      summary,
      /^6 things to do until 16 July 2026: 2 are late and 1 has nobody yet\. 1 review or action is/,
    );
  });

  it('looks as far as the assessment where nobody says how far', () => {
    const { rows, until } = dueList(portfolioOf(), undefined);
    equal(until, '2027-05-12');
    deepEqual(rows.filter(({ what }) => what === 'Review “More”').map(({ by }) => by), ['2026-12-01']); // prettier-ignore
  });
});

it('People are those with evidence, actions or elements to find evidence for, each once', () => {
  deepEqual(peopleOf([portfolioOf()]), [
    { key: 'clerk', name: 'Clerk', owners: [], evidence: 0, actions: 2, assignments: 1 },
    {
      key: 'frontdesk',
      name: 'Front Desk',
      owners: ['Front Desk', 'front desk'],
      evidence: 2,
      actions: 0,
      assignments: 1,
    },
  ]);
  deepEqual(peopleOf([]), []);
});

describe('Assigning', () => {
  /** portfolio.yaml after it, or what is said instead. */
  function assigned(
    text: string | undefined,
    elements: readonly string[],
    who: readonly string[],
    more: Files = {},
  ): string {
    const own = text === undefined ? {} : { 'portfolio.yaml': text };
    const others = Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'portfolio.yaml'));
    const portfolio = indexOf({ ...others, ...more, ...own }).portfolios()[0]!;
    const outcome = assign(portfolio, text, elements, who);
    if (outcome.kind === 'refused') return outcome.message;
    const [edit] = outcome.edits;
    return edit?.kind === 'create'
      ? edit.text
      : edit?.kind === 'edit'
        ? applyEdits(edit.text, edit.edits)
        : '';
  }

  it('writes all elements in one edit, each person once', () => {
    equal(
      assigned('standard: small # ours\n', ['2.1', '1.1'], ['Jo', ' Jo', 'Al']),
      'standard: small # ours\nassignments:\n  "1.1": [Jo, Al]\n  "2.1": [Jo, Al]\n',
    );
    equal(assigned(manifest, ['2.1'], ['Jo']), manifest.replace('[Clerk, Front desk]', '[Jo]'));
  });
  it('makes portfolio.yaml where there is none', () => {
    const cited = { 'a.md': '---\nelements: [1.1.1]\n---\n\nText.\n' };
    equal(
      assigned(undefined, ['1.1.2', '1.1.1'], ['Jo'], cited),
      'standard: customer-service-excellence\n\nassignments:\n  1.1.2: Jo\n  1.1.1: Jo\n',
    );
  });
  it('takes it back', () => {
    equal(assigned(manifest, ['2.1'], []), manifest.replace('{ "2.1": [Clerk, Front desk] }', '{ }'));
    equal(assigned('standard: small\n', ['2.1'], []), 'Nobody has 2.1 yet.');
    match(assigned('standard: small\nassignments: { "2": Jo }\n', ['2.1'], []), /^2\.1 is with Jo because 2 is\./); // prettier-ignore
  });
  it('says why it cannot', () => {
    equal(assigned('standard: small\n', ['7.7'], ['Jo']), '7.7 is not an element of Small Standard.');
    equal(assigned('standard: small\nassignments: { "2.1": Jo }\n', ['2.1'], ['Jo']), 'Jo has that already.');
    match(
      assigned('standard: small\nassignments: Jo\n', ['2.1'], ['Jo']),
      /^portfolio\.yaml was left as it is/,
    );
    equal(assigned('standard: small\n', [], ['Jo']), 'No element was named.');
  });
  it('writes IDs of several standards as the others are written', () => {
    const two: Files = {
      'one.yaml': 'title: One\nchildren: [{ id: "1.1", text: One }, { id: "1.2", text: Two }]\n',
      'two.yaml': 'title: Two\nchildren: [{ id: "1.1", text: One }, { id: AC-2, text: Accounts }]\n',
      'a.md': '---\nelements: [AC-2]\n---\n\nText.\n',
    };
    const head = 'standards: { A: one.yaml, B: two.yaml }\n';
    equal(
      assigned(head, ['B:1.1', 'B:AC-2', 'A:1.2'], ['Jo'], two),
      `${head}assignments:\n  A:1.2: Jo\n  B:1.1: Jo\n  B:AC-2: Jo\n`,
    );
    equal(
      assigned(`${head}assignments:\n  B:\n    AC-2: Al\n`, ['B:1.1', 'A:1.1'], ['Jo'], two),
      `${head}assignments:\n  A:1.1: Jo\n  B:\n    "1.1": Jo\n    AC-2: Al\n`,
    );
    equal(
      assigned(`${head}assignments:\n  B:\n    AC-2: Al # a\n`, ['B:AC-2'], ['Jo'], two),
      `${head}assignments:\n  B:\n    AC-2: Jo # a\n`,
    );
    equal(
      assigned(`${head}assignments:\n  B:\n    AC-2: Al\n`, ['B:AC-2'], [], two),
      `${head}assignments:\n  B:\n`,
    );
  });
});
