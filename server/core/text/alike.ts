/** Names that people take for the same and a disk does not: letter case, accents stored in two ways, look-alikes. */
import type { Uri } from './span';
import { fileName, parentUri } from './uri';

/** What names that look alike have in common. */
export const foldedName = (name: string): string =>
  isPlain.test(name) ? name.toLowerCase() : folded(withoutPercent(name));

/** Nothing to fold but capitals: nearly all names. */
const isPlain = /^[\w.~ +@():/-]*$/;

const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/\s/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'");

/** Soft hyphens, zero-width characters, marks of byte order. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** The same of whole addresses. */
export const foldedUri = (uri: Uri): string => foldedName(withoutPercent(uri));

function withoutPercent(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** In what a name differs from one that looks like it: words that follow “whose name”. */
export function differenceInWords(written: string, found: string): string {
  if (written.toLowerCase() === found.toLowerCase())
    return 'differs in capital and small letters only. Most computers tell them apart';
  if (written.normalize('NFC').toLowerCase() === found.normalize('NFC').toLowerCase())
    return 'looks the same, but has its letters with accents stored in another way';
  if (withoutPercent(written) === found) return 'has other characters where signs such as %20 stand here';
  return 'looks like it, but has another kind of space, hyphen or apostrophe, or a character that cannot be seen';
}

/**
 * The place that looks like another at which nothing stands; of several, the first by its address.
 * @param root where the look starts: names above it are taken as they are
 * @param named what stands directly in a folder under names that look like one
 */
export function placeAlike(
  root: Uri,
  uri: Uri,
  named: (folder: Uri, name: string) => readonly Uri[],
): Uri | undefined {
  if (uri === root) return root;
  const above = parentUri(uri);
  const folder = above.length < root.length ? undefined : placeAlike(root, above, named);
  if (folder === undefined) return undefined;
  const candidates = named(folder, foldedName(fileName(uri)));
  const ending = uri.slice(uri.lastIndexOf('/'));
  return candidates.find((candidate) => candidate.endsWith(ending)) ?? [...candidates].sort()[0];
}
