/** How files are written: whole, to nobody else's place, and not over what somebody has written meanwhile. */
import { deepEqual, equal, ok, rejects, throws } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';
import { lockFolder, lockName, makerIn } from '../../../../server/host/disk/folderLock';
import { wouldReplace, writeOutput } from '../../../../server/host/disk/outputFile';
import {
  bytesToEdit,
  writeNew,
  writeUnlessChanged,
  writeWhole,
} from '../../../../server/host/disk/wholeFile';
import { WriteError } from '../../../../server/host/disk/writeError';
import { folderWith, removeFolders } from '../../cli/support';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** Runs as somebody without rights to the files here. */
async function asNobody(work: () => void | Promise<void>): Promise<void> {
  if (isRoot) process.seteuid?.(65534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const textOf = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const gone = (): number => spawnSync(process.execPath, ['--version']).pid;

afterEach(removeFolders);

describe('a file that is written whole', () => {
  it('is made, and replaced, and leaves no draft', () => {
    const folder = folderWith({});
    writeWhole(join(folder, 'a'), 'one');
    equal(textOf(folder, 'a'), 'one');
    writeWhole(join(folder, 'a'), Buffer.from([0, 255]));
    deepEqual([...readFileSync(join(folder, 'a'))], [0, 255]);
    writeWhole(join(folder, 'a'), '');
    equal(textOf(folder, 'a'), '');
    deepEqual(readdirSync(folder), ['a']);
  });

  it('may have the longest name that there is', () => {
    const folder = folderWith({});
    const name = 'n'.repeat(255);
    writeWhole(join(folder, name), 'one');
    deepEqual(readdirSync(folder), [name]);
  });

  for (const mode of [0o600, 0o640, 0o664, 0o755, 0o444])
    it(`keeps the rights ${mode.toString(8)}`, function () {
      if (isWindows || (mode === 0o444 && !isRoot)) return this.skip();
      const folder = folderWith({ a: 'one' });
      chmodSync(join(folder, 'a'), mode);
      writeWhole(join(folder, 'a'), 'two');
      equal(statSync(join(folder, 'a')).mode & 0o7777, mode);
    });

  it('is made with the rights that new files get', function () {
    if (isWindows) return this.skip();
    const folder = folderWith({});
    const before = process.umask(0o027);
    try {
      writeWhole(join(folder, 'a'), 'one');
    } finally {
      process.umask(before);
    }
    equal(statSync(join(folder, 'a')).mode & 0o777, 0o640);
  });

  it('keeps its owner and its group', function () {
    if (!isRoot) return this.skip();
    const folder = folderWith({ a: 'one' });
    chownSync(join(folder, 'a'), 1234, 4321);
    chmodSync(join(folder, 'a'), 0o660);
    writeWhole(join(folder, 'a'), 'two');
    const { uid, gid, mode } = statSync(join(folder, 'a'));
    deepEqual([uid, gid, mode & 0o777], [1234, 4321, 0o660]);
  });

  it('lets no other group in, where its own cannot be kept', async function () {
    if (!isRoot) return this.skip();
    const folder = folderWith({ a: 'one' });
    chmodSync(folder, 0o777);
    chownSync(join(folder, 'a'), 65534, 4321);
    chmodSync(join(folder, 'a'), 0o660);
    await asNobody(() => writeWhole(join(folder, 'a'), 'two'));
    const { gid, mode } = statSync(join(folder, 'a'));
    ok(gid !== 4321, 'this test needs a group that nobody may give');
    equal(mode & 0o777, 0o600);
  });

  it('follows no link: neither its own, nor one where a draft might be', function () {
    if (isWindows) return this.skip();
    const outside = folderWith({ secret: 'mine' });
    const folder = folderWith({ 'portfolio.yaml': 'one' });
    symlinkSync(join(outside, 'secret'), join(folder, 'link'));
    for (const name of [`portfolio.yaml.${process.pid}.part`, 'portfolio.yaml.part', 'portfolio.yaml~'])
      symlinkSync(join(outside, 'secret'), join(folder, name));
    throws(
      () => writeWhole(join(folder, 'link'), 'two'),
      /link is a symbolic link, and links are not followed\./,
    );
    throws(() => bytesToEdit(join(folder, 'link')), WriteError);
    writeWhole(join(folder, 'portfolio.yaml'), 'two');
    equal(textOf(outside, 'secret'), 'mine');
    equal(readlinkSync(join(folder, 'link')), join(outside, 'secret'));
    equal(textOf(folder, 'portfolio.yaml'), 'two');
  });

  it('leaves the other name of a file alone', function () {
    if (isWindows) return this.skip();
    const folder = folderWith({ a: 'one' });
    linkSync(join(folder, 'a'), join(folder, 'b'));
    writeWhole(join(folder, 'a'), 'two');
    deepEqual([textOf(folder, 'a'), textOf(folder, 'b')], ['two', 'one']);
  });

  it('is no folder, and no pipe', function () {
    if (isWindows) return this.skip();
    const folder = folderWith({});
    mkdirSync(join(folder, 'a'));
    execFileSync('mkfifo', [join(folder, 'b')]);
    throws(() => writeWhole(join(folder, 'a'), 'two'), /a is a folder\.$/);
    throws(() => writeWhole(join(folder, 'b'), 'two'), /b is no ordinary file\.$/);
    throws(
      () => writeWhole(join(folder, 'none', 'c'), 'two'),
      /c cannot be written: its folder is not there\.$/,
    );
    throws(
      () => writeWhole(join(folder, 'n'.repeat(300)), 'two'),
      /cannot be written: its name is too long\.$/,
    );
    deepEqual(readdirSync(folder).sort(), ['a', 'b']);
  });

  it('is not replaced where it is protected, or where nothing may be written', async function () {
    if (isWindows) return this.skip();
    const folder = folderWith({ a: 'one' });
    chmodSync(join(folder, 'a'), 0o444);
    chmodSync(folder, 0o777);
    const why =
      /a cannot be written: you have no right to change it, or to write in its folder\. Ask whoever/;
    await asNobody(async () => {
      throws(() => writeWhole(join(folder, 'a'), 'two'), why);
      await rejects(writeUnlessChanged(join(folder, 'a'), Buffer.from('one'), 'two'), why);
    });
    deepEqual(readdirSync(folder), ['a']);
    chmodSync(join(folder, 'a'), 0o666);
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      throws(() => writeWhole(join(folder, 'a'), 'two'), why);
      await rejects(writeUnlessChanged(join(folder, 'a'), Buffer.from('one'), 'two'), why);
      throws(() => writeNew(join(folder, 'b'), 'two'), /b cannot be written: you have no right/);
    });
    deepEqual([readdirSync(folder), textOf(folder, 'a')], [['a'], 'one']);
    chmodSync(folder, 0o755);
  });

  it('is not written over where it must be new', function () {
    const folder = folderWith({ a: 'one' });
    equal(writeNew(join(folder, 'b'), 'new'), true);
    equal(writeNew(join(folder, 'b'), 'newer'), false);
    equal(writeNew(join(folder, 'a'), 'new'), false);
    deepEqual([textOf(folder, 'a'), textOf(folder, 'b'), readdirSync(folder).length], ['one', 'new', 2]);
  });
});

