/** What git is asked in one process is what it answers one by one; what cannot be asked so is not known. */
import { deepEqual, equal } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { askedAtOnce } from '../../../server/host/git/atOnce';
import { commitOf, findRepository } from '../../../server/host/git/git';
import type { Repository } from './gitRepository';
import { removeRepositories, repositoryWith } from './gitRepository';

/** By what is asked for: whether it can be asked at once. */
const names: Readonly<Record<string, boolean>> = {
  main: true,
  HEAD: true,
  '@': true,
  'HEAD~1': true,
  'HEAD^': true,
  'main~1^0': true,
  'refs/heads/main': true,
  'tags/noted': true,
  noted: true,
  light: true,
  'topic/of-the-day': true,
  'Überblick-2026': true,
  // Several things, or a range of them.
  both: false,
  'HEAD^@': false,
  'HEAD^!': false,
  'light..main': false,
  '^main': false,
  // Words to search for, days, and other things in brackets.
  ':/first': false,
  'main@{0}': false,
  'HEAD^{tree}': false,
  'HEAD^{/first}': false,
  // Options.
  '--all': false,
  '-n': false,
  '': false,
  // None.
  gone: false,
  'HEAD~9': false,
  'a.md': false,
  'HEAD:a.md': false,
  'of-the-file': false,
  'of-the-tree': false,
};

function made(): Repository {
  const repository = repositoryWith({ 'a.md': 'One.\n', 'in/b.md': 'Two.\n' });
  const { git, commitOn } = repository;
  git('tag', 'light');
  commitOn('2026-11-02', { 'a.md': 'More.\n' });
  git('tag', '-a', 'noted', '-m', 'Noted');
  git('tag', 'both');
  for (const branch of ['both', 'topic/of-the-day', 'Überblick-2026']) git('branch', branch, 'light');
  git('tag', 'of-the-file', 'HEAD:a.md');
  git('tag', 'of-the-tree', 'HEAD^{tree}');
  return repository;
}

describe('git asked at once', () => {
  afterEach(removeRepositories);

  it('says of each name what it says of it alone', async () => {
    const { folder } = made();
    const repository = await findRepository(folder);
    for (const [name, isKnown] of Object.entries(names)) {
      const asked = await askedAtOnce(folder, [name], new Map());
      equal(asked !== undefined, isKnown, name);
      if (!asked) continue;
      deepEqual(asked.repository, repository, name);
      equal(existsSync(asked.indexFile), true, name);
      equal(asked.commits.get(name), await commitOf(repository, name), name);
    }
  });

  it('says it of several, in folders below, and with what is known', async () => {
    const { folder, git } = made();
    const known = new Map<string, string>();
    for (const place of [folder, `${folder}/in`, folder])
      for (const asked of [['HEAD'], ['light', 'noted', 'HEAD'], ['noted', 'HEAD~1']]) {
        const answer = await askedAtOnce(place, asked, known);
        const repository = await findRepository(place);
        deepEqual(answer?.repository, repository);
        for (const name of asked) equal(answer.commits.get(name), await commitOf(repository, name), name);
      }
    const before = known.size;
    git('tag', '-f', 'light', 'noted');
    const moved = await askedAtOnce(folder, ['light'], known);
    equal(moved?.commits.get('light'), git('rev-parse', 'HEAD').trim());
    equal(known.size, before);
  });

  it('knows nothing where one of several is none, or there is no repository', async () => {
    const { folder } = made();
    equal(await askedAtOnce(folder, ['main', 'gone'], new Map()), undefined);
    equal(await askedAtOnce('/', ['main'], new Map()), undefined);
  });
});
