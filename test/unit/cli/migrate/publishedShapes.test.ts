/**
 * Portfolios that move from one edition to the next of standards in the shape of published ones, in a real git
 * repository: what is imported, every line that changes, and what becomes of the coverage.
 */
import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedShape } from '../../exchange/standards/publishedShapes';
import { publishedShapes } from '../../exchange/standards/publishedShapes';
import type { Repository } from '../gitRepository';
import { removeRepositories, repositoryWith } from '../gitRepository';
import { isAsInFixture, run } from '../support';

const today = ['--today', '2026-06-15'];

/** A repository with both editions imported and committed, and what the imports said. */
async function imported(
  shape: PublishedShape,
): Promise<{ readonly repository: Repository; readonly said: string }> {
  const { older, newer, retired, profile } = shape;
  const named = (file: string): string => `standards/${file.replace(/\.[^.]*$/, '.yaml')}`;
  const repository = repositoryWith({
    [`standards/${older[0]}`]: older[1],
    [`standards/${newer[0]}`]: newer[1],
    'portfolio.yaml': `title: ${shape.name}\nstandard: ${profile === undefined ? named(older[0]) : `{ file: ${named(older[0])}, profile: ${profile} }`}\n`,
    ...shape.evidence,
  });
  const { folder, git } = repository;
  let said = '';
  for (const [file] of [older, newer]) {
    const { out, err, status } = await run([
      'standard',
      'import',
      join(folder, 'standards', file),
      '--write',
    ]);
    equal(status, 0, err);
    said += `${out.replaceAll(join(folder, 'standards'), 'standards')}\n`;
  }
  const file = join(folder, named(newer[0]));
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, withRetired(text, retired));
  said += `${readFileSync(join(folder, named(older[0])), 'utf8')}\n${withRetired(text, retired)}`;
  git('add', '-A');
  git('commit', '-q', '-m', 'Both editions');
  return { repository, said: said.replaceAll('\\', '/') };
}

function withRetired(text: string, retired: readonly string[]): string {
  const lines = retired.map((line) => `  ${line}\n`).join('');
  if (lines === '') return text;
  return /^retired:\n/m.test(text)
    ? text.replace(/^retired:\n/m, `retired:\n${lines}`)
    : text.replace(/^children:\n/m, `retired:\n${lines}children:\n`);
}

describe('A portfolio against a standard as it is published moves to its next edition', () => {
  afterEach(removeRepositories);

  for (const shape of publishedShapes)
    it(`of ${shape.name}`, async () => {
      const { repository, said } = await imported(shape);
      const { folder, git } = repository;
      isAsInFixture(said, `shapes/${shape.name}.import.txt`);
      const edition = join(folder, 'standards', shape.newer[0].replace(/\.[^.]*$/, '.yaml'));
      const before = await run(['check', folder, ...today]);
      equal(before.status, 0, before.out);
      const words = ['standard', 'migrate', edition, folder, ...shape.answers, ...today, '--write'];
      const { out, err } = await run(words);
      equal(err, '');
      const changed = git('diff', '--no-color').replace(/^index .*\n/gm, '');
      const end = out.indexOf('What it does to the coverage');
      isAsInFixture(`${out.slice(0, end)}${changed}`, `shapes/${shape.name}.diff`);
      const told = await run(['diff', 'HEAD', folder, ...today]);
      isAsInFixture(told.out, `shapes/${shape.name}.coverage.txt`);
      const again = await run(words);
      equal(again.err, '');
      equal(git('diff', '--no-color').replace(/^index .*\n/gm, ''), changed);
    });
});
