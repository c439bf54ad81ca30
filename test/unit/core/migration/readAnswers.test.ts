/** Answers to what editions leave open: what is typed, what a file of them says, and what in them cannot be meant. */
import { deepEqual } from 'node:assert/strict';
import { migration } from './moving';

const files = { 'a.md': '---\nelements: [A.2, A.3]\n---\n\n# A\n\nText.\n' };

describe('Answers to the questions of a migration', () => {
  for (const [what, typed, file, answers] of [
    ['typed', ['A.2=D.2,D.3'], undefined, { 'A.2': ['D.2', 'D.3'] }],
    ['typed with blanks', [' A.2 = D.2 , D.3 '], undefined, { 'A.2': ['D.2', 'D.3'] }],
    ['typed for one file', ['a.md:A.2=D.2'], undefined, { 'a.md': { 'A.2': ['D.2'] } }],
    ['in a file', [], 'A.2: [D.2, D.3]\n', { 'A.2': ['D.2', 'D.3'] }],
    ['in a file that starts with a mark', [], '\uFEFFA.2: D.2\n', { 'A.2': ['D.2'] }],
    [
      'in a file, for two IDs of one file',
      [],
      'a.md:\n  A.2: D.2\n  A.3: [C.1]\n',
      { 'a.md': { 'A.2': ['D.2'], 'A.3': ['C.1'] } },
    ],
    [
      'in a file, for the manifest',
      [],
      'portfolio.yaml: { A.2: D.2 }\n',
      { 'portfolio.yaml': { 'A.2': ['D.2'] } },
    ],
    ['typed, before those of a file', ['A.2=D.3'], 'A.2: D.2\n', { 'A.2': ['D.3'] }],
    ['in a file that leaves one open', [], 'A.2:\nA.3: C.1\n', { 'A.3': ['C.1'] }],
    ['in an empty file', [], '', {}],
  ] as const)
    it(what, () => {
      const { read } = migration(files, typed, file);
      deepEqual(read.faults, []);
      const byPath = Array.from(read.answers.byPath, ([path, own]) => [path, Object.fromEntries(own)]);
      deepEqual({ ...Object.fromEntries(read.answers.everywhere), ...Object.fromEntries(byPath) }, answers);
    });

  for (const [what, typed, file, fault] of [
    ['without an ID behind the mark', ['A.2='], undefined, notRead('A.2=')],
    ['with one comma too many', ['A.2=D.2,'], undefined, notRead('A.2=D.2,')],
    ['without the mark', ['A.2'], undefined, notRead('A.2')],
    [
      'of a file that is not there',
      [],
      'b.md: { A.2: D.2 }\n',
      'b.md is no file of this portfolio, so there is nothing to answer for it.',
    ],
    ['that are a list in a list', [], 'A.2: [[D.2]]\n', 'Behind A.2, one ID or a list of IDs is expected.'],
    ['that are a list of nothing', [], 'A.2: []\n', 'Behind A.2, one ID or a list of IDs is expected.'],
    [
      'with a group for an element',
      [],
      'A.2: D\n',
      'D, which is to stand in the place of A.2, is no element: evidence is given for elements.',
    ],
    [
      'of an ID of neither edition',
      [],
      'Z.1: D.1\n',
      'Z.1 is an ID of neither edition, so there is nothing to answer.',
    ],
  ] as const)
    it(`cannot be meant ${what}`, () => deepEqual(migration(files, typed, file).read.faults, [fault]));

  for (const [what, file, start] of [
    ['a key twice', 'A.2: D.2\nA.2: D.3\n', 'The file with answers has a fault: '],
    ['a list that does not end', 'A.2: [D.2\n', 'The file with answers has a fault: '],
    ['words', 'A.2 is D.2\n', 'The file with answers has none. '],
    ['a list', '- A.2=D.2\n', 'The file with answers has none. '],
  ] as const)
    it(`cannot be meant where the file has ${what}`, () => {
      const { faults } = migration(files, [], file).read;
      deepEqual(
        faults.map((fault) => fault.slice(0, start.length)),
        [start],
      );
    });
});

function notRead(text: string): string {
  return `“${text}” is no answer. Write the old ID, =, and the new ones with commas between: 1.3=1.4,1.5.`;
}
