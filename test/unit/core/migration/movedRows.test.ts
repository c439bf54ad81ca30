/** Rows of an action plan and lists of evidence, moved to an edition in which IDs are renamed, divided, joined and dropped. */
import { deepEqual, ok } from 'node:assert/strict';
import type { Migration } from '../../../../server/core/migration/migration';
import { migrated } from '../../../../server/core/migration/migration';
import { editionsFor } from '../../../../server/core/migration/oneOfSeveral';
import { readAnswers } from '../../../../server/core/migration/readAnswers';
import { applyEdits } from '../../../../server/core/text/edit';
import { at, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const edition = (
  year: string,
  retired: string,
  groups: Readonly<Record<string, readonly string[]>>,
): string =>
  [
    `title: Meadow\nedition: "${year}"\nlevels: [Criterion, Element]\nratings: [{ id: good, title: Good }]`,
    ...(retired === '' ? [] : [`retired: ${retired}`]),
    'children:',
    ...Object.entries(groups).flatMap(([id, below]) => [
      `  - id: "${id}"\n    title: Part ${id}\n    children:`,
      ...below.map((one) => `      - { id: "${one}", text: Text ${one} }`),
    ]),
    '',
  ].join('\n');

const old = edition('2020', '', { A: ['A.1', 'A.2', 'A.3', 'A.4'], B: ['B.1'], C: ['C.1'] });
const next = edition(
  '2027',
  '{ "A": "D", "A.1": "D.1", "A.2": ["D.2", "D.3"], "A.3": [], "A.4": "D.1", "B": ["E", "F"], "B.1": "E.1" }',
  { D: ['D.1', 'D.2', 'D.3'], E: ['E.1'], F: ['F.1'], C: ['C.1'] },
);

/** The text of a file afterwards, and what was met in it: `A.1 → D.1`, or `A.3 stays`. */
function move(
  path: string,
  text: string,
  answers: readonly string[] = [],
): readonly [string, readonly string[]] {
  const index = indexOf({
    'old.yaml': old,
    'next.yaml': next,
    'portfolio.yaml': 'standard: old.yaml\n',
    [path]: text,
  });
  const portfolio = index.portfolioAt(at('portfolio.yaml'));
  const of = portfolio?.standards[0];
  ok(portfolio && of);
  const to = standardOf('next.yaml', next);
  const read = readAnswers(portfolio, editionsFor(portfolio, of, { to }), answers, undefined);
  deepEqual(read.faults, []);
  const goal = {
    of,
    to,
    name: 'next.yaml',
    uri: at('next.yaml'),
    answers: read.answers,
    today: '2027-01-01',
  };
  const migration: Migration = migrated(portfolio, goal);
  const edit = migration.edits?.find((one) => one.uri === at(path));
  const told = migration.occurrences
    .filter(({ uri }) => uri === at(path))
    .map(({ id, to: ids }) => (ids ? `${id} → ${ids.join(', ') || 'nothing'}` : `${id} stays`));
  return [edit?.kind === 'edit' ? applyEdits(text, edit.edits) : text, told];
}

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
