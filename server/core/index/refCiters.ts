/** Which files cite which refs: what they are told depends on whether evidence has them. */
import { familyOf } from '../citations/citedRefs';
import type { Uri } from '../text/span';
import type { OneOrMore } from '../text/oneOrMore';
import { copyOf, membersOf, withMember, withoutMember } from '../text/oneOrMore';

export class RefCiters {
  /** By the root of a portfolio and a ref, or what refs of a kind have in common. */
  readonly #citers = new Map<string, OneOrMore>();
  /** The keys under which each file stands. */
  readonly #keys = new Map<Uri, readonly string[]>();

  /** Another one that knows the same. */
  copy(): RefCiters {
    const copy = new RefCiters();
    for (const [key, citers] of this.#citers) copy.#citers.set(key, copyOf(citers));
    for (const [file, keys] of this.#keys) copy.#keys.set(file, keys);
    return copy;
  }

  /** Says which refs a file cites, in the form in which they are compared. */
  cite(file: Uri, root: Uri, refs: readonly string[]): void {
    this.release(file);
    if (refs.length === 0) return;
    const families = refs.flatMap((ref) => familyOf(ref) ?? []);
    const keys = [...new Set([...refs, ...families].map((name) => keyOf(root, name)))];
    for (const key of keys) this.#citers.set(key, withMember(this.#citers.get(key), file));
    this.#keys.set(file, keys);
  }

  release(file: Uri): void {
    const keys = this.#keys.get(file);
    if (!keys) return;
    this.#keys.delete(file);
    for (const key of keys) {
      const left = withoutMember(this.#citers.get(key), file);
      if (left === undefined) this.#citers.delete(key);
      else this.#citers.set(key, left);
    }
  }

  /** Whether a file cites anything. */
  has(file: Uri): boolean {
    return this.#keys.has(file);
  }

  /** Those that cite a ref, or one of a kind. */
  of(root: Uri, name: string): Iterable<Uri> {
    return membersOf(this.#citers.get(keyOf(root, name)));
  }
}

/** No address has a line end in it. */
const keyOf = (root: Uri, name: string): string => `${root}\n${name}`;
