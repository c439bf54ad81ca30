/** portfolio.yaml moved to another edition: nothing in it is lost, and nothing is written where an edit would be a guess. */
import { deepEqual } from 'node:assert/strict';
import { move, next, old } from './moving';

const decisions = (standard: string, said: string): string => `standard: ${standard}\nassessment:${said}\n`;
const assigned = (standard: string, said: string): string => `standard: ${standard}\nassignments:${said}\n`;

describe('The standard that portfolio.yaml names in another edition', () => {
  for (const [what, before, after] of [
    ['by its file', 'standard: old.yaml # ours\n', 'standard: next.yaml # ours\n'],
    ['in quotation marks', "standard: 'old.yaml'\n", "standard: 'next.yaml'\n"],
    ['in a map', 'title: x\nstandard: { file: old.yaml }\n', 'title: x\nstandard: { file: next.yaml }\n'],
    ['with a name', 'standards: { M: old.yaml }\n', 'standards: { M: next.yaml }\n'],
    ['that is named already', 'standard: next.yaml\n', 'standard: next.yaml\n'],
    ['where none was named', 'title: x\n', 'standard: next.yaml\ntitle: x\n'],
    [
      'where none was named, with line ends of Windows',
      '# ours\r\ntitle: x\r\n',
      '# ours\r\nstandard: next.yaml\r\ntitle: x\r\n',
    ],
    ['in an empty file', '', 'standard: next.yaml\n'],
    ['below a remark', '# ours\n', '# ours\nstandard: next.yaml\n'],
    ['below a remark without a line end', '# ours', '# ours\nstandard: next.yaml\n'],
    ['that is to come', 'title: x\nstandard:\n', undefined],
    ['that is a list', 'standard: [old.yaml]\n', undefined],
    ['of which the name alone is there', 'standards: { M: }\n', undefined],
    ['in braces', '{ title: x }\n', undefined],
    ['twice', 'standard: old.yaml\nstandard: old.yaml\n', undefined],
  ] as const)
    it(what, () => deepEqual(move('portfolio.yaml', before)[0], after));
});

