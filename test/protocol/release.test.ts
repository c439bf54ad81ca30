/** The package of npm in an empty folder without a network, and as the action and as the hook for pre-commit. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { listFiles, PackageManager } from '@vscode/vsce';
import { gitIn } from '../unit/cli/gitRepository';
import { runAction } from './support/actionRunner';
import { commentsApi } from './support/commentsApi';
import { folderOf, sampleFolder } from './support/folders';
import { cloneOf, pullRequest } from './support/pullRequest';
import type { Ran } from './support/release';
import { npm, offline, packed, placeOfRelease } from './support/release';

const today = ['--today', '2026-11-21'];

describe('a release', () => {
  const place = placeOfRelease();
  let tarball = '';
  /** Where it has been installed. */
  const home = join(place.path, 'home');
  const inHome = (...names: readonly string[]): string => join(home, 'node_modules', ...names);

  before(async () => {
    tarball = await packed(place.path);
    mkdirSync(home);
    const installed = await npm(
      home,
      'install',
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      tarball,
    );
    equal(installed.status, 0, installed.stderr);
  });
  after(place.remove);

  /** The command as npm has put it there. */
  const command = (folder: string, ...words: readonly string[]): Ran =>
    spawnSync(inHome('.bin', 'evidence-portfolio'), words, {
      cwd: folder,
      encoding: 'utf8',
      env: offline(),
      shell: process.platform === 'win32',
    });

  it('is one package and nothing more, which runs nothing to be installed', () => {
    deepEqual(
      readdirSync(inHome()).filter((name) => !name.startsWith('.')),
      ['evidence-portfolio'],
    );
    const manifest = JSON.parse(readFileSync(inHome('evidence-portfolio', 'package.json'), 'utf8')) as object;
    for (const key of ['dependencies', 'devDependencies', 'scripts']) ok(!(key in manifest), key);
  });

  it('holds a bill of materials and the notices of the same packages', () => {
    const read = (name: string): string => readFileSync(inHome('evidence-portfolio', name), 'utf8');
    const { components } = JSON.parse(read('bom.cdx.json')) as {
      readonly components: readonly {
        readonly group?: string;
        readonly name: string;
        readonly version: string;
      }[];
    };
    const noticed = Array.from(read('THIRD-PARTY-NOTICES.txt').matchAll(/^-{80}\n(\S+ \S+) \(/gm), ([, name]) => name); // prettier-ignore
    const names = components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
    );
    deepEqual(names, noticed);
    ok(names.some((name) => name.startsWith('yaml ')) && names.length > 20, names.join());
    // What only the extension has.
    ok(!names.some((name) => /^(?:lit|@vscode|vscode-languageclient) /.test(name)), names.join());
    // No address of the machine that it was made on.
    for (const name of ['bom.cdx.json', 'THIRD-PARTY-NOTICES.txt'])
      ok(!read(name).includes(resolve('.')), name);
  });

  describe('does the work that it is there for:', () => {
    it('check, as the sources do', () => {
      const folder = sampleFolder().path;
      const ran = command(folder, 'check', ...today);
      const here = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', ...today], {
        cwd: folder,
        encoding: 'utf8',
      });
      deepEqual([ran.status, ran.stdout, ran.stderr], [here.status, here.stdout, here.stderr]);
      match(ran.stdout, /element-unknown/);
    });

    const jobs: readonly (readonly [words: readonly string[], told: RegExp])[] = [
      [['--version'], /^1\.\d+\.\d+\n$/],
      [['check', '--format', 'sarif', '--fail-on', 'never'], /"version": "2\.1\.0"[^]*element-unknown/],
      [['coverage'], /57/],
      [['show', '3.2.4'], /3\.2\.4/],
      [['standard', 'show', '3.2.4'], /Customer Service Excellence/],
      [['find', 'hearing', 'loop'], /3\.\d\.\d/],
      [['due'], /review/i],
      [['rate'], /award/i],
      [['what-if', '--rated', '3.2.4=partial'], /3\.2\.4/],
      [['report', '--output', 'report.html'], /^/],
      [['pack', '--output', 'pack.zip', '--write'], /pack\.zip/],
      [['matrix', 'export', '--output', 'matrix.xlsx'], /^/],
      [['plan', 'export', '--output', 'plan.docx'], /^/],
      [['assessment', 'export', '--output', 'sheet.ods'], /^/],
    ];
    for (const [words, told] of jobs)
      it(words.join(' '), () => {
        const folder = sampleFolder().path;
        const ran = command(
          folder,
          ...words,
          ...(words[0] === '--version' || words[1] === 'show' || words[0] === 'find' ? [] : today),
        );
        equal(ran.status, 0, ran.stderr + ran.stdout);
        match(ran.stdout + ran.stderr, told);
        const file = words.find((word) => /\.(?:html|zip|xlsx|docx|ods)$/.test(word));
        if (file !== undefined) ok(statSync(join(folder, file)).size > 1000, file);
      });

    it('diff, against git', () => {
      const { origin, base } = pullRequest('remove');
      const ran = command(origin, 'diff', base, 'topic', 'libraries', ...today);
      equal(ran.status, 0, ran.stderr);
      match(ran.stdout, /2 elements lose their only evidence/);
    });

    it('mcp, asked by a client of the protocol', async () => {
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [inHome('evidence-portfolio', 'dist', 'cli.js'), 'mcp', sampleFolder().path, ...today],
          stderr: 'ignore',
        }),
      );
      try {
        const { content } = await client.callTool({ name: 'show_element', arguments: { element: '3.2.4' } });
        match(JSON.stringify(content), /3\.2\.4/);
      } finally {
        await client.close();
      }
    });

    it('a language server, and the schemas for editors', async () => {
      const hello = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }); // prettier-ignore
      const server = spawn(inHome('.bin', 'evidence-portfolio-language-server'), ['--stdio'], {
        stdio: ['pipe', 'pipe', 'ignore'],
        shell: process.platform === 'win32',
      });
      server.stdin.write(`Content-Length: ${hello.length}\r\n\r\n${hello}`);
      let told = '';
      for await (const part of server.stdout) if ((told += String(part)).includes('"serverInfo"')) break;
      server.kill();
      match(told, /"capabilities":\{/);
      const resolved = spawnSync(process.execPath, ['-p', "require.resolve('evidence-portfolio/schemas/portfolio.schema.json') + require.resolve('evidence-portfolio/server')"], { cwd: home, encoding: 'utf8' }); // prettier-ignore
      equal(resolved.status, 0, resolved.stderr);
    });
  });

  it('runs by npx, and installed for all', async () => {
    const sample = sampleFolder().path;
    const byNpx = await npm(
      home,
      'exec',
      '--offline',
      '--',
      'evidence-portfolio',
      'coverage',
      sample,
      ...today,
    );
    equal(byNpx.status, 0, byNpx.stderr);
    match(byNpx.stdout, /57/);
    const folder = folderOf({}).path;
    const global = await npm(folder, 'install', '--global', '--prefix', folder, '--offline', '--no-audit', '--no-fund', tarball); // prettier-ignore
    equal(global.status, 0, global.stderr);
    const bin = process.platform === 'win32' ? folder : join(folder, 'bin');
    ok(existsSync(join(bin, 'evidence-portfolio')));
  });

  it('is the same bytes when it is made again', async () => {
    const again = placeOfRelease();
    try {
      ok(readFileSync(await packed(again.path)).equals(readFileSync(tarball)));
    } finally {
      again.remove();
    }
  });

  /** A repository with the tags that users name, as the workflow pushes them. */
  async function tagged(): Promise<{ readonly origin: string; readonly commit: string }> {
    const { builtCommit, pushTags, tagsOf } = (await import(resolve('.scripts/release/builtCommit.mjs'))) as {
      readonly builtCommit: (
        folder: string,
        about: { message: string; date: string },
        from?: string,
      ) => string;
      readonly pushTags: (commit: string, remote: string, tags: readonly object[], from?: string) => void;
      readonly tagsOf: (version: string, channel: string) => readonly object[];
    };
    const from = folderOf({}).path;
    const origin = folderOf({}).path;
    gitIn(origin, 'init', '--quiet', '--bare', '--initial-branch=main');
    gitIn(from, 'init', '--quiet', '--initial-branch=main');
    const about = { message: 'Evidence Portfolio 1.0.0', date: '1767225600' };
    // From what npm has, which is what the workflow takes.
    const commit = builtCommit(inHome('evidence-portfolio'), about, from);
    equal(builtCommit(join(place.path, 'package'), about, from), commit, 'the package is the commit');
    pushTags(commit, origin, tagsOf('1.0.0', 'stable'), from);
    pushTags(commit, origin, tagsOf('1.0.0', 'stable'), from);
    const other = builtCommit(join(place.path, 'package'), { ...about, message: 'Another' }, from);
    pushTags(other, origin, tagsOf('1.0.1', 'stable'), from);
    let refused = '';
    try {
      pushTags(other, origin, tagsOf('1.0.0', 'stable'), from);
    } catch (error) {
      refused = String(error);
    }
    match(refused, /rejected/, 'a version that is out stays as it is');
    return { origin, commit };
  }

  it('has tags, of which that of a version stays and that of its first number moves on', async () => {
    const { origin, commit } = await tagged();
    equal(gitIn(origin, 'rev-parse', 'v1.0.0').trim(), commit);
    equal(gitIn(origin, 'rev-parse', 'v1').trim(), gitIn(origin, 'rev-parse', 'v1.0.1').trim());
    equal(gitIn(origin, 'rev-list', '--count', 'v1').trim(), '1');
  });

  it('is an action that installs and builds nothing', async () => {
    const { origin } = await tagged();
    const action = folderOf({}).path;
    gitIn(action, 'clone', '--quiet', '--depth=1', '--branch=v1.0.0', pathToFileURL(origin).href, 'action');
    const api = await commentsApi();
    const request = pullRequest('remove');
    // On a runner without npm.
    const bin = folderOf({ npm: '#!/bin/sh\necho "npm was asked for"; exit 9\n' }).path;
    const run = await runAction({
      workspace: cloneOf(request, 'refs/pull/7/merge', 1),
      inputs: { folder: 'libraries', today: '2026-11-21', token: 'secret' },
      event: request.event,
      environment: {
        GITHUB_ACTION_PATH: join(action, 'action'),
        GITHUB_SHA: request.merge,
        GITHUB_REF: 'refs/pull/7/merge',
        GITHUB_API_URL: api.address,
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      },
    });
    equal(run.failed, undefined, run.log);
    match(api.comments[0]?.body ?? '', /1 element loses its only evidence/);
    ok(!/npm|is built first/.test(run.log), run.log);
  });

  it('is a hook that pre-commit installs without a network', async () => {
    const { origin } = await tagged();
    const folder = folderOf({}).path;
    gitIn(folder, 'clone', '--quiet', '--branch=v1.0.0', pathToFileURL(origin).href, 'hook');
    const clone = join(folder, 'hook');
    // What pre-commit 4 asks npm for, in this order.
    const steps = [
      ['install', '--include=dev', '--include=prod', '--ignore-prepublish', '--no-progress', '--no-save'],
      ['pack'],
    ] as const;
    for (const words of steps) {
      const ran = await npm(clone, ...words);
      equal(ran.status, 0, ran.stderr);
    }
    const [file = ''] = readdirSync(clone).filter((name) => name.endsWith('.tgz'));
    const ran = await npm(clone, 'install', '--global', '--prefix', folder, join(clone, file));
    equal(ran.status, 0, ran.stderr);
    const hooks = readFileSync(join(clone, '.pre-commit-hooks.yaml'), 'utf8');
    for (const [, entry = ''] of hooks.matchAll(/^ +entry: (\S+)/gm))
      ok(existsSync(join(folder, process.platform === 'win32' ? '' : 'bin', entry)), entry);
  });
});

