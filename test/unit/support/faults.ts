/** What may stand in the folder of a portfolio, or go from it, on a real disk; and what is to be said of it. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';

export interface Fault {
  readonly name: string;
  /** Puts it into a folder that holds a portfolio. */
  readonly make: (folder: string) => void;
  /** What is said where evidence counts; undefined: there is nothing to say. */
  readonly says?: readonly RegExp[];
  /** By which paths it brings evidence for 4.1.1 all the same; none where absent. */
  readonly brings?: readonly string[];
  /** Only what has no superuser’s rights meets it. */
  readonly isForOthers?: true;
}

/** Evidence for 4.1.1, for which the portfolio has none. */
export const another = '---\ntitle: Another\nelements: [4.1.1]\n---\n\nWe ask.\n';

/** The user `nobody`: any that owns nothing would do. */
export const nobody = 65534;

/** A gigabyte that takes no room. */
export const gigabyte = 1024 ** 3;

const put = (folder: string, path: string, content: string | Uint8Array = another): string => {
  const file = join(folder, path);
  fs.mkdirSync(dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
};

export function sparse(file: string, bytes: number): void {
  fs.writeFileSync(file, '');
  fs.truncateSync(file, bytes);
}

export const pipe = (file: string): void => void execFileSync('mkfifo', [file]);

/** One that never ends; only the superuser makes one, and others a link to it. */
function device(file: string): void {
  if (process.getuid?.() === 0) execFileSync('mknod', [file, 'c', '1', '5']);
  else fs.symlinkSync('/dev/zero', file);
}

/** Makes folders one in the other, and a file in the last, as no single path could name it. */
function deep(folder: string, names: readonly string[], file: string): void {
  const step =
    'for name in "$@"; do mkdir -p "$name" && cd -P "$name" || exit 1; done; printf %s "$TEXT" > "$FILE"';
  execFileSync('bash', ['-c', step, 'bash', ...names], {
    cwd: folder,
    env: { ...process.env, TEXT: another, FILE: file },
  });
}

/** Names of folders that come to so many characters with what is above them and a file of ten. */
function namesOf(folder: string, characters: number): readonly string[] {
  const names: string[] = [];
  for (let left = characters - folder.length - 11; left > 1; left -= 201)
    names.push('d'.repeat(Math.min(200, left - 1)));
  return names;
}

const oddNames = [
  'new\nline.md', 'a"quoted"\'one\'.md', 'back\\slash.md', 'per%41cent.md', '#hash?.md', '-dash.md', ' space .md', '🎉 \u202Eabc.md', 'tab\tand\u001B[31m.md', 'a;b&c|d$(e)`f`.md', '*.md', '[x](y).md',
]; // prettier-ignore

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

export const faults: readonly Fault[] = [
  {
    name: 'a folder that may not be read',
    make: (folder) => fs.chmodSync(dirname(put(folder, 'closed/c.md')), 0),
    says: [/closed/, /you may not read it/],
    isForOthers: true,
  },
  {
    name: 'a folder in which names may be read, and nothing else',
    make: (folder) => fs.chmodSync(dirname(put(folder, 'closed/c.md')), 0o444),
    says: [/closed/, /you may not read it/],
    isForOthers: true,
  },
  {
    name: 'a file that may not be read',
    make: (folder) => fs.chmodSync(put(folder, 'closed.md'), 0),
    says: [/closed\.md/, /you may not read it/],
    isForOthers: true,
  },
  {
    name: 'a .gitignore that may not be read',
    make: (folder) => fs.chmodSync(put(folder, 'part/.gitignore', '*.md\n'), 0),
    says: [/part\/\.gitignore/, /you may not read it/],
    isForOthers: true,
  },
  {
    name: 'links that lead out of it',
    make: (folder) => {
      put(`${folder}-outside`, 'c.md');
      fs.symlinkSync(`${folder}-outside`, join(folder, 'linked'));
      fs.symlinkSync(`${folder}-outside/c.md`, join(folder, 'c.md'));
      fs.symlinkSync('/etc/passwd', join(folder, 'passwd.md'));
    },
  },
  {
    name: 'links in a circle, and to nothing',
    make: (folder) => {
      fs.symlinkSync('.', join(folder, 'circle'));
      fs.symlinkSync('self.md', join(folder, 'self.md'));
      fs.symlinkSync('gone.md', join(folder, 'dangling.md'));
    },
  },
  { name: 'a named pipe', make: (folder) => pipe(join(folder, 'pipe.md')) },
  { name: 'a named pipe in the place of .gitignore', make: (folder) => pipe(join(folder, '.gitignore')) },
  { name: 'a device', make: (folder) => device(join(folder, 'zero.md')) },
  {
    name: 'folders with names of files',
    make: (folder) => {
      for (const path of ['c.md', '.gitignore', 'part/portfolio.yaml', 'part/action-plan.md'])
        fs.mkdirSync(join(folder, path), { recursive: true });
    },
  },
  {
    name: 'evidence that is no UTF-8',
    make: (folder) => void put(folder, 'c.md', Buffer.from(another.replace('ask', 'caf\xE9 \x81'), 'latin1')),
    says: [/c\.md/, /UTF-8/],
  },
  {
    name: 'evidence broken off in a character',
    make: (folder) => void put(folder, 'c.md', utf16(another).subarray(0, -1)),
    says: [/c\.md/, /UTF-16LE and damaged/],
  },
  {
    name: 'evidence in UTF-16',
    make: (folder) => void put(folder, 'c.md', utf16(another)),
    brings: ['c.md'],
  },
  {
    name: 'nothing but NUL',
    make: (folder) => sparse(join(folder, 'c.md'), 4096),
    says: [/c\.md/, /NUL characters/],
  },
  {
    name: 'a file of a gigabyte',
    make: (folder) => sparse(join(folder, 'c.md'), gigabyte),
    says: [/c\.md/, /larger than 5 MB \(1024\.0 MB\)/],
  },
  {
    name: 'a .gitignore of a gigabyte',
    make: (folder) => sparse(join(folder, '.gitignore'), gigabyte),
    says: [/\.gitignore/, /larger than 5 MB/],
  },
  {
    name: 'two names that look alike',
    make: (folder) => ['caf\u00E9.md', 'cafe\u0301.md'].forEach((name) => put(folder, name)),
    brings: ['caf\u00E9.md', 'cafe\u0301.md'],
  },
  {
    name: 'names that mean something elsewhere',
    make: (folder) => oddNames.forEach((name) => put(folder, name)),
    brings: oddNames,
  },
  {
    name: 'a name that is no UTF-8',
    make: (folder) =>
      fs.writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]),
        another,
      ),
    says: [/caf%E9\.md/, /not written in UTF-8/],
  },
  {
    name: 'a path of 4,000 characters',
    make: (folder) => deep(folder, namesOf(folder, 4000), 'evidence.md'),
    brings: ['evidence.md'],
  },
  {
    name: 'a path longer than any may be',
    make: (folder) => deep(folder, namesOf(folder, 4500), 'evidence.md'),
    says: [/the path to it is too long/],
  },
];

