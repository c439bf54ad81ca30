/** Pointers of Git LFS: small texts that stand in git for a file (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
import type * as Crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReadOutcome } from '../files/fileAccess';
import { maximumBytes } from '../files/fileAccess';

export interface LfsPointer {
  /** SHA-256 of the file's bytes, in hex. */
  readonly oid: string;
  readonly size: number;
}

/** Undefined where a text is something else. */
export function lfsPointer(text: string): LfsPointer | undefined {
  if (!text.startsWith('version https://') || text.length > 1024) return undefined;
  if (!/^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v\d+\r?\n/.test(text)) return undefined;
  const [, oid] = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text) ?? [];
  const [, size] = /^size (\d+)\r?$/m.exec(text) ?? [];
  return oid === undefined || size === undefined ? undefined : { oid, size: Number(size) };
}

export const isContentOf = (bytes: Uint8Array, { oid, size }: LfsPointer): boolean =>
  bytes.length === size && sha256(bytes) === oid;

/** The module is loaded for it: few portfolios have such files, and every start is longer with it. */
const sha256 = (bytes: Uint8Array): string =>
  (createRequire(import.meta.url)('node:crypto') as typeof Crypto)
    .createHash('sha256')
    .update(bytes)
    .digest('hex');

/** Why such a file is left out, for people. */
export const lfsReason =
  'it is only a pointer of Git LFS: its content was not fetched. Fetch it with “git lfs pull”.';

/**
 * A pointer gives way to what it points to, where that is here; else it is no text of the portfolio's.
 * @param store the folder in which Git LFS keeps contents, by their names
 */
export function withContent(outcome: ReadOutcome, store?: string): ReadOutcome {
  const pointer = outcome.kind === 'text' ? lfsPointer(outcome.text) : undefined;
  if (!pointer) return outcome;
  const { oid, size } = pointer;
  if (size > maximumBytes) return { kind: 'tooLarge', bytes: size };
  const bytes = store === undefined ? undefined : bytesAt(join(store, oid.slice(0, 2), oid.slice(2, 4), oid));
  return bytes && isContentOf(bytes, pointer)
    ? { kind: 'text', text: bytes.toString('utf8') }
    : { kind: 'unreadable', reason: lfsReason };
}

function bytesAt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