describe('an edit of a file', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);

  it('is written where the file is as it was read, and only there', async () => {
    const folder = folderWith({ a: 'one' });
    const file = join(folder, 'a');
    for (const [before, written] of [
      ['one', true],
      ['one', false],
      ['tw', false],
      ['two ', false],
      ['', false],
      [undefined, false],
    ] as const)
      equal(
        await writeUnlessChanged(file, before === undefined ? undefined : bytes(before), 'two'),
        written,
        before,
      );
    equal(textOf(file), 'two');
    equal(await writeUnlessChanged(join(folder, 'b'), bytes('one'), 'two'), false);
    equal(await writeUnlessChanged(join(folder, 'b'), undefined, 'two'), true);
    deepEqual(readdirSync(folder).sort(), ['a', 'b']);
  });

  it('waits for another one, and takes over what a dead one has left', async () => {
    const folder = folderWith({ a: 'one' });
    const lock = await lockFolder(folder);
    let written = false;
    const writing = writeUnlessChanged(join(folder, 'a'), bytes('one'), 'two').then((is) => (written = is));
    await new Promise((resolve) => setTimeout(resolve, 200));
    deepEqual([written, textOf(folder, 'a')], [false, 'one']);
    lock.release();
    equal(await writing, true);

    writeFileSync(join(folder, lockName), `${gone()} ${hostname()}\n`);
    equal(await writeUnlessChanged(join(folder, 'a'), bytes('two'), 'three'), true);
    deepEqual(readdirSync(folder), ['a']);
  });

  it('leaves nothing behind on a full disk, or on one that can only be read', async function () {
    const folder = folderWith({});
    const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0;
    if (!isRoot || !mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)) return this.skip();
    try {
      writeFileSync(join(folder, 'a'), 'one');
      const fill = `head -c 200000 /dev/zero > "${join(folder, 'fill')}"`;
      spawnSync('sh', ['-c', fill]);
      await rejects(
        writeUnlessChanged(join(folder, 'a'), bytes('one'), 'two'),
        /the disk is full\. Make room on it/,
      );
      throws(
        () => writeWhole(join(folder, 'b'), 'two'),
        /b cannot be written: the disk is full\. Make room on it/,
      );
      deepEqual([readdirSync(folder).sort(), textOf(folder, 'a')], [['a', 'fill'], 'one']);
      ok(mount('-o', 'remount,ro', folder));
      const why = /it is on a drive that can only be read\. Choose a place/;
      await rejects(writeUnlessChanged(join(folder, 'a'), bytes('one'), 'two'), why);
      throws(() => writeWhole(join(folder, 'a'), 'two'), why);
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  it('says so where a lock that was left behind cannot be removed', async function () {
    if (!isRoot) return this.skip();
    const folder = folderWith({ a: 'one', [lockName]: `${gone()} ${hostname()}\n` });
    chmodSync(folder, 0o555);
    await asNobody(() =>
      rejects(writeUnlessChanged(join(folder, 'a'), bytes('one'), 'two'), /you have no right to change it/),
    );
    chmodSync(folder, 0o755);
  });

  it('knows that its lock was taken for one that was left behind', async () => {
    const folder = folderWith({});
    const lock = await lockFolder(folder);
    writeFileSync(join(folder, lockName), 'another\n');
    equal(lock.isHeld(), false);
    lock.release();
    equal(textOf(folder, lockName), 'another\n');
  });

  it('does not remove what has the name of a lock and is none', async function () {
    if (isWindows) return this.skip();
    const why = /\.evidence-portfolio\.lock is in the way: remove it, or give it another name\.$/;
    const notes = folderWith({ a: 'one', [lockName]: 'My notes\n' });
    const inFolder = folderWith({ a: 'one', [`${lockName}/precious`]: '' });
    const linked = folderWith({ a: 'one' });
    symlinkSync(join(notes, lockName), join(linked, lockName));
    for (const folder of [notes, inFolder, linked]) {
      await rejects(writeUnlessChanged(join(folder, 'a'), bytes('one'), 'two'), why);
      equal(textOf(folder, 'a'), 'one');
      ok(lstatSync(join(folder, lockName)));
    }
    equal(textOf(notes, lockName), 'My notes\n');
    ok(existsSync(join(inFolder, lockName, 'precious')));
  });

  for (const [text, maker] of [
    ['12 host\n', { id: 12, host: 'host' }],
    ['12 a host\n', { id: 12, host: 'a host' }],
    ['12 \n', { id: 12, host: '' }],
    ['12 ho', 'unknown'],
    ['12 ', 'unknown'],
    ['1', 'unknown'],
    ['', 'unknown'],
    ['\0\0\0\0', 'unknown'],
    ['My notes\n', 'foreign'],
    ['12\n', 'foreign'],
    ['12 host\nand more\n', 'foreign'],
    ['12345678901 host\n', 'foreign'],
    ['\0a', 'foreign'],
  ] as const)
    it(`reads who has made the lock ${JSON.stringify(text)}`, () => deepEqual(makerIn(text), maker));

  it('of many at the same time loses none', async () => {
    const folder = folderWith({ a: '' });
    const file = join(folder, 'a');
    const append = async (line: string): Promise<void> => {
      for (;;) {
        const before = bytesToEdit(file);
        await new Promise((resolve) => setTimeout(resolve, line.length));
        if (await writeUnlessChanged(file, before, `${before?.toString() ?? ''}${line}\n`)) return;
      }
    };
    const lines = Array.from({ length: 25 }, (_, at) => 'x'.repeat(at + 1));
    await Promise.all(lines.map(append));
    deepEqual(textOf(file).trimEnd().split('\n').sort(), lines);
  });
});