export interface Late {
  readonly name: string;
  /** What happens to `late.md` and `late/c.md`, which hold evidence for 4.1.1, once the folder has been listed. */
  readonly happens: (folder: string) => void;
  readonly says?: readonly RegExp[];
}

const replace = (path: string): string => {
  fs.rmSync(path, { recursive: true });
  return path;
};

/** What becomes of files and folders between a look at the folder and the next. */
export const late: readonly Late[] = [
  {
    name: 'a file and a folder go',
    happens: (folder) => ['late', 'late.md'].forEach((path) => replace(join(folder, path))),
  },
  {
    name: 'a file becomes a folder, and a folder a file',
    happens: (folder) => {
      fs.mkdirSync(replace(join(folder, 'late.md')));
      fs.writeFileSync(replace(join(folder, 'late')), another);
    },
  },
  {
    name: 'a file becomes a named pipe',
    happens: (folder) => {
      pipe(replace(join(folder, 'late.md')));
      replace(join(folder, 'late'));
    },
  },
  {
    name: 'a file becomes a link that leads out',
    happens: (folder) => {
      put(`${folder}-outside`, 'c.md');
      fs.symlinkSync(`${folder}-outside/c.md`, replace(join(folder, 'late.md')));
      replace(join(folder, 'late'));
    },
  },
  {
    name: 'a file grows to a gigabyte',
    happens: (folder) => {
      sparse(join(folder, 'late.md'), gigabyte);
      replace(join(folder, 'late'));
    },
    says: [/late\.md/, /larger than 5 MB/],
  },
];
