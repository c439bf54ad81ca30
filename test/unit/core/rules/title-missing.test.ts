/** A rule's own test, as CONTRIBUTING.md asks for it: what it finds stands between « and ». */
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'title-missing';
const says =
  'information: This evidence has no name. Add a line “title: …” at the top, or a heading to the text.';

/** One file in a portfolio of the small standard of the tests. */
const one = (text: string, path = 'a.md'): Files => ({
  [path]: text,
  'portfolio.yaml': 'standard: small\nrules: { element-uncovered: off }\n',
});

describe(rule, () => {
  for (const [name, text] of [
    ['no title and no heading', '«---»\nelements: ["1.1"]\n---\nText.\n'],
    [
      'a title without words, after a byte order mark',
      '\uFEFF---\nelements: ["1.1"]\n«title»:\n---\nText.\n',
    ],
    ['an empty heading and one in a code block', '«---»\nelements: ["1.1"]\n---\n#\n\n```\n# Code\n```\n'],
  ] as const)
    it(`reports ${name}`, () => checkRule(rule, one(text), [says]));

  for (const [name, text] of [
    ['a title', '---\nelements: ["1.1"]\ntitle: a\n---\nText.\n'],
    ['a heading of any depth', '---\nelements: ["1.1"]\n---\nText.\n\n### Heading\n'],
    ['a heading with a line below', '---\nelements: ["1.1"]\n---\n\nHeading\n---\n'],
    ['a heading in a numbered list', '---\nelements: ["1.1"]\n---\n\n1. # Heading\n'],
  ] as const)
    it(`accepts ${name}`, () => checkRule(rule, one(text), []));

  for (const [name, path, before, title, after] of [
    [
      'takes the title from the name of the file',
      'sub/annual-customer_survey.md',
      '---\n# first\nelements: ["1.1"]\n---\n\nText.\n',
      'Annual customer survey',
      '---\ntitle: Annual customer survey\n# first\nelements: ["1.1"]\n---\n\nText.\n',
    ],
    [
      'fills in a title that is empty',
      'visit.md',
      '---\nelements: ["1.1"]\ntitle: # later\n---\n\nText.\n',
      'Visit',
      '---\nelements: ["1.1"]\ntitle: Visit # later\n---\n\nText.\n',
    ],
  ] as const)
    it(name, () =>
      checkFixes({
        rule,
        files: one(before, path),
        path,
        titles: [`Add the title “${title}”, after the file’s name`],
        after: [after],
      }),
    );

  it('has no title to offer where the file’s name has no words', () =>
    checkFixes({
      rule,
      files: one('---\nelements: ["1.1"]\n---\n\nText.\n', '-.md'),
      path: '-.md',
      titles: [],
      after: [],
    }));
});
