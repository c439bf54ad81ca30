import { deepEqual, equal } from 'node:assert/strict';
import {
  assessmentOf,
  awardStanding,
  awardWords,
  neededWords,
  percentWords,
  ratingSummaryWords,
  summariseRatings,
  type Rater,
} from '../../../../server/core/portfolio/assessment';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Standard } from '../../../../server/core/standard/standard';
import { at, indexOf } from '../../support/portfolioFiles';
import { small, smallText, standardOf } from '../../support/standards';

function portfolioOf(assessment: string, standard: Standard = small): Portfolio {
  const manifest = `standard: ${standard.id}\nassessment: ${assessment}\n`;
  const portfolio = indexOf({ 'portfolio.yaml': manifest }, { standards: [standard] }).portfolioAt(
    at('a.md'),
  );
  if (!portfolio) throw new Error('There is no portfolio.');
  return portfolio;
}

/** A standard of so many elements, of which so many percent must be rated `met`. */
const standardWith = (elements: number, percent: string): Standard =>
  standardOf(
    'many',
    [
      'title: Many',
      'ratings: [{ id: met, title: Met }, { id: AA, title: AA }]',
      `award: { rating: met, percent: ${percent} }`,
      'children:',
      ...Array.from({ length: elements }, (_, number) => `  - { id: "E.${number + 1}", text: Something }`),
      '',
    ].join('\n'),
  );
const met = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, number) => `E.${number + 1}: { self: met }`).join(', ')} }`;

describe('assessmentOf', () => {
  const given = (decision: string): unknown => {
    const portfolio = portfolioOf(`{ "1.1": ${decision} }`);
    const { self, assessor, comment, assessed } = assessmentOf(small, portfolio.decision('1.1'));
    return [self?.id, assessor?.id, comment, assessed];
  };
  it('knows the standard’s ratings', () =>
    deepEqual(given('{ self: fair, assessor: good, comment: Fine, assessed: 2026-05-14 }'), [
      'fair', 'good', 'Fine', '2026-05-14',
    ])); // prettier-ignore
  it('passes over other words, and days that do not exist', () =>
    deepEqual(given('{ self: great, assessor: Good, comment: "", assessed: 2026-02-30 }'), [
      undefined, undefined, undefined, undefined,
    ])); // prettier-ignore
  it('knows of nothing without a decision', () => equal(assessmentOf(small, undefined).self, undefined));
});

describe('the ratings of a group', () => {
  const words = (assessment: string, group: string, rater: Rater = 'self'): string => {
    const portfolio = portfolioOf(assessment);
    const node = small.nodes.get(group);
    return node ? ratingSummaryWords(summariseRatings(portfolio.standards[0], [node], rater)) : '';
  };
  const assessment =
    '{ "1.1": { self: good, assessor: poor }, "1.2": { self: great }, "2.1": { self: fair, applicable: false } }';
  it('are added up, an unknown word as no rating', () => {
    equal(words(assessment, '1'), '1 good, 1 not rated');
    equal(words(assessment, '2'), '1 not applicable');
    equal(words(assessment, '1', 'assessor'), '1 poor, 1 not rated');
  });
  it('name every rating of the standard, from best to worst', () => {
    const { counts, total } = summariseRatings(portfolioOf(assessment).standards[0], small.roots, 'self');
    deepEqual(
      counts.map(({ rating, count }) => [rating.id, count]),
      [
        ['good', 1],
        ['fair', 0],
        ['poor', 0],
      ],
    );
    equal(total, 3);
  });
});

describe('the award', () => {
  const stand = (portfolio: Portfolio, rater: Rater = 'self'): readonly string[] => {
    const award = awardStanding(portfolio.standards[0], rater);
    return award
      ? [
          awardWords(portfolio.standards[0].standard, award),
          neededWords(award),
          ...award.between.map(({ element, rating }) => `${element.id} ${rating?.id ?? '-'}`),
        ]
      : [];
  };
  it('counts what is as good or better, and names the rest', () =>
    deepEqual(stand(portfolioOf('{ "1.1": { self: good }, "1.2": { self: poor } }')), [
      '1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %',
      '1 more is needed',
      '1.2 poor',
      '2.1 -',
    ]));
  it('leaves out what does not apply', () =>
    deepEqual(
      stand(
        portfolioOf('{ "1.1": { self: fair }, "1.2": { applicable: false }, "2.1": { applicable: false } }'),
      ),
      ['1 of 1 applicable element fair or better: 100 %, the award asks for 50 %', 'just enough'],
    ));
  it('is the assessor’s to give', () =>
    deepEqual(stand(portfolioOf('{ "1.1": { self: good, assessor: poor } }'), 'assessor').slice(0, 3), [
      '0 of 3 applicable elements fair or better (1 rated so far): 0 %, the award asks for 50 %',
      '2 more are needed',
      '1.1 poor',
    ]));
  it('is nothing where no element applies, or the standard has none', () => {
    const nothing =
      '{ "1.1": { applicable: false }, "1.2": { applicable: false }, "2.1": { applicable: false } }';
    deepEqual(stand(portfolioOf(nothing)), []);
    const without = (part: RegExp): Standard => standardOf('small', smallText.replace(part, ''));
    deepEqual(stand(portfolioOf('{ "1.1": { self: good } }', without(/^award:.*\n/m))), []);
    deepEqual(stand(portfolioOf('{ "1.1": { self: good } }', without(/^(?:award|ratings):.*\n/gm))), []);
  });
  it('says nothing of better than the best', () => {
    const [words] = stand(portfolioOf(met(4), standardWith(5, '80')));
    equal(words, '4 of 5 applicable elements met: 80 %, the award asks for 80 %');
  });
  for (const [elements, reached, percent, share, needed] of [
    [1000, 799, '80', '79 %', '1 more is needed'],
    [56, 45, '80', '80 %', 'just enough'],
    [56, 44, '80', '78 %', '1 more is needed'],
    [56, 46, '80', '82 %', 'enough, with 1 to spare'],
    [3, 2, '66.6', '66.6 %', 'just enough'],
    [3, 2, '66.67', '66.66 %', '1 more is needed'],
    [7, 7, '100', '100 %', 'just enough'],
    [7, 0, '0', '0 %', 'just enough'],
  ] as const)
    it(`is honest about ${reached} of ${elements} for ${percent} %`, () => {
      const standard = standardWith(elements, percent);
      const [words, ...rest] = stand(portfolioOf(met(reached), standard));
      equal(words?.includes(`: ${share}, the award asks for ${percent} %`), true, words);
      equal(rest[0], needed);
    });
});

describe('percentWords', () => {
  it('never reaches by rounding what has not been reached', () => {
    for (let whole = 1; whole <= 200; whole++)
      for (let part = 0; part <= whole; part++) {
        const shown = Number.parseFloat(percentWords(part, whole, 80));
        equal(shown >= 80, part * 100 >= 80 * whole, `${part} of ${whole}`);
      }
  });
});
