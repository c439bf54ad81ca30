/** Rows of an action plan and lists of evidence, moved to an edition in which IDs are renamed, divided, joined and dropped. */
import { deepEqual } from 'node:assert/strict';
import { move } from './moving';

const plan = (rows: readonly string[], end = '\n'): string =>
  ['---', 'type: action-plan', '---', '', '| Ref | Action | Owner |', '| --- | --- | --- |', ...rows].join(
    end,
  );

describe('Rows of a plan in another edition', () => {
  for (const [what, before, after, told, answers] of [
    ['a renamed element', ['| A.1 | Do | Ann |'], ['| D.1 | Do | Ann |'], ['A.1 → D.1']],
    ['one that stays', ['| C.1 | Do | Ann |'], ['| C.1 | Do | Ann |'], []],
    ['one that nobody knows', ['| Z.9 | Do | Ann |'], ['| Z.9 | Do | Ann |'], []],
    ['one that is divided, without an answer', ['| A.2 | Do | Ann |'], ['| A.2 | Do | Ann |'], ['A.2 stays']],
    [
      'one that is divided: a row for each, the rest of it the same',
      ['|A.2| Do \\| more |  Ann |', '| C.1 | Do | |'],
      ['|D.2| Do \\| more |  Ann |', '|D.3| Do \\| more |  Ann |', '| C.1 | Do | |'],
      ['A.2 → D.2, D.3'],
      ['A.2=D.2,D.3'],
    ],
    [
      'rows without bars at their ends',
      ['A.2 | Do | Ann', 'A.1 | Do | Ben'],
      ['D.2 | Do | Ann', 'D.3 | Do | Ann', 'D.1 | Do | Ben'],
      ['A.2 → D.2, D.3', 'A.1 → D.1'],
      ['A.2=D.2,D.3'],
    ],
    ['one that is gone', ['| A.3 | Do | Ann |'], ['| A.3 | Do | Ann |'], ['A.3 stays']],
    [
      'one whose ID is bold in a part, and is none',
      ['| **A**.1 | Do | Ann |'],
      ['| **A**.1 | Do | Ann |'],
      [],
    ],
    ['the heading of a group', ['| A Part A | | |'], ['| D Part A | | |'], ['A → D']],
    ['a heading with a bold ID', ['| **A** Part A | | |'], ['| **D** Part A | | |'], ['A → D']],
    ['one with a full stop', ['| **A.** Part A | | |'], ['| **D.** Part A | | |'], ['A → D']],
    ['one that is bold as a whole', ['| **A Part A** | | |'], ['| **D Part A** | | |'], ['A → D']],
    ['the heading of a group that is divided', ['| B Part B | | |'], ['| B Part B | | |'], ['B stays']],
    ['the heading of one that stays', ['| C Part C | | |'], ['| C Part C | | |'], []],
    ['a remark', ['| Some words | | |'], ['| Some words | | |'], []],
  ] as const)
    it(what, () => {
      for (const end of ['\n', '\r\n'])
        deepEqual(move('action-plan.md', plan(before, end), answers), [plan(after, end), told]);
    });
});

describe('Rows of a plan where the standard has a name', () => {
  const named = { 'portfolio.yaml': 'standards: { M: old.yaml }\n' };
  for (const [what, before, after, told] of [
    ['with it', '| M:A Part A | | |', '| M:D Part A | | |', ['M:A → M:D']],
    ['without it', '| A Part A | | |', '| D Part A | | |', ['A → D']],
    [
      'without it, and with it in the next cell',
      '| A Part A | As M:A says | |',
      '| D Part A | As M:A says | |',
      ['A → D', 'M:A stays'],
    ],
    ['an action', '| M:A.1 | Do | |', '| M:D.1 | Do | |', ['M:A.1 → M:D.1']],
  ] as const)
    it(what, () => deepEqual(move('action-plan.md', plan([before]), [], named), [plan([after]), told]));
});