describe('Decisions in another edition', () => {
  const both = ['A.2=D.2,D.3'];
  for (const [what, before, after, told, answers] of [
    ['renamed', '\n  A.1: { self: good } # ours', '\n  D.1: { self: good } # ours', ['A.1 → D.1']],
    ['of a group', ' { A: { self: good } }', ' { D: { self: good } }', ['A → D']],
    [
      'divided, in braces',
      ' { A.2: { self: good }, C.1: { self: good } }',
      ' { D.2: { self: good }, D.3: { self: good }, C.1: { self: good } }',
      ['A.2 → D.2, D.3'],
      both,
    ],
    [
      'divided: a remark, and a name for YAML, stand in the first one only',
      '\n  A.2: &a { self: good } # why\n  C.1: *a',
      '\n  D.2: &a { self: good } # why\n  D.3: { self: good }\n  C.1: *a',
      ['A.2 → D.2, D.3'],
      both,
    ],
    [
      'divided, with nothing in it yet',
      '\n  A.2: # to be said',
      '\n  D.2: # to be said\n  D.3:',
      ['A.2 → D.2, D.3'],
      both,
    ],
    [
      'divided, with nothing but a name for YAML',
      '\n  A.2: &a\n  C.1: *a',
      '\n  D.2: &a\n  D.3:\n  C.1: *a',
      ['A.2 → D.2, D.3'],
      both,
    ],
    ['that say nothing yet', '\n  A.1:\n  A.4:', '\n  D.1:', ['A.1 → D.1', 'A.4 → D.1']],
    [
      'the second of which says more',
      '\n  A.1:\n  A.4: { self: good }',
      '\n  D.1: { self: good }',
      ['A.1 → D.1', 'A.4 → D.1'],
    ],
    [
      'one of which is there under its new ID by now',
      '\n  A.1: { self: good }\n  D.1: { self: good }',
      '\n  D.1: { self: good }',
      ['A.1 → D.1'],
    ],
    ['that are no map', '\n  A.1: good', '\n  D.1: good', ['A.1 → D.1']],
    ['that are no map of decisions', ' good', ' good', []],
    // Both stay, and are shown as differing.
    [
      'of which one does not apply, and the other says nothing of that',
      '\n  A.1: { applicable: false }\n  A.4: { self: good }',
      '\n  A.1: { applicable: false }\n  A.4: { self: good }',
      [],
    ],
    [
      'with a key of the portfolio’s own, which would be lost',
      '\n  A.1: { self: good }\n  A.4: { self: good, owner: Clerk }',
      '\n  A.1: { self: good }\n  A.4: { self: good, owner: Clerk }',
      [],
    ],
    [
      'with question marks before their keys',
      '\n  ? A.1\n  : { self: good }\n  ? A.4\n  : { self: good }',
      '\n  ? A.1\n  : { self: good }\n  ? A.4\n  : { self: good }',
      [],
    ],
    [
      'one of them alone, with a question mark',
      '\n  ? A.1\n  : { self: good }',
      '\n  ? D.1\n  : { self: good }',
      ['A.1 → D.1'],
    ],
  ] as const)
    it(what, () =>
      deepEqual(move('portfolio.yaml', decisions('old.yaml', before), answers), [
        decisions('next.yaml', after),
        told,
      ]),
    );

  it('of which one would be said twice: nothing is written', () => {
    const twice = decisions('old.yaml', '\n  A.1: { self: good }\n  A.1: { self: good }');
    deepEqual(move('portfolio.yaml', twice), [undefined, []]);
  });

  const evidence = { 'a.md': '---\nelements: [A.1]\n---\n\n# A\n\nText.\n' };
  for (const [what, before, after] of [
    [
      'gets the day on which its evidence is to be looked at again',
      ' { A.1: { self: good } }',
      ' { D.1: { self: good, look-again: 2027-01-01, changed: Made of A.1 and A.4 in edition 2027 } }',
    ],
    ['that is no map gets none', '\n  A.1: good', '\n  D.1: good'],
  ] as const)
    it(`one that has evidence ${what}`, () =>
      deepEqual(
        move('portfolio.yaml', decisions('old.yaml', before), [], evidence)[0],
        decisions('next.yaml', after),
      ));

  const withProfile = (text: string, id: string): string =>
    text
      .replace('children:', 'profiles: [{ id: small, title: Small }]\nchildren:')
      .replace(`{ id: "${id}"`, `{ id: "${id}", profiles: [small]`);
  for (const [what, id, after] of [
    [
      'gets that day',
      'D.1',
      '\nassessment:\n  D.1:\n    look-again: 2027-01-01\n    changed: Other words in edition 2027',
    ],
    ['that is no part of it any more gets none', 'C.1', ''],
  ] as const)
    it(`one of a profile that has evidence ${what}`, () => {
      const files = { ...evidence, 'old.yaml': withProfile(old, 'A.1'), 'next.yaml': withProfile(next, id) };
      const manifest = (file: string): string => `standard: { file: ${file}, profile: small }\n`;
      deepEqual(
        move('portfolio.yaml', manifest('old.yaml'), [], files)[0],
        `${manifest('next.yaml').trimEnd()}${after}\n`,
      );
    });
});

describe('Who is to find evidence in another edition', () => {
  for (const [what, before, after, told, answers] of [
    ['renamed', ' { A.1: Clerk }', ' { D.1: Clerk }', ['A.1 → D.1']],
    ['gone', ' { A.3: Clerk }', ' { A.3: Clerk }', ['A.3 stays']],
    ['divided, without an answer', ' { A.2: Clerk }', ' { A.2: Clerk }', ['A.2 stays']],
    ['divided', ' { A.2: Clerk, C.1: Head }', ' { A.2: Clerk, C.1: Head }', ['A.2 stays'], ['A.2=D.2,D.3']],
    [
      'two that become one',
      '\n  A.1: Clerk\n  A.4: Head',
      '\n  A.1: Clerk\n  A.4: Head',
      ['A.1 stays', 'A.4 stays'],
    ],
  ] as const)
    it(what, () =>
      deepEqual(move('portfolio.yaml', assigned('old.yaml', before), answers), [
        assigned('next.yaml', after),
        told,
      ]),
    );
});
