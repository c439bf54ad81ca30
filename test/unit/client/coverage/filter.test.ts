import { leftByWords } from '../../../../client/coverage/wordFilter';
import { deepEqual, equal } from 'node:assert/strict';
import {
  askedOf,
  countShown,
  filterMessage,
  filterNodes,
  filterWords,
  isOfOwner,
  isOff,
  noFilter,
  summaryShown,
  type Filter,
} from '../../../../client/coverage/filter';
import {
  nodeDescription,
  nodeSpoken,
  nodeTooltip,
  shownDescription,
} from '../../../../client/words/coverageLabels';
import { childRows, fileRow, rootRows, type Shown } from '../../../../client/coverage/rows';
import type { CoverageNode, EvidenceRow } from '../../../../server/lsp/protocol';
import { element, evidenceSource, group, row, summary } from './example';

const desk = row('desk', { owner: 'Desk' });
const panel = row('panel', { owner: 'Panel' });
const nobodys = row('nobodys');

const tree: readonly CoverageNode[] = [
  group('1', 'Complaints', [
    group('1.1', 'One one', [
      element('1.1.1', 'evidenced', { items: 2, text: 'We answer letters.' }),
      element('1.1.2', 'missing', { text: 'We learn from letters.', guidance: ['What staff say.'] }),
    ]),
    group('1.2', 'One two', [element('1.2.1', 'evidenced', { items: 1, text: 'We ask people.' })]),
  ]),
  group('2', 'Two', [
    element('2.1', 'overdue', {
      items: 1,
      text: 'We have aims.',
      children: [element('2.1.a', 'missing', { text: 'Aims for staff.' })],
    }),
  ]),
];

const ids = (nodes: readonly CoverageNode[]): readonly string[] =>
  nodes.flatMap((node) => [node.id, ...ids(node.children)]);

const filterOf = (part: Partial<Filter>): Filter => ({ ...noFilter, ...part });
const states = (...wanted: readonly string[]): Partial<Filter> => ({
  states: new Set(wanted) as Filter['states'],
});
const owners = (...wanted: readonly string[]): Partial<Filter> => ({ owners: new Set(wanted) });

describe('A group under a filter', () => {
  const whole: readonly CoverageNode[] = [
    group(
      '1',
      'Complaints',
      [
        group('1.1', 'Letters', [element('1.1.1', 'evidenced', { items: 1 }), element('1.1.2', 'missing')], {
          evidenced: 1,
          missing: 1,
        }),
        {
          ...element('1.2', 'missing', {
            children: [element('1.2.1', 'draft'), element('1.2.2', 'missing')],
          }),
          summary: summary({ missing: 2, draft: 1 }),
        },
      ],
      { evidenced: 1, missing: 3, draft: 1 },
    ),
  ];
  const said = (filter: Partial<Filter>): readonly string[] => {
    const rows = (nodes: readonly CoverageNode[]): readonly string[] =>
      nodes.flatMap((node) => [`${node.id} ${nodeDescription(node)}`, ...rows(node.children)]);
    // Only 1.1.1 has evidence, and it is Desk's.
    return rows(filterNodes(whole, filterOf(filter), new Set([filter.words ?? '1.1.1'])));
  };
  for (const [filter, expected] of [
    [
      states('missing'),
      [
        '1 3 of 5 shown · 3 missing',
        '1.1 1 of 2 shown · 1 missing',
        '1.1.2 missing',
        '1.2 missing · with those below: 2 of 3 shown · 2 missing',
        '1.2.2 missing',
      ],
    ],
    [
      states('draft', 'evidenced'),
      [
        '1 2 of 5 shown · 1 evidenced · 1 draft only',
        '1.1 1 of 2 shown · 1 evidenced',
        '1.1.1 evidenced',
        '1.2 missing · with those below: 1 of 3 shown · 1 draft only',
        '1.2.1 draft only',
      ],
    ],
    [owners('Desk'), ['1 1 of 5 shown · 1 evidenced', '1.1 1 of 2 shown · 1 evidenced', '1.1.1 evidenced']],
    [
      { words: '1.2.2' },
      [
        '1 1 of 5 shown · 1 missing',
        '1.2 missing · with those below: 1 of 3 shown · 1 missing',
        '1.2.2 missing',
      ],
    ],
    [
      {},
      [
        '1 1 of 5 evidenced · 1 draft only · 3 missing',
        '1.1 1 of 2 evidenced · 1 missing',
        '1.1.1 evidenced',
        '1.1.2 missing',
        '1.2 missing · with those below: 0 of 3 evidenced · 1 draft only · 2 missing',
        '1.2.1 draft only',
        '1.2.2 missing',
      ],
    ],
  ] as const)
    it(`counts what is shown: ${JSON.stringify(expected[0])}`, () => deepEqual(said(filter), expected));

  it('says the same in its tooltip and aloud, and nothing of ratings that it does not show', () => {
    const rated = whole.map((node) => ({
      ...node,
      ratings: { counts: [], unrated: 5, words: '5 not rated' },
    }));
    const [top] = filterNodes(rated, filterOf(states('missing')));
    equal(top && nodeSpoken(top), 'Criterion 1, Complaints, 3 of 5 shown, 3 missing');
    equal(top && nodeTooltip(top), '**Criterion 1**\n\nComplaints\n\n- 3 of 5 shown\n- 3 missing');
    const [all] = filterNodes(rated, noFilter);
    equal(all && nodeSpoken(all).endsWith('self-assessment: 5 not rated'), true);
  });

  it('adds up to its portfolio', () => {
    const portfolio = { ...anytown, summary: summary({ evidenced: 1, missing: 3, draft: 1 }), nodes: whole };
    const shownOf = (filter: Filter) =>
      rootRows({ coverage: { portfolios: [portfolio] }, filter, file: undefined, fitting: undefined }).map(
        (row) =>
          row.kind === 'portfolio' && row.shown ? shownDescription(row.shown, portfolio.summary) : 'all',
      );
    deepEqual(shownOf(filterOf(states('missing'))), ['3 of 5 shown · 3 missing']);
    deepEqual(shownOf(noFilter), ['all']);
    deepEqual(summaryShown(whole, noFilter), portfolio.summary);
  });

  it('counts what a profile leaves out apart, and not among all', () =>
    deepEqual(
      summaryShown(
        [group('1', 'One', [element('1.1', 'missing'), element('1.2', 'out-of-scope')])],
        filterOf({ words: 'one' }),
        new Set(['1.1', '1.2']),
      ),
      { ...summary({ missing: 1 }), outOfScope: 1 },
    ));
});

