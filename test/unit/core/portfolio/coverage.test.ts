/** What evidence adds up to, element by element. */
import { deepEqual, equal } from 'node:assert/strict';
import { displayTitle } from '../../../../server/core/evidence/titleAndStanding';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Files } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';

/** Evidence for 1.1 with further lines of front matter. */
const evidence = (...lines: readonly string[]): string =>
  ['---', 'elements: ["1.1"]', ...lines, '---', '# Heading', ''].join('\n');

function portfolioOf(texts: readonly string[], manifest = '', today = '2026-06-15'): Portfolio {
  const files: Files = {
    'portfolio.yaml': `standard: small\n${manifest}`,
    ...Object.fromEntries(texts.map((text, number) => [`${number}.md`, text])),
  };
  return indexOf(files, { today }).portfolioAt(at('x.md'))!;
}

const draft = evidence('status: draft');
const inReview = evidence('status: in-review');
const withdrawn = evidence('status: withdrawn');
const overdue = evidence('review-by: 2026-06-14');
const dueToday = evidence('review-by: 2026-06-15');
const notApplicable = 'assessment: { "1.1": { applicable: false, reason: None } }';

describe('The state of an element', () => {
  for (const [name, texts, state, manifest] of [
    ['without evidence', [], 'missing'],
    ['with evidence without a status', [evidence()], 'evidenced'],
    ['with approved evidence', [evidence('status: approved')], 'evidenced'],
    ['with a draft', [draft], 'draft'],
    ['with something in review', [inReview], 'draft'],
    ['with an unknown status', [evidence('status: finished')], 'draft'],
    ['with a status without a value', [evidence('status:')], 'evidenced'],
    ['with something withdrawn', [withdrawn], 'missing'],
    ['on the day of the review', [dueToday], 'evidenced'],
    ['on the day after', [overdue], 'overdue'],
    ['with an unreadable review date', [evidence('review-by: soon')], 'evidenced'],
    ['with a draft past its review date', [evidence('status: draft', 'review-by: 2026-06-14')], 'draft'],
    ['with something overdue and a draft', [overdue, draft], 'overdue'],
    ['with something overdue and something current', [overdue, evidence()], 'evidenced'],
    ['with everything but current evidence', [draft, withdrawn, inReview], 'draft'],
    ['that does not apply', [evidence()], 'not-applicable', notApplicable],
    [
      'that does not apply, without a reason',
      [],
      'not-applicable',
      'assessment: { "1.1": { applicable: false } }',
    ],
    ['that applies', [], 'missing', 'assessment: { "1.1": { applicable: true } }'],
  ] as const)
    it(`${name} is ${state}`, () => equal(portfolioOf(texts, manifest).coverage('1.1').state, state));

  it('moves with the day', () => {
    const states = ['2026-06-15', '2026-06-16'].map(
      (today) => portfolioOf([dueToday], '', today).coverage('1.1').state,
    );
    deepEqual(states, ['evidenced', 'overdue']);
  });
});

describe('The coverage of an element', () => {
  it('counts files by how they stand, each file once', () => {
    const twice = evidence().replace('["1.1"]', '["1.1", "1.1"]');
    const texts = [twice, dueToday, overdue, draft, inReview, withdrawn];
    deepEqual(portfolioOf(texts).coverage('1.1'), {
      current: 2,
      overdue: 1,
      draft: 2,
      lasting: 2,
      state: 'evidenced',
      singleSource: false,
      expiresBeforeAssessment: false,
    });
  });

  it('knows the files, withdrawn ones too, in natural order', () => {
    const portfolio = portfolioOf(Array.from({ length: 11 }, (_, at) => (at === 3 ? withdrawn : evidence())));
    const paths = portfolio.evidenceFor('1.1').map(({ uri }) => portfolio.path(uri));
    deepEqual(paths, [
      '0.md',
      '1.md',
      '2.md',
      '3.md',
      '4.md',
      '5.md',
      '6.md',
      '7.md',
      '8.md',
      '9.md',
      '10.md',
    ]);
    equal(portfolio.citations('1.1'), 11);
    equal(portfolio.citations('2.1'), 0);
  });

  for (const [name, texts, single] of [
    ['one current file', [evidence()], true],
    ['one current file among others', [evidence(), draft, overdue, withdrawn], true],
    ['two current files', [evidence(), evidence()], false],
    ['one overdue file', [overdue], false],
  ] as const)
    it(`rests on ${name}: ${single ? 'a' : 'no'} single source`, () =>
      equal(portfolioOf(texts).coverage('1.1').singleSource, single));

  const assessed = 'assessment-date: 2027-05-12\n';
  for (const [name, texts, manifest, expires] of [
    ['before the assessment', [evidence('review-by: 2027-05-11')], assessed, true],
    ['on the day of the assessment', [evidence('review-by: 2027-05-12')], assessed, false],
    ['never', [evidence()], assessed, false],
    [
      'before the assessment, beside one that lasts',
      [evidence('review-by: 2027-05-11'), evidence()],
      assessed,
      false,
    ],
    [
      'before the assessment, beside a draft that lasts',
      [evidence('review-by: 2027-05-11'), draft],
      assessed,
      true,
    ],
    ['already', [overdue], assessed, false],
    ['before no assessment', [evidence('review-by: 2027-05-11')], '', false],
    [
      'where the element does not apply',
      [evidence('review-by: 2027-05-11')],
      `${assessed}${notApplicable}`,
      false,
    ],
  ] as const)
    it(`expires ${name}: ${expires ? '' : 'not '}reported`, () =>
      equal(portfolioOf(texts, manifest).coverage('1.1').expiresBeforeAssessment, expires));
});

describe('The summary of a portfolio', () => {
  it('counts each element in one state', () => {
    const texts = [draft, evidence().replace('"1.1"', '"2.1"')];
    deepEqual(portfolioOf(texts, 'assessment: { "1.2": { applicable: false } }').standards[0].summary(), {
      total: 3,
      evidenced: 1,
      overdue: 0,
      draft: 1,
      missing: 0,
      notApplicable: 1,
    });
  });

  it('takes no notice of IDs that the standard does not have', () =>
    deepEqual(portfolioOf([evidence().replace('"1.1"', '"8.8", "1"')]).standards[0].summary(), {
      total: 3,
      evidenced: 0,
      overdue: 0,
      draft: 0,
      missing: 3,
      notApplicable: 0,
    }));
});

describe('A portfolio', () => {
  it('is called what the manifest says, else as its folder', () => {
    equal(portfolioOf([], 'title: Libraries').title, 'Libraries');
    equal(portfolioOf([]).title, 'anytown');
    equal(portfolioOf([]).root, home);
  });

  for (const [name, text, title] of [
    ['its title', evidence('title: A title'), 'A title'],
    [
      'its first heading',
      evidence().replace('# Heading', 'Text.\n\n### **Bold** `code`\n\n# Later'),
      'Bold code',
    ],
    ['its file', evidence().replace('# Heading', 'Text.'), '0.md'],
    ['its heading where the title is no text', evidence('title: [a]'), 'Heading'],
  ] as const)
    it(`calls evidence by ${name}`, () => {
      const [file] = portfolioOf([text]).evidenceFor('1.1');
      equal(displayTitle(file!), title);
    });
});