describe('the package for VS Code', () => {
  it('holds what its manifest names, with a bill of materials and the notices of the same packages', async () => {
    const names = await listFiles({ packageManager: PackageManager.None });
    for (const name of ['bom.cdx.json', 'THIRD-PARTY-NOTICES.txt', 'LICENSE', 'dist/client.js'])
      ok(names.includes(name), name);
    ok(!names.some((name) => /^(?:test|client\/.*\.ts$|\.|node_modules)/.test(name)), names.join());
    const bill = readFileSync('bom.cdx.json', 'utf8');
    const notices = readFileSync('THIRD-PARTY-NOTICES.txt', 'utf8');
    // Of lit no byte is left, as it only hands on what others have.
    for (const name of [
      'lit',
      'lit-element',
      'lit-html',
      '@lit/reactive-element',
      'yaml',
      'vscode-languageclient',
    ])
      ok(bill.includes(`"pkg:npm/${name.replace('@', '%40')}@`) && notices.includes(`\n${name} `), name);
    ok(!/"pkg:npm\/(?:mocha|typescript|rolldown|eslint|tsx)@/.test(bill));
  });

  it('holds what may be given to others, under licences that ask for their text alone', () => {
    const { components } = JSON.parse(readFileSync('bom.cdx.json', 'utf8')) as {
      readonly components: readonly { readonly name: string; readonly licenses?: readonly object[] }[];
    };
    const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'].map((id) => JSON.stringify([{ license: { id } }])); // prettier-ignore
    deepEqual(
      components
        .filter(({ licenses }) => !allowed.includes(JSON.stringify(licenses)))
        .map(({ name }) => name),
      [],
    );
  });
});
