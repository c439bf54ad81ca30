import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'element-ambiguous';

const standards: Files = {
  'one.yaml':
    'title: One\nretired: { "0.9": "1.2" }\nchildren: [{ id: "1", title: G, children: [{ id: "1.1", text: One one }, { id: "1.2", text: One two }] }]\n',
  'two.yaml':
    'title: Two\nchildren: [{ id: "1", text: Two }, { id: "1.1", text: Two one }, { id: "0.9", text: Two nought }, { id: AC-2, text: Accounts }, { id: "A:1", text: Colon }]\n',
  'portfolio.yaml':
    'standards:\n  A: one.yaml\n  AC: two.yaml\nrules: { element-uncovered: off, element-retired: off }\n',
};

const file = (elements: string, rest = ''): Files => ({
  ...standards,
  'a.md': `---\nelements: [${elements}]${rest}\n---\n\n# A\n\nText.\n`,
});

const says = (id: string, ...could: readonly string[]): string =>
  `error: ${id} could be ${could.join(' or ')}. Write it with the name of its standard.`;
const both = says('1.1', 'A:1.1, “One one”', 'AC:1.1, “Two one”');

describe(rule, () => {
  for (const [name, elements, found] of [
    ['an element of both', '«"1.1"»', [both]],
    ['an element of one that is a group of the other', '«"1"»', [says('1', 'A:1, “G”', 'AC:1, “Two”')]],
    [
      'an element of one that the other had once',
      '«"0.9"»',
      [says('0.9', 'A:0.9, “One two”', 'AC:0.9, “Two nought”')],
    ],
    ['names', 'A:1.1, AC:1.1, "AC:0.9", "A: 1.2"', []],
    ['what one has only', '"1.2", AC-2', []],
    // A name goes before an ID that begins like one.
    ['an ID with a colon, which is A’s by its beginning', '"A:1", "AC:A:1"', []],
    ['what nobody has', '"7.7", B:1.1', []],
  ] as const)
    it(`looks at ${name}`, () => checkRule(rule, file(elements), found));

  it('looks at “strongest”', () => checkRule(rule, file('A:1.1', '\nstrongest: [«"1.1"»]'), [both]));
  it('looks at plans', () =>
    checkRule(
      rule,
      {
        ...standards,
        'action-plan.md':
          '| Ref | Action | Responsibility | Target | Progress |\n| --- | --- | --- | --- | --- |\n| «1.1» | Do | Me | | |\n| A:1.1 | Do | Me | | |\n',
      },
      [both],
    ));
  it('offers each', () =>
    checkFixes({
      rule,
      files: file('AC-2, "1.1"'),
      titles: ['Replace with A:1.1, “One one”', 'Replace with AC:1.1, “Two one”'],
      after: [file('AC-2, "A:1.1"'), file('AC-2, "AC:1.1"')],
    }));

  const plan = (id: string): string =>
    `| Ref | Action | Responsibility | Target | Progress |\n| --- | --- | --- | --- | --- |\n| ${id} | Do | Me | | |\n`;
  const text = (strongest: string): string =>
    `---\nelements: [A:1.1, AC:1.1]\nstrongest: ["A:1.1", ${strongest}]\n---\n\n# A\n\nText.\n`;
  it('offers each of them for “strongest”', () =>
    checkFixes({
      rule,
      files: { ...standards, 'a.md': text('"1.1"') },
      path: 'a.md',
      titles: ['Replace with A:1.1, “One one”', 'Replace with AC:1.1, “Two one”'],
      after: [text('"A:1.1"'), text('"AC:1.1"')],
    }));
  it('offers each of them for a row of a plan', () =>
    checkFixes({
      rule,
      files: { ...standards, 'action-plan.md': plan('1.1') },
      path: 'action-plan.md',
      titles: ['Change to A:1.1, “One one”', 'Change to AC:1.1, “Two one”'],
      after: [plan('A:1.1'), plan('AC:1.1')],
    }));
});
