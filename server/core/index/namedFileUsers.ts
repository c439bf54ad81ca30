/** Files that manifests name in one role, such as their standards: what each says, and the portfolios that name it. */
import type { NamedFiles } from '../manifest/namedFiles';
import type { Portfolio } from '../portfolio/portfolio';
import type { Uri } from '../text/span';

export class NamedFileUsers {
  readonly shelf: NamedFiles<unknown>;
  readonly #filesOf: (portfolio: Portfolio) => readonly Uri[];
  readonly #users = new Map<Uri, Set<Portfolio>>();
  /** By the file that they name. A map, as every keystroke asks it: whoever asks needs nothing else of this file. */
  readonly users: ReadonlyMap<Uri, ReadonlySet<Portfolio>> = this.#users;

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
}
