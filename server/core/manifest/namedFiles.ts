/** Files that manifests name, as they have been read: each once, whoever names it. */
import type { Uri } from '../text/span';

export type NamedFile<Value> =
  | { readonly kind: 'read'; readonly text: string; readonly value: Value }
  /** The file is there; `reason` is for people. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'absent' }
  /** A symbolic link leads out of the repository. */
  | { readonly kind: 'outside' };

export class NamedFiles<Value> {
  readonly #read: (uri: Uri, text: string) => Value;
  readonly #files = new Map<Uri, NamedFile<Value>>();
  /** Files that have been named and read, or found absent. */
  readonly files: ReadonlyMap<Uri, NamedFile<Value>> = this.#files;

  constructor(read: (uri: Uri, text: string) => Value) {
    this.#read = read;
  }

  /** Takes over all that another one knows. */
  takeOver(other: NamedFiles<Value>): void {
    for (const [uri, file] of other.#files) this.#files.set(uri, file);
  }

  /** @returns false where it is what has been read already */
  take(uri: Uri, text: string): boolean {
    if (this.textOf(uri) === text) return false;
    this.#files.set(uri, { kind: 'read', text, value: this.#read(uri, text) });
    return true;
  }

  /** What there is instead of a text. */
  takeOther(uri: Uri, other: Exclude<NamedFile<Value>, { readonly kind: 'read' }>): void {
    this.#files.set(uri, other);
  }

  forget(uri: Uri): void {
    this.#files.delete(uri);
  }

  textOf(uri: Uri): string | undefined {
    const file = this.#files.get(uri);
    return file?.kind === 'read' ? file.text : undefined;
  }

  /** What was made of its text; undefined where there is none. */
  valueOf(uri: Uri): Value | undefined {
    const file = this.#files.get(uri);
    return file?.kind === 'read' ? file.value : undefined;
  }
}
