/**
 * Files that are opened by themselves, from outside of the open folders: the portfolio above such a file is read for as
 * long as one of its files is open, so that what is said of the file is true. Of the others, no findings are shown.
 * Where there is none above it, a file that speaks of a built-in standard stands alone, and its coverage is not told.
 */
import { mayBeManifest, usualManifestNames } from '../core/text/manifestName';
import { isMarkdown } from '../core/text/markdownName';
import type { Uri } from '../core/text/span';
import { fileName, isWithin, joinPath, nearestOf, parentUri } from '../core/text/uri';
import type { FileAccess } from '../host/files/fileAccess';
import { Turns } from '../host/workspace/turns';

export interface VisitOptions {
  /** Undefined where only the client has files: what it has not opened, it does not give. */
  readonly disk: FileAccess | undefined;
  /** A folder that is nobody’s portfolio, nor are those above it: the user’s own. */
  readonly home: Uri | undefined;
  /** The open folders, and those that are visited. */
  readonly folders: () => readonly Uri[];
  /** Folders from which portfolios in those take evidence. */
  readonly shared: () => readonly Uri[];
  readonly isOpen: (uri: Uri) => boolean;
  readonly openDocuments: () => readonly Uri[];
  readonly add: (folder: Uri) => Promise<void>;
  readonly remove: (folder: Uri) => Promise<void>;
  /** Whether an open file can be nothing but evidence for a built-in standard. */
  readonly isClearlyOurs: (uri: Uri) => boolean;
  /** Open files that are taken as evidence by themselves, in place of those before. */
  readonly standAlone: (uris: readonly Uri[]) => Promise<void>;
}

/** Nobody keeps evidence deeper below a manifest. */
const maximumLevels = 12;

export class Visited {
  readonly #options: VisitOptions;
  /** Roots of portfolios that are read because of a file. */
  readonly #roots = new Set<Uri>();
  /** Files without a portfolio above them. */
  readonly #lone = new Set<Uri>();
  /** Two files of one portfolio may be opened at once, and folders come and go while files do. */
  readonly #turns = new Turns();
  /** A review that has not begun: it will see what is open by then. */
  #waiting: Promise<void> | undefined;

  constructor(options: VisitOptions) {
    this.#options = options;
  }