describe('a file that somebody names for a result', () => {
  it('is written through where it is a link, which stays', function () {
    if (isWindows) return this.skip();
    const folder = folderWith({ 'to/a': 'one' });
    symlinkSync('to/a', join(folder, 'link'));
    symlinkSync('to/none', join(folder, 'broken'));
    equal(wouldReplace(join(folder, 'link')), true);
    writeOutput(join(folder, 'link'), 'two');
    writeOutput(join(folder, 'broken'), 'made');
    deepEqual([textOf(folder, 'to/a'), textOf(folder, 'to/none')], ['two', 'made']);
    ok(
      lstatSync(join(folder, 'link')).isSymbolicLink() && lstatSync(join(folder, 'broken')).isSymbolicLink(),
    );
    deepEqual(readdirSync(join(folder, 'to')).sort(), ['a', 'none']);
  });

  it('is written to where it is a device', function () {
    if (!existsSync('/dev/full')) return this.skip();
    writeOutput('/dev/null', 'text');
    ok(lstatSync('/dev/null').isCharacterDevice());
    equal(wouldReplace('/dev/null'), false);
    throws(
      () => writeOutput('/dev/full', 'text'),
      /^WriteError|Error: \/dev\/full cannot be written: the disk is full\. Make room on it/,
    );
    ok(lstatSync('/dev/full').isCharacterDevice());
  });

  it('is written to where it is a named pipe', function () {
    if (isWindows) return this.skip();
    const folder = folderWith({});
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    // What is held open for reading, too, takes what is written before anybody reads it.
    const { stdout } = spawnSync('bash', [
      '-c',
      'exec 9<>"$0"; "$1" -e "$2" "$0" & read -r line <&9; wait; echo "$line"',
      pipe,
      process.execPath,
      'require("fs").writeFileSync(process.argv[1], "ready\\n")',
    ]);
    equal(stdout.toString(), 'ready\n');
    ok(lstatSync(pipe).isFIFO());
  });

  it('is replaced whole elsewhere, and made', () => {
    const folder = folderWith({ a: 'a long text' });
    writeOutput(join(folder, 'a'), 'short');
    writeOutput(join(folder, 'b'), 'new');
    deepEqual([textOf(folder, 'a'), textOf(folder, 'b')], ['short', 'new']);
    equal(writeOutput(join(folder, 'a'), 'other', { isNew: true }), false);
    equal(textOf(folder, 'a'), 'short');
    throws(
      () => writeOutput(join(folder, 'gone', 'c'), 'x'),
      /c cannot be written: its folder is not there\.$/,
    );
  });
});

