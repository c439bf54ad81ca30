/** `standard migrate` in a real git repository: the diff of the files, what it says, and what becomes of the coverage. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../gitRepository';
import { removeRepositories, repositoryWith } from '../gitRepository';
import { folderWith, isAsInFixture, removeFolders, run } from '../support';
import { edition2026, portfolio } from './editions';

afterEach(removeFolders);

const answers = ['--map', '1.3=1.3a,1.3b', '--map', 'evidence/welcome.md:1.3=1.3a', '--map', '1.2=1.5'];

const migrate = (folder: string, ...more: readonly string[]) =>
  run(['standard', 'migrate', join(folder, 'standards/2026.yaml'), folder, ...more]);

const changedIn = ({ git }: Repository): string =>
  git('diff', '--no-color')
    .replace(/^index .*\n/gm, '')
    .replaceAll('\r', '␍');

describe('standard migrate', () => {
  after(removeRepositories);

  it('says what would change, and writes nothing', async () => {
    const repository = repositoryWith(portfolio);
    const { status, out, err } = await migrate(repository.folder);
    equal(err, '');
    equal(status, 1);
    equal(changedIn(repository), '');
    isAsInFixture(out, 'migrate.txt');
  });

  it('changes nothing but what it speaks of, and does so once', async () => {
    const repository = repositoryWith(portfolio);
    const { status } = await migrate(repository.folder, ...answers, '--write');
    equal(status, 1);
    const changed = changedIn(repository);
    isAsInFixture(changed, 'migrate.diff');
    const again = await migrate(repository.folder, ...answers, '--write');
    equal(again.err, '');
    match(again.out, /Nothing is to be written: the portfolio is there already\.\n$/);
    equal(changedIn(repository), changed);
  });

  it('tells of the coverage what diff tells of it afterwards', async () => {
    const repository = repositoryWith(portfolio);
    const { out } = await migrate(repository.folder, ...answers, '--write');
    const told = await run(['diff', 'main', repository.folder]);
    isAsInFixture(told.out, 'migrateCoverage.txt');
    const story = told.out.slice(told.out.indexOf('Anytown\n')).trimEnd();
    ok(out.includes(story), out);
  });

  it('shows every line that changes, if it is asked to', async () => {
    const { out } = await migrate(folderWith(portfolio), '--diff');
    match(out, /^--- a\/portfolio\.yaml\n\+\+\+ b\/portfolio\.yaml\n@@ /m);
    match(out, /^-- 4\.1\n-- 3\.1\n\+- "5\.1"\n\+- "3\.2"\n/m);
  });

  it('takes answers from a file', async () => {
    const { folder } = repositoryWith(portfolio);
    const file = join(folder, 'answers.yaml');
    writeFileSync(file, '1.3: [1.3a, 1.3b]\n1.2: 1.5\nevidence/welcome.md:\n  1.3: 1.3a\n');
    const [typed, read] = [await migrate(folder, ...answers), await migrate(folder, '--answers', file)];
    equal(read.out, typed.out);
    doesNotMatch(read.out, /^Questions: /m);
  });

  for (const [name, words, says] of [
    [
      'of an ID that is not there',
      ['--map', '1.3=1.9'],
      '1.9, which is to stand in the place of 1.3, is not in Good Libraries.',
    ],
    [
      'of an ID that nobody has',
      ['--map', '8.8=1.1'],
      '8.8 is an ID of neither edition, so there is nothing to answer.',
    ],
    [
      'without the mark',
      ['--map', '1.3'],
      '“1.3” is no answer. Write the old ID, =, and the new ones with commas between: 1.3=1.4,1.5.',
    ],
    [
      'with a group for an element',
      ['--map', '1.3=1'],
      '1, which is to stand in the place of 1.3, is no element: evidence is given for elements.',
    ],
  ] as const)
    it(`refuses an answer ${name}`, async () => {
      const { status, out, err } = await migrate(folderWith(portfolio), ...words);
      deepEqual([status, out, err], [2, '', `evidence-portfolio: ${says}\n`]);
    });

  it('writes nothing before an ID is decided that means something else now', async () => {
    const folder = folderWith({
      ...portfolio,
      // The parts of 3.1 stand elsewhere, and 3.1 is another one.
      'standards/2026.yaml': edition2026.replace('"3.1": "3.2"', '"3.1": ["1.5", "3.2"]'),
    });
    const before = readFileSync(join(folder, 'evidence/books.md'), 'utf8');
    const { status, out } = await migrate(folder, '--write');
    equal(status, 1);
    match(
      out,
      /To be decided before anything is written: 2 IDs\n {2}3\.1 was “Books are on their shelves”, and is “New books are shown” now\./,
    );
    match(out, /Nothing is written before 3\.1 and 3\.2 are decided\.\n$/);
    equal(readFileSync(join(folder, 'evidence/books.md'), 'utf8'), before);
    const { out: then } = await migrate(folder, '--write', '--map', '3.1=3.2');
    match(then, /6 files are written\.\n$/);
  });

  it('writes nothing where one of the files cannot be written', async () => {
    const folder = folderWith(portfolio);
    const last = join(folder, 'evidence/windows.md');
    writeFileSync(last, `\uFEFF${portfolio['evidence/windows.md'] ?? ''}`, 'utf16le');
    const { status, err } = await migrate(folder, '--write');
    equal(status, 2);
    match(err, /windows\.md cannot be read as UTF-8 text, so it was left as it is\. It is saved as UTF-16LE/);
    equal(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'), portfolio['portfolio.yaml']);
  });

  it('makes a manifest where there is none', async () => {
    const folder = folderWith({
      'next.yaml': 'title: Next\nretired: { "3.2.4": "9.1" }\nchildren: [{ id: "9.1", text: Right }]\n',
      'a.md': '---\ntitle: a\nelements: [3.2.4]\ndate: 2026-03-01\n---\n\nText.\n',
    });
    const { out } = await run(['standard', 'migrate', join(folder, 'next.yaml'), folder, '--write']);
    match(out, /2 files are written/);
    equal(
      readFileSync(join(folder, 'portfolio.yaml'), 'utf8'),
      'standard: next.yaml\nassessment:\n  "9.1":\n    look-again: 2026-11-21\n    changed: Other words in Next\n',
    );
    equal(readFileSync(join(folder, 'a.md'), 'utf8').split('\n')[2], 'elements: ["9.1"]');
  });

  it('follows what the standard of the portfolio says of retired IDs, after an import over the old file', async () => {
    const folder = folderWith({ ...portfolio, 'standards/2020.yaml': edition2026 });
    const { out } = await run(['standard', 'migrate', 'standards/2020.yaml', folder, '--write']);
    match(out, /^IDs of earlier editions in “Good Libraries”, edition 2026\n/);
    equal(
      readFileSync(join(folder, 'evidence/books.md'), 'utf8'),
      portfolio['evidence/books.md'],
      'Whether 3.1 is meant as it was, nobody can tell.',
    );
    match(readFileSync(join(folder, 'evidence/windows.md'), 'utf8'), /- "5\.1"\r\n- 3\.1\r\n- 1\.2/);
  });

  it('moves who is to find evidence, all at once', async () => {
    const folder = folderWith({
      ...portfolio,
      'portfolio.yaml':
        'standard: standards/2020.yaml\nassignments:\n  "3.1": Ann # since May\n  "3.2": Ben\n  "1.4": Cleo\n  "2.1": Dan\n  "2.2": Eve\n',
    });
    const { out } = await migrate(folder, '--write');
    match(
      readFileSync(join(folder, 'portfolio.yaml'), 'utf8'),
      /\nassignments:\n {2}"3\.2": Ann # since May\n {2}"3\.1": Ben\n {2}"1\.6": Cleo\n {2}"2\.1": Dan\n {2}"2\.2": Eve\n/,
    );
    match(out, /portfolio\.yaml:6: 2\.1\. Say under “assignments” by hand who it is for the new ID\.\n/);
  });

  it('moves what is strongest with the elements', async () => {
    const file =
      '---\ntitle: a\nelements: ["3.1", "2.1", "2.2"]\nstrongest:\n  - "3.1" # best\n  - 2.1\n  - 2.2\n---\n\nText.\n';
    const folder = folderWith({ ...portfolio, 'evidence/a.md': file });
    await migrate(folder, '--write');
    equal(
      readFileSync(join(folder, 'evidence/a.md'), 'utf8'),
      '---\ntitle: a\nelements: ["3.2", "2.2"]\nstrongest:\n  - "3.2" # best\n  - 2.2\n---\n\nText.\n',
    );
  });

  it('moves elements under the portfolio’s own name for them', async () => {
    const file = '---\ntitle: a\nsatisfies: ["3.1", 1.4]\n---\n\nText.\n';
    const folder = folderWith({
      'standards/2020.yaml': portfolio['standards/2020.yaml'] ?? '',
      'standards/2026.yaml': edition2026,
      'portfolio.yaml': 'standard: standards/2020.yaml\nkeys: { elements: satisfies }\n',
      'a.md': file,
    });
    await migrate(folder, '--write');
    equal(
      readFileSync(join(folder, 'a.md'), 'utf8'),
      '---\ntitle: a\nsatisfies: ["3.2", "1.6"]\n---\n\nText.\n',
    );
  });

  it('takes no other standard for an edition of this one', async () => {
    const folder = folderWith({
      ...portfolio,
      'other.yaml': 'title: Other\nchildren: [{ id: A.1, text: Else }]\n',
    });
    const { status, err } = await run(['standard', 'migrate', join(folder, 'other.yaml'), folder]);
    equal(status, 2);
    match(err, /^evidence-portfolio: nothing that this portfolio has evidence for leads to Other: /);
  });

  for (const [name, files, typed, says] of [
    [
      'a file that is not there',
      {},
      'next.yaml',
      /there is no built-in standard and no readable file next\.yaml\./,
    ],
    [
      'a standard with faults',
      { 'next.yaml': 'title: x\nchildren: [{ text: y }]\n' },
      'next.yaml',
      /the standard in next\.yaml has faults\. In line 2: This node has no id\./,
    ],
    [
      'what has to be imported first',
      { 'next.json': '{"catalog": {"metadata": {}}}' },
      'next.json',
      /next\.json is an OSCAL catalogue, and not a standard file yet\. Make a standard file of it/,
    ],
    [
      'one of several standards',
      { 'portfolio.yaml': 'standards: { CSE: customer-service-excellence, Ours: standards/2026.yaml }\n' },
      'standards/2026.yaml',
      /this portfolio has several standards: say with “--standard” which of them is moved\. It is kept against CSE and Ours\./,
    ],
    [
      'a manifest with faults',
      { 'portfolio.yaml': 'standard: [\n' },
      'standards/2026.yaml',
      /portfolio\.yaml cannot be read/,
    ],
  ] as const)
    it(`refuses ${name}`, async () => {
      const folder = folderWith({ ...portfolio, ...files });
      const { status, err } = await run(['standard', 'migrate', typed, folder]);
      equal(status, 2);
      match(err, says);
    });
});
