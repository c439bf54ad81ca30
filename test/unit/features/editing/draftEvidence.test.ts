import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { draftEvidence } from '../../../../server/features/editing/draftEvidence';
import { relativePath } from '../../../../server/core/text/uri';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { at, home, indexOf, today } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const draftIn = (files: Files, element: string, setting?: IndexSetting) => {
  const draft = draftEvidence(indexOf(files, setting).portfolioAt(at('x.md'))!, element);
  return draft && { path: relativePath(home, draft.uri), text: draft.text };
};
const evidence = (elements: string): string => `---\nelements: [${elements}]\n---\n`;
const empty: Files = { 'portfolio.yaml': '' };

describe('A draft of evidence', () => {
  it('says what the file is for, and asks for the rest', () =>
    equal(
      draftIn(empty, '3.2.4')?.text,
      `---
title: Evidence for 3.2.4
elements:
  - 3.2.4
status: draft
date: ${today}
---

# Evidence for 3.2.4

<!-- We can demonstrate that information we provide to our customers is accurate and complete, and that when this is not the case we advise customers when they will receive the information they requested -->

## What we do



## How we know



## Results
`,
    ));

  it('goes where the nearest relatives are', () => {
    equal(draftIn(empty, '3.2.4')?.path, 'evidence/evidence-for-3.2.4.md');
    const files = {
      ...empty,
      'a/one.md': evidence('1.1.1'),
      'c/one.md': evidence('3.1.1'),
      'd/one.md': evidence('3.2.1'),
      'e/one.md': evidence('3.2.2'),
      'e/two.md': evidence('3.2.3'),
    };
    equal(draftIn(files, '3.2.4')?.path, 'e/evidence-for-3.2.4.md');
    equal(draftIn(files, '3.1.2')?.path, 'c/evidence-for-3.1.2.md');
    equal(draftIn(files, '3.4.1')?.path, 'e/evidence-for-3.4.1.md');
    equal(draftIn(files, '5.1.1')?.path, 'evidence/evidence-for-5.1.1.md');
  });
  it('goes where the portfolio says that its evidence is', () => {
    const including = (include: string): string | undefined =>
      draftIn({ 'portfolio.yaml': `title: T\ninclude: ${include}\n` }, '3.2.4')?.path;
    equal(including("['docs/our evidence/**/*.md']"), 'docs/our evidence/evidence-for-3.2.4.md');
    equal(including("['docs/*.md', 'b/**/*.md']"), 'docs/evidence-for-3.2.4.md');
    equal(including("['**/*.md', 'docs/*.md']"), 'evidence/evidence-for-3.2.4.md');
    equal(including("['*.md']"), 'evidence/evidence-for-3.2.4.md');
    equal(including("['../shared/**/*.md']"), 'evidence/evidence-for-3.2.4.md');
  });
  it('goes where no file stands', () => {
    const files = {
      ...empty,
      'e/evidence-for-3.2.4.md': evidence('3.2.4'),
      'e/evidence-for-3.2.4-2.md': 'Something else',
    };
    equal(draftIn(files, '3.2.4')?.path, 'e/evidence-for-3.2.4-3.md');
  });
  const draftOf = (files: Files, elements: readonly string[], title: string) => {
    const draft = draftEvidence(indexOf(files).portfolioAt(at('x.md'))!, elements, { title })!;
    return {
      path: relativePath(home, draft.uri),
      text: `${draft.text.slice(0, draft.cursor)}$0${draft.text.slice(draft.cursor)}`,
    };
  };
  it('has a title and several elements, and says where the writing begins', () =>
    equal(
      draftOf(empty, ['3.2.4', '1.3.2', '3.2.4'], '  Survey:  the results ').text,
      `---
title: "Survey: the results"
elements:
  - 3.2.4
  - 1.3.2
status: draft
date: ${today}
---

# Survey: the results

<!-- 3.2.4: We can demonstrate that information we provide to our customers is accurate and complete, and that when this is not the case we advise customers when they will receive the information they requested -->

<!-- 1.3.2: We analyse and publicise satisfaction levels for the full range of customers for all main areas of our service and we have improved services as a result -->

## What we do

$0

## How we know



## Results
`,
    ));

  for (const [names, title, path] of [
    [[], 'Annual customer survey, 2026', 'evidence/annual-customer-survey-2026.md'],
    [[], 'Café: what customers’ families say', 'evidence/cafe-what-customers-families-say.md'],
    [[], 'Llŷn, tŷ agored', 'evidence/llyn-ty-agored.md'],
    [[], '調査 2026', 'evidence/調査-2026.md'],
    [[], '???', 'evidence/evidence-for-3.2.4.md'],
    [[], '', 'evidence/evidence-for-3.2.4.md'],
    [
      [],
      'One two three four five six seven eight nine ten eleven twelve',
      'evidence/one-two-three-four-five-six-seven-eight-nine-ten-eleven.md',
    ],
    [['Annual Survey.md', 'Letters to Us.md'], 'Customer Panel notes', 'Customer Panel notes.md'],
    [['annual_survey.md', 'letters_to_us.md'], 'Customer panel', 'customer_panel.md'],
    [['3.2.4-survey.md', '3.2.4-letters.md'], 'Customer panel', '3.2.4-customer-panel.md'],
    [['3.2.4 Survey.md', '3.2.4 Letters.md'], 'Customer panel', '3.2.4 Customer panel.md'],
    [['3.2.4-survey.md', '3.2.4-letters.md'], '', '3.2.4-evidence.md'],
    [['survey.md'], 'Customer panel', 'customer-panel.md'],
    [['survey.markdown'], 'Panel', 'panel.markdown'],
  ] as const)
    it(`called “${title}” is named ${path} beside ${names.join(', ') || 'nothing'}`, () => {
      const all = { 'portfolio.yaml': "include: ['**/*.md', '**/*.markdown']\n" };
      const files = { ...all, ...Object.fromEntries(names.map((name) => [name, evidence('3.2.4')])) };
      equal(draftOf(files, ['3.2.4'], title).path, path);
    });

  it('goes where the relatives of most of its elements are', () => {
    const files = {
      ...empty,
      'a/one.md': evidence('1.1.1'),
      'b/one.md': evidence('3.2.1'),
      'b/two.md': evidence('3.2.2'),
    };
    equal(draftOf(files, ['1.1.2', '3.2.4'], 'Both').path, 'b/both.md');
  });

  it('has the next number where the portfolio numbers its evidence', () => {
    const files = { ...empty, 'a.md': '---\nelements: [1.1.1]\nref: ES 9\n---\n' };
    match(draftIn(files, '3.2.4')!.text, /\n {2}- 3\.2\.4\nref: ES 10\nstatus: draft\n/);
  });

  it('is of elements only', () => {
    equal(draftIn(empty, '3.2'), null);
    equal(draftIn(empty, '3.2.9'), null);
    equal(draftIn(empty, ''), null);
  });

  const odd = standardOf(
    'odd',
    `title: Odd
children:
  - { id: AC-2(1), text: "Accounts --> <b> -- end" }
  - { id: "1.10", text: Number }
  - { id: "A: b, #1", text: Hostile }
  - { id: 'say "x"', text: Quoted }
  - { id: É1, text: Letters }
`,
  );
  for (const [id, name] of [
    ['AC-2(1)', 'evidence-for-ac-2-1.md'],
    ['1.10', 'evidence-for-1.10.md'],
    ['A: b, #1', 'evidence-for-a-b-1.md'],
    ['say "x"', 'evidence-for-say-x.md'],
    ['É1', 'evidence-for-é1.md'],
  ] as const)
    it(`of ${id} is named after it, and parsed again gives it`, () => {
      const files = {
        'portfolio.yaml': 'standard: odd\nrules: { element-uncovered: off, element-draft-only: off }\n',
      };
      const setting = { standards: [odd] };
      const draft = draftIn(files, id, setting);
      equal(draft?.path, `evidence/${name}`);
      const index = indexOf({ ...files, [draft.path]: draft.text }, setting);
      const portfolio = index.portfolioAt(at(draft.path))!;
      deepEqual(
        portfolio.evidence.get(at(draft.path))?.elements.map((reference) => reference.id),
        [id],
      );
      equal(portfolio.coverage(id).state, 'draft');
      deepEqual(
        index.findings(at(draft.path)).map(({ rule }) => rule),
        [],
      );
    });

  it('of every element of Customer Service Excellence has no findings', () => {
    const portfolio = indexOf(empty).portfolioAt(at('x.md'))!;
    for (const { id } of portfolio.standard.elements) {
      const draft = draftEvidence(portfolio, id)!;
      const index = indexOf({ ...empty, [relativePath(home, draft.uri)]: draft.text });
      deepEqual(index.findings(draft.uri), [], id);
      ok(draft.text.includes(`  - ${id}\n`));
    }
  });
});
