/** Files that manifests name in one role, such as their standards: what each says, and the portfolios that name it. */
import type { NamedFiles } from '../manifest/namedFiles';
import type { Portfolio } from '../portfolio/portfolio';
import type { Uri } from '../text/span';

export class NamedFileUsers {
  readonly shelf: NamedFiles<unknown>;
  readonly #filesOf: (portfolio: Portfolio) => readonly Uri[];
  /** By the file that they name: asked of every file that is read. */
  readonly #users = new Map<Uri, Set<Portfolio>>();

  /** @param filesOf the files that a portfolio names in this role */
  constructor(shelf: NamedFiles<unknown>, filesOf: (portfolio: Portfolio) => readonly Uri[]) {
    this.shelf = shelf;
    this.#filesOf = filesOf;
  }

  add(portfolio: Portfolio): void {
    for (const uri of this.#filesOf(portfolio)) {
      const users = this.#users.get(uri);
      if (users) users.add(portfolio);
      else this.#users.set(uri, new Set([portfolio]));
    }
  }

  remove(portfolio: Portfolio): void {
    for (const uri of this.#filesOf(portfolio)) {
      const users = this.#users.get(uri);
      users?.delete(portfolio);
      if (users?.size === 0) this.#users.delete(uri);
    }
  }

  /** Named now. */
  isNamed(uri: Uri): boolean {
    return this.#users.has(uri);
  }

  /** Named now, or before. */
  mayBeNamed(uri: Uri): boolean {
    return this.isNamed(uri) || this.shelf.files.has(uri);
  }

  usersOf(uri: Uri): Iterable<Portfolio> {
    return this.#users.get(uri) ?? [];
  }
}
