/** What is known of places in the file system, and which files refer to them. */
import type { CivilDate } from './civilDate';
import type { Uri } from './model';
import { isWithin, parentUri } from './uri';

/** What a host knows of a file without reading it. */
export interface FileFacts {
  readonly bytes: number;
  /** The day of its last change, on the calendar here. */
  readonly modified: CivilDate;
}

export interface Child {
  readonly uri: Uri;
  readonly isFolder: boolean;
}

export class Places {
  readonly #present = new Map<Uri, boolean>();
  /** What stands directly in each folder in which something stands; a folder is there because of what is in it. */
  readonly #children = new Map<Uri, Set<Uri>>();
  readonly #targets = new Map<Uri, ReadonlySet<Uri>>();
  readonly #referrers = new Map<Uri, Set<Uri>>();

  /** Whether something stands there; undefined where nobody has said. */
  exists(uri: Uri): boolean | undefined {
    return this.#present.get(uri);
  }

  /** Takes in whether something stands at a place, and answers the files for which that is news. */
  learn(uri: Uri, present: boolean): readonly Uri[] {
    if (this.#present.get(uri) === present) return [];
    this.#present.set(uri, present);
    if (present) this.#enter(uri);
    else if (!this.#children.has(uri)) this.#leave(uri);
    return [...(this.#referrers.get(uri) ?? []), ...this.#doubtFolders(uri, present)];
  }

  /** What stands directly in a folder, in no order, as far as anybody has said. Costs what the folder holds. */
  childrenOf(folder: Uri): readonly Child[] {
    return Array.from(this.#children.get(folder) ?? [], (uri) => ({
      uri,
      isFolder: this.#children.has(uri),
    }));
  }

  #enter(uri: Uri): void {
    const folder = parentUri(uri);
    if (folder === uri) return;
    const siblings = this.#children.get(folder);
    if (siblings) siblings.add(uri);
    else {
      this.#children.set(folder, new Set([uri]));
      this.#enter(folder);
    }
  }

  #leave(uri: Uri): void {
    const folder = parentUri(uri);
    const siblings = this.#children.get(folder);
    if (!siblings?.delete(uri) || siblings.size > 0) return;
    this.#children.delete(folder);
    this.#leave(folder);
  }

  /** A link may lead to a folder. What was known of it is no longer certain, so it will be asked for again. */
  #doubtFolders(uri: Uri, present: boolean): readonly Uri[] {
    const affected: Uri[] = [];
    for (let folder = parentUri(uri); folder !== parentUri(folder); folder = parentUri(folder)) {
      const known = this.#present.get(folder);
      if (known === undefined || known === present) continue;
      this.#present.delete(folder);
      affected.push(...(this.#referrers.get(folder) ?? []));
    }
    return affected;
  }

  /** Says which places a file refers to. */
  refer(from: Uri, targets: ReadonlySet<Uri>): void {
    this.release(from);
    if (targets.size === 0) return;
    this.#targets.set(from, targets);
    for (const target of targets) {
      const referrers = this.#referrers.get(target);
      if (referrers) referrers.add(from);
      else this.#referrers.set(target, new Set([from]));
    }
  }

  release(from: Uri): void {
    for (const target of this.#targets.get(from) ?? []) {
      const referrers = this.#referrers.get(target);
      referrers?.delete(from);
      if (referrers?.size === 0) this.#referrers.delete(target);
    }
    this.#targets.delete(from);
  }

  /** Whether a place that a file refers to, or could refer to, is known not to be there. */
  misses(from: Uri): boolean {
    for (const target of this.#targets.get(from) ?? []) if (this.#present.get(target) === false) return true;
    return false;
  }

  /** The places that a file refers to and of which nothing is known. */
  unknownFrom(from: Uri): readonly Uri[] {
    return [...(this.#targets.get(from) ?? [])].filter((target) => !this.#present.has(target));
  }

  /** All that is known below a folder, and the folder itself. */
  within(folder: Uri): readonly Uri[] {
    return [...this.#present.keys()].filter((uri) => isWithin(folder, uri));
  }
}
