/** What git does to files without anybody having changed the portfolio, on real repositories. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { main } from './anytown';
import type { Repository } from './gitRepository';
import { gitIn, removeRepositories, repositoryWith } from './gitRepository';
import { evidence, folderWith, removeFolders, run } from './support';

const hash = (repository: Repository, name: string): string => repository.git('rev-parse', name).trim();

interface Changes {
  readonly presence: string;
  readonly movedFrom?: string;
  readonly elements: readonly unknown[];
  readonly evidence: Readonly<Record<string, readonly unknown[]>>;
  readonly ratings: readonly unknown[];
  readonly findings: {
    readonly new: readonly { readonly file: string; readonly rule: string }[];
    readonly fixed: readonly unknown[];
  };
}

/** What `diff` says, as a list of what is not empty. */
async function changesIn(
  folder: string,
  ...words: readonly string[]
): Promise<{
  readonly said: readonly string[];
  readonly err: string;
  readonly portfolios: readonly Changes[];
}> {
  const { out, err, status } = await run([
    'diff',
    ...words,
    folder,
    '--format',
    'json',
    '--fail-on',
    'never',
  ]);
  equal(status, 0, err);
  const { portfolios } = JSON.parse(out) as { readonly portfolios: readonly Changes[] };
  const said = portfolios.flatMap(({ presence, elements, ratings, evidence: files, findings }) => [
    ...(presence === 'both' ? [] : [presence]),
    ...(elements.length > 0 ? [`elements ${elements.length}`] : []),
    ...(ratings.length > 0 ? ['ratings'] : []),
    ...Object.entries(files).flatMap(([kind, list]) =>
      list.length > 0 ? [`${kind} ${JSON.stringify(list)}`] : [],
    ),
    ...(findings.new.length > 0 ? [`new ${JSON.stringify(findings.new)}`] : []),
    ...(findings.fixed.length > 0 ? [`fixed ${JSON.stringify(findings.fixed)}`] : []),
  ]);
  return { said, err, portfolios };
}

/** Neither `diff` nor `check --since` tells of a change, nor complains. */
async function isUnchanged(folder: string, base = 'HEAD', complaint = /^$/): Promise<void> {
  const { said, err, portfolios } = await changesIn(folder, base);
  deepEqual(said, []);
  ok(portfolios.length > 0, 'there is a portfolio');
  match(err, complaint);
  const since = await run(['check', folder, '--since', base, '--fail-on', 'hint']);
  match(since.err, complaint);
  equal(since.status, 0, since.out);
}

const file = (number: number): string =>
  `---\ntitle: Evidence ${number}\nelements: [3.2.${number}]\n---\n\nWords ${number}.\n`;
const portfolio = {
  'portfolio.yaml': 'title: P\n',
  'evidence/1.md': file(1),
  'evidence/2.md': file(2),
  'evidence/3.md': `${file(3)}\n[a](../attachments/a.pdf)\n`,
  'attachments/a.pdf': 'pdf',
};
const inFolder = (
  name: string,
  files: Readonly<Record<string, string>> = portfolio,
): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]));

