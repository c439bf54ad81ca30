/** What V8 has made of our code is taken from oneself only, whole, and for the program that made it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { folderForKept, keptCode } from '../../../../server/host/start/keptCode';
import { folderWith, removeFolders } from '../../cli/support';

const isWindows = process.platform === 'win32';
const name = 'core-AbCd1234.cjs';
const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 251));

describe('Kept code', () => {
  afterEach(removeFolders);

  /** A folder in which something is kept, and the file of it. */
  function kept(): { readonly folder: string; readonly place: string; readonly file: string } {
    const folder = join(folderWith({}), 'kept');
    keptCode(folder, process.execPath).write(name, { bytes, idle: 2 });
    const place = join(folder, readdirSync(folder)[0] ?? '');
    return { folder, place, file: join(place, name) };
  }

  const readIn = (folder: string, program = process.execPath) => keptCode(folder, program).read(name);

  it('is there for the next start', () => {
    const { folder, place, file } = kept();
    deepEqual(readIn(folder), { bytes, idle: 2 });
    deepEqual(readdirSync(place), [name]);
    if (isWindows) return;
    equal(statSync(place).mode & 0o777, 0o700);
    equal(statSync(file).mode & 0o777, 0o600);
  });

  it('is not there before, nor under another name', () => {
    equal(readIn(join(folderWith({}), 'none')), undefined);
    const { folder } = kept();
    equal(keptCode(folder, process.execPath).read('core-AbCd1235.cjs'), undefined);
  });

  it('goes with one program only', () => {
    const { folder } = kept();
    equal(readIn(folder, join(process.cwd(), 'package.json')), undefined);
  });

  const damage: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
    'lost its end': (whole) => whole.subarray(0, 3000),
    'lost all': () => Buffer.alloc(0),
    'holds a few bytes': () => Buffer.from('abc'),
    'has a sector of nothing': (whole) => Buffer.from(whole).fill(0, 1024, 1536),
    'has a sector of something else': (whole) => Buffer.from(whole).fill(65, 2048, 2560),
    'is nothing but zeros': (whole) => Buffer.alloc(whole.length),
    'has more at its end': (whole) => Buffer.concat([whole, Buffer.from('12345678')]),
  };
  for (const [words, damaged] of Object.entries(damage))
    it(`is not taken where the file ${words}`, () => {
      const { folder, file } = kept();
      writeFileSync(file, damaged(readFileSync(file)));
      equal(readIn(folder), undefined);
    });

  const others: Readonly<Record<string, (place: string) => void>> = {
    'all may write to': (place) => chmodSync(place, 0o777),
    'a group may write to': (place) => chmodSync(place, 0o770),
    'is a link': (place) => {
      renameSync(place, `${place}.real`);
      symlinkSync(`${place}.real`, place);
    },
  };
  for (const [words, change] of Object.entries(others))
    it(`is neither taken from a folder that ${words} nor put there`, function () {
      if (isWindows) this.skip();
      const { folder, place } = kept();
      change(place);
      equal(readIn(folder), undefined);
      keptCode(folder, process.execPath).write('more-AbCd1234.cjs', { bytes, idle: 1 });
      equal(readdirSync(place).includes('more-AbCd1234.cjs'), false);
    });

  it('is left alone where it cannot be written', () => {
    const folder = join(folderWith({ kept: 'a file' }), 'kept');
    keptCode(folder, process.execPath).write(name, { bytes, idle: 1 });
    equal(readIn(folder), undefined);
  });

  it('goes after a month, with that of other programs', () => {
    const { folder, place, file } = kept();
    const other = join(folder, 'v1.0.0');
    mkdirSync(other);
    writeFileSync(join(other, name), '');
    const long = new Date(Date.now() - 40 * 86_400_000);
    for (const old of [file, other]) utimesSync(old, long, long);
    keptCode(folder, process.execPath).write('words-AbCd1234.cjs', { bytes, idle: 1 });
    deepEqual(readdirSync(folder).map((one) => join(folder, one)), [place]); // prettier-ignore
    deepEqual(readdirSync(place), ['words-AbCd1234.cjs']);
  });

  describe('Its folder', () => {
    const cases: readonly [string, Record<string, string>, string, string | undefined][] = [
      ['of Linux', { HOME: '/home/a' }, 'linux', '/home/a/.cache/evidence-portfolio'],
      ['that somebody has chosen', { HOME: '/home/a', XDG_CACHE_HOME: '/c' }, 'linux', '/c/evidence-portfolio'],
      ['of Linux where the choice is relative', { HOME: '/home/a', XDG_CACHE_HOME: 'c' }, 'linux', '/home/a/.cache/evidence-portfolio'],
      ['of macOS', { HOME: '/Users/a' }, 'darwin', '/Users/a/Library/Caches/evidence-portfolio'],
      ['named for Node’s own', { HOME: '/home/a', NODE_COMPILE_CACHE: '/n' }, 'linux', '/n/evidence-portfolio'],
      ['is none without a home', {}, 'linux', undefined],
      ['is none with a relative home', { HOME: 'a' }, 'linux', undefined],
      ['is none without a folder on Windows', { HOME: '/home/a' }, 'win32', undefined],
      ['is none where Node’s own is off', { HOME: '/home/a', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux', undefined],
      ['is none in CI', { HOME: '/home/a', CI: 'true' }, 'linux', undefined],
      ['is that which is named in CI', { CI: 'true', NODE_COMPILE_CACHE: '/n' }, 'linux', '/n/evidence-portfolio'],
      ['is none while coverage is measured', { HOME: '/home/a', NODE_V8_COVERAGE: '/v' }, 'linux', undefined],
    ]; // prettier-ignore
    for (const [words, environment, platform, expected] of cases)
      it(words, function () {
        if (isWindows) this.skip();
        equal(folderForKept(environment, platform), expected);
      });

    it('of Windows', () =>
      ok(folderForKept({ LOCALAPPDATA: process.cwd() }, 'win32')?.startsWith(process.cwd())));
  });
});
