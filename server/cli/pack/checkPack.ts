/** Whether a pack is as it was written: each file is held against what manifest.json says of it. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { largestCopy } from '../../core/pack/sources';
import { stretchesOf } from '../../host/disk/packSources';
import type { PackManifest } from '../../exchange/pack/manifest';
import { manifestPath, readManifest } from '../../exchange/pack/manifest';
import { readZip } from './readZip';

export interface PackCheck {
  readonly manifest: PackManifest;
  /** Paths, in the order of the manifest. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Paths that the manifest does not name, or that are there twice. */
  readonly added: readonly string[];
}

/** Undefined where it is no pack: there is no manifest.json of one, or it is no ZIP. */
export function checkPack(place: string): PackCheck | undefined {
  try {
    if (lstatSync(place).isDirectory()) return checkFolder(place);
    return readZip(place, (entries) => {
      const named = entries.filter(({ name }) => name !== '' && !name.endsWith('/'));
      const manifest = named.find(({ name }) => name === manifestPath)?.read();
      const contents = new Map(named.map(({ name, read }) => [name, read] as const).toReversed());
      const twice = named.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) < at);
      return checked(manifest, [...contents.keys()].toReversed(), twice, (path) => {
        const bytes = contents.get(path)?.();
        return bytes && [bytes];
      });
    });
  } catch {
    // It cannot be read at all.
    return undefined;
  }
}

function checkFolder(folder: string): PackCheck | undefined {
  const { size } = lstatSync(join(folder, manifestPath));
  if (size > largestCopy) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return checked(readFileSync(join(folder, manifestPath)), files, [], (path) =>
    lstatSync(join(folder, path)).isFile() ? stretchesOf(join(folder, path)) : undefined,
  );
}

function checked(
  manifestBytes: Uint8Array | undefined,
  names: readonly string[],
  twice: readonly string[],
  read: (path: string) => Iterable<Uint8Array> | undefined,
): PackCheck | undefined {
  const manifest = manifestBytes && readManifest(new TextDecoder().decode(manifestBytes));
  if (!manifest) return undefined;
  const there = new Set(names);
  const known = new Set([manifestPath, ...manifest.files.map(({ path }) => path)]);
  const listed = manifest.files.filter(({ path }) => there.has(path));
  return {
    manifest,
    changed: listed
      .filter(({ path, sha256, size }) => !isSame(read, path, size, sha256))
      .map(({ path }) => path),
    missing: manifest.files.filter(({ path }) => !there.has(path)).map(({ path }) => path),
    added: [...names.filter((name) => !known.has(name)), ...twice],
  };
}

function isSame(
  read: (path: string) => Iterable<Uint8Array> | undefined,
  path: string,
  size: number,
  sha256: string,
): boolean {
  try {
    const hash = createHash('sha256');
    let length = 0;
    for (const chunk of read(path) ?? []) {
      length += chunk.length;
      hash.update(chunk);
    }
    return length === size && hash.digest('hex') === sha256;
  } catch {
    return false;
  }
}

export const isWhole = ({ changed, missing, added }: PackCheck): boolean =>
  changed.length + missing.length + added.length === 0;
