import { deepEqual, equal } from 'node:assert/strict';
import { addElement, moveElement, removeElement } from '../../../../server/core/evidence/elementEdits';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { valueOf } from '../../../../server/core/yaml/fields';
import { applyEdits } from '../../../../server/core/text/edit';
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const block = (lines: string): string => `---\n${lines}\n---\n\n# A\n\nText.\n`;
const read = (lines: string): EvidenceFile => parseEvidence('file:///a.md', block(lines))!;
const ids = ({ elements }: EvidenceFile): readonly string[] => elements.map(({ id }) => id);

const standards: Files = {
  'one.yaml': 'title: One\nchildren: [{ id: "1.1", text: One one }, { id: "1.2", text: One two }]\n',
  'two.yaml':
    'title: Two\nretired: { "0.9": "1.1" }\nchildren: [{ id: "1.1", text: Two one }, { id: AC-2, text: Accounts }]\n',
  'portfolio.yaml': 'standards: { A: one.yaml, B-2: two.yaml }\nrules: { element-uncovered: off }\n',
};
const file = (lines: string): Files => ({ ...standards, 'a.md': block(lines) });

const oneStandard =
  'This portfolio has one standard, so that its IDs stand below no name. Write a list of IDs, each on a line that starts with a dash. For several standards, portfolio.yaml says “standards”, with a name for each.';

describe('elements below the names of their standards', () => {
  for (const [name, lines, expected] of [
    ['in brackets', 'elements: { A: [1.1, "1.2"], B-2: [AC-2] }', ['A:1.1', 'A:1.2', 'B-2:AC-2']],
    ['in lines', 'elements:\n  A:\n    - 1.1\n  B-2: [1.1]', ['A:1.1', 'B-2:1.1']],
    ['single ones', 'elements:\n  A: 1.1\n  B-2:', ['A:1.1']],
    ['words behind IDs, which are none', 'elements:\n  1.1: Accuracy\n  1.2: Speed', []],
    ['words behind IDs with letters', 'elements:\n  AC-2: Accounts\n  AC-3: Keys', []],
    ['a list in a list', 'elements:\n  A: [[1.1]]', []],
  ] as const)
    it(`are read: ${name}`, () => deepEqual(ids(read(lines)), expected));

  it('are read under “strongest”, too', () =>
    deepEqual(
      (valueOf(read('elements: []\nstrongest: { A: 1.1 }').strongest) ?? []).map(({ id }) => id),
      ['A:1.1'],
    ));

  it('count for their standard', () => {
    const portfolio = indexOf(file('elements: { A: [1.1], B-2: [0.9] }')).portfolioAt(at('a.md'))!;
    deepEqual(
      ['A:1.1', '1.2', 'B-2:1.1', 'AC-2'].map((id) => portfolio.coverage(id).state),
      ['evidenced', 'missing', 'evidenced', 'missing'],
    );
  });

  const edits: readonly (readonly [
    string,
    string,
    (one: EvidenceFile) => ReturnType<typeof addElement>,
    string | undefined,
  ])[] = [
    ['one more, in brackets', 'elements: { A: [1.1], B-2: [] }', (one) => addElement(one, 'A:1.2'), 'elements: { A: [1.1, "1.2"], B-2: [] }'], // prettier-ignore
    ['one more in lines', 'elements:\n  A:\n    - 1.1 # x\n  B-2:\n    - AC-2', (one) => addElement(one, 'A:1.2'), 'elements:\n  A:\n    - 1.1 # x\n    - "1.2"\n  B-2:\n    - AC-2'], // prettier-ignore
    ['one more where one stands alone', 'elements:\n  A: 1.1\n  B-2: AC-2', (one) => addElement(one, 'A:1.2'), 'elements:\n  A: [1.1, "1.2"]\n  B-2: AC-2'], // prettier-ignore
    ['one of another standard', 'elements:\n  A: [1.1] # x\nowner: Me', (one) => addElement(one, 'B-2:AC-2'), 'elements:\n  A: [1.1] # x\n  B-2: [AC-2]\nowner: Me'], // prettier-ignore
    ['one of another standard, in brackets', 'elements: { A: [1.1] }', (one) => addElement(one, 'B-2:AC-2'), 'elements: { A: [1.1], B-2: [AC-2] }'], // prettier-ignore
    [
      'one that is there',
      'elements: { A: [1.1] }',
      (one) => addElement(one, 'A:1.1'),
      'elements: { A: [1.1] }',
    ],
    ['one less', 'elements: { A: [1.1, 1.2], B-2: [1.1] }', (one) => removeElement(one, 'A:1.1'), 'elements: { A: [1.2], B-2: [1.1] }'], // prettier-ignore
    ['one less in lines', 'elements:\n  A:\n    - 1.1\n    - 1.2\n  B-2: 1.1', (one) => removeElement(one, 'A:1.2'), 'elements:\n  A:\n    - 1.1\n  B-2: 1.1'], // prettier-ignore
    ['the one that stands alone', 'elements:\n  A: 1.1\n  B-2: 1.1', (one) => removeElement(one, 'B-2:1.1'), 'elements:\n  A: 1.1\n  B-2: []'], // prettier-ignore
    ['another in its place', 'elements: { A: [1.1], B-2: [1.1] }', (one) => moveElement(one, 'A:1.1', 'A:1.2'), 'elements: { A: ["1.2"], B-2: [1.1] }'], // prettier-ignore
    ['what has no name', 'elements: { A: [1.1] }', (one) => addElement(one, 'AC-2'), undefined],
  ];
  for (const [name, before, edit, after] of edits)
    it(`are edited: ${name}`, () => {
      const one = read(before);
      const made = edit(one);
      equal(made && applyEdits(one.text, made), after === undefined ? undefined : block(after));
    });

  it('are told where the portfolio has no names', () =>
    checkRule(
      'front-matter-value',
      { 'a.md': block('elements: «{ A: [1.1] }»'), 'portfolio.yaml': 'standard: small\n' },
      [`error: ${oneStandard}`],
    ));
});