describe('the one writer', () => {
  it('is the only one: lint says so of any other', async () => {
    interface Block {
      readonly files?: readonly unknown[];
      readonly rules?: Readonly<Record<string, Linter.RuleEntry>>;
    }
    const { default: blocks } = (await import(resolve('eslint.config.mjs'))) as {
      readonly default: readonly Block[];
    };
    const rule = blocks.find(({ files }) => files?.[0] === 'server/**/*.ts')?.rules?.['no-restricted-syntax'];
    ok(rule);
    const isRefused = (code: string): boolean =>
      new Linter().verify(code, [{ rules: { 'no-restricted-syntax': rule } }]).length > 0;
    for (const code of [
      "import { writeFileSync } from 'node:fs';",
      "import { readFileSync, renameSync as move } from 'fs';",
      "import { writeFile } from 'node:fs/promises';",
      "import * as files from 'node:fs/promises';",
      "import { promises } from 'node:fs';",
      "import { createWriteStream } from 'node:fs';",
      "import * as fs from 'node:fs'; fs.appendFileSync('a', 'b');",
      "import * as fs from 'node:fs'; fs.promises.writeFile('a', 'b');",
    ])
      ok(isRefused(code), code);
    for (const code of [
      "import { existsSync, readFileSync } from 'node:fs';",
      "import * as fs from 'node:fs'; fs.closeSync(fs.openSync('a', 'r'));",
      "import { renameSymbol } from '../rename';",
    ])
      ok(!isRefused(code), code);
  });
});
