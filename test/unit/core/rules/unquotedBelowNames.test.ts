/** IDs without quotation marks that YAML reads as numbers, in every shape of a list of several standards. */
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'element-unquoted';
const standard = (title: string): string =>
  `title: ${title}\nchildren: [{ id: '1.1', text: First }, { id: '1.10', text: Tenth }, { id: A-1, text: Letter }]\n`;
const file = (elements: string): Files => ({
  'one.yaml': standard('One'),
  'two.yaml': standard('Two'),
  'portfolio.yaml': 'standards: { A: one.yaml, ISO-9: two.yaml }\nrules: { element-uncovered: off }\n',
  'a.md': `---\nelements: ${elements}\n---\n\n# A\n\nText.\n`,
});

const says = (id: string, loss = ''): string =>
  `warning: Put quotation marks around ${id}. Without them, other tools read it as a number${loss}.`;

describe(rule, () => {
  for (const [name, elements, found, after] of [
    ['a single ID below a name', '{ A: «1.1» }', [says('1.1')], '{ A: "1.1" }'],
    ['what YAML would cut short', '{ A: [«1.10»] }', [says('1.10', ', 1.1')], '{ A: ["1.10"] }'],
    [
      'a block below each of two names',
      '\n  A:\n    - A-1\n    - «1.1»\n  ISO-9:\n    - «1.10»',
      [says('1.1'), says('1.10', ', 1.1')],
      undefined,
    ],
    ['names in the list, which are texts', '[A:1.1, ISO-9:1.10]', [], undefined],
    ['quotation marks below a name', '{ A: ["1.10"] }', [], undefined],
  ] as const) {
    it(`looks at ${name}`, () => checkRule(rule, file(elements), found));
    if (after !== undefined)
      it(`mends ${name}`, () => {
        const [message] = found;
        const id = /around (\S+)\. /.exec(message)?.[1] ?? '';
        checkFixes({
          rule,
          files: file(elements.replace(/[«»]/g, '')),
          titles: [`Put quotation marks around ${id}`],
          after: [file(after)],
        });
      });
  }
});