describe('git changes nothing of a portfolio:', () => {
  afterEach(() => {
    removeFolders();
    removeRepositories();
  });

  describe('a sparse checkout', () => {
    for (const [name, patterns] of [
      ['without one file', ['/*', '!/evidence/2.md']],
      ['without a folder', ['/*', '!/evidence/']],
      ['without attachments', ['/*', '!/attachments/']],
      ['without its manifest', ['/*', '!/portfolio.yaml']],
      ['without a .gitignore', ['/*', '!/.gitignore', '!/evidence/2.md']],
    ] as const)
      it(`${name} is no change`, async () => {
        const repository = repositoryWith({ ...portfolio, '.gitignore': '*.draft.md\n' });
        repository.git('sparse-checkout', 'set', '--no-cone', ...patterns);
        await isUnchanged(repository.folder);
      });

    it('in cone mode, with a sparse index, is no change', async () => {
      const repository = repositoryWith({ ...inFolder('a'), ...inFolder('b') });
      repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'a/evidence');
      ok(!existsSync(join(repository.folder, 'b')));
      await isUnchanged(repository.folder);
      await isUnchanged(join(repository.folder, 'a'));
    });

    it('is no change where a standard outside of the folder is left out', async () => {
      const repository = repositoryWith({
        'standards/s.yaml': 'title: S\nchildren: [{ id: A.1, text: One }]\n',
        'p/portfolio.yaml': 'standard: ../standards/s.yaml\n',
        'p/a.md': '---\ntitle: A\nelements: [A.1]\n---\nText.\n',
      });
      repository.git('update-index', '--skip-worktree', 'standards/s.yaml');
      rmSync(join(repository.folder, 'standards'), { recursive: true });
      await isUnchanged(join(repository.folder, 'p'));
    });

    it('still tells what is changed in it, and what is gone without being left out', async () => {
      const repository = repositoryWith(portfolio);
      repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!/evidence/2.md');
      repository.edit({ 'evidence/1.md': undefined });
      const { said } = await changesIn(repository.folder, 'HEAD');
      match(said.join('\n'), /removed \[\{[^\]]*evidence\/1\.md/);
      ok(!said.join('\n').includes('2.md'), said.join('\n'));
    });
  });

  describe('a manifest that is a symbolic link', () => {
    it('is no change, in the working tree and in commits', async function () {
      if (process.platform === 'win32') return this.skip();
      const repository = repositoryWith({
        'shared/p.yaml': 'title: P\n',
        'a/x.md': file(1),
        'b/x.md': file(2),
      });
      for (const name of ['a', 'b'])
        symlinkSync('../shared/p.yaml', join(repository.folder, name, 'portfolio.yaml'));
      repository.git('add', '--all');
      repository.git('commit', '--quiet', '--message=Link');
      await isUnchanged(repository.folder);
      await isUnchanged(join(repository.folder, 'a'));
      deepEqual((await changesIn(repository.folder, 'HEAD', 'HEAD')).said, []);
    });
  });

  describe('a folder behind a symbolic link', () => {
    it('is the folder that the link leads to', async function () {
      if (process.platform === 'win32') return this.skip();
      const repository = repositoryWith({ ...inFolder('deep/libraries'), 'standards/s.yaml': '' });
      const place = folderWith({});
      symlinkSync(join(repository.folder, 'deep/libraries'), join(place, 'link'));
      symlinkSync(repository.folder, join(place, 'top'));
      symlinkSync('link', join(place, 'again'));
      for (const folder of ['link', 'again', 'top', 'top/deep', 'top/deep/libraries'])
        await isUnchanged(join(place, folder));
      repository.edit({ 'deep/libraries/evidence/1.md': undefined });
      const { out } = await run(['diff', 'HEAD', join(place, 'link'), '--format', 'markdown'], {
        environment: {
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: 'anytown/libraries',
          GITHUB_SHA: 'a'.repeat(40),
        },
      });
      match(out, /Evidence removed \(1\)/);
      const sarif = await run(['check', join(place, 'link'), '--format', 'sarif']);
      match(sarif.out, /"uri": "deep\/libraries\/portfolio\.yaml"/);
    });
  });

  describe('a portfolio that has moved', () => {
    const moved = async (folder: string, base = 'HEAD') => {
      const answer = await changesIn(folder, base);
      const check = await run(['check', folder, '--since', base, '--fail-on', 'hint']);
      deepEqual([check.status, check.err], [0, ''], check.out);
      return answer;
    };

    for (const [from, to] of [
      ['libraries', 'library-service'],
      ['libraries', 'services/libraries'],
      ['services/libraries', 'libraries'],
    ] as const)
      for (const folder of ['.', to])
        it(`from ${from} to ${to} is one move, asked in ${folder}`, async () => {
          const repository = repositoryWith({ ...inFolder(from), 'README.md': '# Top\n' });
          mkdirSync(join(repository.folder, to, '..'), { recursive: true });
          renameSync(join(repository.folder, from), join(repository.folder, to));
          const { said, portfolios } = await moved(join(repository.folder, folder));
          deepEqual(said, []);
          equal(portfolios.length, 1);
          equal(
            join(repository.folder, folder, portfolios[0]?.movedFrom ?? 'nowhere'),
            join(repository.folder, from),
          );
          for (const format of ['text', 'markdown', 'html']) {
            const { out } = await run(['diff', 'HEAD', join(repository.folder, folder), '--format', format]);
            ok(out.includes('This portfolio has moved'), out);
          }
          repository.git('add', '--all');
          repository.git('commit', '--quiet', '--message=Move');
          deepEqual((await changesIn(join(repository.folder, folder), 'HEAD~1', 'HEAD')).said, []);
        });

    it('out of the top of the repository, or into it, is one move', async () => {
      const repository = repositoryWith(portfolio);
      mkdirSync(join(repository.folder, 'libraries'));
      for (const name of ['portfolio.yaml', 'evidence', 'attachments'])
        renameSync(join(repository.folder, name), join(repository.folder, 'libraries', name));
      deepEqual((await moved(repository.folder)).said, []);
      repository.git('add', '--all');
      repository.git('commit', '--quiet', '--message=Move');
      deepEqual((await changesIn(repository.folder, 'HEAD', 'HEAD~1')).said, []);
    });

    it('and was edited on the way is a move with an edit', async () => {
      const repository = repositoryWith({
        ...inFolder('libraries'),
        ...inFolder('museums', { 'portfolio.yaml': 'title: M\n', 'a.md': file(4) }),
      });
      renameSync(join(repository.folder, 'libraries'), join(repository.folder, 'library-service'));
      repository.edit({ 'library-service/evidence/2.md': file(2).replace('3.2.2', '1.1.1') });
      const { said, portfolios } = await changesIn(repository.folder, 'HEAD');
      match(
        said.join('\n'),
        /retargeted \[\{"file":"library-service\/evidence\/2\.md","gained":\["1\.1\.1"\],"lost":\["3\.2\.2"\]\}\]/,
      );
      ok(!/added|removed|renamed/.test(said.join('\n')), said.join('\n'));
      deepEqual(
        portfolios.map(({ presence, movedFrom }) => [presence, movedFrom]),
        [
          ['both', 'libraries'],
          ['both', undefined],
        ],
      );
    });

    it('is none where another one came in its place, or a copy was made', async () => {
      const repository = repositoryWith(inFolder('libraries'));
      repository.edit(inFolder('copy'));
      const { portfolios } = await changesIn(repository.folder, 'HEAD');
      deepEqual(
        portfolios.map(({ presence }) => presence),
        ['new', 'both'],
      );
      const other = repositoryWith(inFolder('libraries'));
      rmSync(join(other.folder, 'libraries'), { recursive: true });
      other.edit(inFolder('museums', { 'portfolio.yaml': 'title: M\n', 'a.md': evidence('[1.1.1]') }));
      deepEqual(
        (await changesIn(other.folder, 'HEAD')).portfolios.map(({ presence }) => presence),
        ['gone', 'new'],
      );
    });
  });

  describe('a repository without a commit', () => {
    const unborn = (): string => {
      const folder = folderWith({
        'portfolio.yaml': 'title: P\nrules: { element-uncovered: off }\n',
        'a.md': evidence('[3.2.4, 9.9.9]'),
      });
      gitIn(folder, 'init', '--quiet', '--initial-branch=main');
      return folder;
    };

    for (const base of ['HEAD', '@', 'main', 'refs/heads/main', 'HEAD...'])
      it(`is an empty base, called ${base}`, async () => {
        const folder = unborn();
        const { out, err, status } = await run(['check', folder, '--since', base]);
        deepEqual([err, status], ['', 1]);
        match(out, /9\.9\.9 is not an element/);
        const { portfolios } = await changesIn(folder, base);
        deepEqual(
          portfolios.map(({ presence }) => presence),
          ['new'],
        );
      });

    it('has no other revision, and says so', async () => {
      const { err, status } = await run(['check', unborn(), '--since', 'origin/main']);
      match(err, /git knows no revision origin\/main here\. This repository has no commit yet\./);
      equal(status, 2);
    });

    it('is one with SHA-256, too', async function () {
      const folder = folderWith({ 'portfolio.yaml': 'title: P\n' });
      try {
        gitIn(folder, 'init', '--quiet', '--object-format=sha256');
      } catch {
        return this.skip();
      }
      equal((await changesIn(folder, 'HEAD')).portfolios[0]?.presence, 'new');
    });
  });

  describe('submodules', () => {
    it('hold portfolios like others', async () => {
      const inner = repositoryWith({ ...portfolio, 'sub/portfolio.yaml': 'title: S\n' });
      const outer = repositoryWith({ 'README.md': '' });
      outer.git('submodule', '--quiet', 'add', inner.folder, 'shared');
      outer.git('commit', '--quiet', '--message=Add');
      await isUnchanged(join(outer.folder, 'shared'));
      await isUnchanged(join(outer.folder, 'shared/sub'));
      await isUnchanged(outer.folder);
    });

    it('inside a portfolio are no change, nested ones too', async () => {
      const innermost = repositoryWith({ 'deep.md': file(4) });
      const inner = repositoryWith({ 'x.md': file(3), '.gitignore': 'left.md\n' });
      inner.git('submodule', '--quiet', 'add', innermost.folder, 'nested');
      inner.git('commit', '--quiet', '--message=Nest');
      const outer = repositoryWith(portfolio);
      outer.git('submodule', '--quiet', 'add', inner.folder, 'evidence/shared');
      outer.git('submodule', '--quiet', 'update', '--init', '--recursive');
      outer.git('commit', '--quiet', '--message=Add');
      writeFileSync(join(outer.folder, 'evidence/shared/left.md'), file(1));
      await isUnchanged(outer.folder);
      deepEqual((await changesIn(outer.folder, 'HEAD', 'HEAD')).said, []);
      writeFileSync(join(outer.folder, 'evidence/shared/x.md'), file(1));
      match(
        (await changesIn(outer.folder, 'HEAD')).said.join('\n'),
        /retargeted \[\{"file":"evidence\/shared\/x\.md"/,
      );
    });

    it('that are not checked out are no change', async () => {
      const inner = repositoryWith({ 'x.md': file(3) });
      const outer = repositoryWith(portfolio);
      outer.git('submodule', '--quiet', 'add', inner.folder, 'evidence/shared');
      outer.git('commit', '--quiet', '--message=Add');
      const place = folderWith({});
      gitIn(place, 'clone', '--quiet', outer.folder, 'clone');
      await isUnchanged(join(place, 'clone'));
    });

    it('without the commit that the base names are left out, and that is said', async () => {
      const inner = repositoryWith({ 'x.md': file(3) });
      const outer = repositoryWith(portfolio);
      outer.git('submodule', '--quiet', 'add', inner.folder, 'evidence/shared');
      outer.git('commit', '--quiet', '--message=Add');
      outer.git('update-index', '--cacheinfo', `160000,${'1'.repeat(40)},evidence/shared`);
      outer.git('commit', '--quiet', '--message=Point elsewhere');
      await isUnchanged(
        outer.folder,
        'HEAD',
        /^evidence-portfolio: the submodule evidence\/shared has not the commit that the base names, so what has changed in it is not known\. Fetch it with “git submodule update --init”\.\n$/,
      );
    });
  });

  describe('what git changes on the way to the working tree', () => {
    const text = `---\ntitle: Umfrage für Köln\nelements: [3.2.4]\n---\n\nWörter “here” $Id$.\n`;

    for (const [name, attributes, bytes] of [
      ['text=auto with CRLF', '* text=auto eol=crlf\n', Buffer.from(text.replaceAll('\n', '\r\n'))],
      ['eol=crlf', '*.md eol=crlf\n', Buffer.from(text.replaceAll('\n', '\r\n'))],
      ['-text', '*.md -text\n', Buffer.from(text.replaceAll('\n', '\r\n'))],
      ['ident', '*.md ident\n', undefined],
      ['ident and CRLF', '*.md ident eol=crlf\n', undefined],
      [
        'UTF-16LE',
        'evidence/a.md text working-tree-encoding=UTF-16LE-BOM eol=crlf\n',
        Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
      ],
      [
        'UTF-16',
        'evidence/a.md text working-tree-encoding=UTF-16\n',
        Buffer.from(`\uFEFF${text}`, 'utf16le'),
      ],
      [
        'Latin-1',
        'evidence/a.md text working-tree-encoding=ISO-8859-1\n',
        Buffer.from(text.replace(/[“”]/g, '"'), 'latin1'),
      ],
      [
        'Windows-1252',
        'evidence/a.md text working-tree-encoding=WINDOWS-1252\n',
        Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1'),
      ],
    ] as const)
      it(`${name} is no change`, async () => {
        const repository = repositoryWith({ ...portfolio, '.gitattributes': attributes });
        const place = join(repository.folder, 'evidence/a.md');
        writeFileSync(place, bytes ?? text);
        repository.git('add', '--all');
        repository.git('commit', '--quiet', '--message=Add');
        rmSync(place);
        repository.git('checkout', '--quiet', '--', 'evidence/a.md');
        if (name.startsWith('ident')) match(readFileSync(place, 'utf8'), /\$Id: [0-9a-f]{40} \$/);
        equal(repository.git('status', '--porcelain'), '');
        await isUnchanged(repository.folder);
        repository.edit({ 'evidence/a.md': undefined });
        match(
          (await changesIn(repository.folder, 'HEAD')).said.join('\n'),
          /removed \[[^\]]*evidence\/a\.md/,
        );
      });

    it('a filter of somebody’s own is not run, and what it made is no change until it is touched', async () => {
      const repository = repositoryWith({ ...portfolio, '.gitattributes': '*.md filter=upper\n' });
      const marker = join(repository.folder, '.git/marker');
      repository.git('config', 'filter.upper.clean', 'tr a-z A-Z');
      repository.git('config', 'filter.upper.smudge', `sed -e 's/WORDS/words/'`);
      const place = join(repository.folder, 'evidence/a.md');
      writeFileSync(place, '---\nTITLE: A\nELEMENTS: [1.1.1]\n---\n\nwords\n');
      repository.git('add', '--all');
      repository.git('commit', '--quiet', '--message=Add');
      rmSync(place);
      repository.git('checkout', '--quiet', '--', 'evidence/a.md');
      match(readFileSync(place, 'utf8'), /words/);
      repository.git('config', 'filter.upper.clean', `touch ${marker}; cat`);
      repository.git('config', 'filter.upper.smudge', `touch ${marker}; cat`);
      await isUnchanged(repository.folder);
      writeFileSync(place, '---\ntitle: A\nelements: [1.1.1]\n---\n\nother words\n');
      const { err } = await changesIn(repository.folder, 'HEAD');
      match(
        err,
        /^evidence-portfolio: evidence\/a\.md goes through the filter “upper” of git, a program that is not started here: it is compared with what git has stored\.\n$/,
      );
      ok(!existsSync(marker));
    });
  });

  describe('Git LFS', () => {
    const pointerTo = (content: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize ${Buffer.byteLength(content)}\n`;
    const content = evidence('[1.1.1]');
    const withPointer = (): Repository =>
      repositoryWith({
        ...portfolio,
        '.gitattributes': '*.md filter=lfs diff=lfs merge=lfs -text\n',
        'evidence/a.md': pointerTo(content),
      });

    it('is said of a pointer, on both sides', async () => {
      const repository = withPointer();
      const { out, status } = await run(['check', repository.folder]);
      match(
        out,
        /evidence\/a\.md\n.*only a pointer of Git LFS: its content was not fetched\. Fetch it with “git lfs pull”\./,
      );
      equal(status, 1);
      await isUnchanged(repository.folder);
    });

    it('is no change where the content is here, and in git the pointer', async () => {
      const repository = withPointer();
      repository.edit({ 'evidence/a.md': content });
      const { said } = await changesIn(repository.folder, 'HEAD');
      deepEqual(said, []);
      equal((await run(['check', repository.folder, '--since', 'HEAD', '--fail-on', 'hint'])).status, 0);
    });

    it('is compared where the content of the base is here', async () => {
      const repository = withPointer();
      const { oid = '' } = /sha256:(?<oid>\w+)/.exec(pointerTo(content))?.groups ?? {};
      const store = join(repository.folder, '.git/lfs/objects', oid.slice(0, 2), oid.slice(2, 4));
      mkdirSync(store, { recursive: true });
      writeFileSync(join(store, oid), content);
      repository.edit({ 'evidence/a.md': evidence('[1.1.2]') });
      const { said, err } = await changesIn(repository.folder, 'HEAD');
      match(
        said.join('\n'),
        /retargeted \[\{"file":"evidence\/a\.md","gained":\["1\.1\.2"\],"lost":\["1\.1\.1"\]\}\]/,
      );
      equal(err, '');
      writeFileSync(join(store, oid), `${content}more`);
      match(
        (await changesIn(repository.folder, 'HEAD')).said.join('\n'),
        /added \[\{"file":"evidence\/a\.md"/,
      );
    });
  });

  describe('where and how git is asked', () => {
    it('is the same in a linked worktree, with a detached HEAD, in a shallow clone', async () => {
      const repository = repositoryWith(inFolder('libraries'));
      const place = folderWith({});
      repository.git('worktree', 'add', '--quiet', '--detach', join(place, 'tree'));
      gitIn(place, 'clone', '--quiet', '--depth=1', `file://${repository.folder}`, 'shallow');
      for (const folder of ['tree', 'tree/libraries', 'shallow/libraries'])
        await isUnchanged(join(place, folder));
      repository.git('worktree', 'remove', '--force', join(place, 'tree'));
    });

    it('compares two revisions in a bare repository, and asks for the second', async () => {
      const repository = repositoryWith(portfolio);
      const place = folderWith({});
      gitIn(place, 'clone', '--quiet', '--bare', repository.folder, 'bare.git');
      const bare = join(place, 'bare.git');
      deepEqual((await changesIn(bare, 'HEAD', 'main')).said, []);
      equal((await changesIn(bare, 'HEAD', 'main')).portfolios.length, 1);
      for (const argv of [
        ['diff', 'HEAD', bare],
        ['check', bare, '--since', 'HEAD'],
      ]) {
        const { err, status } = await run(argv);
        match(
          err,
          /is a repository without files of its own \(a bare one\)\. Compare two revisions of it: “diff <base> <head>”\.\n$/,
        );
        equal(status, 2);
      }
    });

    it('does not go by what a hook, or another repository, leaves in the environment', async () => {
      const repository = repositoryWith(inFolder('libraries'));
      const other = repositoryWith({ 'x.md': 'x' });
      const names = {
        GIT_DIR: join(other.folder, '.git'),
        GIT_WORK_TREE: other.folder,
        GIT_INDEX_FILE: join(other.folder, '.git/index'),
        GIT_PREFIX: 'x/',
        GIT_COMMON_DIR: join(other.folder, '.git'),
        GIT_OBJECT_DIRECTORY: join(other.folder, '.git/objects'),
        GIT_NAMESPACE: 'x',
        GIT_ICASE_PATHSPECS: '1',
        GIT_GLOB_PATHSPECS: '1',
        GIT_EXTERNAL_DIFF: 'false',
        GIT_CEILING_DIRECTORIES: '/nowhere',
      };
      for (const [name, value] of Object.entries(names)) {
        process.env[name] = value;
        try {
          await isUnchanged(join(repository.folder, 'libraries'));
          const shown = await run(['show', 'evidence/1.md', join(repository.folder, 'libraries')]);
          match(shown.out, /last changed 2026-11-01 by Library Services Manager: Begin the portfolio/, name);
        } finally {
          Reflect.deleteProperty(process.env, name);
        }
      }
    });

    for (const [name, value] of [
      ['core.quotepath', 'true'],
      ['core.quotepath', 'false'],
      ['core.precomposeunicode', 'true'],
      ['core.ignorecase', 'true'],
      ['core.autocrlf', 'true'],
      ['core.autocrlf', 'input'],
      ['core.filemode', 'false'],
      ['core.symlinks', 'false'],
      ['diff.external', 'false'],
      ['diff.renames', 'false'],
      ['status.showUntrackedFiles', 'no'],
      ['core.abbrev', '4'],
      ['color.ui', 'always'],
      ['core.pager', 'false'],
      ['log.date', 'relative'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
    ] as const)
      it(`is the same with ${name} ${value}`, async () => {
        const repository = repositoryWith({ ...portfolio, 'evidence/é “x”\t1.md': file(4) });
        repository.git('config', name, value);
        await isUnchanged(repository.folder);
      });

    it('takes a name that differs in case or composition only for the same, where git does', async () => {
      for (const [name, before, after] of [
        ['core.ignorecase', 'Evidence/4.md', 'evidence/4.md'],
        ['core.precomposeunicode', 'evidence/\u00E9.md', 'evidence/e\u0301.md'],
      ] as const) {
        const repository = repositoryWith({ ...portfolio, [before]: file(4) });
        rmSync(join(repository.folder, before));
        repository.edit({ [after]: file(4) });
        match((await changesIn(repository.folder, 'HEAD')).said.join('\n'), /renamed/);
        repository.git('config', name, 'true');
        deepEqual((await changesIn(repository.folder, 'HEAD')).said, []);
      }
    });

    it('is the same with objects that are replaced or grafted', async () => {
      const repository = repositoryWith(portfolio);
      const before = repository.git('rev-parse', 'HEAD').trim();
      repository.branch('other', { 'evidence/1.md': file(4) });
      repository.git('replace', '--graft', 'other');
      await isUnchanged(repository.folder);
      repository.git(
        'replace',
        hash(repository, 'HEAD:evidence/1.md'),
        hash(repository, `${before}:evidence/1.md`),
      );
      rmSync(join(repository.folder, 'evidence/1.md'));
      repository.git('checkout', '--quiet', '--', 'evidence/1.md');
      await isUnchanged(repository.folder);
    });

    it('says whose repository it is, and what to do', async function () {
      if (process.getuid?.() !== 0) return this.skip();
      const repository = repositoryWith(portfolio);
      chownSync(repository.folder, 4321, 4321);
      chownSync(join(repository.folder, '.git'), 4321, 4321);
      const { err, status } = await run(['check', repository.folder, '--since', 'HEAD']);
      match(
        err,
        /belongs to somebody else, so git does not read it\. If you trust it, say “git config --global --add safe\.directory .*”\.\n$/,
      );
      equal(status, 2);
    });

    it('says so where the repository of a worktree is gone', async () => {
      const { err } = await run([
        'check',
        folderWith({ '.git': 'gitdir: /nowhere/.git/worktrees/x\n' }),
        '--since',
        'HEAD',
      ]);
      match(err, /the repository that .* belongs to is not there: \/nowhere\/\.git\/worktrees\/x\.\n$/);
    });
  });

  describe('the words for a revision', () => {
    const why = async (repository: Repository, base: string): Promise<string> => {
      const { err, status, out } = await run(['check', repository.folder, `--since=${base}`]);
      deepEqual([status, out], [2, '']);
      return err;
    };

    it('may be those of a file, of a folder, or begin like an option', async () => {
      const repository = repositoryWith(portfolio);
      for (const name of ['evidence', 'portfolio.yaml', '2026-11-01', 'main@x'])
        repository.git('branch', name);
      repository.git('update-ref', 'refs/heads/-x', 'HEAD');
      repository.git('update-ref', 'refs/tags/--output=y', 'HEAD');
      for (const base of [
        'evidence',
        'portfolio.yaml',
        '2026-11-01',
        'main@x',
        '-x',
        '--output=y',
        'HEAD^{tree}^{commit}',
        'refs/heads/-x',
        ':/Begin',
        '@',
      ])
        if (base === 'HEAD^{tree}^{commit}') match(await why(repository, base), /git knows no revision/);
        else
          equal(
            (await run(['check', repository.folder, `--since=${base}`, '--fail-on', 'hint'])).status,
            0,
            base,
          );
      ok(!existsSync('y'));
    });

    it('are explained where they are a day', async () => {
      const repository = repositoryWith(portfolio);
      for (const base of [
        '2026-11-20',
        'yesterday',
        '2 weeks ago',
        '2.weeks.ago',
        '20/11/2026',
        'last monday',
      ])
        match(
          await why(repository, base),
          /is a day, and a revision is asked for: a branch, a tag or a commit\./,
        );
      match(await why(repository, '2026-11-20'), /The last commit before it is [0-9a-f]{10}\.\n$/);
      match(await why(repository, '2020-01-01'), /a commit\. There is none before it\.\n$/);
    });

    it('are told apart where they mean several things', async () => {
      const repository = repositoryWith(portfolio);
      repository.git('branch', 'v1');
      repository.git('tag', 'v1');
      const { err, status } = await run(['check', repository.folder, '--since', 'v1', '--fail-on', 'hint']);
      equal(
        err,
        'evidence-portfolio: “v1” is the name of several things in git, such as a branch and a tag; the tag goes first. Say refs/heads/v1 for the branch.\n',
      );
      equal(status, 0);
      match(await why(repository, 'HEAD:evidence'), /git knows no revision HEAD:evidence here/);
      match(await why(repository, 'gone'), /git knows no revision gone here\. Fetch it first/);
      match(await why(repository, ''), /--since is empty/);
    });
  });

  describe('names that are not UTF-8', () => {
    const latin = (folder: string, ...names: readonly string[]): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(names.join('/'), 'latin1')]);

    it('are named in a folder without a manifest, too', async function () {
      if (process.platform !== 'linux') return this.skip();
      const folder = folderWith({ 'a.md': file(1) });
      writeFileSync(latin(folder, 'caf\xE9.md'), file(4));
      const words =
        'its name is not written in UTF-8 (caf%E9.md), so that most programs cannot open it. Rename it.';
      const { out } = await run(['check', folder]);
      match(out, /caf%E9\.md/);
      ok(out.includes(words));
      equal(
        (await run(['coverage', folder])).err,
        `evidence-portfolio: caf%E9.md: This file was left out: ${words}\n`,
      );
    });

    it('are named, before and after, in files and in folders', async function () {
      if (process.platform !== 'linux') return this.skip();
      const repository = repositoryWith(portfolio);
      writeFileSync(latin(repository.folder, 'caf\xE9.md'), file(4));
      writeFileSync(latin(repository.folder, 'caf\xE8.md'), file(4));
      mkdirSync(latin(repository.folder, 'gem\xFCse'));
      writeFileSync(latin(repository.folder, 'gem\xFCse', 'a b.md'), file(4));
      writeFileSync(latin(repository.folder, 'bild\xE4.png'), 'png');
      const said = async (): Promise<readonly string[]> => {
        const { out } = await run(['check', repository.folder, '--format', 'json']);
        const { portfolios } = JSON.parse(out) as {
          portfolios: readonly { findings: readonly { rule: string; file: string; message: string }[] }[];
        };
        return portfolios
          .flatMap(({ findings }) => findings)
          .filter(({ rule }) => rule === 'file-unreadable')
          .map(({ file: path, message }) => `${path}: ${message}`);
      };
      const found = await said();
      deepEqual(
        found.map((line) => line.split(':')[0]),
        ['caf%E8.md', 'caf%E9.md', 'gem%FCse/a b.md'],
      );
      for (const line of found) match(line, /name is not written in UTF-8/);
      const { portfolios } = await changesIn(repository.folder, 'HEAD');
      equal(portfolios[0]?.findings.new.length, 3);
      repository.git('add', '--all');
      repository.git('commit', '--quiet', '--message=Add');
      await isUnchanged(repository.folder);
      deepEqual((await changesIn(repository.folder, 'HEAD', 'HEAD')).said, []);
      await isUnchanged(repository.folder, 'HEAD');
    });
  });

  describe('programs that a repository names', () => {
    /** Every setting of git that names a program, with one that leaves a mark. */
    function booby(repository: Repository, marker: string): void {
      const acts = `touch ${marker}; false`;
      const hooks = join(repository.folder, '.git/traps');
      mkdirSync(hooks);
      for (const name of [
        'post-index-change',
        'reference-transaction',
        'post-checkout',
        'pre-auto-gc',
        'fsmonitor-watchman',
      ]) {
        writeFileSync(join(hooks, name), `#!/bin/sh\n${acts}\n`);
        chmodSync(join(hooks, name), 0o755);
      }
      const settings: Readonly<Record<string, string>> = {
        'core.fsmonitor': join(hooks, 'fsmonitor-watchman'),
        'core.hooksPath': hooks,
        'core.sshCommand': acts,
        'core.gitProxy': acts,
        'core.askPass': acts,
        'core.pager': acts,
        'core.editor': acts,
        'core.alternateRefsCommand': acts,
        'credential.helper': `!${acts}`,
        'diff.external': acts,
        'diff.trap.textconv': acts,
        'diff.trap.command': acts,
        'filter.trap.smudge': acts,
        'filter.trap.clean': acts,
        'filter.trap.process': acts,
        'filter.lfs.process': acts,
        'gpg.program': acts,
        'log.showSignature': 'true',
        'pager.log': acts,
        'pager.config': acts,
        'alias.rev-parse': `!${acts}`,
        'alias.cat-file': `!${acts}`,
        'protocol.allow': 'always',
        'protocol.ext.allow': 'always',
        'uploadpack.packObjectsHook': acts,
        'extensions.partialClone': 'origin',
        'remote.origin.promisor': 'true',
        'remote.origin.partialCloneFilter': 'blob:none',
        'remote.origin.uploadpack': acts,
        'sequence.editor': acts,
      };
      repository.git('config', 'core.repositoryFormatVersion', '1');
      for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
      repository.edit({
        '.gitattributes': '*.md filter=trap diff=trap ident\n*.yaml filter=lfs diff=trap\n',
      });
    }

    for (const url of ['ext::touch MARKER', 'ssh://evil.example/x', 'MARKERREPO', 'trap::x'])
      it(`are not started, with a remote at ${url}`, async function () {
        if (process.platform === 'win32') return this.skip();
        const repository = repositoryWith(main);
        const origin = repositoryWith(main);
        const marker = join(folderWith({}), 'marker');
        const missing = hash(repository, 'HEAD:libraries/evidence/promises.md');
        booby(repository, marker);
        repository.git(
          'config',
          'remote.origin.url',
          url.replace('MARKERREPO', origin.folder).replace('MARKER', marker),
        );
        if (url.startsWith('trap')) repository.git('config', 'remote.origin.vcs', 'ext');
        rmSync(join(repository.folder, '.git/objects', missing.slice(0, 2), missing.slice(2)), {
          force: true,
        });
        repository.edit({ 'libraries/evidence/promises.md': file(1) });
        utimesSync(join(repository.folder, 'libraries/portfolio.yaml'), 1, 1);
        const libraries = join(repository.folder, 'libraries');
        for (const argv of [
          ['diff', 'HEAD', libraries],
          ['diff', 'HEAD...', libraries],
          ['check', libraries, '--since', 'HEAD'],
          ['check', libraries, '--since', 'main'],
          ['diff', 'HEAD', 'main', libraries],
          ['show', '1.1', libraries],
          ['show', 'evidence/promises.md', libraries],
          ['check', libraries],
          ['coverage', libraries],
        ]) {
          const { err } = await run(argv);
          ok(!existsSync(marker), argv.join(' '));
          if (argv[1] === 'HEAD' && argv.length === 3)
            match(err, /git does not have all files of the base here.*git fetch --refetch/);
        }
      });
  });
});
