/**
 * Keeps the index in step with the files: reads folders, answers what the index asks, and lets the text of an
 * open document go before what is on the disk.
 */
import { manifestName } from '../core/manifest';
import type { Finding, Uri } from '../core/model';
import type { FileFacts } from '../core/places';
import type { Change, Delta, PortfolioIndex } from '../core/portfolioIndex';
import { fileName, isWithin, joinPath, parentUri } from '../core/uri';
import type { FileAccess, Listing } from './fileAccess';
import { reasonOf, skippedFolders } from './fileAccess';

/** What others need to hear of: a Delta without its questions. */
export interface News {
  readonly findings: ReadonlyMap<Uri, readonly Finding[]>;
  readonly coverage: ReadonlySet<Uri>;
}

export interface WorkspaceOptions {
  readonly access: FileAccess;
  readonly index: PortfolioIndex;
  readonly onNews: (news: News) => void;
}

export interface LoadOptions {
  /** Number of files read so far and in all. */
  readonly onProgress?: (read: number, total: number) => void;
  readonly isCancelled?: () => boolean;
  /** Waited for before anything is judged, such as the answer to a question for settings. */
  readonly after?: Promise<unknown>;
}

export interface FileEvent {
  readonly uri: Uri;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Files read before other work gets its turn: some 20 ms. */
const filesPerTurn = 100;

export class Workspace {
  readonly #access: FileAccess;
  readonly #index: PortfolioIndex;
  readonly #onNews: (news: News) => void;
  readonly #listings = new Map<Uri, Listing>();
  readonly #open = new Map<Uri, string>();
  /** Open documents that are not to be judged before the manifests above them have been read. */
  readonly #opening = new Set<Uri>();
  #folders: readonly Uri[] = [];
  #loading = 0;
  #ready: Promise<unknown> = Promise.resolve();
  /** Files whose findings are kept back while folders are read: until then every element looks uncovered. */
  readonly #withheld = new Set<Uri>();
  readonly #withheldCoverage = new Set<Uri>();
  /** Folders whose reading was stopped: of their portfolios as a whole, nothing can be said. */
  readonly #unfinished = new Set<Uri>();

  constructor({ access, index, onNews }: WorkspaceOptions) {
    this.#access = access;
    this.#index = index;
    this.#onNews = onNews;
  }

  get folders(): readonly Uri[] {
    return this.#folders;
  }

  get isLoading(): boolean {
    return this.#loading > 0;
  }

  /** True between `open` and `close`. */
  isOpen(uri: Uri): boolean {
    return this.#open.has(uri);
  }

