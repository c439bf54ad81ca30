/** Files and folders that are there whole or not at all, on file systems that fail in the middle. */
/* eslint-disable @typescript-eslint/require-await -- what stands for the file system answers at once */
/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- vscode-uri makes the same addresses as VS Code */
import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { copyWhole, wholeFolder, writeWhole, type WholeFiles } from '../../../../client/host/wholeFile';

type Step = 'writeFile' | 'copy' | 'rename' | 'rename, with the old one gone' | 'delete';

/** Files by path, and a disk that is full at one step: half of what was to be written stands there then. */
function disk(begin: Readonly<Record<string, string>>, fails?: Step, links: readonly string[] = []) {
  const held = new Map(Object.entries(begin));
  const stop = (step: Step): void => {
    if (step === fails) throw new Error(`no ${step}`);
  };
  const put = (path: string, text: string, step: Step): void => {
    held.set(path, fails === step ? text.slice(0, text.length / 2) : text);
    stop(step);
  };
  const files: WholeFiles = {
    stat: async ({ path }) => {
      if (!held.has(path)) throw new Error('not there');
      return { type: links.includes(path) ? 65 : 1 };
    },
    writeFile: async ({ path }, bytes) => put(path, new TextDecoder().decode(bytes), 'writeFile'),
    copy: async (source, { path }) => put(path, held.get(source.path) ?? '', 'copy'),
    rename: async (from, to, { overwrite = false } = {}) => {
      stop('rename');
      if (held.has(to.path) && !overwrite) throw new Error('already there');
      held.delete(to.path);
      stop('rename, with the old one gone');
      held.set(to.path, held.get(from.path) ?? '');
      held.delete(from.path);
    },
    delete: async ({ path }) => {
      stop('delete');
      held.delete(path);
    },
  };
  const now = (): Readonly<Record<string, string>> =>
    Object.fromEntries([...held].map(([path, text]) => [path.replace(/\.[a-z0-9]+\.part$/, 'PART'), text]));
  return { files, now };
}

const bytes = new TextEncoder().encode('new text');
const target = URI.file('/f/report.docx');
const old = { '/f/report.docx': 'old', '/f/other': 'x' };
const without = { '/f/other': 'x' };

describe('A file that is written whole', () => {
  for (const [name, begin, fails, after] of [
    ['takes the place of the old one', old, undefined, { ...old, '/f/report.docx': 'new text' }],
    ['is there where none was', without, undefined, { ...without, '/f/report.docx': 'new text' }],
    ['leaves the old one where the disk is full', old, 'writeFile', old],
    ['leaves nothing where the disk is full', without, 'writeFile', without],
    ['leaves the old one where it is open elsewhere', old, 'rename', old],
    ['leaves nothing where it cannot get its name', without, 'rename', without],
    [
      'is kept where the old one is gone',
      old,
      'rename, with the old one gone',
      { ...without, '/f/PART': 'new text' },
    ],
  ] as const)
    it(name, async () => {
      const { files, now } = disk(begin, fails);
      const done = writeWhole(files, target, bytes);
      await (fails === undefined ? done : rejects(done, { message: `no ${fails}` }));
      deepEqual(now(), after);
    });

  it('leaves a link a link', async () => {
    const { files, now } = disk(old, 'rename', ['/f/report.docx']);
    await writeWhole(files, target, bytes);
    deepEqual(now(), { ...old, '/f/report.docx': 'new text' });
  });
});

describe('A file that is copied whole', () => {
  const source = URI.file('/elsewhere/a.pdf');
  const begin = { '/elsewhere/a.pdf': '%PDF-1.7' };
  for (const [name, before, fails, after] of [
    ['is there', begin, undefined, { ...begin, '/f/report.docx': '%PDF-1.7' }],
    ['leaves nothing where the disk is full', begin, 'copy', begin],
    ['leaves nothing where it cannot get its name', begin, 'rename', begin],
  ] as const)
    it(name, async () => {
      const { files, now } = disk(before, fails);
      const done = copyWhole(files, source, target);
      await (fails === undefined ? done : rejects(done, { message: `no ${fails}` }));
      deepEqual(now(), after);
    });

  it('goes over no other', async () => {
    const { files, now } = disk({ ...begin, ...old });
    await rejects(copyWhole(files, source, target), { message: 'already there' });
    deepEqual(now(), { ...begin, ...old });
  });
});

describe('A folder that is made whole', () => {
  /** Folders by path, each with one text. */
  const begun = (begin: Readonly<Record<string, string>>) => {
    const held = new Map(Object.entries(begin));
    const folder = wholeFolder(
      {
        writeFile: async ({ path }, content) => void held.set(path, new TextDecoder().decode(content)),
        rename: async (from, to) => {
          if (held.has(to.path)) throw new Error('already there');
          held.set(to.path, held.get(from.path) ?? '');
          held.delete(from.path);
        },
        delete: async ({ path }) => {
          if (!held.delete(path)) throw new Error('not there');
        },
      },
      URI.file('/f/sample'),
    );
    return { ...folder, held, now: () => Object.fromEntries(held) };
  };

  it('has its name once all of it is there', async () => {
    const { draft, end, held, now } = begun({ '/f/other': 'x' });
    held.set(draft.path, 'half');
    equal(now()['/f/sample'], undefined);
    held.set(draft.path, 'whole');
    await end();
    deepEqual(now(), { '/f/other': 'x', '/f/sample': 'whole' });
  });

  it('has files put into it while it is made', async () => {
    const { draft, put, now } = begun({});
    await put('a/b.md', bytes);
    deepEqual(now(), { [`${draft.path}/a/b.md`]: 'new text' });
  });

  it('leaves one alone that has come meanwhile', async () => {
    const { draft, end, drop, held, now } = begun({});
    held.set(draft.path, 'whole');
    held.set('/f/sample', 'of somebody');
    await rejects(end(), { message: 'already there' });
    await drop();
    deepEqual(now(), { '/f/sample': 'of somebody' });
  });

  it('is dropped where nothing of it has been begun', async () => {
    const { drop, now } = begun({ '/f/sample': 'of somebody' });
    await drop();
    deepEqual(now(), { '/f/sample': 'of somebody' });
  });

  it('has a short name beside it, as its own may be as long as a name can be', () => {
    const { draft } = wholeFolder(
      { writeFile: async () => undefined, rename: async () => undefined, delete: async () => undefined },
      URI.file(`/f/${'x'.repeat(255)}`),
    );
    match(draft.path, /^\/f\/\.[a-z0-9]+\.part$/);
  });
});
