import { deepEqual, equal } from 'node:assert/strict';
import { filterNodes, noFilter, type Filter } from '../../../../client/coverage/filter';
import { leftByWords } from '../../../../client/coverage/wordFilter';
import { nodeDescription } from '../../../../client/words/coverageLabels';
import type { CoverageNode, FoundElements, PortfolioCoverage } from '../../../../server/lsp/protocol';
import { element, group, summary } from './example';

const nodes = [
  group('1', 'Letters', [
    element('1.1', 'missing', { text: 'Letters are answered.', guidance: ['Templates that staff use.'] }),
    element('1.2', 'evidenced', { text: 'Complaints are dealt with.' }),
    element('1.3', 'draft', {
      text: 'Refunds.',
      children: [element('1.3.1', 'missing', { text: 'Vouchers.' })],
    }),
  ]),
];
const portfolio = (root: string): PortfolioCoverage => ({
  root,
  manifest: null,
  title: root,
  standard: 'own',
  standardTitle: 'Own',
  files: 1,
  summary: summary({}),
  nodes,
});
const coverage = { portfolios: [portfolio('file:///a'), portfolio('file:///b')] };

type Answers = Readonly<Record<string, readonly [FoundElements['kind'], string]>>;
/** Words and what they lead to in a portfolio; `!`: the server does not answer. */
const answering = (answers: Answers) => ({
  find: ({ root }: { readonly root: string }): Promise<FoundElements> => {
    const [kind, ids] = answers[root.slice(-1)] ?? ['all', '1.1 1.2 1.3 1.3.1'];
    const elements = ids.split(' ').map((id) => ({ id, because: [`by ${id}`] }));
    return ids === '!' ? Promise.reject(new Error('gone')) : Promise.resolve({ kind, elements });
  },
});

/** What is on show of each portfolio, with what is said of the elements. */
async function shown(answers: Answers, part: Partial<Filter>, evidence?: string): Promise<string> {
  const filter = { ...noFilter, ...part };
  const asked = evidence === undefined ? undefined : new Map([['file:///a', new Set(evidence.split(' '))]]);
  const left = await leftByWords(answering(answers), coverage, filter, asked);
  const below = (all: readonly CoverageNode[]): readonly string[] =>
    all.flatMap((node) => [
      ...(node.state === undefined ? [] : [`${node.id} ${nodeDescription(node)}`]),
      ...below(node.children),
    ]);
  const rows = left.coverage.portfolios.map(({ root, nodes: own }) =>
    below(filterNodes(own, filter, left.fitting.get(root))).join(', '),
  );
  return `${left.kind}: ${rows.join(' | ')}`;
}

const missing = { states: new Set(['missing'] as const) };
/** An element stands above what is below it. */
const ofMissing = '1.1 missing, 1.3 draft only, 1.3.1 missing';
const everything = '1.1 missing, 1.2 evidenced, 1.3 draft only, 1.3.1 missing';

describe('Words of a filter', () => {
  for (const [words, answers, more, expected] of [
    ['complaints', {}, {}, 'own: 1.2 evidenced | 1.2 evidenced'],
    ['letters staff', {}, {}, 'own: 1.1 missing | 1.1 missing'],
    ['1.2', {}, {}, 'own: 1.2 evidenced | 1.2 evidenced'],
    ['apology', { a: ['found', '1.2'] }, {}, 'found: 1.2 evidenced · for “by 1.2” | '],
    ['apology', { a: ['nearest', '1.2'], b: ['nearest', '1.1'] }, {}, 'nearest: 1.2 evidenced · for “by 1.2” | 1.1 missing · for “by 1.1”'], // prettier-ignore
    ['apology', { a: ['nearest', '1.2'], b: ['found', '1.1'] }, {}, 'found:  | 1.1 missing · for “by 1.1”'],
    ['zzz', {}, {}, `all: ${everything} | ${everything}`],
    ['zzz', { a: ['all', '!'], b: ['all', '!'] }, {}, `all: ${everything} | ${everything}`],
    // Among what meets the other conditions: not all that is near does, and the rest of these is shown before nothing.
    ['complaints', { a: ['found', '1.2 1.1'] }, missing, 'found: 1.1 missing · for “by 1.1” | '],
    ['complaints', {}, missing, `all: ${ofMissing} | ${ofMissing}`],
  ] as const)
    it(`“${words}”${'states' in more ? ', missing' : ''} and ${JSON.stringify(answers)} leave ${expected}`, async () =>
      equal(await shown(answers, { ...more, words }), expected));

  it('ask among the elements whose evidence meets the filter', async () =>
    equal(await shown({ a: ['found', '1.1 1.2'] }, { words: 'apology', inFile: true }, '1.2 1.3'), 'found: 1.2 evidenced · for “by 1.2” | ')); // prettier-ignore
  it('leave nothing where no element meets the other conditions', async () =>
    deepEqual(await shown({}, { words: 'complaints', states: new Set(['overdue']) }), 'all:  | '));

  it('leave the ten best of what is only near', async () => {
    const many = [
      group(
        '1',
        'Many',
        Array.from({ length: 30 }, (_, at) => element(`1.${at}`, 'missing')),
      ),
    ];
    const found = many[0]?.children.map(({ id }) => ({ id, because: [] })) ?? [];
    const find = () => Promise.resolve({ kind: 'nearest' as const, elements: found });
    const of = { portfolios: [{ ...portfolio('file:///a'), nodes: many }] };
    const left = await leftByWords({ find }, of, { ...noFilter, words: 'zz' }, undefined);
    deepEqual(
      [...(left.fitting.get('file:///a') ?? [])],
      found.slice(0, 10).map(({ id }) => id),
    );
  });
});
