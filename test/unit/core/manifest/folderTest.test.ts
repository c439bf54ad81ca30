/** Folders that nobody can look into, and patterns that may mean something in them. */
import { equal } from 'node:assert/strict';
import { folderTest } from '../../../../server/core/manifest/folderTest';

const cases: readonly (readonly [pattern: string, folder: string, mayHold: boolean])[] = [
  ['**/*.md', 'a/b', true],
  ['*.md', 'a/b', true],
  ['evidence', 'a', true],
  ['evidence/', 'a', true],
  ['/*.md', 'a', true],
  ['evidence/**', 'evidence', true],
  ['evidence/**', 'evidence/a', true],
  ['evidence/**', 'other', false],
  ['evidence/**', 'other/evidence', false],
  ['/evidence', 'other', false],
  ['./evidence/*.md', 'evidence', true],
  ['evidence/a/*.md', 'evidence', true],
  ['evidence/a/*.md', 'evidence/b', false],
  ['evidence/a/*.md', 'evidence/a/b', true],
  ['e*/a.md', 'evidence', true],
  ['evidence/a?/b.md', 'evidence/x', true],
];

describe('A folder that cannot be read', () => {
  for (const [pattern, folder, mayHold] of cases)
    it(`${folder} ${mayHold ? 'may hold' : 'cannot hold'} what ${pattern} means`, () =>
      equal(folderTest([pattern])(folder), mayHold));

  it('holds nothing for patterns that only take back', () => equal(folderTest(['!a/**'])('a'), false));
});
