/** `npm start` in a copy of the repository in which nothing has been installed. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('npm start', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What npm is asked to do until its build, which fails. */
  function askedOfNpm(): readonly string[] {
    cpSync('.scripts', join(folder, '.scripts'), { recursive: true });
    const npm = join(folder, 'npm-cli.js');
    writeFileSync(
      npm,
      "const words = process.argv.slice(2).join(' ');\nrequire('node:fs').appendFileSync('asked.txt', `${words}\\n`);\nprocess.exit(words.startsWith('run') ? 1 : 0);\n",
    );
    const start = join(folder, '.scripts/start.mjs');
    spawnSync(process.execPath, [start], { cwd: folder, env: { ...process.env, npm_execpath: npm } });
    return readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n');
  }

  it('installs first what the build needs', () =>
    deepEqual(askedOfNpm(), ['ci --ignore-scripts', 'run build --silent']));

  it('opens the file that README begins with, in the line that is wrong, and says what to try', () => {
    for (const name of ['.scripts', 'README.md']) cpSync(name, join(folder, name), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    const npm = join(folder, 'npm-cli.js');
    writeFileSync(npm, '');
    const code = join(folder, 'code');
    writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'asked.txt')}'\n`, { mode: 0o755 });
    const env = { ...process.env, npm_execpath: npm, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const start = join(folder, '.scripts/start.mjs');
    const { stdout } = spawnSync(process.execPath, [start], { cwd: folder, env, encoding: 'utf8' });
    const place = readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n').at(-1) ?? '';
    const [, file = '', line = ''] = /samples\/anytown-libraries\/(.*):(\d+)$/.exec(place) ?? [];
    const text = readFileSync(join('samples/anytown-libraries', file), 'utf8');
    match(text.split('\n')[Number(line) - 1] ?? '', /3\.2\.9/);
    const [, tried = ''] = stdout.split('Try this:\n');
    deepEqual(tried.trim().split('\n').map((step) => step.slice(0, 3)), ['1. ', '2. ', '3. ', '4. ']); // prettier-ignore
    ok(tried.includes(file) && !/[`*]/.test(tried), tried);
  });

  it('installs nothing where somebody has', () => {
    mkdirSync(join(folder, 'node_modules'));
    deepEqual(askedOfNpm(), ['run build --silent']);
  });
});
