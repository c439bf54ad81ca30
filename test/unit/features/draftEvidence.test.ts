import { deepEqual, equal, ok } from 'node:assert/strict';
import { draftEvidence } from '../../../server/features/draftEvidence';
import { relativePath } from '../../../server/core/uri';
import type { Files, IndexSetting } from '../support/portfolioFiles';
import { at, home, indexOf, today } from '../support/portfolioFiles';
import { standardOf } from '../support/standards';

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
  it('goes where no file stands', () => {
    const files = {
      ...empty,
      'e/evidence-for-3.2.4.md': evidence('3.2.4'),
      'e/evidence-for-3.2.4-2.md': 'Something else',
    };
    equal(draftIn(files, '3.2.4')?.path, 'e/evidence-for-3.2.4-3.md');
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
