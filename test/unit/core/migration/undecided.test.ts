/** What keeps a migration from being written: IDs that would stay, and that mean something else in the newer edition. */
import { deepEqual, ok } from 'node:assert/strict';
import { noAnswers } from '../../support/migration';
import type { Answers } from '../../../../server/core/migration/answers';
import type { Migration } from '../../../../server/core/migration/migration';
import { migrated } from '../../../../server/core/migration/migration';
import { goneOf, questionsOf } from '../../../../server/core/migration/questions';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { at, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const older = standardOf(
  'older',
  'title: Older\nratings: [{ id: good, title: Good }]\nchildren: [{ id: "1.1", text: Books }, { id: "1.2", text: Shelves }]\n',
);
/** The earlier 1.1 has been divided, and another element is called so. */
const newer = standardOf(
  'newer',
  'title: Newer\nretired: { "1.1": ["1.3", "1.4"] }\nratings: [{ id: good, title: Good }]\nchildren: [{ id: "1.1", text: Chairs }, { id: "1.2", text: Shelves }, { id: "1.3", text: Old books }, { id: "1.4", text: New books }]\n',
);

function undecidedIn(files: Readonly<Record<string, string>>, to = newer): readonly string[] {
  return move(files, to)[1].undecided;
}

function move(
  files: Readonly<Record<string, string>>,
  to: typeof newer,
  answers: Answers = noAnswers,
  from = older,
): readonly [Portfolio, Migration] {
  const texts = {
    'b.md': '---\nelements: ["1.2"]\n---\n\nText.\n',
    'portfolio.yaml': 'standard: older\n',
    ...files,
  };
  const portfolio = indexOf(texts, { standards: [from] }).portfolioAt(at('portfolio.yaml'));
  ok(portfolio);
  const goal = { to, name: 'newer', uri: undefined, answers, today: '2026-06-15' };
  return [portfolio, migrated(portfolio, goal)];
}

describe('An ID that means something else in the newer edition is to be decided before anything is written', () => {
  for (const [where, files] of [
    ['under elements', { 'a.md': '---\nelements: ["1.1"]\n---\n\nText.\n' }],
    ['in a decision', { 'portfolio.yaml': 'standard: older\nassessment: { "1.1": { self: good } }\n' }],
    ['in an assignment', { 'portfolio.yaml': 'standard: older\nassignments: { "1.1": Clerk }\n' }],
    ['in a plan', { 'action-plan.md': '| Ref | Action | Due |\n| --- | --- | --- |\n| 1.1 | Buy | |\n' }],
  ] as const)
    it(`where it stands ${where}`, () => deepEqual(undecidedIn(files), ['1.1']));

  it('and not where it stands in words only, which nobody changes', () =>
    deepEqual(undecidedIn({ 'a.md': '---\nelements: ["1.2"]\n---\n\nAs 1.1 says.\n' }), []));

  const books = { 'a.md': '---\nelements: ["1.1"]\n---\n\nText.\n' };
  const withRetired = (retired: string, children: string): typeof newer =>
    standardOf(
      'newer',
      `title: Newer\nretired: ${retired}\nchildren: [${children}, { id: "1.2", text: Shelves }]\n`,
    );

  it('where nothing has taken its place, and its number is another one’s', () =>
    deepEqual(undecidedIn(books, withRetired('{ "1.1": }', '{ id: "1.1", text: Chairs }')), ['1.1']));
  it('where it is a group by now, in which one element says something else', () =>
    deepEqual(
      undecidedIn(
        books,
        withRetired('{}', '{ id: "1.1", text: Books, children: [{ id: "1.1.1", text: Old ones }] }'),
      ),
      ['1.1'],
    ));
  it('and not where the one element in that group says the same', () =>
    deepEqual(
      undecidedIn(books, withRetired('{}', '{ id: "1.1", children: [{ id: "1.1.1", text: Books }] }')),
      [],
    ));
});

describe('An ID whose words stand under another one now, and not its own', () => {
  const asked = (before: string, after: string): readonly string[] => {
    const [from, to] = [before, after].map((children) =>
      standardOf('older', `title: Older\nchildren: [${children}]\n`),
    ) as [typeof older, typeof older];
    const files = { 'a.md': '---\nelements: ["1.1"]\n---\n\nText.\n' };
    const [portfolio, migration] = move(files, to, noAnswers, from);
    return questionsOf(portfolio, migration).flatMap(({ id, choices }) => [
      id,
      ...choices.map((one) => one.id),
    ]);
  };
  for (const [what, before, after, questions] of [
    [
      'is asked about',
      '{ id: "1.1", text: Books }, { id: "1.2", text: Shelves }',
      '{ id: "1.1", text: Chairs }, { id: "1.3", text: Books }',
      ['1.1', '1.3', '1.1'],
    ],
    [
      'is so where the other one had other words before',
      '{ id: "1.1", text: Books }, { id: "1.2", text: Shelves }',
      '{ id: "1.1", text: Chairs }, { id: "1.2", text: Books }',
      ['1.1', '1.2', '1.1'],
    ],
    [
      'is not where the other one had the same words before',
      '{ id: "1.1", text: Books }, { id: "1.2", text: Books }',
      '{ id: "1.1", text: Chairs }, { id: "1.2", text: Books }',
      [],
    ],
    [
      'is not where several have them',
      '{ id: "1.1", text: Books }, { id: "1.2", text: Shelves }',
      '{ id: "1.1", text: Chairs }, { id: "1.2", text: Books }, { id: "1.3", text: Books }',
      [],
    ],
  ] as const)
    it(what, () => deepEqual(asked(before, after), questions));
});

describe('An ID of which somebody has said that it stands is left alone, and not asked about again', () => {
  const plan =
    '---\ntype: action-plan\n---\n\n| Ref | Action | Due |\n| --- | --- | --- |\n| 1.1 | Buy | |\n';
  const files = {
    'a.md': '---\nelements: ["1.1"]\n---\n\n# 1.1 Books\n\nSee [below](#11-books), and 1.1.\n',
    'portfolio.yaml':
      'standard: older\nassessment: { "1.1": { self: good } }\nassignments: { "1.1": Clerk }\n',
    'action-plan.md': plan,
  };
  const itself = new Map([['1.1', ['1.1']]]);
  const chairs = 'title: Newer\nratings: [{ id: good, title: Good }]\n';
  for (const [what, rest] of [
    [
      'its words stand elsewhere',
      'children: [{ id: "1.1", text: Chairs }, { id: "1.2", text: Shelves }, { id: "1.3", text: Books }]',
    ],
    [
      'nothing has taken its place',
      'retired: { "1.1": }\nchildren: [{ id: "1.1", text: Chairs }, { id: "1.2", text: Shelves }]',
    ],
    [
      'another one has taken its place',
      'retired: { "1.1": "1.3" }\nchildren: [{ id: "1.1", text: Chairs }, { id: "1.2", text: Shelves }, { id: "1.3", text: Books }]',
    ],
    [
      'it has been divided',
      'retired: { "1.1": ["1.1", "1.3"] }\nchildren: [{ id: "1.1", text: Old books }, { id: "1.2", text: Shelves }, { id: "1.3", text: Books }]',
    ],
  ] as const) {
    const to = standardOf('newer', `${chairs}${rest}\n`);
    it(`where ${what}`, () => {
      const [portfolio, migration] = move(files, to, { everywhere: itself, byPath: new Map() });
      deepEqual([questionsOf(portfolio, migration), goneOf(migration), migration.undecided], [[], [], []]);
      deepEqual(migration.occurrences, []);
      deepEqual(
        migration.edits?.map(({ uri }) => uri),
        [at('portfolio.yaml')],
      );
      // It asks for something else than it did, whoever has said that it is meant.
      deepEqual(
        migration.lookAgain.map(({ id }) => id),
        ['1.1'],
      );
    });
    it(`in one file, where ${what}`, () => {
      const [portfolio, migration] = move(files, to, {
        everywhere: new Map([['1.1', ['1.2']]]),
        byPath: new Map([['a.md', itself]]),
      });
      deepEqual([questionsOf(portfolio, migration), goneOf(migration), migration.undecided], [[], [], []]);
      deepEqual(
        migration.edits?.map(({ uri }) => uri),
        [at('portfolio.yaml'), at('action-plan.md')],
      );
      deepEqual(
        migration.lookAgain.map(({ id }) => id),
        ['1.1', '1.2'],
      );
    });
  }
});