const anytown = {
  root: 'file:///anytown',
  manifest: null,
  title: 'Anytown',
  standard: 'own',
  standardTitle: 'Own',
  files: 1,
};

/** What the server says of the elements that a filter asks about, while desk.md is edited. */
const evidence = evidenceSource({ '1.1.1': [desk, nobodys], '1.2.1': [panel], '2.1': [desk] });
async function fittingOf(filter: Filter): Promise<ReadonlySet<string> | undefined> {
  const asked = askedOf(filter, desk.uri);
  const fitting = asked && (await evidence.with(asked));
  if (filter.words.trim() === '') return fitting?.get(anytown.root);
  const coverage = { portfolios: [{ ...anytown, summary: summary({}), nodes: tree }] };
  // All words of these filters are in some element: nothing else is asked for.
  const find = () => Promise.reject(new Error('asked'));
  return (await leftByWords({ find }, coverage, filter, fitting)).fitting.get(anytown.root);
}

describe('The filter of the Coverage view', () => {
  const cases: readonly (readonly [filter: Partial<Filter>, ids: string, words: string])[] = [
    [{}, '1 1.1 1.1.1 1.1.2 1.2 1.2.1 2 2.1 2.1.a', ''],
    [states('missing'), '1 1.1 1.1.2 2 2.1 2.1.a', 'missing'],
    [states('overdue'), '2 2.1', 'overdue'],
    [states('evidenced', 'overdue'), '1 1.1 1.1.1 1.2 1.2.1 2 2.1', 'evidenced, overdue'],
    [states('draft'), '', 'draft only'],
    [owners('Desk'), '1 1.1 1.1.1 2 2.1', 'Desk'],
    [owners('Panel', ''), '1 1.1 1.1.1 1.2 1.2.1', 'Panel, no owner'],
    [{ inFile: true }, '1 1.1 1.1.1 2 2.1', 'in this file'],
    [{ words: ' Letters ' }, '1 1.1 1.1.1 1.1.2', '“Letters”'],
    [{ words: 'staff' }, '1 1.1 1.1.2 2 2.1 2.1.a', '“staff”'],
    [{ words: 'complaints' }, '1 1.1 1.1.1 1.1.2 1.2 1.2.1', '“complaints”'],
    [{ words: 'complaints staff' }, '1 1.1 1.1.2', '“complaints staff”'],
    [{ words: '2.1' }, '2 2.1 2.1.a', '“2.1”'],
    [{ ...states('evidenced'), ...owners('Desk') }, '1 1.1 1.1.1', 'evidenced · Desk'],
    [{ ...states('overdue'), inFile: true, words: 'aims' }, '2 2.1', 'overdue · in this file · “aims”'],
  ];
  for (const [part, expected, words] of cases) {
    const filter = filterOf(part);
    it(`leaves “${expected}” by “${words || 'nothing'}”`, async () => {
      const fitting = await fittingOf(filter);
      equal(ids(filterNodes(tree, filter, fitting)).join(' '), expected);
      equal(filterWords(filter), words);
      equal(isOff(filter), words === '');
      const shown = countShown(tree, filter, fitting).shown;
      equal(filterMessage(tree, filter, 'desk.md', fitting).startsWith('Showing'), words !== '' && shown > 0);
    });
  }

  it('by owner leaves the evidence of that owner, and by anything else all of it', async () => {
    const below = async (part: Partial<Filter>): Promise<readonly EvidenceRow[]> => {
      const filter = filterOf(part);
      const fitting = new Map([[anytown.root, (await fittingOf(filter)) ?? new Set<string>()]]);
      const portfolio = { ...anytown, summary: summary({}), nodes: tree };
      const shown: Shown = { coverage: { portfolios: [portfolio] }, filter, file: desk.uri, fitting };
      const row = await fileRow(shown, evidence);
      equal(row?.kind === 'evidence' && row.element, '1.1.1');
      const node = filterNodes(tree, filter, fitting.get(anytown.root))[0]?.children[0]?.children[0];
      const rows = node
        ? await childRows(shown, { kind: 'node', root: anytown.root, element: node.id, node }, evidence)
        : [];
      return rows.flatMap((one) => (one.kind === 'evidence' ? one.evidence : []));
    };
    deepEqual(await below(owners('Desk')), [desk]);
    deepEqual(await below({ inFile: true }), [desk, nobodys]);
  });

  it('by the file shows nothing where no file is open', () =>
    deepEqual(filterNodes(tree, filterOf({ inFile: true })), []));

  it('counts what is on show', () => {
    deepEqual(countShown(tree, filterOf(states('missing'))), { shown: 2, total: 5 });
    deepEqual(countShown(tree, noFilter), { shown: 5, total: 5 });
  });

  it('says what it shows', async () => {
    const said = async (part: Partial<Filter>): Promise<string> =>
      filterMessage(tree, filterOf(part), 'desk.md', await fittingOf(filterOf(part)));
    equal(await said({}), '');
    equal(await said(states('missing', 'overdue')), 'Showing 3 of 5 elements: overdue or missing.');
    equal(await said(states('draft')), 'None of the 5 elements is shown: draft only.');
    equal(
      await said({ ...states('evidenced'), ...owners('Desk', ''), inFile: true, words: 'letters' }),
      'Showing 1 of 5 elements: evidenced; with evidence kept by Desk or nobody; named in desk.md; about “letters”.',
    );
    equal(
      filterMessage(tree, filterOf({ inFile: true })),
      'None of the 5 elements is shown: named in the file that you edit.',
    );
  });

  it('asks the server for review dates and people, and says so', () => {
    const people = { people: new Map([['desk', 'Desk']]), owners: new Set(['Desk', 'desk']) };
    deepEqual(askedOf(filterOf(people), undefined), { owners: ['Desk', 'desk'], people: ['desk'] });
    deepEqual(askedOf(filterOf({ review: 'overdue' }), undefined), { review: { overdue: true } });
    deepEqual(askedOf(filterOf({ review: 90 }), undefined), { review: { overdue: true, days: 90 } });
    equal(isOff(filterOf({ review: 90 })), false);
    equal(filterWords(filterOf({ ...people, review: 90 })), 'Desk · to be reviewed within 90 days');
    equal(filterWords(filterOf({ review: 'overdue' })), 'overdue for review');
    equal(
      filterMessage(tree, filterOf({ ...people, review: 30 }), undefined, new Set(['1.1.1'])),
      'Showing 1 of 5 elements: with evidence kept, or to be found, by Desk; with evidence to be reviewed within 30 days.',
    );
    // Nothing has been found where the server has not said so.
    deepEqual(filterNodes(tree, filterOf({ review: 30 })), []);
  });

  it('leaves the evidence of people whom it names, and none of those who own none', () => {
    const own = row('a', { owner: 'Desk' });
    equal(isOfOwner(own, filterOf({ owners: new Set(['Desk']), people: new Map([['desk', 'Desk']]) })), true);
    equal(isOfOwner(own, filterOf({ people: new Map([['clerk', 'Clerk']]) })), false);
    equal(isOfOwner(own, noFilter), true);
  });
});
