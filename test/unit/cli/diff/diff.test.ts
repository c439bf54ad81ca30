/** `diff` on a real repository: every branch, in every format. */
import { equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { namesOf } from '../../../../server/cli/command/shared';
import { outputs } from '../../../../server/cli/diff/outputs/all';
import { holdsNothingThatActs, isTameMarkdown } from '../acting';
import { branches, main } from '../anytown';
import { hostileFiles } from '../hostile';
import type { Repository } from '../gitRepository';
import { gitIn, removeRepositories, repositoryWith } from '../gitRepository';
import { folderWith, isAsInFixture, removeFolders, run } from '../support';
import { elementsOf } from '../xml';

const ajv = new Ajv();
const isDiffOutput = ajv.compile(JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8')) as object);

/** With the address of a forge, so that the links are in the fixtures. */
const environment = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'anytown/libraries' };

afterEach(removeFolders);

describe('diff', () => {
  let repository: Repository;
  let libraries: string;
  before(() => {
    repository = repositoryWith(main);
    libraries = join(repository.folder, 'libraries');
    for (const [name, edits] of Object.entries(branches)) repository.branch(name, edits);
    repository.git('checkout', '--quiet', 'main');
  });
  after(removeRepositories);

  for (const name of Object.keys(branches)) {
    const days = name === 'expire' ? ['--base-today', '2026-11-21', '--today', '2027-03-01'] : [];
    for (const format of namesOf(outputs)) {
      it(`says what the branch “${name}” does, as ${format}`, async () => {
        const argv = ['diff', 'main', name, libraries, '--format', format, ...days];
        const { out, err } = await run(argv, { environment });
        equal(err, '');
        holdsNothingThatActs(out);
        if (format === 'markdown') isTameMarkdown(out);
        if (format === 'json') {
          const data = JSON.parse(out) as unknown;
          ok(isDiffOutput(data), ajv.errorsText(isDiffOutput.errors));
        }
        if (format === 'html')
          elementsOf(
            `<?xml version="1.0" encoding="UTF-8"?>\n${out.replace('<!DOCTYPE html>\n', '').replace(/<meta ([^>]*)>/g, '<meta $1/>')}`.trim(),
          );
        isAsInFixture(out, `diff/${name}.${format}`);
      });
    }
  }

  it('compares with the files as they are, and leaves them and the index alone', async () => {
    const status = (): string =>
      repository.git('status', '--porcelain=v2', '--branch', '--untracked-files=all');
    const index = (): string => readFileSync(join(repository.folder, '.git/index'), 'base64');
    repository.git('checkout', '--quiet', 'main');
    repository.edit(branches['add'] ?? {});
    try {
      const [statusBefore, indexBefore] = [status(), index()];
      const { out } = await run(['diff', 'main', libraries, '--format', 'json'], { environment });
      const { out: committed } = await run(['diff', 'main', 'add', libraries, '--format', 'json'], {
        environment,
      });
      const parts = (text: string): unknown => (JSON.parse(text) as { portfolios: unknown }).portfolios;
      equal(JSON.stringify(parts(out)), JSON.stringify(parts(committed)));
      equal(status(), statusBefore);
      equal(index(), indexBefore);
    } finally {
      repository.git('clean', '--force', '--quiet');
    }
  });

  it('says the same backwards, the other way round', async () => {
    const data = async (...argv: string[]) =>
      (
        JSON.parse((await run(['diff', ...argv, libraries, '--format', 'json'])).out) as {
          portfolios: readonly {
            evidence: { added: unknown; removed: unknown };
            before: unknown;
            after: unknown;
            findings: { new: unknown; fixed: unknown };
          }[];
        }
      ).portfolios[0]!;
    for (const name of Object.keys(branches)) {
      const [there, back] = [await data('main', name), await data(name, 'main')];
      const same = (one: unknown, other: unknown): void =>
        equal(JSON.stringify(one), JSON.stringify(other), name);
      same(there.evidence.added, back.evidence.removed);
      same(there.before, back.after);
      same(there.after, back.before);
      same(there.findings.new, back.findings.fixed);
    }
  });

  it('fails on new findings at or above a severity only', async () => {
    const status = async (...argv: string[]): Promise<number> =>
      (await run(['diff', 'main', ...argv, libraries])).status;
    equal(await status('add'), 1);
    equal(await status('add', '--fail-on', 'never'), 0);
    equal(await status('remove'), 0);
    equal(await status('remove', '--fail-on', 'warning'), 1);
    equal(await status('prose', '--fail-on', 'hint'), 0);
  });

  it('takes what two branches have in common where three dots say so', async () => {
    repository.git('checkout', '--quiet', 'add');
    repository.git('checkout', '--quiet', '-b', 'topic', 'remove');
    try {
      const removed = async (base: string, ...more: string[]): Promise<RegExpMatchArray | null> =>
        /Evidence added \((\d)\)|Evidence removed \((\d)\)/.exec(
          (await run(['diff', base, ...more, libraries])).out,
        );
      match((await removed('add...topic'))?.[0] ?? '', /^Evidence removed \(2\)$/);
      match((await removed('add...'))?.[0] ?? '', /^Evidence removed \(2\)$/);
      match((await run(['diff', 'add', 'topic', libraries])).out, /Evidence removed \(4\)/);
      match((await run(['diff', 'add..topic', libraries])).out, /Evidence removed \(4\)/);
    } finally {
      repository.git('checkout', '--quiet', 'main');
      repository.git('branch', '--quiet', '-D', 'topic');
    }
  });

  it('works in a shallow clone, a worktree and the top of the repository', async () => {
    const place = folderWith({});
    const [clone, tree] = [join(place, 'clone'), join(place, 'tree')];
    gitIn(place, 'clone', '--quiet', '--depth=1', '--branch=add', `file://${repository.folder}`, clone);
    gitIn(clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main:main');
    repository.git('worktree', 'add', '--quiet', tree, 'add');
    try {
      for (const folder of [join(clone, 'libraries'), join(tree, 'libraries'), clone])
        match((await run(['diff', 'main', 'HEAD', folder])).out, /Evidence added \(2\)/);
      const { err, status } = await run(['diff', 'remove', clone]);
      match(err, /git knows no revision remove here\. This is a shallow clone.*fetch-depth: 0/);
      equal(status, 2);
      match(
        (await run(['diff', 'main...', clone])).err,
        /have no commit in common here\. This is a shallow clone/,
      );
    } finally {
      repository.git('worktree', 'remove', '--force', tree);
    }
  });

  it('says what is in the way', async () => {
    const why = async (...argv: string[]): Promise<string> => {
      const { out, err, status } = await run(['diff', ...argv]);
      equal(out, '');
      equal(status, 2);
      return err;
    };
    match(await why('main', folderWith({})), /is not in a git repository\.\n$/);
    match(
      await why('gone', libraries),
      /git knows no revision gone here\. Fetch it first, such as with “git fetch origin”\.\n$/,
    );
    match(await why('main', join(libraries, 'gone/')), /there is no folder .*gone/);
    match(await why('--', '--output=x', libraries), /git knows no revision --output=x here/);
    match(await why(), /say which revision to compare with, such as “diff main”/);
    const path = process.env['PATH'];
    process.env['PATH'] = folderWith({});
    try {
      match(
        await why('main', libraries),
        /git is not there, or not on the PATH: the base is read from it\.\n$/,
      );
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('says where a side cannot be read whole, and answers 2 where it is the head', async () => {
    repository.branch('broken', { 'libraries/portfolio.yaml': 'title: "Anytown\n' });
    try {
      const there = await run(['diff', 'main', 'broken', libraries]);
      equal(
        there.err,
        'evidence-portfolio: portfolio.yaml of broken cannot be read, so the result is not complete.\n',
      );
      equal(there.status, 2);
      const back = await run(['diff', 'broken', 'main', libraries]);
      equal(back.err, there.err);
      equal(back.status, 0);
    } finally {
      repository.git('checkout', '--quiet', 'main');
      repository.git('branch', '--quiet', '-D', 'broken');
    }
  });

  it('does not take what git lacks for a file that was not there', async () => {
    const place = folderWith({});
    gitIn(place, 'clone', '--quiet', '--no-hardlinks', `file://${repository.folder}`, 'clone');
    const clone = join(place, 'clone');
    const id = gitIn(clone, 'rev-parse', 'origin/remove~1:libraries/evidence/promises.md').trim();
    gitIn(clone, 'checkout', '--quiet', 'remove');
    for (const pack of readdirSync(join(clone, '.git/objects/pack')).filter((name) =>
      name.endsWith('.pack'),
    )) {
      const moved = join(place, pack);
      renameSync(join(clone, '.git/objects/pack', pack), moved);
      execFileSync('git', ['unpack-objects', '-q'], { cwd: clone, input: readFileSync(moved) });
    }
    rmSync(join(clone, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
    const { err, status } = await run(['diff', 'origin/main', clone]);
    match(err, /git does not have all files of the base here.*git fetch --refetch/);
    equal(status, 2);
  });

  it('gives no link where the forge is not known, and one where origin says it', async () => {
    const links = async (): Promise<readonly string[]> =>
      (await run(['diff', 'main', 'add', libraries, '--format', 'markdown'])).out.match(
        /https:\S*welcome\S*/g,
      ) ?? [];
    equal((await links()).length, 0);
    repository.git('remote', 'add', 'origin', 'git@gitlab.com:anytown/council/libraries.git');
    try {
      match(
        (await links())[0] ?? '',
        /^https:\/\/gitlab\.com\/anytown\/council\/libraries\/-\/blob\/[0-9a-f]{40}\/libraries\/evidence\/welcome\.md/,
      );
    } finally {
      repository.git('remote', 'remove', 'origin');
    }
  });
});

describe('docs/diff.md', () => {
  it('shows what the schema takes', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(readFileSync('docs/diff.md', 'utf8')) ?? [];
    const data = JSON.parse(example) as unknown;
    ok(isDiffOutput(data), ajv.errorsText(isDiffOutput.errors));
  });
});

describe('very many changes', () => {
  after(removeRepositories);

  it('stay below what a comment may hold, folded and counted', async () => {
    const repository = repositoryWith({ 'portfolio.yaml': 'title: P\n' });
    const added = Array.from({ length: 700 }, (_, at) => [
      `evidence/${at}.md`,
      `---\ntitle: A title of some length, number ${at}\nelements: [3.2.4, 9.9.${at}]\n---\nText.\n`,
    ]);
    repository.edit(Object.fromEntries(added) as Record<string, string>);
    const argv = ['diff', 'HEAD', repository.folder, '--format', 'markdown'];
    const { out } = await run(argv, { environment: { ...environment, GITHUB_SHA: 'a'.repeat(40) } });
    ok(out.length < 60_000, String(out.length));
    match(out, /^\*\*❌ 1 element gains evidence\. New findings: 700 errors/);
    match(out, /<summary>Evidence added \(700\)<\/summary>/);
    match(out, /^And \d+ more\.$/m);
  });
});

describe('check --since', () => {
  let repository: Repository;
  before(() => {
    repository = repositoryWith(main);
    repository.branch('add', branches['add'] ?? {});
  });
  after(removeRepositories);

  for (const format of ['text', 'json', 'markdown', 'sarif', 'junit', 'github', 'azure']) {
    it(`tells what is new from what was there, as ${format}`, async () => {
      const { out, err, status } = await run([
        ...['check', join(repository.folder, 'libraries'), '--since', 'main', '--format', format],
      ]);
      equal(err, '');
      equal(status, 1);
      isAsInFixture(out, `diff/since.${format}`);
    });
  }

  it('does not fail on what was there', async () => {
    const folder = join(repository.folder, 'libraries');
    equal((await run(['check', folder, '--since', 'add', '--fail-on', 'hint'])).status, 0);
    equal((await run(['check', folder, '--fail-on', 'hint'])).status, 1);
  });

  it('reports the same findings as without it', async () => {
    const folder = join(repository.folder, 'libraries');
    const found = async (...more: string[]): Promise<string> =>
      (await run(['check', folder, '--format', 'json', ...more])).out;
    for (const base of ['main', 'add'])
      equal((await found('--since', base)).replace(/,\s*"known": (?:true|false)/g, ''), await found());
  });
});

describe('show', () => {
  let repository: Repository;
  before(() => {
    repository = repositoryWith(main);
  });
  after(removeRepositories);

  for (const subject of ['1.1', '2', '2.2', 'evidence/promises.md']) {
    it(`prints what there is about ${subject}`, async () => {
      const { out, err, status } = await run(['show', subject, join(repository.folder, 'libraries')]);
      equal(err, '');
      equal(status, 0);
      isAsInFixture(out, `show/${subject.replace('/', '-')}.txt`);
    });
  }

  it('obeys nothing that a file says', async () => {
    const folder = folderWith(hostileFiles);
    for (const path of Object.keys(hostileFiles).filter((name) => name.endsWith('.md'))) {
      const { out, err, status } = await run(['show', path, folder]);
      holdsNothingThatActs(out);
      equal(err, '');
      equal(status, 0);
    }
  });

  it('says what it does not know', async () => {
    const folder = join(repository.folder, 'libraries');
    match(
      (await run(['show', '1.3', folder])).err,
      /1\.3 is neither a file of evidence nor an element here\. Did you mean 1\.\d, “/,
    );
    match((await run(['show', 'service.yaml', folder])).err, /service\.yaml is not a file of evidence in /);
    match((await run(['show'])).err, /say “show” and an element or a file, such as “show 3\.2\.4”/);
  });

  it('prints where in its attachments to look', async () => {
    const folder = folderWith({
      'a.md': '---\ntitle: A\nelements: [3.2.4]\nattachments: [b.pdf#page=4, https://e.org/c]\n---\nText.\n',
      'b.pdf': 'x',
    });
    match(
      (await run(['show', 'a.md', folder])).out,
      /\nAttachments\n {2}b\.pdf \(page 4\)\n {2}https:\/\/e\.org\/c\n/,
    );
    match((await run(['show', '3.2.4', folder])).out, /\n {2}A .*\n {4}attached: b\.pdf \(page 4\)\n/);
  });

  it('does without git', async () => {
    const folder = folderWith({ 'a.md': '---\ntitle: A\nelements: [3.2.4]\n---\nText.\n' });
    const { out, status } = await run(['show', 'a.md', folder]);
    match(out, /^A\na\.md\n\nStands: current\n/);
    equal(status, 0);
  });
});
