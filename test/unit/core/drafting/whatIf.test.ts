import { deepEqual, equal, match } from 'node:assert/strict';
import type { SupposedWords } from '../../../../server/core/drafting/supposition';
import { readSupposition } from '../../../../server/core/drafting/supposition';
import type { WhatIf } from '../../../../server/core/drafting/whatIf';
import { whatIf } from '../../../../server/core/drafting/whatIf';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { whatIfDocument } from '../../../../server/core/report/whatIf';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const manifest = (more = ''): string => `standard: small\ntitle: Anytown\n${more}`;
const evidence = (id: string, more = ''): string =>
  `---\ntitle: ${id} paper\nelements: ["${id}"]\n${more}---\n\nText.\n`;

const portfolioOf = (files: Files, setting: IndexSetting = {}): Portfolio =>
  indexOf(files, setting).portfolios()[0]!;

function asked(portfolio: Portfolio, words: SupposedWords): WhatIf {
  const read = readSupposition(portfolio, words);
  if (read.kind === 'refused') throw new Error(read.message);
  return whatIf(portfolio, read.supposition);
}

/** `1.1 evidenced 1 good → missing 0 good`; then the reached of the award, as rated and with evidence behind it. */
function told({ standards }: WhatIf): readonly string[] {
  return standards.flatMap(({ elements, awards }) => [
    ...elements.map(
      ({ element, state, current, rating }) =>
        `${element.id} ${state.now} ${current.now} ${rating.now?.id ?? '?'} → ${state.then} ${current.then} ${rating.then?.id ?? '?'}`,
    ),
    ...awards.map(
      ({ rater, rated, backed }) =>
        `${rater} ${rated.now.reached} → ${rated.then.reached} of ${rated.then.applicable}, backed ${backed.now.reached} → ${backed.then.reached}`,
    ),
  ]);
}

const rated = 'assessment: { "1.1": { self: good }, "1.2": { self: poor }, "2.1": { self: fair } }\n';
const two: Files = {
  'portfolio.yaml': manifest(`assessment-date: 2026-12-01\n${rated}`),
  'a.md': evidence('1.1'),
  'b.md': evidence('2.1', 'review-by: 2026-10-01\n'),
};

