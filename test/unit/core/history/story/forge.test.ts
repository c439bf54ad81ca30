/** Where a link leads, from what a CI system or a clone says of its forge. */
import { equal } from 'node:assert/strict';
import { commitFrom, forgeAddresses } from '../../../../../server/core/history/story/forge';

const commit = 'c'.repeat(40);
const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'anytown/libraries' };
const onGithub = `https://github.com/anytown/libraries/blob/${commit}/a/b.md#L3`;
const onGitlab = `https://gitlab.com/anytown/council/libraries/-/blob/${commit}/a/b.md#L3`;

const rows: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  string | undefined,
  string | undefined,
])[] = [
  ['GitHub Actions', github, undefined, onGithub],
  ['GitHub Actions before the clone', github, 'https://gitlab.com/a/b.git', onGithub],
  [
    'a GitHub of one’s own',
    { ...github, GITHUB_SERVER_URL: 'https://git.anytown.example:8443' },
    undefined,
    onGithub.replace('github.com', 'git.anytown.example:8443'),
  ],
  ['GitLab CI', { CI_PROJECT_URL: 'https://gitlab.com/anytown/council/libraries' }, undefined, onGitlab],
  ['a clone by HTTPS', {}, 'https://github.com/anytown/libraries.git', onGithub],
  ['a clone by HTTPS with a password', {}, 'https://me:secret@github.com/anytown/libraries', onGithub],
  ['a clone by SSH', {}, 'git@gitlab.com:anytown/council/libraries.git', onGitlab],
  ['a clone by an SSH address', {}, 'ssh://git@github.com/anytown/libraries.git/', onGithub],
  ['no forge', {}, undefined, undefined],
  ['another forge', {}, 'https://forge.example/anytown/libraries.git', undefined],
  ['one that only begins like a forge', {}, 'https://github.com.evil.example/a/b', undefined],
  [
    'a script in place of a server',
    { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)//' },
    undefined,
    undefined,
  ],
  [
    'Markdown in the name',
    { ...github, GITHUB_REPOSITORY: 'a/b) [x](http://evil.example' },
    undefined,
    undefined,
  ],
];

describe('the address of a line', () => {
  for (const [what, environment, origin, expected] of rows)
    it(`is known from ${what}${expected ? '' : ': none'}`, () =>
      equal(forgeAddresses(environment, commit, origin)?.('a/b.md', 3), expected));

  it('has every mark of the path encoded, and no line where none is known', () => {
    const address = forgeAddresses(github, commit)!;
    equal(
      address('a b/(c)#%?*\uD800é.md'),
      `https://github.com/anytown/libraries/blob/${commit}/a%20b/%28c%29%23%25%3F%2A%EF%BF%BD%C3%A9.md`,
    );
  });

  it('is none without the name of a commit', () => {
    for (const name of [undefined, '', 'main', 'HEAD) [x](y']) equal(forgeAddresses(github, name), undefined);
  });

  it('takes the commit that the CI system names', () => {
    equal(commitFrom({ GITHUB_SHA: 'a' }), 'a');
    equal(commitFrom({ CI_COMMIT_SHA: 'b' }), 'b');
    equal(commitFrom({}), undefined);
  });
});
