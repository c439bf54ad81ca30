/** What `include` and `exclude` match, quick ways included: what the package that knows `.gitignore` says. */
import { equal } from 'node:assert/strict';
import ignore from 'ignore';
import { matcher } from '../../../../server/host/files/matcher';

const paths = [
  ...[
    'a.md',
    'evidence/a.md',
    '.hidden.md',
    'a.MD',
    'a.markdown',
    'a.txt',
    'notes.md/b.markdown',
    'notes.md/c.md',
  ],
  ...['../a.md', './a.md', '/a.md', '..', '.', 'a b.md', '.md', 'md', 'drafts/a.md'],
];

describe('The patterns of include and exclude', () => {
  for (const patterns of [[], ['**/*.md'], ['*.md'], ['**/*.md', '!drafts/'], ['drafts/'], ['**/*.markdown']])
    it(`${JSON.stringify(patterns)} match what .gitignore would`, () => {
      const matches = matcher(patterns);
      const rules = ignore({ ignorecase: false }).add([...patterns]);
      for (const path of paths)
        equal(matches(path), ignore.isPathValid(path) && rules.ignores(path.replace(/\.MD$/, '.md')), path);
    });
});
