import type { Uri } from '../../core/text/span';

/** Of what nothing is told while folders are read: until they have been, every element looks uncovered. */
export class Withheld {
  #files = new Set<Uri>();
  #roots = new Set<Uri>();

  /** @param files with findings @param roots of portfolios with another coverage */
  keep(files: Iterable<Uri>, roots: Iterable<Uri> = []): void {
    for (const uri of files) this.#files.add(uri);
    for (const root of roots) this.#roots.add(root);
  }

  /** All of it, which is kept no longer. */
  take(): { readonly files: readonly Uri[]; readonly roots: ReadonlySet<Uri> } {
    const taken = { files: [...this.#files], roots: this.#roots };
    this.#files = new Set();
    this.#roots = new Set();
    return taken;
  }
}
