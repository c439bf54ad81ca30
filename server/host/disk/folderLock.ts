/** A file in a folder that says: one of us is writing here, wait. */
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { holdSignals } from './heldSignals';
import { randomName } from './randomName';
import { WriteError } from './writeError';

export interface FolderLock {
  /** False where somebody took it for one that was left behind. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

export const lockName = '.evidence-portfolio.lock';

/** Milliseconds between two looks, after which one and the same lock counts as left behind, and in all. */
const pause = 15;
const patience = 10_000;
const longest = 120_000;

/**
 * Waits until nobody else writes in a folder. To be held for milliseconds, in which nothing is awaited.
 * @throws WriteError where others write all the time, or whatever Node says where no lock can be made
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const place = join(folder, lockName);
  const start = performance.now();
  let seen = { mark: '', since: start };
  for (;;) {
    const lock = take(place);
    if (lock) return lock;
    const now = performance.now();
    const mark = markOf(place);
    if (mark !== seen.mark) seen = { mark, since: now };
    const maker = makerOf(place);
    if (maker === 'foreign')
      throw new WriteError(`${place} is in the way: remove it, or give it another name.`);
    if (now - start > longest)
      throw new WriteError(`others write in ${folder} all the time. Try again later.`);
    if (mark !== '' && (now - seen.since > patience || maker === 'gone')) removeLeft(place, mark);
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

/** Undefined where another one is there. */
function take(place: string): FolderLock | undefined {
  const held = holdSignals();
  try {
    const descriptor = fs.openSync(place, 'wx', 0o644);
    try {
      fs.writeSync(descriptor, `${process.pid} ${hostname()}\n`);
    } catch (error) {
      // On a full disk there is room for a name, and for nothing in it.
      fs.rmSync(place, { force: true });
      throw error;
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    held.release();
    const { code = '' } = error as NodeJS.ErrnoException;
    // Windows says EPERM of a file that is just being removed.
    if (code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM')) return undefined;
    throw error;
  }
  const mark = markOf(place);
  const isHeld = (): boolean => markOf(place) === mark;
  return {
    isHeld,
    release: () => {
      if (isHeld()) fs.rmSync(place, { force: true });
      held.release();
    },
  };
}

/** Tells one lock from another of the same name; empty where there is none. No clock has a part in it. */
function markOf(place: string): string {
  const there = fs.lstatSync(place, { throwIfNoEntry: false, bigint: true });
  return there ? `${there.ino} ${there.mtimeNs} ${there.size}` : '';
}

/** Who made what stands there, as far as this machine can tell. `foreign`: nothing of ours, which is not removed. */
function makerOf(place: string): 'gone' | 'unknown' | 'foreign' {
  try {
    if (!fs.lstatSync(place).isFile()) return 'foreign';
    const maker = makerIn(fs.readFileSync(place, 'utf8'));
    if (typeof maker === 'string') return maker;
    if (maker.host === hostname()) process.kill(maker.id, 0);
    return 'unknown';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'gone' : 'unknown';
  }
}

/**
 * The process that a lock names. `unknown`: its maker has not come to writing all of it yet, or was stopped before; after
 * a power cut, zeros may stand for what was written.
 */
export function makerIn(
  text: string,
): { readonly id: number; readonly host: string } | 'unknown' | 'foreign' {
  const [, id = '', host, end] = /^(\d{1,10})(?: ([^\n]*)(\n?))?$/.exec(text) ?? [];
  if (host !== undefined && end === '\n') return { id: Number(id), host };
  return id !== '' || /^\0*$/.test(text) ? 'unknown' : 'foreign';
}

/** Two may find the same lock left behind: who moves away another one than that puts it back. */
function removeLeft(place: string, mark: string): void {
  const aside = `${place}.${randomName(6)}`;
  try {
    fs.renameSync(place, aside);
    if (markOf(aside) !== mark) fs.linkSync(aside, place);
  } catch (error) {
    // Anything else is that somebody was faster.
    if (['EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  fs.rmSync(aside, { force: true });
}
