/** Whether a pack is as it was written: each file is held against what manifest.json says of it. */
import type { Fingerprint, PackMeans, PackPlace } from '../../core/pack/place';
import { largestCopy } from '../../core/pack/sources';
import type { PackManifest } from './manifest';
import { manifestPath, readManifest } from './manifest';
import type { ZipEntry } from './zipEntries';
import { zipEntries } from './zipEntries';

export interface PackCheck {
  readonly manifest: PackManifest;
  /** Paths, in the order of the manifest. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Paths that the manifest does not name, or that are there twice. */
  readonly added: readonly string[];
}

/** Undefined where it is no pack: there is no manifest.json of one, or it is no ZIP. */
export function checkPack(place: PackPlace, { fingerprint, inflate }: PackMeans): PackCheck | undefined {
  if (place.kind === 'file') {
    const entries = zipEntries(place.bytesAt, place.size, inflate);
    return entries && checkEntries(entries, fingerprint);
  }
  const { names, read } = place;
  const manifest = names.includes(manifestPath) ? manifestIn(read(manifestPath)) : undefined;
  return manifest && checkAgainst(manifest, names, (path) => orNothing(() => fingerprint(read(path))));
}

function checkEntries(
  entries: readonly ZipEntry[],
  fingerprint: PackMeans['fingerprint'],
): PackCheck | undefined {
  const files = entries.filter(({ name }) => name !== '' && !name.endsWith('/'));
  const top = topOf(files.map(({ name }) => name));
  const inPack = (name: string): string => (name.startsWith(top) ? name.slice(top.length) : `../${name}`);
  const named = files.map(({ name, read }) => ({ name: inPack(name), read }));
  const contents = new Map(named.map(({ name, read }) => [name, read] as const).toReversed());
  const manifest = manifestIn([contents.get(manifestPath)?.() ?? new Uint8Array()]);
  const names = named.map(({ name }) => name);
  return (
    manifest &&
    checkAgainst(manifest, names, (path) => {
      const bytes = contents.get(path)?.();
      return bytes && fingerprint([bytes]);
    })
  );
}

/** Who packs a folder again that was unpacked has it in the ZIP by its name; a Mac puts what it knows of it beside it. */
function topOf(names: readonly string[]): string {
  if (names.includes(manifestPath)) return '';
  const own = names.filter((name) => !name.startsWith('__MACOSX/'));
  const [top = ''] = /^[^/]*\//.exec(own[0] ?? '') ?? [];
  return own.every((name) => name.startsWith(top)) ? top : '';
}

/** Undefined where it is none of a pack. */
export function manifestIn(stretches: Iterable<Uint8Array>): PackManifest | undefined {
  const decoder = new TextDecoder();
  let text = '';
  for (const stretch of stretches) {
    text += decoder.decode(stretch, { stream: true });
    if (text.length > largestCopy) return undefined;
  }
  return readManifest(text + decoder.decode());
}

/**
 * @param names of all that is there; one may be there twice
 * @param fingerprintOf undefined: it cannot be read
 */
export function checkAgainst(
  manifest: PackManifest,
  names: readonly string[],
  fingerprintOf: (path: string) => Fingerprint | undefined,
): PackCheck {
  const there = new Set(names);
  const known = new Set([manifestPath, ...manifest.files.map(({ path }) => path)]);
  const isChanged = ({ path, size, sha256 }: PackManifest['files'][number]): boolean => {
    const found = fingerprintOf(path);
    return found?.size !== size || found.sha256 !== sha256;
  };
  const pathsOf = (files: PackManifest['files']): readonly string[] => files.map(({ path }) => path);
  return {
    manifest,
    changed: pathsOf(manifest.files.filter((file) => there.has(file.path) && isChanged(file))),
    missing: pathsOf(manifest.files.filter(({ path }) => !there.has(path))),
    added: [...[...there].filter((name) => !known.has(name)), ...secondsOf(names)],
  };
}

function secondsOf(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond;
  });
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export const isWhole = ({ changed, missing, added }: PackCheck): boolean =>
  changed.length + missing.length + added.length === 0;
