/**
 * Where paths lead on the disk, without leaving a folder: symbolic links are followed step by step, and one that leads
 * out is followed no further, so that not even the existence of anything outside shows.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';

export type Led =
  /** `place`: without a symbolic link in it, so that to open it is to stay inside. */
  | { readonly kind: 'inside'; readonly place: string }
  | { readonly kind: 'outside' }
  /** `dangling`: a symbolic link is there, and leads to nothing. */
  | { readonly kind: 'absent'; readonly dangling?: true };

/** Longer chains are circles; the system gives up at the same number (path_resolution(7)). */
const maximumLinks = 40;

/** Follows paths inside a folder; what is known of the folders on the way is kept for the next path. */
export function followerWithin(boundary: string): (place: string) => Led {
  const top = path.resolve(boundary);
  const real = realPathOf(top);
  const folders = new Map<string, Led>();

  /** @param place absolute, below the boundary as given or as it really is */
  function follow(place: string, links: number): Led {
    if (real === undefined) return { kind: 'absent' };
    const below = pathBelow(real, place) ?? pathBelow(top, place);
    if (below === undefined) return { kind: 'outside' };
    if (below === '') return { kind: 'inside', place: real };
    const slash = below.lastIndexOf(path.sep);
    const folder = followFolder(real, slash < 0 ? '' : below.slice(0, slash), links);
    return folder.kind === 'inside' ? step(path.join(folder.place, below.slice(slash + 1)), links) : folder;
  }

  /** @param below a path from the boundary, as it really is, down */
  function followFolder(boundary: string, below: string, links: number): Led {
    const known = folders.get(below);
    if (known) return known;
    const led = follow(path.join(boundary, below), links);
    folders.set(below, led);
    return led;
  }

  function step(place: string, links: number): Led {
    const found = lookAt(place);
    if (found === 'no link') return { kind: 'inside', place };
    if (found === 'nothing') return { kind: 'absent' };
    const led: Led = links < maximumLinks ? follow(found.target, links + 1) : { kind: 'absent' };
    return led.kind === 'absent' ? { ...led, dangling: true } : led;
  }

  return (place) => follow(isResolved(place) ? place : path.resolve(place), 0);
}

/** An absolute path of names only, that none of them leads up: to take it apart costs more than to look at the place. */
const isResolved = (place: string): boolean => path.sep === '/' && /^(?:\/[^/.][^/]*)+$/.test(place);

/** The path from a folder down; undefined for what is not below it. Both are resolved. */
function pathBelow(folder: string, place: string): string | undefined {
  if (place.startsWith(folder) && place.startsWith(path.sep, folder.length))
    return place.slice(folder.length + 1);
  // Windows takes capital and small letters for the same.
  const relative = path.relative(folder, place);
  return isBelow(relative) ? relative : undefined;
}

function lookAt(place: string): { readonly target: string } | 'no link' | 'nothing' {
  try {
    const found = fs.lstatSync(place, { throwIfNoEntry: false });
    if (!found) return 'nothing';
    if (!found.isSymbolicLink()) return 'no link';
    return { target: path.resolve(path.dirname(place), fs.readlinkSync(place)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Whoever opens what may not be looked at is told so.
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'nothing' : 'no link';
  }
}

const isBelow = (relative: string): boolean =>
  relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);

function realPathOf(folder: string): string | undefined {
  try {
    return fs.realpathSync.native(folder);
  } catch {
    return undefined;
  }
}

/** The nearest folder above a place, itself among them, that has a `.git`: a folder, or a file in worktrees and submodules. */
export function repositoryAround(place: string): string | undefined {
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}