describe('What if', () => {
  for (const [name, files, words, expected] of [
    ['nothing is supposed', two, {}, ['self 2 → 2 of 3, backed 2 → 2']],
    ['evidence is withdrawn', two, { withdrawn: [at('a.md')] }, ['1.1 evidenced 1 good → missing 0 good', 'self 2 → 2 of 3, backed 2 → 1']],
    ['one of two items is withdrawn', { ...two, 'c.md': evidence('1.1') }, { withdrawn: [at('c.md')] }, ['1.1 evidenced 2 good → evidenced 1 good', 'self 2 → 2 of 3, backed 2 → 2']],
    ['the same file is withdrawn twice', { ...two, 'c.md': evidence('1.1') }, { withdrawn: [at('c.md'), at('c.md')] }, ['1.1 evidenced 2 good → evidenced 1 good', 'self 2 → 2 of 3, backed 2 → 2']],
    ['a draft is withdrawn', { ...two, 'c.md': evidence('1.2', 'status: draft\n') }, { withdrawn: [at('c.md')] }, ['1.2 draft 0 poor → missing 0 poor', 'self 2 → 2 of 3, backed 2 → 2']],
    ['what is withdrawn already is withdrawn', { ...two, 'c.md': evidence('1.2', 'status: withdrawn\n') }, { withdrawn: [at('c.md')] }, ['self 2 → 2 of 3, backed 2 → 2']],
    ['a file with a fault in its block is withdrawn', { ...two, 'c.md': '---\nelements: ["1.2"]\nowner: [\n---\n\nText.\n' }, { withdrawn: [at('c.md')] }, ['1.2 evidenced 1 poor → missing 0 poor', 'self 2 → 2 of 3, backed 2 → 2']],
    ['a file whose status cannot be written is withdrawn', { ...two, 'c.md': '---\n{ elements: ["1.2"], status: { draft: true } }\n---\n\nText.\n' }, { withdrawn: [at('c.md')] }, ['1.2 draft 0 poor → missing 0 poor', 'self 2 → 2 of 3, backed 2 → 2']],
    ['it is the assessment day', two, { day: 'assessment' }, ['2.1 evidenced 1 fair → overdue 0 fair', 'self 2 → 2 of 3, backed 2 → 1']],
    ['it is the last good day', two, { day: '2026-10-01' }, ['self 2 → 2 of 3, backed 2 → 2']],
    ['it is the day after', two, { day: '2026-10-02' }, ['2.1 evidenced 1 fair → overdue 0 fair', 'self 2 → 2 of 3, backed 2 → 1']],
    ['it is a day of the past', { ...two, 'b.md': evidence('2.1', 'review-by: 2026-06-01\n') }, { day: '2026-05-01' }, ['2.1 overdue 0 fair → evidenced 1 fair', 'self 2 → 2 of 3, backed 1 → 2']],
    ['an element is rated otherwise', two, { rated: [{ element: '2.1', rating: 'poor' }] }, ['2.1 evidenced 1 fair → evidenced 1 poor', 'self 2 → 1 of 3, backed 2 → 1']],
    ['a rating is named by its title', two, { rated: [{ element: '1.2', rating: 'GOOD' }] }, ['1.2 missing 0 poor → missing 0 good', 'self 2 → 3 of 3, backed 2 → 2']],
    ['an element is rated twice', two, { rated: [{ element: '1.2', rating: 'good' }, { element: '1.2', rating: 'fair' }] }, ['1.2 missing 0 poor → missing 0 fair', 'self 2 → 3 of 3, backed 2 → 2']],
    ['an element is rated as it is', two, { rated: [{ element: '1.1', rating: 'good' }] }, ['self 2 → 2 of 3, backed 2 → 2']],
    ['nothing has been rated before', { 'a.md': evidence('1.1'), 'portfolio.yaml': manifest() }, { rated: [{ element: '1.1', rating: 'good' }] }, ['1.1 evidenced 1 ? → evidenced 1 good', 'self 0 → 1 of 3, backed 0 → 1']],
    ['the assessor rates', two, { rater: 'assessor', rated: [{ element: '1.1', rating: 'poor' }] }, ['1.1 evidenced 1 ? → evidenced 1 poor', 'self 2 → 2 of 3, backed 2 → 2', 'assessor 0 → 0 of 3, backed 0 → 0']],
    ['all of it at once', two, { day: 'assessment', withdrawn: [at('a.md')], rated: [{ element: '1.2', rating: 'good' }] }, ['1.1 evidenced 1 good → missing 0 good', '1.2 missing 0 poor → missing 0 good', '2.1 evidenced 1 fair → overdue 0 fair', 'self 2 → 3 of 3, backed 2 → 0']],
    ['evidence is withdrawn of what does not apply', { 'portfolio.yaml': manifest('assessment: { "1.1": { applicable: false, reason: None }, "2.1": { self: good } }\n'), 'a.md': evidence('1.1') }, { withdrawn: [at('a.md')] }, ['1.1 not-applicable 1 ? → not-applicable 0 ?', 'self 1 → 1 of 2, backed 0 → 0']],
    ['one file is evidence for several elements', { ...two, 'a.md': '---\nelements: ["1.1", "1.2"]\n---\n\nText.\n' }, { withdrawn: [at('a.md')] }, ['1.1 evidenced 1 good → missing 0 good', '1.2 evidenced 1 poor → missing 0 poor', 'self 2 → 2 of 3, backed 2 → 1']],
  ] as const satisfies readonly (readonly [string, Files, SupposedWords, readonly string[]])[])
    it(name, () => deepEqual(told(asked(portfolioOf(files), words)), expected)); // prettier-ignore

  for (const [name, files, words, message] of [
    ['a file that is no evidence', two, { withdrawn: [at('x.md')] }, /^x\.md is not a file of evidence of Anytown\.$/],
    ['an element that there is not', two, { rated: [{ element: '1.9', rating: 'good' }] }, /1\.9 is not an element/],
    ['a group', two, { rated: [{ element: '1', rating: 'good' }] }, /^1 is a criterion and not an element\./],
    ['a rating that there is not', two, { rated: [{ element: '1.1', rating: 'gud' }] }, /^gud is not a rating of Small Standard\. Choose one of these: good, fair, poor\.$/],
    ['an element that does not apply', { 'portfolio.yaml': manifest('assessment: { "1.1": { applicable: false, reason: None } }\n') }, { rated: [{ element: '1.1', rating: 'good' }] }, /declared not applicable/],
    ['an assessment day that is not known', { 'portfolio.yaml': manifest() }, { day: 'assessment' }, /has no assessment date/],
  ] as const satisfies readonly (readonly [string, Files, SupposedWords, RegExp])[])
    it(`refuses ${name}`, () => {
      const read = readSupposition(portfolioOf(files), words);
      match(read.kind === 'refused' ? read.message : '', message);
    }); // prettier-ignore

  for (const rating of ['ERFÜLLT', 'Erfu\u0308llt', ' erfüllt\n', 'nicht  erfüllt'])
    it(`knows a rating by its title, whichever way it is typed: ${JSON.stringify(rating)}`, () => {
      const standard = 'title: Neu\nratings: [{ id: y, title: Erfüllt }, { id: n, title: Nicht erfüllt }]\nchildren:\n  - { id: "1.1", title: Eins }\n'; // prettier-ignore
      const portfolio = portfolioOf({ 'portfolio.yaml': 'standard: neu.yaml\n', 'neu.yaml': standard });
      const { supposition } = asked(portfolio, { rated: [{ element: '1.1', rating }] });
      deepEqual(
        supposition.rated.map((one) => one.rating.id),
        [rating.startsWith('n') ? 'n' : 'y'],
      );
    });

  it('follows an ID of an earlier edition, also where the manifest rates under it', () => {
    const standard =
      'title: New\nratings: [{ id: good, title: Good }, { id: poor, title: Poor }]\naward: { rating: good, percent: 50 }\nretired: { "0.1": "1.1" }\nchildren:\n  - { id: "1.1", title: One }\n  - { id: "1.2", title: Two }\n';
    const files = { 'portfolio.yaml': 'standard: new.yaml\nassessment: { "0.1": { self: good } }\n', 'new.yaml': standard, 'a.md': evidence('0.1') }; // prettier-ignore
    const portfolio = portfolioOf(files);
    deepEqual(
      told(asked(portfolio, { rated: [{ element: '0.1', rating: 'poor' }], withdrawn: [at('a.md')] })),
      ['1.1 evidenced 1 good → missing 0 poor', 'self 1 → 0 of 2, backed 1 → 0'],
    );
  });

  it('speaks of each of several standards, and of elements of a profile alone', () => {
    const other =
      'title: Other\nlevels: [Part, Element]\nratings: [{ id: yes, title: Met }, { id: no, title: Not met }]\naward: { rating: yes, percent: 100 }\nprofiles: [{ id: core, title: Core }]\nchildren:\n  - { id: "9", title: Nine, children: [{ id: "9.1", title: A, profiles: [core] }, { id: "9.2", title: B }] }\n'.replace(
        /\b(yes|no)\b/g,
        '"$1"',
      );
    const files = {
      'portfolio.yaml': 'title: Both\nstandards:\n  S: small\n  O: { file: other.yaml, profile: core }\nassessment: { "S:1.1": { self: good }, "O:9.1": { self: "yes" } }\n',
      'other.yaml': other,
      'a.md': '---\ntitle: Both\nelements: ["1.1", "9.1", "9.2"]\n---\n\nText.\n',
    }; // prettier-ignore
    const found = asked(portfolioOf(files), { withdrawn: [at('a.md')], rated: [{ element: '9.1', rating: 'not met' }] }); // prettier-ignore
    deepEqual(told(found), [
      'S:1.1 evidenced 1 good → missing 0 good',
      'self 1 → 1 of 3, backed 1 → 0',
      'O:9.1 evidenced 1 yes → missing 0 no',
      'self 1 → 0 of 1, backed 1 → 0',
    ]);
    const refusal = readSupposition(portfolioOf(files), { rated: [{ element: '9.2', rating: 'Met' }] });
    match(refusal.kind === 'refused' ? refusal.message : '', /out of scope/);
    const tables = whatIfDocument(found).blocks.flatMap((block) =>
      block.kind === 'table' ? [block.rows] : [],
    );
    deepEqual(tables[0], [
      ['1 Welcome', '1 → 0 of 2', '1 of 2', '1 → 0 of 2'],
      ['2 Answers', '0 of 1', '0 of 1', '0 of 1'],
    ]);
    deepEqual(tables[2], [['9 Nine', '1 → 0 of 1', '1 → 0 of 1', '1 → 0 of 1']]);
  });

  it('judges evidence that two portfolios share in each of them, and changes neither', () => {
    const index = indexOf({
      'one/portfolio.yaml': `${manifest(rated)}include: ['**/*.md', '../two/a.md']\n`,
      'two/portfolio.yaml': manifest(rated),
      'two/a.md': evidence('1.1'),
    });
    const before = index.portfolios().map((portfolio) => portfolio.coverage('1.1'));
    equal(before.length, 2);
    for (const portfolio of index.portfolios())
      deepEqual(told(asked(portfolio, { withdrawn: [at('two/a.md')] })), [
        '1.1 evidenced 1 good → missing 0 good',
        'self 2 → 2 of 3, backed 1 → 0',
      ]);
    deepEqual(
      index.portfolios().map((portfolio) => portfolio.coverage('1.1')),
      before,
    );
  });
});

