/** Mapping files moved to another edition: forms of them that are rare, and standards without a name. */
import { deepEqual } from 'node:assert/strict';
import { move, next } from './moving';

const manifest = { 'portfolio.yaml': 'standard: old.yaml\nmappings: m.yaml\n' };
const mapping = (pairs: string, from = 'Meadow'): string => `from: ${from}\nto: Charter\npairs: ${pairs}\n`;
const both = ['A.2=D.2,D.3'];

describe('Mapping files in another edition', () => {
  for (const [what, before, after, told, answers, edition] of [
    [
      'with a standard that the portfolio does not have',
      mapping('[{ from: A.1, to: C1, relation: equal }]'),
      mapping('[{ from: D.1, to: C1, relation: equal }]'),
      ['A.1 → D.1'],
    ],
    [
      'that name it by its file',
      mapping('[{ from: A.1, to: C1, relation: equal }]', 'old.yaml'),
      mapping('[{ from: D.1, to: C1, relation: equal }]', 'next.yaml'),
      ['A.1 → D.1'],
    ],
    [
      'that name it by its title, which is another one now',
      mapping('[{ from: A.1, to: C1, relation: equal }]'),
      mapping('[{ from: D.1, to: C1, relation: equal }]', 'Field'),
      ['A.1 → D.1'],
      [],
      next.replace('Meadow', 'Field'),
    ],
    [
      'between other standards',
      mapping('[{ from: A.1, to: C1, relation: equal }]', 'Other'),
      mapping('[{ from: A.1, to: C1, relation: equal }]', 'Other'),
      [],
    ],
    [
      'from the standard to itself',
      'from: Meadow\nto: meadow\npairs: [{ from: A.1, to: A.1, relation: equal }]\n',
      'from: Meadow\nto: meadow\npairs: [{ from: A.1, to: A.1, relation: equal }]\n',
      [],
    ],
    ['without pairs', mapping(''), mapping(''), []],
    ['whose pairs are no list', mapping('{ from: A.1, to: C1 }'), mapping('{ from: A.1, to: C1 }'), []],
    [
      'with a pair that says no relation, of an ID that has been divided',
      mapping('[{ from: A.2, to: C1 }]'),
      mapping('[{ from: [D.2, D.3], to: C1 }]'),
      ['A.2 → D.2, D.3'],
      both,
    ],
    [
      'with something else among the pairs',
      mapping('[A.1, { to: C1 }, { from: A.1, to: C1, relation: equal }]'),
      mapping('[A.1, { to: C1 }, { from: D.1, to: C1, relation: equal }]'),
      ['A.1 → D.1'],
    ],
    [
      'with a list that is written in an unusual way: all of the file stays, and is told',
      mapping('\n  - from:\n      - A.1\n      - >- # why\n        A.4\n    to: C1\n    relation: equal'),
      mapping('\n  - from:\n      - A.1\n      - >- # why\n        A.4\n    to: C1\n    relation: equal'),
      ['A.1 stays', 'A.4 stays'],
    ],
    [
      'with a list that has a name for YAML, and stands elsewhere too',
      mapping('[{ from: &x [A.1], to: C1, relation: equal }, { from: *x, to: C2, relation: equal }]'),
      mapping('[{ from: &x [A.1], to: C1, relation: equal }, { from: *x, to: C2, relation: equal }]'),
      ['A.1 stays', 'A.1 stays'],
    ],
    [
      'for the edition that goes, where the new one has no name',
      mapping('[]', '{ standard: Meadow, edition: "2020" }'),
      mapping('[]', '{ standard: Meadow, edition: "2020" }'),
      [' stays'],
      [],
      next.replace('edition: "2027"\n', ''),
    ],
    [
      'with an ID in a way of its own, which is another element’s now',
      mapping('[{ from: C.01, to: C1, relation: equal }]'),
      mapping('[{ from: C.1, to: C1, relation: equal }]'),
      ['C.1 → C.1'],
      [],
      next.replace('{ id: "C.1"', '{ id: "C.01", text: Else }\n      - { id: "C.1"'),
    ],
  ] as const)
    it(what, () =>
      deepEqual(
        move(
          'm.yaml',
          before,
          answers,
          edition === undefined ? manifest : { ...manifest, 'next.yaml': edition },
        ),
        [after, told],
      ),
    );
});
