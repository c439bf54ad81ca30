/** The standards that portfolios can name: the built-in ones, and those that have been read from files. */
import { valueOf } from './fields';
import type { Manifest } from './manifest';
import type { Problem, Uri } from './model';
import type { Standard } from './standard';
import { parseStandard } from './standardFile';
import { joinPath } from './uri';

/** How a portfolio comes to its standard: it is there, not read yet, not to be had, not to be read, or has faults. */
export type StandardSource =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pending'; readonly uri: Uri }
  | { readonly kind: 'absent'; readonly uri: Uri }
  /** The file is there; `reason` is for people. */
  | { readonly kind: 'unreadable'; readonly uri: Uri; readonly reason: string }
  | { readonly kind: 'faulty'; readonly uri: Uri };

type StandardRead =
  | {
      readonly kind: 'read';
      readonly standard: Standard;
      readonly text: string;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'absent' };

const emptyStandard: Standard = parseStandard('', '').standard;

export class StandardShelf {
  readonly #builtIn: ReadonlyMap<string, Standard>;
  readonly #read = new Map<Uri, StandardRead>();

  /** @param builtIn by id; the first one is the standard of a portfolio that names none */
  constructor(builtIn: ReadonlyMap<string, Standard>) {
    this.#builtIn = builtIn;
  }

  /** Files that have been named as a standard and read, or found absent. */
  files(): readonly Uri[] {
    return [...this.#read.keys()];
  }

  has(uri: Uri): boolean {
    return this.#read.has(uri);
  }

  take(uri: Uri, text: string): void {
    this.#read.set(uri, { kind: 'read', text, ...parseStandard(uri, text) });
  }

  takeAbsence(uri: Uri): void {
    this.#read.set(uri, { kind: 'absent' });
  }

  /** @param reason why the file cannot be read, for people */
  takeUnreadable(uri: Uri, reason: string): void {
    this.#read.set(uri, { kind: 'unreadable', reason });
  }

  forget(uri: Uri): void {
    this.#read.delete(uri);
  }

  textOf(uri: Uri): string | undefined {
    const read = this.#read.get(uri);
    return read?.kind === 'read' ? read.text : undefined;
  }

  /** What is wrong in a standard's file. */
  problemsOf(uri: Uri): readonly Problem[] {
    const read = this.#read.get(uri);
    return read?.kind === 'read' ? read.problems : [];
  }

  /** The file that a manifest names as its standard; undefined where it names a built-in one or none. */
  fileOf(manifest: Manifest | undefined, root: Uri): Uri | undefined {
    const name = manifest && valueOf(manifest.standard);
    return name && !this.#builtIn.has(name) ? joinPath(root, name) : undefined;
  }

  /** The standard of a portfolio; an empty one where there is none to be had. */
  standardOf(
    manifest: Manifest | undefined,
    root: Uri,
  ): { readonly standard: Standard; readonly source: StandardSource } {
    const uri = this.fileOf(manifest, root);
    const name = (manifest && valueOf(manifest.standard)) ?? '';
    if (uri === undefined) {
      const standard = this.#builtIn.get(name) ?? [...this.#builtIn.values()][0] ?? emptyStandard;
      return { standard, source: { kind: 'ready' } };
    }
    const read = this.#read.get(uri);
    if (!read) return { standard: emptyStandard, source: { kind: 'pending', uri } };
    if (read.kind !== 'read') return { standard: emptyStandard, source: { ...read, uri } };
    const source: StandardSource = read.problems.length > 0 ? { kind: 'faulty', uri } : { kind: 'ready' };
    return { standard: { ...read.standard, id: name }, source };
  }
}
