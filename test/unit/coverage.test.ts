/** `npm run coverage` counts what has run, in code that was compiled on the way. */
import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Share {
  readonly covered: number;
  readonly total: number;
}
interface Row {
  readonly path: string;
  readonly lines: Share;
  readonly branches: Share;
  readonly missed: readonly number[];
  readonly untaken: readonly number[];
  readonly defaults: number;
}
interface Scripts {
  readonly coverageRows: (folder: string, root: string) => Promise<readonly Row[]>;
  readonly coverageText: (rows: readonly Row[], root: string) => string;
}
const script = (name: string) => resolve(`.scripts/${name}.mjs`);
const load = async (name: string): Promise<Scripts> => (await import(script(name))) as Scripts;

const files = {
  'run.ts': `import type { only } from './types';
import '../codecs/beside';
import './defaults';
/** Not counted. */
export function size(words: string): string {
  if (words === 'ünïcödé 😀') return 'odd';
  if (words.length > 3) {
    return 'long';
  }
  return words === '' ? 'none' : 'short';
}
export const never = () => {
  throw new Error('not called');
};
size('ünïcödé 😀');
size('ab');
`,
  // Three defaults are not taken; two of them stand behind an item of a list.
  'defaults.ts': `const sizes = [{ by: 'a' }];
export const sizeAt = (at: number) => sizes[at]?.by ?? '';
sizeAt(0);
sizeAt(5);
export const all = [(sizes[0]?.by ?? ''), (sizes[0] ?? 0), (/a/.exec('a')?.[0] ?? '')];
`,
  'types.ts': `export interface only {\n  readonly name: string;\n}\n`,
  'unread.ts': `export const twice = (value: number) =>\n  2 * value;\n`,
};

/** The files of `files`, of which the first is run. */
async function rowsOfFiles(): Promise<readonly Row[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'coverage-')));
  const within = (name: string) => join(folder, name);
  const [code, counts, compiled] = [within('code'), within('counts'), within('compiled')];
  try {
    for (const path of [code, counts, compiled, within('codecs')]) mkdirSync(path);
    writeFileSync(join(within('codecs'), 'beside.ts'), 'export const beside = 1;\n');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(code, name), text);
    const options = ['--import=tsx', `--import=${pathToFileURL(script('keepCompiled')).href}`];
    const { status } = spawnSync(process.execPath, [...options, join(code, 'run.ts')], {
      stdio: 'inherit',
      env: { ...process.env, NODE_V8_COVERAGE: counts, EVIDENCE_COMPILED: compiled },
    });
    equal(status, 0);
    return await (await load('coverageRows')).coverageRows(folder, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('Coverage by tests', () => {
  it('counts the lines and branches of our code, not of what the compiler has added', async () => {
    const rows = await rowsOfFiles();
    deepEqual(
      rows.map(({ path, lines, branches, missed, untaken, defaults }) => [
        path,
        `${lines.covered} of ${lines.total}`,
        `${branches.covered} of ${branches.total}`,
        missed,
        untaken,
        defaults,
      ]),
      [
        ['defaults.ts', '5 of 5', '5 of 8', [], [5], 2],
        ['run.ts', '8 of 10', '4 of 6', [8, 13], [7, 10], 0],
        ['types.ts', '0 of 0', '0 of 0', [], [], 0],
        ['unread.ts', '0 of 2', '0 of 0', [1, 2], [], 0],
      ],
    );
  });

  it('prints what is missing in each file, and sums by folder', async () => {
    const { coverageText } = await load('coverageText');
    const share = (covered: number, total: number): Share => ({ covered, total });
    const whole = { missed: [], untaken: [], defaults: 0 };
    const text = coverageText(
      [
        { path: 'a/one.ts', lines: share(3, 3), branches: share(0, 0), ...whole },
        {
          path: 'a/two.ts',
          lines: share(1998, 2001),
          branches: share(1, 3),
          missed: [4, 5, 9],
          untaken: [7],
          defaults: 1,
        },
        { path: 'b/types.ts', lines: share(0, 0), branches: share(0, 0), ...whole },
      ],
      'core',
    );
    equal(
      text,
      `Not gone through, by line
core/a/two.ts: 99.8 % of lines, 33.3 % of branches
  not run: 4-5, 9
  a branch not taken: 7

lines    branches
99.8 %   33.3 %   core/a (2001 of 2004 lines, 1 of 3 branches)
–        –        core/b (0 of 0 lines, 0 of 0 branches)
99.8 %   33.3 %   core (2001 of 2004 lines, 1 of 3 branches)
Of the branches not taken, 1 are defaults for an item of a list.`,
    );
  });
});
