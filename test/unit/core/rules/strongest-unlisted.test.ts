import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'strongest-unlisted';

/** One file in a portfolio of the small standard of the tests. */
const one = (block: string): Files => ({
  'a.md': `---\n${block}\n---\n\n# A\n\nText.\n`,
  'portfolio.yaml': 'standard: small\nrules: { element-uncovered: off }\n',
});

const unlisted = (id: string): string =>
  `warning: ${id} is not under “elements”, so this evidence cannot be the strongest for it. Add it there if this evidence supports it, or take it out here.`;
const unknown = (id: string): string =>
  `warning: ${id} is not under “elements”, so this evidence cannot be the strongest for it. Write one of the IDs from there, or take it out.`;

describe(rule, () => {
  for (const [name, block, says] of [
    ['an element that is not listed', 'elements: ["1.1"]\nstrongest: ["1.1", «"1.2"»]', [unlisted('1.2')]],
    ['a single value', 'elements: ["1.1"]\nstrongest: «1.2»', [unlisted('1.2')]],
    ['an ID that nobody has', 'elements: ["1.1"]\nstrongest:\n  - «7.7»', [unknown('7.7')]],
    ['a group', 'elements: ["1.1"]\nstrongest: [«"1"»]', [unknown('1')]],
    ['two of them', 'elements: []\nstrongest: [«"1.1"», «"1.2"»]', [unlisted('1.1'), unlisted('1.2')]],
  ] as const)
    it(`reports ${name}`, () => checkRule(rule, one(block), says));

  for (const [name, block] of [
    ['a listed one', 'elements: ["1.1", "1.2"]\nstrongest: ["1.2"]'],
    ['one of an earlier edition that stands for a listed one', 'elements: ["1.2"]\nstrongest: ["9.9"]'],
    ['a listed one of an earlier edition', 'elements: ["9.9"]\nstrongest: ["1.2"]'],
    ['a listed one in a text with several', 'elements: 1.1, 1.2\nstrongest: ["1.2"]'],
    ['none', 'elements: ["1.1"]\nstrongest: []'],
    [
      'a value that cannot be read, of which front-matter-value speaks',
      'elements: ["1.1"]\nstrongest: { a: b }',
    ],
  ] as const)
    it(`accepts ${name}`, () => checkRule(rule, one(block), []));

  it('adds the element, or takes it out', () => {
    const text = (lines: string): string => `---\n${lines}\ntitle: A\n---\n\nText.\n`;
    const before = text('elements: ["1.1"]\nstrongest: ["1.1", "1.2"] # both');
    checkFixes({
      rule,
      files: { 'portfolio.yaml': 'standard: small\n', 'a.md': before },
      path: 'a.md',
      titles: [
        'Add 1.2, “The opening hours are known”, to the elements of this file',
        'Remove 1.2 from “strongest”',
      ],
      after: [
        text('elements: ["1.1", "1.2"]\nstrongest: ["1.1", "1.2"] # both'),
        text('elements: ["1.1"]\nstrongest: ["1.1"] # both'),
      ],
    });
  });

  it('takes out the key with the last one', () =>
    checkFixes({
      rule,
      files: {
        'portfolio.yaml': 'standard: small\n',
        'a.md': '---\nelements: ["1.1"]\nstrongest:\n  - 7.7\ntitle: A\n---\n\nText.\n',
      },
      path: 'a.md',
      titles: ['Remove 7.7 from “strongest”'],
      after: ['---\nelements: ["1.1"]\ntitle: A\n---\n\nText.\n'],
    }));
});
