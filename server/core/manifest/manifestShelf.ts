/** The manifests of all folders. One of a folder counts, whatever it is called; of the others it is said why they do not. */
import { nearestWord } from '../text/editDistance';
import { manifestKeys } from './keys';
import type { Manifest } from './manifest';
import { parseManifest } from './manifest';
import { isManifestName, manifestName } from '../text/manifestName';
import type { Uri } from '../text/span';
import { compareNaturally } from '../text/naturalOrder';
import { fileName, parentUri } from '../text/uri';

export class ManifestShelf {
  readonly #files = new Map<Uri, ReadonlyMap<Uri, Manifest>>();
  readonly #chosen = new Map<Uri, Manifest>();
  /** The one that counts, by folder. A map, as every keystroke asks it: whoever asks needs nothing else of this file. */
  readonly chosen: ReadonlyMap<Uri, Manifest> = this.#chosen;

  /** Another one that holds the same. */
  copy(): ManifestShelf {
    const copy = new ManifestShelf();
    for (const [root, files] of this.#files) copy.#files.set(root, files);
    for (const [root, manifest] of this.#chosen) copy.#chosen.set(root, manifest);
    return copy;
  }

  take(uri: Uri, text: string): void {
    const root = parentUri(uri);
    this.#put(root, new Map([...(this.#files.get(root) ?? []), [uri, parseManifest(uri, text)]]));
  }

  forget(uri: Uri): void {
    const root = parentUri(uri);
    const files = new Map(this.#files.get(root));
    if (files.delete(uri)) this.#put(root, files);
  }

  #put(root: Uri, files: ReadonlyMap<Uri, Manifest>): void {
    const chosen = [...files.values()].filter(isRead).sort(byName)[0];
    if (files.size > 0) this.#files.set(root, files);
    else this.#files.delete(root);
    if (chosen) this.#chosen.set(root, chosen);
    else this.#chosen.delete(root);
  }

  /** The manifest of a folder. */
  at(root: Uri): Manifest | undefined {
    return this.#chosen.get(root);
  }

  /** Folders with a manifest. */
  roots(): Iterable<Uri> {
    return this.#chosen.keys();
  }

  /** All files of a folder that are called nearly as a manifest is. */
  filesAt(root: Uri): readonly Uri[] {
    return [...(this.#files.get(root)?.keys() ?? [])];
  }

  /** Files that are called nearly as a manifest is, in folders in which another one counts, or none. */
  *passedOver(): Iterable<Uri> {
    for (const [root, files] of this.#files)
      for (const [uri, manifest] of files) if (this.#chosen.get(root) !== manifest) yield uri;
  }

  textOf(uri: Uri): string | undefined {
    return this.#files.get(parentUri(uri))?.get(uri)?.text;
  }

  /** Why a file is not read as a manifest, for people; undefined where it is, or is none. */
  faultOf(uri: Uri): string | undefined {
    const manifest = this.#files.get(parentUri(uri))?.get(uri);
    const chosen = this.#chosen.get(parentUri(uri));
    if (!manifest || chosen === manifest || !looksLikeOurs(manifest)) return undefined;
    const name = fileName(uri);
    if (isManifestName(name) && chosen)
      return `${fileName(chosen.uri)} in the same folder is the portfolio’s already, and only one is read. Move what is said here into that file, and delete this one.`;
    return chosen
      ? undefined
      : `its name is ${name}, and it is read only if it is called ${manifestName}. Rename it.`;
  }
}

/** What is called exactly so is a manifest, whatever it says; other tools have a `portfolio.yml` too. */
const isRead = (manifest: Manifest): boolean =>
  fileName(manifest.uri) === manifestName ||
  (isManifestName(fileName(manifest.uri)) && looksLikeOurs(manifest));

const byName = (left: Manifest, right: Manifest): number =>
  rankOf(left) - rankOf(right) || compareNaturally(left.uri, right.uri) || (left.uri < right.uri ? -1 : 1);

const rankOf = ({ uri }: Manifest): number => (fileName(uri) === manifestName ? 0 : 1);

/** Keys that hardly any other tool has; with one of them, what else stands there does not matter. */
const ours = new Set([
  'standard',
  'standards',
  'assessment',
  'assessment-date',
  'review-notice',
  'custom-keys',
]);

function looksLikeOurs({ entries }: Manifest): boolean {
  const keys = entries.map(({ key }) => key.text);
  if (keys.some((key) => ours.has(key))) return true;
  const known = manifestKeys.map(({ key }) => key);
  return keys.length > 0 && keys.every((key) => nearestWord(key, known) !== undefined);
}
