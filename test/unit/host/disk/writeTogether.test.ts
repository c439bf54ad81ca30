import { equal, match, ok, rejects } from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileToWrite } from '../../../../server/host/disk/writeTogether';
import { NotTakenBack, writeTogether } from '../../../../server/host/disk/writeTogether';

describe('files that are written together', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const made = (name: string, text: string): FileToWrite => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return { file, before: readFileSync(file), content: `${text} then` };
  };
  const fresh = (name: string): FileToWrite => ({
    file: join(folder, name),
    before: undefined,
    content: 'new',
  });
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('are all written', async () => {
    equal(await writeTogether([made('a', 'one'), fresh('b'), made('c', 'three')]), undefined);
    equal([textOf('a'), textOf('b'), textOf('c')].join(), 'one then,new,three then');
  });

  it('are none of them written where one says something else by now', async () => {
    const [first, second] = [made('a', 'one'), made('b', 'two')];
    writeFileSync(second.file, 'theirs');
    equal(await writeTogether([first, second]), second.file);
    equal(textOf('a'), 'one');
    equal(textOf('b'), 'theirs');
  });

  it('get back what they held where one cannot be written', async () => {
    const files = [made('a', 'one'), fresh('b'), fresh('nowhere/c')];
    await rejects(writeTogether(files));
    equal(textOf('a'), 'one');
    equal(existsSync(join(folder, 'b')), false);
  });

  it('are none of them written where a folder stands in the place of one', async () => {
    const first = made('a', 'one');
    mkdirSync(join(folder, 'b'));
    await rejects(writeTogether([first, fresh('b')]));
    equal(textOf('a'), 'one');
  });

  it('are named where they could not get back what they held', async () => {
    const [first, second] = [made('a', 'one'), made('b', 'two')];
    const last: FileToWrite = {
      ...fresh('nowhere/c'),
      // Somebody puts a folder there, at the last moment.
      get content() {
        rmSync(first.file);
        mkdirSync(first.file);
        return 'new';
      },
    };
    await rejects(writeTogether([first, second, last]), (error) => {
      ok(error instanceof NotTakenBack);
      match(
        error.message,
        /^not all of the files could be written, and \S+a could not be set back to what it held\.$/,
      );
      return true;
    });
    equal(textOf('b'), 'two');
  });
});