describe('what is no ID below the name of a standard', () => {
  for (const [name, lines, expected] of [
    ['a list in the list', 'elements: { A: [1.1, «[1.2]»], B-2: [AC-2] }', 'one ID on each line'],
    ['nothing but a list', 'elements: { A: [«[1.1]»] }', 'one ID on each line'],
    ['a map in the list', 'elements: { A: [1.1, «{ b: c }»] }', 'one ID on each line'],
    ['a map', 'elements: «{ A: { b: c } }»', 'a list of IDs, each on a line that starts with a dash'],
  ] as const)
    it(`is told where it stands: ${name}`, () =>
      checkRule('front-matter-value', file(lines), [
        `error: Write ${expected}${expected.startsWith('one') ? ', without a colon or brackets' : ''}.`,
      ]));

  it('leaves the others what they are', () =>
    deepEqual(ids(read('elements: { A: [1.1, [1.2]], B-2: [AC-2] }')), ['A:1.1', 'B-2:AC-2']));

  it('is told beside that there is one standard, where there is', () => {
    const index = indexOf({
      'a.md': block('elements: { A: [1.1, [1.2]] }'),
      'portfolio.yaml': 'standard: small\n',
    });
    deepEqual(
      index
        .findings(at('a.md'))
        .filter(({ rule }) => rule === 'front-matter-value')
        .map(({ message }) => message),
      [oneStandard, 'Write one ID on each line, without a colon or brackets.'],
    );
  });
});

describe('a blank behind the colon of a name', () => {
  it('is told', () =>
    checkRule('front-matter-value', file('elements:\n  - «A: 1.1»\n  - «C: 1.1»\n  - A:1.2'), [
      'error: With a blank behind the colon, this is a name with a value to YAML, and no ID. Write A:1.1.',
      'error: Write one ID on each line, without a colon or brackets.',
    ]));
  it('is taken away', () =>
    checkFixes({
      rule: 'front-matter-value',
      files: file('elements:\n  - A: 1.1\n  - B-2:1.1'),
      titles: ['Replace with A:1.1'],
      after: [file('elements:\n  - A:1.1\n  - B-2:1.1')],
    }));
  it('does not matter in quotation marks, where it is no slip', () =>
    checkRule('element-unknown', file('elements: ["A: 1.1"]'), []));
});