  /** Adds folders and reads them. */
  async addFolders(folders: readonly Uri[], options: LoadOptions = {}): Promise<void> {
    const fresh = folders.filter((folder) => !this.#folders.includes(folder));
    this.#folders = [...this.#folders, ...fresh];
    this.#loading++;
    this.#ready = options.after ?? this.#ready;
    try {
      await options.after;
      const documents = [...this.#open.keys()].filter((uri) => fresh.some((folder) => isWithin(folder, uri)));
      const manifests = await this.#manifestsAbove(documents);
      await this.apply([{ kind: 'folders', folders: this.#folders }, ...manifests]);
      await this.#read(fresh, options);
    } finally {
      this.#loading--;
      this.#release();
    }
  }

  async removeFolders(folders: readonly Uri[]): Promise<void> {
    this.#folders = this.#folders.filter((folder) => !folders.includes(folder));
    for (const folder of folders) {
      this.#listings.delete(folder);
      this.#unfinished.delete(folder);
    }
    const gone = folders
      .flatMap((folder) => this.#index.placesWithin(folder))
      .filter((uri) => !this.#folderOf(uri) && !this.#open.has(uri));
    await this.apply([
      { kind: 'folders', folders: this.#folders },
      ...gone.map((uri) => ({ kind: 'absent' as const, uri })),
    ]);
  }

  /** Takes the text of a document that has been opened. */
  async open(uri: Uri, text: string): Promise<void> {
    this.#open.set(uri, text);
    if (this.isLoading) {
      this.#opening.add(uri);
      try {
        await this.#ready;
        await this.apply(await this.#manifestsAbove([uri]));
      } finally {
        this.#opening.delete(uri);
      }
    }
    const current = this.#open.get(uri);
    if (current !== undefined) await this.edit(uri, current);
  }

  /** Takes the text of an open document after an edit. What follows from it is told before this returns. */
  edit(uri: Uri, text: string): Promise<void> {
    this.#open.set(uri, text);
    return this.#isOurs(uri) && !this.#opening.has(uri)
      ? this.apply([{ kind: 'text', uri, text }])
      : Promise.resolve();
  }

  /** A document has been closed: from now on the disk speaks for it. */
  async close(uri: Uri): Promise<void> {
    this.#open.delete(uri);
    if (this.#isOurs(uri)) await this.apply(await this.#readAll([uri]));
    // It was opened before anybody knew that it is left out.
    else if (this.#index.textOf(uri) !== undefined) await this.apply(forgotten(uri));
  }

  /** Something has happened to files. */
  async changed(events: readonly FileEvent[]): Promise<void> {
    const relisted = new Set<Uri>();
    const changes: Change[] = [];
    const toRead: Uri[] = [];
    for (const { uri, kind } of events) {
      if (fileName(uri) === '.gitignore') relisted.add(this.#folderOf(uri) ?? uri);
      if (this.#isSkipped(uri)) continue;
      // A folder that goes is one event; what was in it goes unsaid.
      if (kind === 'deleted')
        changes.push(
          ...this.#index
            .placesWithin(uri)
            .concat(uri)
            .map((gone): Change => this.#goneOrOpen(gone)),
        );
      else if (this.#isRead(uri)) toRead.push(uri);
      else if (kind === 'created') {
        changes.push({ kind: 'present', uri });
        const below = await this.#filesBelow(uri);
        changes.push(...below.map((file): Change => ({ kind: 'present', uri: file })));
        toRead.push(...below.filter((file) => this.#isRead(file)));
      }
    }
    changes.push(...(await this.#readAll(toRead)));
    await this.apply(changes);
    for (const folder of relisted) if (this.#folders.includes(folder)) await this.#relist(folder);
  }

  /** Gives changes to the index, tells what follows, and answers what the index asks. */
  async apply(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const delta = this.#index.apply(changes);
    this.#tell(delta);
    const answers = await this.#answer(delta);
    if (answers.length > 0) await this.apply(answers);
  }

  async #answer({ unknownPlaces, unknownStandards }: Delta): Promise<readonly Change[]> {
    const standards = await this.#readAll(unknownStandards);
    const places = await this.#look(unknownPlaces);
    return [...standards, ...places];
  }

  /** Size and day of change of a file of a portfolio; undefined where it is not there or nobody knows. */
  async factsOf(uri: Uri, root: Uri): Promise<FileFacts | undefined> {
    return this.#access.stat?.(uri, root);
  }

  /** Whether places exist: from the listing of the folder where it was just made, else by looking. */
  async #look(places: readonly Uri[]): Promise<readonly Change[]> {
    if (places.length === 0) return [];
    const groups = new Map<Uri, Uri[]>();
    for (const uri of places) {
      const folder = this.#index.portfolioAt(uri)?.root ?? parentUri(uri);
      groups.set(folder, [...(groups.get(folder) ?? []), uri]);
    }
    const answers: Change[] = [];
    for (const [folder, uris] of groups) {
      const found = await this.#access.exist(uris, folder);
      answers.push(
        ...uris.map((uri, at): Change => ({
          kind: found[at] || this.#open.has(uri) ? 'present' : 'absent',
          uri,
        })),
      );
    }
    return answers;
  }

  async #read(folders: readonly Uri[], options: LoadOptions): Promise<void> {
    const cancelled = options.isCancelled ?? (() => false);
    for (const folder of folders) {
      // A folder may be closed while others are read.
      if (!this.#folders.includes(folder)) continue;
      const listing = await this.#access.find(folder, { isCancelled: cancelled });
      this.#listings.set(folder, listing);
      const manifests = listing.files.filter((uri) => fileName(uri) === manifestName);
      await this.apply(await this.#readAll(manifests));
      // What is open has been read, or is about to be.
      const evidence = listing.files.filter(
        (uri) => fileName(uri) !== manifestName && this.#isRead(uri) && !this.#open.has(uri),
      );
      // Known before the first file is checked: then hardly a link needs to be looked up on the disk.
      await this.apply(listing.files.map((uri) => ({ kind: 'present', uri })));
      for (let at = 0; at < evidence.length && !cancelled(); at += filesPerTurn) {
        await this.apply(await this.#readAll(evidence.slice(at, at + filesPerTurn)));
        options.onProgress?.(Math.min(at + filesPerTurn, evidence.length), evidence.length);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      if (cancelled()) this.#unfinished.add(folder);
    }
  }

  /** Lists a folder again: what is ignored now goes, what is not ignored any longer comes. */
  async #relist(folder: Uri): Promise<void> {
    const listing = await this.#access.find(folder);
    this.#listings.set(folder, listing);
    const now = new Set(listing.files);
    const known = new Set(
      this.#index.placesWithin(folder).filter((uri) => this.#index.textOf(uri) !== undefined),
    );
    const gone = [...known].filter((uri) => !now.has(uri) && this.#folderOf(uri) === folder);
    const come = listing.files.filter((uri) => this.#isRead(uri) && !known.has(uri));
    await this.apply([...gone.flatMap(forgotten), ...(await this.#readAll(come))]);
  }

  /**
   * The manifests that documents belong under. Which portfolio a document belongs to, and against which standard,
   * must be known before it is judged.
   */
  async #manifestsAbove(documents: readonly Uri[]): Promise<readonly Change[]> {
    const manifests = new Set<Uri>();
    for (const uri of documents) {
      const folder = this.#folderOf(uri);
      if (folder === undefined) continue;
      for (let above = parentUri(uri); isWithin(folder, above); above = parentUri(above)) {
        const manifest = joinPath(above, manifestName);
        if (this.#index.textOf(manifest) === undefined) manifests.add(manifest);
        if (above === parentUri(above)) break;
      }
    }
    const changes = await this.#readAll([...manifests]);
    return changes.filter((change) => change.kind !== 'absent');
  }

  /** Reads files; an open document's text goes before the disk's. */
  async #readAll(uris: readonly Uri[]): Promise<readonly Change[]> {
    if (uris.length === 0) return [];
    const closed = uris.filter((uri) => !this.#open.has(uri));
    const outcomes = await this.#access.readMany(closed);
    const read = new Map(closed.map((uri, at) => [uri, outcomes[at] ?? { kind: 'absent' as const }]));
    return uris.map((uri): Change => {
      // A document may have been opened, or closed, while we read.
      const text = this.#open.get(uri);
      if (text !== undefined) return { kind: 'text', uri, text };
      const outcome = read.get(uri) ?? { kind: 'absent' };
      if (outcome.kind === 'text') return { kind: 'text', uri, text: outcome.text };
      return outcome.kind === 'absent'
        ? { kind: 'absent', uri }
        : { kind: 'unreadable', uri, reason: reasonOf(outcome) };
    });
  }

  async #filesBelow(uri: Uri): Promise<readonly Uri[]> {
    if (this.#isRead(uri)) return [];
    const { files } = await this.#access.find(uri);
    return files.filter((file) => !this.#isSkipped(file));
  }

  #goneOrOpen(uri: Uri): Change {
    const text = this.#open.get(uri);
    return text === undefined ? { kind: 'absent', uri } : { kind: 'text', uri, text };
  }

  #tell({ findings, coverage }: Delta): void {
    if (!this.isLoading) {
      const known = new Map([...findings].filter(([uri]) => !this.#isUnfinished(uri)));
      if (known.size > 0 || coverage.size > 0) this.#onNews({ findings: known, coverage });
      return;
    }
    for (const root of coverage) this.#withheldCoverage.add(root);
    const now = new Map<Uri, readonly Finding[]>();
    for (const [uri, found] of findings) {
      if (this.#open.has(uri) && fileName(uri) !== manifestName) now.set(uri, found);
      else this.#withheld.add(uri);
    }
    if (now.size > 0) this.#onNews({ findings: now, coverage: new Set() });
  }

  /** Coverage of a folder that was not read to its end: everything not read yet would look uncovered. */
  #isUnfinished(uri: Uri): boolean {
    return fileName(uri) === manifestName && [...this.#unfinished].some((folder) => isWithin(folder, uri));
  }

  #release(): void {
    if (this.isLoading) return;
    // What is true now: a document may have been opened and edited since its findings were kept back.
    const told = [...this.#withheld].filter((uri) => !this.#isUnfinished(uri));
    const findings = new Map(told.map((uri) => [uri, this.#index.findings(uri)]));
    const coverage = new Set(this.#withheldCoverage);
    this.#withheld.clear();
    this.#withheldCoverage.clear();
    this.#onNews({ findings, coverage });
  }

  /** A file whose text the index wants. */
  #isRead(uri: Uri): boolean {
    return (
      /\.(?:md|markdown)$/.test(uri) || fileName(uri) === manifestName || this.#index.isStandardFile(uri)
    );
  }

  #isOurs(uri: Uri): boolean {
    return this.#isRead(uri) && !this.#isSkipped(uri);
  }

  /** In a folder that is never looked into, or left out by .gitignore. */
  #isSkipped(uri: Uri): boolean {
    const folder = this.#folderOf(uri);
    if (folder === undefined) return false;
    if (
      uri
        .slice(folder.length)
        .split('/')
        .some((segment) => skippedFolders.has(segment))
    )
      return true;
    return this.#listings.get(folder)?.isIgnored(uri) ?? false;
  }

  #folderOf(uri: Uri): Uri | undefined {
    return this.#folders
      .filter((folder) => isWithin(folder, uri))
      .sort((left, right) => right.length - left.length)[0];
  }
}

/** The text of a file no longer counts; the file itself is there, and links to it are not broken. */
const forgotten = (uri: Uri): readonly Change[] => [
  { kind: 'absent', uri },
  { kind: 'present', uri },
];
