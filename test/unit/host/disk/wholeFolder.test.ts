/** How folders are written: whole, with the rights that were there, and to nobody else's place. */
import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Put } from '../../../../server/host/disk/wholeFolder';
import { writeWholeFolder } from '../../../../server/host/disk/wholeFolder';
import { writeWhole } from '../../../../server/host/disk/wholeFile';
import { WriteError } from '../../../../server/host/disk/writeError';
import { folderWith, removeFolders } from '../../cli/support';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const oneFile = (put: Put): void => put('a/b.txt', [bytes('one'), bytes('two')]);

/** What a writer says that must fail. */
function saidBy(work: () => void): string {
  let said = '';
  throws(work, (error) => {
    ok(error instanceof WriteError);
    said = error.message;
    return true;
  });
  return said;
}

/** Runs as somebody without special rights, whose the folder and all in it is. */
function asNobody(folder: string, paths: readonly string[], work: () => void): void {
  if (!isRoot) {
    work();
    return;
  }
  for (const path of ['', ...paths]) chownSync(join(folder, path), nobody, nobody);
  process.seteuid?.(nobody);
  try {
    work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a folder that is written whole', () => {
  afterEach(removeFolders);

  it('is made, and takes the place of one with all that is in it', () => {
    const folder = folderWith({ 'out/old.txt': 'old' });
    const out = join(folder, 'out');
    writeWholeFolder(out, oneFile);
    deepEqual(readdirSync(out), ['a']);
    equal(readFileSync(join(out, 'a/b.txt'), 'utf8'), 'onetwo');
    writeWholeFolder(join(folder, 'new'), oneFile);
    deepEqual(readdirSync(folder).sort(), ['new', 'out']);
  });

  it('leaves all as it was where something goes wrong in the middle', () => {
    const folder = folderWith({ 'out/old.txt': 'old' });
    const said = saidBy(() =>
      writeWholeFolder(join(folder, 'out'), (put) => {
        oneFile(put);
        throw Object.assign(new Error(), { code: 'ENOSPC' });
      }),
    );
    match(said, /out cannot be written: the disk is full\. Make room on it, and try again\.$/);
    deepEqual(readdirSync(folder), ['out']);
    deepEqual(readdirSync(join(folder, 'out')), ['old.txt']);
  });

  for (const path of ['../x', 'a//b', '/x', 'a/./b', 'a\\b', 'a\0', ''])
    it(`has no file ${JSON.stringify(path)}`, () => {
      const folder = folderWith({});
      match(
        saidBy(() => writeWholeFolder(join(folder, 'out'), (put) => put(path, []))),
        /is no name for a file/,
      );
      deepEqual(readdirSync(folder), []);
    });

  if (isWindows) return;

  it('keeps the rights of the one that was there', () => {
    const folder = folderWith({ 'out/old.txt': 'old' });
    const out = join(folder, 'out');
    chmodSync(out, 0o750);
    writeWholeFolder(out, oneFile);
    equal(statSync(out).mode & 0o7777, 0o750);
  });

  it('lets nobody read what is to be read by few while it is written', () => {
    const folder = folderWith({ 'out/old.txt': 'old' });
    chmodSync(join(folder, 'out'), 0o700);
    let modes: readonly number[] = [];
    writeWholeFolder(join(folder, 'out'), (put) => {
      oneFile(put);
      modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o7777);
    });
    deepEqual(modes, [0o700, 0o700]);
  });

  it('does not take the place of a link', () => {
    const folder = folderWith({ 'there/old.txt': 'old' });
    symlinkSync('there', join(folder, 'out'));
    match(
      saidBy(() => writeWholeFolder(join(folder, 'out'), oneFile)),
      /out is no folder, and is left alone\.$/,
    );
    deepEqual(readdirSync(folder).sort(), ['out', 'there']);
    deepEqual(readdirSync(join(folder, 'there')), ['old.txt']);
  });

  it('does not take the place of one that may not be changed', () => {
    const folder = folderWith({ 'out/old.txt': 'old' });
    const out = join(folder, 'out');
    for (const path of isRoot ? [folder, out] : []) chownSync(path, nobody, nobody);
    chmodSync(out, 0o555);
    const writer = JSON.stringify(resolve('server/host/disk/wholeFolder.ts'));
    const script = `try { require(${writer}).writeWholeFolder(process.argv[1], () => {}) } catch ({ message }) { console.log(message) }`;
    // Which rights there are is asked of the user whose process it is, who may not write what V8 counts for coverage.
    const { stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', '--eval', script, out], {
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: '' },
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    });
    equal(stderr, '');
    match(stdout, /out cannot be written: you have no right to change it/);
    chmodSync(out, 0o755);
    deepEqual(readdirSync(out), ['old.txt']);
  });

  it('is told to be written where the rest of the one before cannot be removed', () => {
    const folder = folderWith({ 'out/kept/old.txt': 'old' });
    asNobody(folder, ['out', 'out/kept'], () => {
      chmodSync(join(folder, 'out/kept'), 0o555);
      const said = saidBy(() => writeWholeFolder(join(folder, 'out'), oneFile));
      const [, rest = ''] = /out is written, but .* the rest is in (.*)\.$/.exec(said) ?? [];
      equal(readFileSync(join(rest, 'kept/old.txt'), 'utf8'), 'old');
      chmodSync(join(rest, 'kept'), 0o755);
    });
    deepEqual(readdirSync(join(folder, 'out')), ['a']);
  });
});

describe('a large file that is written in stretches', () => {
  afterEach(removeFolders);

  it('is written whole or not at all', () => {
    const folder = folderWith({ 'a.zip': 'old' });
    const file = join(folder, 'a.zip');
    throws(() =>
      writeWhole(file, (write) => {
        write(bytes('one'));
        throw new Error('enough');
      }),
    );
    equal(readFileSync(file, 'utf8'), 'old');
    writeWhole(file, (write) => ['one', 'two'].forEach((part) => write(bytes(part))));
    equal(readFileSync(file, 'utf8'), 'onetwo');
    deepEqual(readdirSync(folder), ['a.zip']);
  });

  it('keeps the rights of the one that was there', () => {
    if (isWindows) return;
    const folder = folderWith({ 'a.zip': 'old' });
    chmodSync(join(folder, 'a.zip'), 0o600);
    writeWhole(join(folder, 'a.zip'), (write) => write(bytes('one')));
    equal(statSync(join(folder, 'a.zip')).mode & 0o7777, 0o600);
  });
});