describe('The page of what if', () => {
  const verdict = (files: Files, words: SupposedWords): string => {
    const [first] = whatIfDocument(asked(portfolioOf(files), words)).blocks;
    return first?.kind === 'verdict' ? first.text : '';
  };
  for (const [name, words, says] of [
    ['nothing', {}, 'Nothing would change: 2 of 3 elements have current evidence, as many as now.'],
    ['a rating that loses the award', { rated: [{ element: '2.1', rating: 'poor' }] }, 'The award would no longer be reached by our own rating: 1 more is needed; 2 of 3 elements have current evidence, as many as now.'],
    ['evidence that the award rests on', { withdrawn: [at('a.md')] }, 'The award would be reached by rating alone: with current evidence behind the ratings, 1 more is needed; 1 of 3 elements would have current evidence; now it is 2.'],
    ['a better rating', { rated: [{ element: '1.2', rating: 'good' }] }, 'The award would still be reached by our own rating, with current evidence behind it; 2 of 3 elements have current evidence, as many as now.'],
    ['ratings of the assessor', { rater: 'assessor', rated: [{ element: '1.1', rating: 'good' }] }, 'The award would still not be reached by the assessor’s rating: 1 more is needed; 2 of 3 elements have current evidence, as many as now.'],
    ['what touches no rating of the assessor', { rater: 'assessor', withdrawn: [at('a.md')] }, 'The award would be reached by rating alone: with current evidence behind the ratings, 1 more is needed; 1 of 3 elements would have current evidence; now it is 2.'],
  ] as const satisfies readonly (readonly [string, SupposedWords, string])[])
    it(`begins with a sentence: ${name}`, () => equal(verdict(two, words), says)); // prettier-ignore

  const rating = (ratings: string): Files => ({
    'portfolio.yaml': manifest(`assessment: { ${ratings} }\n`),
    'a.md': evidence('1.1'),
  });
  for (const [name, files, words, says] of [
    ['a rating that reaches the award', rating('"1.1": { self: good }'), { rated: [{ element: '1.2', rating: 'good' }] }, 'The award would be reached by our own rating, just enough; 1 of 3 elements has current evidence, as many as now.'],
    ['another rating, where little has evidence', rating('"1.2": { self: good }, "2.1": { self: good }'), { rated: [{ element: '1.2', rating: 'fair' }] }, 'The award would still be reached by rating alone: with current evidence behind the ratings, 2 more are needed; 1 of 3 elements has current evidence, as many as now.'],
    ['evidence that is withdrawn where nothing is rated', rating(''), { withdrawn: [at('a.md')] }, '0 of 3 elements would have current evidence; now it is 1.'],
    ['nothing, where the standard has a name', { 'portfolio.yaml': 'standards: { S: small }\n', 'a.md': evidence('1.1') }, {}, 'S: Nothing would change: 1 of 3 elements has current evidence, as many as now.'],
  ] as const satisfies readonly (readonly [string, Files, SupposedWords, string])[])
    it(`begins with a sentence: ${name}`, () => equal(verdict(files, words), says)); // prettier-ignore

  /** One part without an ID, one of which nothing applies, and a large one. */
  const large = (more: string): Files => ({
    'portfolio.yaml': 'title: Anytown\nstandard: large.yaml\nassessment: { B: { applicable: false, reason: None } }\n',
    'large.yaml': `title: Large\nlevels: [Part, Element]\n${more}children:\n  - { title: General, children: [{ id: A, text: Text A }] }\n  - { id: P, title: Apart, children: [{ id: B, text: Text B }] }\n  - id: C\n    title: Many\n    children:\n${Array.from({ length: 70 }, (_, number) => `      - { id: C.${number + 1}, text: Text }\n`).join('')}`,
    'a.md': `---\nelements: [A, ${Array.from({ length: 70 }, (_, number) => `C.${number + 1}`).join(', ')}]\n---\n\nText.\n`,
  }); // prettier-ignore
  for (const [more, says] of [
    ['', 'The standard has no award: what changes is the coverage.'],
    [
      'ratings: [{ id: good, title: Good }]\naward: { rating: good, percent: 50 }\n',
      'Nothing is rated, so nothing is said of the award.',
    ],
  ] as const)
    it(`tells what changes where there is no award to tell of: ${says}`, () => {
      const { blocks } = whatIfDocument(asked(portfolioOf(large(more)), { withdrawn: [at('a.md')] }));
      const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
      deepEqual(paragraphs, [says, '11 more elements would change.']);
      const [parts, elements] = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
      deepEqual(parts, [
        ['General', '1 → 0 of 1'],
        ['C Many', '70 → 0 of 70'],
      ]);
      equal(elements?.length, 60);
    });

  it('tells part by part of the ratings that are supposed', () => {
    const words = { rater: 'assessor', rated: [{ element: '1.1', rating: 'good' }] } as const;
    const [table] = whatIfDocument(asked(portfolioOf(two), words)).blocks.flatMap((block) =>
      block.kind === 'table' ? [block] : [],
    );
    equal(table?.columns[2]?.name, 'Fair or better, by the assessor');
    deepEqual(table.rows[0], ['1 Welcome', '1 of 2', '0 → 1 of 2', '0 → 1 of 2']);
  });

  it('says what is supposed, and that nothing has been written', () => {
    const words = {
      day: 'assessment',
      withdrawn: [at('a.md')],
      rated: [{ element: '1.2', rating: 'good' }],
    } as const;
    const { subtitle, blocks } = whatIfDocument(asked(portfolioOf(two), words));
    equal(subtitle, 'Nothing has been written. Judged as of 15 June 2026, and then as of 1 December 2026.');
    const [list] = blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
    deepEqual(list, [
      '“1.1 paper” is withdrawn',
      '1.2 The opening hours are known is rated good',
      'It is 1 December 2026',
    ]);
  });
});
