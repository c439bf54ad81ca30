/** `npm start` in a copy of the repository in which nothing has been installed. */
import { deepEqual } from 'node:assert/strict';
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

  it('installs nothing where somebody has', () => {
    mkdirSync(join(folder, 'node_modules'));
    deepEqual(askedOfNpm(), ['run build --silent']);
  });
});
