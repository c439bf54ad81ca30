/** How many refs there are of each kind: those that differ in their numbers alone. */
import { familyOf } from './citedRefs';

export class RefFamilies {
  readonly #numbers = new Map<string, number>();

  /** @param refs each once */
  constructor(refs: Iterable<string>) {
    for (const ref of refs) this.add(ref);
  }

  numberOf(family: string): number {
    return this.#numbers.get(family) ?? 0;
  }

  add(ref: string): void {
    this.#count(ref, 1);
  }

  remove(ref: string): void {
    this.#count(ref, -1);
  }

  #count(ref: string, by: number): void {
    const family = familyOf(ref);
    if (family === undefined) return;
    const number = this.numberOf(family) + by;
    if (number > 0) this.#numbers.set(family, number);
    else this.#numbers.delete(family);
  }
}
