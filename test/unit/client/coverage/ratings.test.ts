/** Ratings and the award in the Coverage view: rows, words, the filter and the summary. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  filterMessage,
  filterNodes,
  filterWords,
  isOff,
  noFilter,
  type Filter,
} from '../../../../client/coverage/filter';
import {
  awardRow,
  elementDescription,
  nodeDescription,
  nodeSpoken,
  nodeTooltip,
} from '../../../../client/words/coverageLabels';
import { lowerFirst } from '../../../../server/words/capitals';
import { childRows, parentRow, rootRows, type Row, type Shown } from '../../../../client/coverage/rows';
import { coverageSummary } from '../../../../client/elements/text';
import type { CoverageNode, PortfolioCoverage } from '../../../../server/lsp/protocol';
import { awardOf, element, evidenceSource, group, rated, summary } from './example';

const tree: readonly CoverageNode[] = [
  group('1', 'One', [
    element('1.1', 'evidenced', rated('fair')),
    element('1.2', 'missing', rated('poor')),
    element('1.3', 'missing'),
    element('1.4', 'not-applicable'),
    element('1.5', 'missing', { rating: { assessor: 'fair', words: ['the assessor: fair'] } }),
  ]),
];
const portfolio: PortfolioCoverage = {
  root: 'file:///anytown',
  manifest: null,
  title: 'Anytown',
  standard: 'small',
  standardTitle: 'Small Standard',
  files: 1,
  summary: summary({ evidenced: 1, missing: 2, notApplicable: 1 }),
  nodes: tree,
  award: { self: awardOf() },
};

describe('The filter by rating', () => {
  const filterOf = (...ratings: readonly (readonly [string, string])[]): Filter => ({
    ...noFilter,
    ratings: new Map(ratings),
  });
  const left = (filter: Filter): string =>
    filterNodes(tree, filter)
      .flatMap(({ children }) => children.map(({ id }) => id))
      .join(' ');
  const unrated = ['', 'not rated'] as const;
  it('leaves what is rated so by oneself', () => {
    equal(left(filterOf(['fair', 'rated fair'])), '1.1');
    equal(left(filterOf(['fair', 'rated fair'], ['poor', 'rated poor'])), '1.1 1.2');
    equal(left({ ...filterOf(['poor', 'rated poor']), states: new Set(['evidenced']) }), '');
  });
  it('leaves what is not rated, but for what does not apply', () =>
    equal(left(filterOf(unrated)), '1.3 1.5'));
  it('is said in words', () => {
    const filter = filterOf(['poor', 'rated poor'], unrated);
    ok(!isOff(filter));
    equal(filterWords(filter), 'rated poor, not rated');
    equal(filterMessage(tree, filter), 'Showing 3 of 5 elements: rated poor or not rated.');
  });
});

describe('The words about ratings', () => {
  const node = element('3.2.4', 'evidenced', {
    current: 1,
    title: 'We take…',
    text: 'We take steps.',
    ...rated('good', 'the assessor: poor, on 14 May 2026', '“More *figures*”'),
  });
  it('stand behind the state in an element’s row, one’s own alone', () => {
    equal(elementDescription(node), 'evidenced · 1 item · rated good');
    equal(nodeDescription(node), 'evidenced · 1 item · rated good');
    equal(
      elementDescription(element('1.5', 'missing', { rating: { assessor: 'fair', words: ['x'] } })),
      'missing',
    );
  });
  it('are all told to a screen reader', () =>
    equal(
      nodeSpoken(node),
      'Element 3.2.4, We take steps., evidenced, 1 item, rated good, the assessor: poor, on 14 May 2026, “More *figures*”',
    ));
  it('are all in the tooltip, as text', () => {
    const shown = nodeTooltip(node);
    for (const part of [
      '- Rated good\n',
      '- The assessor\\: poor\\, on 14 May 2026\n',
      '- “More \\*figures\\*”',
    ])
      ok(shown.includes(part), shown);
  });
  it('add up in the tooltip of a group, and for a screen reader', () => {
    const one = {
      ...group('1', 'Insight', [], { evidenced: 2 }),
      ratings: { counts: [], unrated: 1, words: '1 good, 1 not rated' },
    };
    ok(nodeTooltip(one).includes('\n- Self\\-assessment\\: 1 good\\, 1 not rated'), nodeTooltip(one));
    equal(nodeSpoken(one), 'Criterion 1, Insight, 2 of 2 evidenced, self-assessment: 1 good, 1 not rated');
  });
  for (const [text, lower] of [
    ['Compliance plus', 'compliance plus'],
    ['AA', 'AA'],
    ['A', 'A'],
    ['Non-compliant', 'non-compliant'],
    ['', ''],
  ] as const)
    it(`write “${text}” as “${lower}” in a sentence`, () => equal(lowerFirst(text), lower));
});

describe('The row of the award', () => {
  const shown: Shown = {
    coverage: { portfolios: [portfolio] },
    filter: noFilter,
    file: undefined,
    fitting: undefined,
  };
  const top = rootRows(shown)[0]!;
  const below = (of: Shown, row: Row) => childRows(of, row, evidenceSource());
  it('is the first of its portfolio, and goes under a filter', async () => {
    deepEqual(
      (await below(shown, top)).map(({ kind }) => kind),
      ['award', 'node'],
    );
    const filtered = { ...shown, filter: { ...noFilter, states: new Set(['missing'] as const) } };
    deepEqual(
      (await below(filtered, top)).map(({ kind }) => kind),
      ['node'],
    );
    const { award, ...unrated } = portfolio;
    ok(award);
    const without: Shown = { ...shown, coverage: { portfolios: [unrated] } };
    deepEqual(
      (await below(without, rootRows(without)[0]!)).map(({ kind }) => kind),
      ['node'],
    );
  });
  it('has nothing below and its portfolio above', async () => {
    const row = (await below(shown, top))[0]!;
    deepEqual(await below(shown, row), []);
    deepEqual(parentRow(shown, row), top);
  });
  it('says how far it is, in words', () => {
    const assessor = awardOf({ words: '0 of 3: 0 %', neededWords: '2 more are needed' });
    const { label, description, tooltip, spoken } = awardRow({ self: awardOf(), assessor });
    equal(label, 'Self-assessment');
    equal(description, '33 % · 1 more is needed · the award asks for 50 %');
    ok(tooltip.includes('- The assessor\\: 0 of 3\\: 0 \\%\\; 2 more are needed'), tooltip);
    equal(
      spoken,
      'Self-assessment: 1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %; 1 more is needed; The assessor: 0 of 3: 0 %; 2 more are needed',
    );
  });
});

describe('The award where the assessor alone has rated anything', () => {
  const unrated = awardOf({ reached: 0, between: [{ id: '1.1.1' }, { id: '1.1.2' }], share: '0 %' });
  const assessor = awardOf({ share: '67 %', neededWords: 'just enough', words: '2 of 3: 67 %' });
  it('is the assessor’s', () => {
    const { label, description, spoken } = awardRow({ self: unrated, assessor });
    equal(label, 'The assessor’s ratings');
    equal(description, '67 % · just enough · the award asks for 50 %');
    equal(spoken, 'The assessor’s ratings: 2 of 3: 67 %; just enough');
  });
  it('is one’s own as soon as one has rated anything, be it too low', () => {
    const low = awardOf({ ...unrated, between: [{ id: '1.1.1', rating: 'poor' }, { id: '1.1.2' }] });
    equal(awardRow({ self: low, assessor }).label, 'Self-assessment');
    equal(awardRow({ self: unrated }).label, 'Self-assessment');
  });
});

describe('The summary of coverage, with an award', () => {
  it('says how far the ratings are from it', () =>
    ok(
      coverageSummary(portfolio, new Map()).includes(
        '\n\nSelf-assessment: 1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %; 1 more is needed.\n\n|',
      ),
      coverageSummary(portfolio, new Map()),
    ));
});
