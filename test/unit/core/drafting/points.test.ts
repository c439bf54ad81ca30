import { deepEqual, equal, match } from 'node:assert/strict';
import { pointsIn } from '../../../../server/core/drafting/points';
import { heatTable } from '../../../../server/core/report/model';
import { pointBlocks } from '../../../../server/core/report/points';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Files } from '../../support/portfolioFiles';
import { indexOf } from '../../support/portfolioFiles';

/** Two elements with guidance and one without. */
const guided = `title: Guided
levels: [Part, Element]
children:
  - id: "1"
    title: One
    children:
      - { id: "1.1", title: First, guidance: [Alpha things, Beta things, Gamma things] }
      - { id: "1.2", title: Second, guidance: [Delta things] }
      - { id: "1.3", title: Third }
`;

const portfolioOf = (files: Files, more = ''): Portfolio =>
  indexOf({
    'portfolio.yaml': `standard: guided.yaml\n${more}`,
    'guided.yaml': guided,
    ...files,
  }).portfolios()[0]!;

const evidence = (body: string, more = '', elements = '["1.1"]'): string =>
  `---\ntitle: Paper\nelements: ${elements}\n${more}---\n\n${body}\n`;

const marksIn = (portfolio: Portfolio): string =>
  pointsIn(portfolio, portfolio.standards[0])
    .map(({ element, points }) => `${element.id} ${points.map(({ state }) => state.charAt(0)).join('')}`)
    .join(', ');

const ticked = '- [x] Alpha things\n- [ ] Beta things';

describe('The points of the guidance', () => {
  for (const [name, files, more, expected] of [
    ['without evidence', {}, '', '1.1 ooo, 1.2 o'],
    ['with evidence that lists none', { 'a.md': evidence('Text.') }, '', '1.1 ooo, 1.2 o'],
    ['ticked and not ticked', { 'a.md': evidence(ticked) }, '', '1.1 alo, 1.2 o'],
    ['of a draft', { 'a.md': evidence(ticked, 'status: draft\n') }, '', '1.1 llo, 1.2 o'],
    ['of overdue evidence', { 'a.md': evidence(ticked, 'review-by: 2026-06-14\n') }, '', '1.1 llo, 1.2 o'],
    ['on the last good day', { 'a.md': evidence(ticked, 'review-by: 2026-06-15\n') }, '', '1.1 alo, 1.2 o'],
    ['withdrawn', { 'a.md': evidence(ticked, 'status: withdrawn\n') }, '', '1.1 ooo, 1.2 o'],
    ['of a draft and of current evidence', { 'a.md': evidence(ticked, 'status: draft\n'), 'b.md': evidence('- [x] Alpha things') }, '', '1.1 alo, 1.2 o'],
    ['of two files together', { 'a.md': evidence(ticked), 'b.md': evidence('- [x] Beta things') }, '', '1.1 aao, 1.2 o'],
    ['of two elements in one file', { 'a.md': evidence(`${ticked}\n- [x] Delta things`, '', '["1.1", "1.2"]') }, '', '1.1 alo, 1.2 a'],
    ['in a file that does not name the element', { 'a.md': evidence('- [x] Delta things') }, '', '1.1 ooo, 1.2 o'],
    ['where an element does not apply', { 'a.md': evidence(ticked) }, 'assessment: { "1.1": { applicable: false, reason: None } }\n', '1.2 o'],
  ] as const)
    it(`are told ${name}`, () => equal(marksIn(portfolioOf(files, more)), expected)); // prettier-ignore

  it('of elements out of scope are left out', () => {
    const standard = guided
      .replace('children:', 'profiles: [{ id: core, title: Core }]\nchildren:')
      .replace('title: Second,', 'title: Second, profiles: [core],');
    const [portfolio] = indexOf({
      'portfolio.yaml': 'standards:\n  G: { file: guided.yaml, profile: core }\n',
      'guided.yaml': standard,
      'a.md': evidence(ticked),
    }).portfolios();
    equal(marksIn(portfolio!), 'G:1.2 o');
  });

  it('of evidence that two portfolios share count in each', () => {
    const found = indexOf({
      'guided.yaml': guided,
      'one/portfolio.yaml': "standard: ../guided.yaml\ninclude: ['**/*.md', '../two/shared.md']\n",
      'two/portfolio.yaml': 'standard: ../guided.yaml\n',
      'two/shared.md': evidence(ticked),
    }).portfolios();
    deepEqual(found.map(marksIn), ['1.1 alo, 1.2 o', '1.1 alo, 1.2 o']);
  });
});

describe('The heat map', () => {
  const blocksOf = (portfolio: Portfolio): ReturnType<typeof pointBlocks> =>
    pointBlocks(portfolio, portfolio.standards[0]);

  it('says the same in marks and in words, and who takes up what', () => {
    const blocks = blocksOf(
      portfolioOf({
        'a.md': evidence(ticked).replace('Paper', 'Access review'),
        'b.md': evidence('- [x] Beta things\n- [x] Alpha things', 'status: draft\n').replace(
          'Paper',
          '=Survey | x',
        ),
      }),
    );
    const [, words, heat] = blocks;
    deepEqual(words, {
      kind: 'paragraph',
      text: '1 of 4 points addressed, 1 by drafts or overdue evidence only, 2 in no evidence.',
    });
    deepEqual(heat?.kind === 'heat' ? heatTable(heat).rows : [], [
      ['1.1 First', '● ◐ –', '1 of 3 addressed; by drafts or overdue evidence only: 2; in no evidence: 3', 'Access review: 1; =Survey | x: 1, 2'],
      ['1.2 Second', '–', '0 of 1 addressed', ''],
    ]); // prettier-ignore
  });

  it('is a sentence where no evidence lists a point', () => {
    const [, text, ...more] = blocksOf(portfolioOf({ 'a.md': evidence('Text.') }));
    match(text?.kind === 'paragraph' ? text.text : '', /^No evidence lists any of the 4 points of the guidance\./);
    deepEqual(more, []);
  }); // prettier-ignore

  it('is no part of a report where the standard has no guidance', () =>
    deepEqual(blocksOf(portfolioOf({ 'guided.yaml': guided.replace(/, guidance: \[[^\]]*\]/g, '') })), []));

  it('of a large standard shows what has been begun, and says how much is left', () => {
    const elements = Array.from(
      { length: 70 },
      (_, at) => `  - { id: "E${at + 1}", title: T, guidance: [Alpha things] }`,
    );
    const standard = `title: Large\nchildren:\n${elements.join('\n')}\n`;
    const [portfolio] = indexOf({
      'portfolio.yaml': 'standard: large.yaml\n',
      'large.yaml': standard,
      'a.md': evidence('- [x] Alpha things', '', '[E7, E69]'),
    }).portfolios();
    const blocks = blocksOf(portfolio!);
    deepEqual(
      blocks.flatMap((block) => (block.kind === 'heat' ? block.rows.map(({ label }) => label) : [])),
      ['E7 T', 'E69 T'],
    );
    deepEqual(blocks.at(-1), { kind: 'paragraph', text: '68 more elements are not shown.' });
  });
});
