/** What a migration comes to, in words: long lists end early, and each place can be found. */
import { deepEqual, ok } from 'node:assert/strict';
import { reportOf } from '../../../../server/core/migration/report';
import { migration, next } from './moving';

const evidence = (elements: string, body = 'Text.'): string =>
  `---\nelements: [${elements}]\n---\n\n# Page\n\n${body}\n`;

/** @param many files with the same text */
const pages = (many: number, text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => [`${String(at + 1)}.md`, text]));

/** The lines of the section that starts with a title. */
function section(
  title: string,
  files: Readonly<Record<string, string>>,
  answers: readonly string[] = [],
): readonly string[] {
  const { portfolio, migration: moved } = migration(files, answers);
  const found = reportOf(portfolio, moved, false).sections.find((one) => one.title.startsWith(title));
  ok(found, title);
  return found.lines;
}

describe('The report of a migration', () => {
  const divided =
    'A.2, “Text A.2”, has been divided: D.2, “Text D.2”; or D.3, “Text D.3”? It stays as it is in ';
  const gone = 'A.3, “Text A.3”: ';
  const mentions = (ids: readonly string[]): string => ids.map((id) => `As ${id} says.`).join('\n\n');
  for (const [what, title, files, lines] of [
    [
      'a question of four files',
      'Questions',
      pages(4, evidence('A.2')),
      [`${divided}1.md, 2.md, 3.md, 4.md.`],
    ],
    [
      'a question of more',
      'Questions',
      pages(6, evidence('A.2')),
      [`${divided}1.md, 2.md, 3.md and 3 more files.`],
    ],
    [
      'a question of what is a group of groups now',
      'Questions',
      {
        ...pages(1, evidence('B.1')),
        'next.yaml': next
          .replace('"B.1": "E.1"', '"B.1": "F"')
          .replace(
            '{ id: "F.1", text: Text F.1 }',
            '{ id: "F.1", children: [{ id: "F.1.1", text: One }, { id: "F.1.2", text: Two }] }',
          ),
      },
      ['B.1, “Text B.1”, has been divided: F.1.1, “One”; or F.1.2, “Two”? It stays as it is in 1.md.'],
    ],
    ['what is gone', 'No longer', pages(1, evidence('A.3')), [`${gone}1.md:2`]],
    [
      'what is gone in a decision, a row and an assignment',
      'No longer',
      {
        'action-plan.md': '| Ref | Action | Due |\n| --- | --- | --- |\n| A.3 | Do | |\n',
        'portfolio.yaml':
          'standard: old.yaml\nassessment:\n  A.3: { self: good }\nassignments:\n  A.3: Clerk\n',
      },
      [`${gone}portfolio.yaml:3, portfolio.yaml:5, action-plan.md:3`],
    ],
    [
      'what is gone in a mapping',
      'No longer',
      {
        'portfolio.yaml': 'standard: old.yaml\nmappings: m.yaml\n',
        'm.yaml': 'from: Meadow\nto: Charter\npairs:\n  - { from: A.3, to: C1, relation: equal }\n',
      },
      [`${gone}m.yaml:4`],
    ],
    [
      'what is gone, and has a number that is another one’s now',
      'To be decided',
      {
        ...pages(1, evidence('A.3')),
        'next.yaml': next.replace('{ id: "D.3"', '{ id: "A.3", text: Else }\n      - { id: "D.3"'),
      },
      [
        'A.3 was “Text A.3”, and is “Else” now. What stays under it would count for that. Nothing has taken its place: take it out of your files, or say what is meant instead.',
      ],
    ],
    [
      'mentions, each once in a line',
      'IDs in the words',
      pages(1, evidence('C.1', 'A.1, A.1 and A.4.')),
      ['1.md: A.1 in line 7, A.4 in line 7'],
    ],
    [
      'more mentions than anybody reads',
      'IDs in the words',
      pages(1, evidence('C.1', mentions(['A.1', 'A.2', 'A.3', 'A.4', 'B.1', 'A.1', 'A.2', 'A.3']))),
      [
        '1.md: A.1 in line 7, A.2 in line 9, A.3 in line 11, A.4 in line 13, B.1 in line 15, A.1 in line 17 and 2 more',
      ],
    ],
    [
      'decisions of which one says nothing',
      'Decisions that differ',
      { 'portfolio.yaml': 'standard: old.yaml\nassessment: { A.1: { applicable: false } }\n' },
      ['D.1 would be said by A.1 (applicable false) and A.4 (nothing). Write one of them by hand.'],
    ],
  ] as const)
    it(`tells ${what}`, () => deepEqual(section(title, files), lines));
});
