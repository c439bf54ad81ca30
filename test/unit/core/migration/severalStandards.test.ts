/** One of several standards moved to another edition: its IDs and no others, however they are written. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Migration } from '../../../../server/core/migration/migration';
import { migrated } from '../../../../server/core/migration/migration';
import { isEditionOf, questionsOf } from '../../../../server/core/migration/questions';
import { editionsFor } from '../../../../server/core/migration/oneOfSeveral';
import { readAnswers } from '../../../../server/core/migration/readAnswers';
import { reportOf } from '../../../../server/core/migration/report';
import { applyEdits } from '../../../../server/core/text/edit';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { at, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const standard = (edition: string, ids: Readonly<Record<string, string>>, retired = ''): string =>
  [
    `title: Meadow\nedition: "${edition}"\nratings: [{ id: good, title: Good }, { id: poor, title: Poor }]`,
    ...(retired === '' ? [] : [`retired: ${retired}`]),
    'children:',
    ...Object.entries(ids).map(([id, text]) => `  - { id: "${id}", text: ${text} }`),
    '',
  ].join('\n');

// 1 is in both; 7 and 8 become IDs of both; 2 is renamed, 3 divided, 4 and 5 become one, 6 is dropped.
const other = standard('1', { 1: 'Other one', 7: 'Other seven', 8: 'Other eight', 20: 'Other twenty' }).replace('Meadow', 'Other'); // prettier-ignore
const old = standard('2020', { 1: 'One', 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five', 6: 'Six', 9: 'Nine' });
const next = standard(
  '2027',
  { 1: 'One', 7: 'Two', 31: 'Three a', 32: 'Three b', 45: 'Four and five', 9: 'Nine in other words' },
  '{ "2": "7", "3": ["31", "32"], "4": "45", "5": "45", "6": [], "8": "9" }',
);

function move(
  files: Readonly<Record<string, string>>,
  map: readonly string[] = [],
  edition = next,
): {
  readonly portfolio: Portfolio;
  readonly migration: Migration;
  readonly after: Readonly<Record<string, string>>;
} {
  const texts = {
    'other.yaml': other,
    'old.yaml': old,
    'next.yaml': next,
    'portfolio.yaml': 'standards: { O: other.yaml, M: old.yaml }\n',
    ...files,
  };
  const portfolio = indexOf(texts).portfolioAt(at('portfolio.yaml'));
  ok(portfolio);
  const of = portfolio.standards.find(({ name }) => name === 'M');
  ok(of);
  const to = standardOf('next.yaml', edition);
  const { answers, faults } = readAnswers(portfolio, editionsFor(portfolio, of, { to }), map, undefined);
  deepEqual(faults, []);
  const goal = { of, to, name: 'next.yaml', uri: at('next.yaml'), answers, today: '2027-01-01' };
  const migration = migrated(portfolio, goal);
  const after = Object.fromEntries(
    (migration.edits ?? []).flatMap((edit) =>
      edit.kind === 'edit' ? [[portfolio.path(edit.uri), applyEdits(edit.text, edit.edits)]] : [],
    ),
  );
  reportOf(portfolio, migration, false);
  return { portfolio, migration, after };
}

const evidence = (elements: string, body = 'Text.'): string =>
  `---\nelements: ${elements}\n---\n\n# A\n\n${body}\n`;

describe('one of several standards moved to another edition', () => {
  for (const [what, before, then] of [
    ['an ID with a name', '[M:2]', '[M:7]'],
    ['one without, which needs a name now', '["2"]', '["M:7"]'],
    ['one without, which needs none', '["4", "20"]', '["45", "20"]'],
    ['one of the other standard, which needs a name now', '["7"]', '["O:7"]'],
    ['one of the other standard that an earlier edition had', '["8"]', '["O:8"]'],
    ['both at once', '["7", "2"]', '["O:7", "M:7"]'],
    ['one of the other standard with its name', '[O:7, M:1, O:1]', undefined],
    ['two that become one', '[M:4, M:5]', '[M:45]'],
    ['two that become one, written in two ways', '[M:4, "5", "20"]', '[M:45, "20"]'],
    ['lists below names', '{ O: ["7", "1"], M: ["2", "4", "5"] }', '{ O: ["7", "1"], M: ["7", "45"] }'],
    ['one below a name', '{ M: 2 }', '{ M: "7" }'],
    ['what has a question, or is gone', '[M:3, "3", "6"]', undefined],
    ['a single one', '"2"', '"M:7"'],
    ['lines with a remark', '\n  - "2" # two\n  - O:1', '\n  - "M:7" # two\n  - O:1'],
  ] as const)
    it(`writes ${what}`, () => {
      const { after } = move({ 'a.md': evidence(before) });
      equal(after['a.md'], then === undefined ? undefined : evidence(then));
    });

  it('follows with strongest, headings, links, rows of plans, decisions and assignments', () => {
    const plan = (...ids: readonly string[]): string =>
      `---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target | Progress |\n| --- | --- | --- | --- | --- |\n${ids.map((id) => `| ${id} | Do | A | 2027-01-01 | open |\n`).join('')}`;
    const manifest = (
      file: string,
      [two, seven, nested]: readonly [string, string, string],
      notes = '',
    ): string =>
      `# Ours\nstandards:\n  O: other.yaml\n  M: { file: ${file} } # keep\nassessment:\n  ${two}: { self: good }\n  ${seven}: { self: poor }\n  M:\n    "${nested}": { self: good }\n${notes}assignments: { ${two}: Anna, O:1: Ben }\n`;
    const { after, migration } = move({
      'portfolio.yaml': manifest('old.yaml', ['"2"', '"7"', '9']),
      'a.md': `---\nelements: [M:2, "7"]\nstrongest: [M:2, "7"]\n---\n\n# M:2 Two\n\n[x](#m2-two) [y](old.yaml#2) [z](#M:2)\n`,
      'action-plan.md': plan('M:2', '2', '7', 'O:7', '1'),
    });
    equal(
      after['a.md'],
      `---\nelements: [M:7, "O:7"]\nstrongest: [M:7, "O:7"]\n---\n\n# M:7 Two\n\n[x](#m7-two) [y](next.yaml#7) [z](#M:7)\n`,
    );
    equal(after['action-plan.md'], plan('M:7', 'M:7', 'O:7', 'O:7', '1'));
    equal(after['portfolio.yaml'], manifest('next.yaml', ['"M:7"', '"O:7"', '9']));
    deepEqual(migration.clashes, []);
  });

  for (const [what, assessment, clash] of [
    // 2 becomes 7, and 4 and 5 become 45.
    ['both become one', '  "4": { self: good }\n  M:\n    "5": { self: poor }\n', '45: 4 good, M:5 poor'],
    ['both say the same', '  "4": { self: good }\n  M:\n    "5": { self: good }\n', '45: 4 good, M:5 good'],
    [
      'the name is written',
      '  M:4: { self: good }\n  M:\n    "5": { self: poor }\n',
      '45: M:4 good, M:5 poor',
    ],
    ['they stand in braces', '  M: { "4": { self: good } }\n  "5": { self: poor }\n', '45: 5 poor, M:4 good'],
    [
      'a third one stands below the name',
      '  "4": { self: good }\n  M:\n    "5": { self: poor }\n    "2": { self: good }\n',
      '45: 4 good, M:5 poor',
    ],
    [
      'both stand below the name',
      '  M:\n    "4": { self: good }\n    "5": { self: poor }\n',
      '45: M:4 good, M:5 poor',
    ],
  ] as const)
    it(`shows decisions that come to lie on one ID from above and below a name: ${what}`, () => {
      const manifest = (file: string, said: string): string =>
        `standards: { O: other.yaml, M: ${file} }\nassessment:\n${said}`;
      const { after, migration } = move({ 'portfolio.yaml': manifest('old.yaml', assessment) });
      deepEqual(
        migration.clashes.map(
          ({ to, decisions }) =>
            `${to.replace('M:', '')}: ${decisions.map(({ id, values }) => `${id} ${String(values.self)}`).join(', ')}`,
        ),
        [clash],
      );
      // The others move all the same.
      equal(after['portfolio.yaml'], manifest('next.yaml', assessment.replace('"2"', '"7"')));
    });

  it('lets what has been said of one element twice be said of it twice', () => {
    const manifest = (file: string, id: string): string =>
      `standards: { O: other.yaml, M: ${file} }\nassessment:\n  "${id}": { self: good }\n  M:\n    "${id}": { self: poor }\n`;
    const { after, migration } = move({ 'portfolio.yaml': manifest('old.yaml', '4') });
    deepEqual(migration.clashes, []);
    equal(after['portfolio.yaml'], manifest('next.yaml', '45'));
  });

  const withProfile = (text: string, id: string): string =>
    text
      .replace('children:', 'profiles: [{ id: small, title: Small }]\nchildren:')
      .replace(`{ id: "${id}"`, `{ id: "${id}", profiles: [small]`);
  for (const [what, edition, look] of [
    ['keeps to its profile, where the other edition has it', withProfile(next, '9'), ['M:9']],
    ['has nothing to be looked at that is no part of it any more', withProfile(next, '1'), []],
    ['is of all of the other edition, where that has no such profile', next, ['M:9']],
  ] as const)
    it(what, () => {
      const files = {
        'old.yaml': withProfile(old, '9'),
        'next.yaml': edition,
        'portfolio.yaml': 'standards: { O: other.yaml, M: { file: old.yaml, profile: small } }\n',
        'a.md': evidence('[M:1, M:9]'),
      };
      deepEqual(
        move(files, [], edition).migration.lookAgain.map(({ id }) => id),
        look,
      );
    });

  for (const [what, elements, isEdition] of [
    ['one that has an ID of which the other says what has become of it', '[M:4]', true],
    ['one that has it without the name of the standard', '["4"]', true],
    ['one that has words which the other has too', '[M:1]', true],
    ['one that has other words', '[M:9]', false],
    ['evidence of another standard alone', '[O:8, O:20]', false],
    ['an ID that nobody knows', '[X.1]', false],
  ] as const)
    it(`takes a standard with another title for an edition of one for which there is ${what}: ${isEdition ? 'yes' : 'no'}`, () => {
      const { portfolio } = move({ 'a.md': evidence(elements) });
      const to = standardOf('next.yaml', next.replace('Meadow', 'Field'));
      const of = portfolio.standards.find(({ name }) => name === 'M');
      equal(isEditionOf(portfolio, to, of), isEdition);
    });

  it('asks once of an ID that is written in two ways, and takes an answer for both', () => {
    const files = { 'a.md': evidence('[M:3]'), 'b.md': evidence('["3"]') };
    const { portfolio, migration } = move(files);
    deepEqual(
      questionsOf(portfolio, migration).map(({ id, choices, files: where }) => [
        id,
        choices.map((one) => one.id),
        where,
      ]),
      [['M:3', ['M:31', 'M:32'], ['a.md', 'b.md']]],
    );
    for (const answer of ['3=31,32', 'M:3=M:31,M:32', '3=M:31,32']) {
      const { after } = move(files, [answer]);
      deepEqual([after['a.md'], after['b.md']], [evidence('[M:31, M:32]'), evidence('["31", "32"]')], answer);
    }
  });

  it('asks of an ID that could be of two, and writes nothing where it would count for the one that is left', () => {
    const files = { 'a.md': evidence('["1", M:2]') };
    const { portfolio, migration, after } = move(files);
    deepEqual(
      questionsOf(portfolio, migration).map(({ id, kind, choices }) => [
        id,
        kind,
        choices.map((one) => one.id),
      ]),
      [['1', 'ambiguous', ['O:1', 'M:1']]],
    );
    deepEqual(migration.undecided, []);
    equal(after['a.md'], evidence('["1", M:7]'));
    equal(move(files, ['1=O:1']).after['a.md'], evidence('["O:1", M:7]'));
    const gone = next.replace('"1"', '"99"');
    const left = move({ ...files, 'next.yaml': gone }, [], gone);
    deepEqual(left.migration.undecided, ['1']);
    deepEqual(move({ ...files, 'next.yaml': gone }, ['1=O:1'], gone).migration.undecided, []);
  });

  it('asks for another look at its own evidence alone, and a second time changes nothing', () => {
    const files = { 'a.md': evidence('["9", "7"]') };
    const { migration, after } = move(files);
    deepEqual(
      migration.lookAgain.map(({ id, changed }) => `${id}: ${changed}`),
      ['M:9: Other words in edition 2027'],
    );
    equal(
      after['portfolio.yaml'],
      'standards: { O: other.yaml, M: next.yaml }\nassessment:\n  M:9:\n    look-again: 2027-01-01\n    changed: Other words in edition 2027\n',
    );
    const moved = indexOf({ 'other.yaml': other, 'next.yaml': next, ...files, ...after }).portfolioAt(
      at('a.md'),
    );
    ok(moved);
    const of = moved.standards.find(({ name }) => name === 'M');
    ok(of);
    const again = migrated(moved, {
      of,
      to: of.standard,
      name: 'next.yaml',
      uri: at('next.yaml'),
      answers: { everywhere: new Map(), byPath: new Map() },
      today: '2027-01-01',
    });
    deepEqual([again.edits, again.occurrences], [[], []]);
  });
});
