/**
 * What V8 has made of our code, kept from one start for the next: with all functions that ran, where Node's own cache
 * (22.1 and later) has those only that were compiled before anything ran. A folder of one's own on the disk holds it.
 * V8 trusts what it is given. So it is taken from nobody else, for the same program only, and not when it is damaged.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';

export interface Kept {
  readonly bytes: Buffer;
  /** How many runs in a row had nothing to add. */
  readonly idle: number;
}

export interface KeptCode {
  /** @param name of a file of code, which no other content has; undefined where nothing is kept that can be trusted */
  readonly read: (name: string) => Kept | undefined;
  /** Writes nothing where it cannot: a start is longer then, and nothing else. */
  readonly write: (name: string, kept: Kept) => void;
}

/** @param folder may be missing @param program the file of the running Node, whose code alone it goes with */
export function keptCode(folder: string, program: string): KeptCode {
  const place = path.join(folder, nameFor(program));
  const isTrusted = isOurs(place);
  return {
    read: (name) => (isTrusted ? unpacked(read(path.join(place, name))) : undefined),
    write: (name, kept) => {
      try {
        fs.mkdirSync(place, { recursive: true, mode: 0o700 });
        if (!isOurs(place)) return;
        const draft = path.join(place, `${name}.${process.pid}`);
        fs.writeFileSync(draft, packed(kept), { mode: 0o600 });
        fs.renameSync(draft, path.join(place, name));
        tidy(folder, place);
      } catch {
        // A disk that is full, or a folder that may not be written.
      }
    },
  };
}

/**
 * Where programs of this system keep what can be made again; undefined where nothing is to be kept: by the settings of
 * Node's own cache, while coverage is measured, in CI, where most runs have none after them, or as nobody's home is known.
 */
export function folderForKept(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  const {
    NODE_DISABLE_COMPILE_CACHE: off,
    NODE_V8_COVERAGE: measured,
    NODE_COMPILE_CACHE: named = '',
    CI: inCi,
  } = environment;
  if (off || measured) return undefined;
  if (named === '' && inCi) return undefined;
  const folder = named === '' ? usersFolder(environment, platform) : named;
  return folder && path.isAbsolute(folder) ? path.join(folder, 'evidence-portfolio') : undefined;
}

function usersFolder(
  { HOME: home, LOCALAPPDATA: windows, XDG_CACHE_HOME: chosen }: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  if (platform === 'win32') return windows;
  if (platform === 'darwin') return home && path.join(home, 'Library/Caches');
  // https://specifications.freedesktop.org/basedir-spec/latest/: what is not absolute is to be ignored.
  return chosen && path.isAbsolute(chosen) ? chosen : home && path.join(home, '.cache');
}

/** Two builds of one version of Node may differ in what V8 relies on. */
function nameFor(program: string): string {
  const { size, mtimeMs } = fs.statSync(program);
  return `${process.version}-${process.arch}-${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}`;
}

/** A folder that nobody but who runs this can have put anything into. On Windows, that of a user is such a one. */
function isOurs(folder: string): boolean {
  try {
    const found = fs.lstatSync(folder);
    if (!found.isDirectory()) return false;
    return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
  } catch {
    return false;
  }
}

function read(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** What stands behind the bytes: their sum, and the number of idle runs. */
const trailer = 8;

function packed({ bytes, idle }: Kept): Buffer {
  const end = Buffer.alloc(trailer);
  end.writeInt32LE(sumOf(bytes), 0);
  end.writeInt32LE(idle, 4);
  return Buffer.concat([bytes, end]);
}

function unpacked(file: Buffer | undefined): Kept | undefined {
  if (!file || file.length <= trailer) return undefined;
  const bytes = file.subarray(0, file.length - trailer);
  return file.readInt32LE(bytes.length) === sumOf(bytes)
    ? { bytes, idle: file.readInt32LE(bytes.length + 4) }
    : undefined;
}

/** Of one number in each 128 bytes: what a disk loses are whole sectors, and to add up all takes as long as it saves. */
function sumOf(bytes: Buffer): number {
  let sum = bytes.length | 0;
  for (let at = 0; at + 4 <= bytes.length; at += 128) sum = (Math.imul(sum, 31) + bytes.readInt32LE(at)) | 0;
  return sum;
}

/** Days after which what was kept is made again: what earlier versions left behind goes with it. */
const daysKept = 30;

/** @param folder of all programs @param place of this one */
function tidy(folder: string, place: string): void {
  const isOld = (file: string): boolean => (Date.now() - fs.statSync(file).mtimeMs) / 86_400_000 > daysKept;
  for (const name of fs.readdirSync(place)) {
    const file = path.join(place, name);
    if (isOld(file)) fs.rmSync(file);
  }
  for (const name of fs.readdirSync(folder)) {
    const other = path.join(folder, name);
    if (other !== place && isOld(other)) fs.rmSync(other, { recursive: true });
  }
}