  get roots(): readonly Uri[] {
    return [...this.#roots];
  }

  /**
   * True for a file of a portfolio that is visited: its findings are shown while it is open. One in an open folder inside
   * of that portfolio is as in any other open folder.
   */
  holds(uri: Uri): boolean {
    if (this.#lone.has(uri)) return true;
    if (this.#roots.size === 0) return false;
    const nearest = nearestOf(new Set([...this.#options.folders(), ...this.#roots]), uri);
    return nearest !== undefined && this.#roots.has(nearest);
  }

  /**
   * A document has got another text: it may say by now what it is, or no longer say it. Nothing is looked up on the disk
   * before that.
   */
  async edited(uri: Uri): Promise<void> {
    // What belongs to a portfolio that is visited does, whatever is written in it.
    if ([...this.#roots].some((root) => isWithin(root, uri))) return;
    const isOurs = this.#isOutside(uri) && this.#options.isClearlyOurs(uri);
    if (isOurs !== this.#lone.has(uri)) await this.review();
  }

  /**
   * Documents have been opened or closed, or manifests may have come or gone: visits what is above the documents that are
   * open now, and nothing else, whatever was visited before.
   */
  review(): Promise<void> {
    return (this.#waiting ??= this.#turns.next(() => {
      this.#waiting = undefined;
      return this.#review();
    }));
  }

  async #review(): Promise<void> {
    const { disk, isOpen, isClearlyOurs, openDocuments, add } = this.#options;
    if (!disk) return;
    const above = new Map<Uri, Uri | undefined>();
    for (const uri of openDocuments())
      if (this.#isOutside(uri)) above.set(uri, await this.#rootAbove(uri, disk));
    // Editors open files for a moment, to show a line of them.
    const outside = [...above].filter(([uri]) => isOpen(uri) && this.#isOutside(uri));
    const found = new Set(outside.flatMap(([, root]) => root ?? []));
    // One inside of another is read with it.
    const roots = [...found].filter((root) => (nearestOf(found, parentUri(root)) ?? root) === root);
    await this.#leave((root) => !roots.includes(root));
    const fresh = roots.filter((root) => !this.#roots.has(root));
    for (const root of fresh) this.#roots.add(root);
    await this.#standAlone(
      outside.flatMap(([uri, root]) =>
        root === undefined && isMarkdown(uri) && isClearlyOurs(uri) ? [uri] : [],
      ),
    );
    for (const root of fresh) await add(root);
  }

  /** A file that may have a portfolio of which nothing is known: no open folder holds it. Those that are visited do not count. */
  #isOutside(uri: Uri): boolean {
    const { disk, folders, shared } = this.#options;
    if (!disk || !uri.startsWith('file:') || !(isMarkdown(uri) || mayBeManifest(fileName(uri)))) return false;
    const visited = new Set([...this.#roots, ...[...this.#lone].map(parentUri)]);
    const holds = (folder: Uri): boolean => !visited.has(folder) && isWithin(folder, uri);
    return !folders().some(holds) && !shared().some(holds);
  }

  #leaveLone(isLeft: (uri: Uri) => boolean): Promise<void> {
    return this.#standAlone([...this.#lone].filter((uri) => !isLeft(uri)));
  }

  async #standAlone(uris: readonly Uri[]): Promise<void> {
    const now = new Set(uris);
    if (now.size === this.#lone.size && uris.every((uri) => this.#lone.has(uri))) return;
    this.#lone.clear();
    for (const uri of now) this.#lone.add(uri);
    await this.#options.standAlone([...now]);
  }

  async #leave(isLeft: (root: Uri) => boolean): Promise<void> {
    for (const root of [...this.#roots].filter(isLeft)) {
      await this.#options.remove(root);
      this.#roots.delete(root);
    }
  }

  /**
   * Folders are opened, or closed, by `change`. One such change after the other, and no visit in between: a folder that
   * is about to be open is not visited.
   */
  foldersChange(come: readonly Uri[], change: () => Promise<void>): Promise<void> {
    const isWithinOne = (uri: Uri): boolean => come.some((folder) => isWithin(folder, uri));
    // Whoever asks from now on asks for what is so afterwards.
    this.#waiting = undefined;
    return this.#turns.next(async () => {
      await this.#leave(isWithinOne);
      await this.#leaveLone(isWithinOne);
      await change();
    });
  }

  /** The nearest folder above a file that has a manifest, within its repository where it is in one. */
  async #rootAbove(uri: Uri, disk: FileAccess): Promise<Uri | undefined> {
    const { home } = this.#options;
    const above: Uri[] = [];
    for (let folder = parentUri(uri); above.length < maximumLevels; folder = parentUri(folder)) {
      if (home !== undefined && isWithin(folder, home)) break;
      above.push(folder);
      if (folder === parentUri(folder)) break;
    }
    const last = above.at(-1);
    if (last === undefined) return undefined;
    // Of a folder's names, the last one tells that nothing above the folder is asked.
    const asked = above.flatMap((folder) =>
      [...usualManifestNames, repositoryName].map((name) => ({ folder, name })),
    );
    const there = await disk.exist(
      asked.map(({ folder, name }) => joinPath(folder, name)),
      last,
    );
    // A manifest that has not been saved yet is one for whoever writes it.
    const found = asked.find(
      ({ folder, name }, at) => there[at] === true || this.#options.isOpen(joinPath(folder, name)),
    );
    return found?.name === repositoryName ? undefined : found?.folder;
  }
}

/** What stands in the topmost folder of a repository. */
const repositoryName = '.git';
