/** Two builds of the same sources, in two places, are the same bytes: then anybody can compare what a release gives out. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { folderOf } from './support/folders';

const digestsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (path) =>
          [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

describe('a build', () => {
  it('is the same bytes wherever it is made', () => {
    const elsewhere = join(folderOf({}).path, 'a longer way');
    for (const name of [
      '.scripts',
      'client',
      'server',
      'schemas',
      'samples',
      'package.json',
      'LICENSE',
      'tsconfig.json',
    ])
      cpSync(name, join(elsewhere, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'), 'junction');
    const { status, stderr } = spawnSync(process.execPath, ['.scripts/build.mjs'], {
      cwd: elsewhere,
      encoding: 'utf8',
    });
    equal(status, 0, stderr);
    const built = digestsIn('dist');
    deepEqual(digestsIn(join(elsewhere, 'dist')), built);
    ok(Object.keys(built).length > 50);
    for (const name of ['THIRD-PARTY-NOTICES.txt', 'bom.cdx.json'])
      equal(readFileSync(join(elsewhere, name), 'utf8'), readFileSync(name, 'utf8'), name);
  });
});
