import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'element-out-of-scope';

const portfolio: Files = {
  'q.yaml': `title: Quality
profiles: [{ id: core, title: Core }]
retired: { "0.9": "2.1", "0.8": "1.1" }
children:
  - id: "1"
    title: Group in
    profiles: [core]
    children:
      - { id: "1.1", text: In by its group }
      - { id: "1.2", text: Speaks for itself, assessable: true, profiles: [core], children: [{ id: 1.2.1, text: Below an element }] }
  - id: "2"
    title: Group out
    children:
      - { id: "2.1", text: Out }
      - { id: "2.2", text: In, profiles: [core] }
`,
  'portfolio.yaml': 'standard: { file: q.yaml, profile: core }\nrules: { element-uncovered: off }\n',
};

const file = (elements: string): Files => ({
  ...portfolio,
  'a.md': `---\nelements: [${elements}]\n---\n\n# A\n\nText.\n`,
});

const out = (id: string): string =>
  `information: ${id} is out of scope: it does not belong to Core, the profile that portfolio.yaml names. The evidence does not count for it; it may stay.`;

describe(rule, () => {
  for (const [elements, says] of [
    ['«"2.1"»', [out('2.1')]],
    ['"1.1", «"2.1"», "2.2"', [out('2.1')]],
    ['«"0.9"»', [out('2.1')]],
    ['"1.2", «1.2.1»', [out('1.2.1')]],
    ['"1.1", "1.2", "2.2", "0.8", "2", "7.7"', []],
  ] as const)
    it(`looks at ${elements}`, () => checkRule(rule, file(elements), says));

  it('offers to take it out', () =>
    checkFixes({
      rule,
      files: file('"1.1", "2.1"'),
      titles: ['Remove 2.1 from this file'],
      hasFavourite: false,
      after: [file('"1.1"')],
    }));
});