describe('Headings and links in another edition', () => {
  const evidence = (body: string): string => `---\nelements: [C.1]\n---\n\n${body}\n`;
  for (const [what, before, after, told, answers] of [
    [
      'a heading, and a link to it',
      '## A.1 Part\n\n[x](#a1-part)',
      '## D.1 Part\n\n[x](#d1-part)',
      ['A.1 → D.1', 'A.1 → d1-part'],
    ],
    [
      'links to headings of the same words',
      '## A.1 Part\n\n## A.1 Part\n\n[x](#a1-part) [y](#a1-part-1)',
      '## D.1 Part\n\n## D.1 Part\n\n[x](#d1-part) [y](#d1-part-1)',
      ['A.1 → D.1', 'A.1 → D.1', 'A.1 → d1-part', 'A.1 → d1-part-1'],
    ],
    [
      'links to headings that come to the same words',
      '## A.1 Part\n\n## A.4 Part\n\n[x](#a1-part) [y](#a4-part)',
      '## D.1 Part\n\n## D.1 Part\n\n[x](#d1-part) [y](#d1-part-1)',
      ['A.1 → D.1', 'A.4 → D.1', 'A.1 → d1-part', 'A.4 → d1-part-1'],
    ],
    [
      'a link to a heading whose words another one before it gets',
      '## A.1 Part\n\n## D.1 Part\n\n[x](#a1-part) [y](#d1-part) [z](#other)\n\n## Other',
      '## D.1 Part\n\n## D.1 Part\n\n[x](#d1-part) [y](#d1-part-1) [z](#other)\n\n## Other',
      ['A.1 → D.1', 'A.1 → d1-part', ' → d1-part-1'],
    ],
    ['one in bold', '## **A.1** Part', '## **D.1** Part', ['A.1 → D.1']],
    ['one that has been divided', '## A.2 Part', '## A.2 Part', ['A.2 stays'], ['A.2=D.2,D.3']],
    [
      'an ID as a fragment, in brackets or not',
      '[x](#A.1) [y](<#A.1>)',
      '[x](#D.1) [y](<#D.1>)',
      ['A.1 → D.1', 'A.1 → D.1'],
    ],
    ['one that has been divided', '[x](#A.2)', '[x](#A.2)', ['A.2 stays'], ['A.2=D.2,D.3']],
    [
      'the file of the standard, as such and at an ID',
      '[x](old.yaml) [y](old.yaml#A.1) [z](./old.yaml#C.1)',
      '[x](next.yaml) [y](next.yaml#D.1) [z](next.yaml#C.1)',
      [' → next.yaml', 'A.1 → next.yaml#D.1', ' → next.yaml'],
    ],
    ['a line of that file, which may be another one', '[x](old.yaml#L4)', '[x](old.yaml#L4)', [' stays']],
    [
      'an ID in that file that has been divided',
      '[x](old.yaml#A.2)',
      '[x](old.yaml#A.2)',
      ['A.2 stays'],
      ['A.2=D.2,D.3'],
    ],
    [
      'a page on which an editor shows the standard',
      '[x](evidence-portfolio-standard:/old#A.1)',
      '[x](evidence-portfolio-standard:/old#A.1)',
      [' stays'],
    ],
    ['a page of the web', '[x](https://example.org/#C.1)', '[x](https://example.org/#C.1)', []],
    ['a fragment that is none', '[x](#%E0%A4%A) [y](#A.1)', '[x](#%E0%A4%A) [y](#D.1)', ['A.1 → D.1']],
  ] as const)
    it(what, () => deepEqual(move('a.md', evidence(before), answers), [evidence(after), told]));
});

describe('Lists of evidence in another edition', () => {
  const evidence = (block: string): string => `---\n${block}\n---\n\n# A\n\nText.\n`;
  for (const [what, before, after, told] of [
    ['renamed', 'elements: [A.1]', 'elements: [D.1]', ['A.1 → D.1']],
    ['two become one', 'elements: [A.1, A.4]', 'elements: [D.1]', ['A.1 → D.1', 'A.4 → D.1']],
    [
      'divided, without an answer',
      'elements: [A.2, A.1]',
      'elements: [A.2, D.1]',
      ['A.2 stays', 'A.1 → D.1'],
    ],
    ['gone', 'elements: [A.3, C.1]', 'elements: [A.3, C.1]', ['A.3 stays']],
    [
      'strongest follows',
      'elements: [A.1, C.1]\nstrongest: [A.1]',
      'elements: [D.1, C.1]\nstrongest: [D.1]',
      ['A.1 → D.1', 'A.1 → D.1'],
    ],
    [
      'an ID with words around it',
      'elements: ["A.1 and A.2"]',
      'elements: ["A.1 and A.2"]',
      ['A.1 stays', 'A.2 stays'],
    ],
    ['words without an ID', 'elements: ["Z and Y"]', 'elements: ["Z and Y"]', []],
    [
      'a name for YAML keeps its place, and where it is used stands the ID',
      'elements: [&a A.1, B.1]\nstrongest: [*a]',
      'elements: [&a D.1, E.1]\nstrongest: [D.1]',
      ['A.1 → D.1', 'B.1 → E.1', 'A.1 → D.1'],
    ],
    [
      'a list with a name that is used elsewhere',
      'elements: &all [A.1]\nstrongest: *all',
      'elements: &all [A.1]\nstrongest: *all',
      ['A.1 stays', 'A.1 stays'],
    ],
  ] as const)
    it(what, () => deepEqual(move('a.md', evidence(before)), [evidence(after), told]));
});
