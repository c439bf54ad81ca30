/**
 * Keeps the index in step with the files: reads folders, answers what the index asks, and lets the text of an
 * open document go before what is on the disk.
 */
import { mayBeManifest, usualManifestNames } from '../../core/text/manifestName';
import { isMarkdown } from '../../core/text/markdownName';
import type { Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import type { FileMeasure } from '../../core/portfolio/places';
import type { Fact, Delta, PortfolioIndex } from '../../core/index/portfolioIndex';
import { fileName, isWithin, joinPath, parentUri } from '../../core/text/uri';
import type { FileAccess, Listing } from '../files/fileAccess';
import { factOf, skippedFolders } from '../files/fileAccess';
import { nextTurn } from '../files/nextTurn';
import { maximumRounds } from './rounds';

/** What others need to hear of: a Delta without its questions. `coverage`: roots whose coverage or plans may look different. */
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
  /** Open documents whose files can be read in more than one way: the editor’s way may be wrong, and is not ours. */
  readonly #undecided = new Map<Uri, Fact>();
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
    const isAffected = (uri: Uri): boolean => folders.some((folder) => isWithin(folder, uri));
    const gone = folders
      .flatMap((folder) => this.#index.placesWithin(folder))
      .filter((uri) => !this.#folderOf(uri) && !this.#open.has(uri));
    await this.apply([
      { kind: 'folders', folders: this.#folders },
      ...gone.map((uri) => ({ kind: 'absent' as const, uri })),
      // What git ignored in the folder that went is a document like others now.
      ...this.#openTexts(isAffected),
    ]);
    // Another portfolio may have its standard there; one whose manifest is open, files that its links lead to.
    await this.apply(await this.#readAll(gone.filter((uri) => this.#index.isStandardFile(uri))));
    await this.apply(await this.#look(gone.filter((uri) => this.#index.portfolioAt(uri))));
    // A folder around one that went has rules of its own for what is in it.
    const around = this.#folders.filter((folder) => folders.some((inner) => isWithin(folder, inner)));
    for (const folder of around) await this.#relist(folder);
  }

  /** Takes the text of a document that has been opened. */
  async open(uri: Uri, text: string): Promise<void> {
    this.#open.set(uri, text);
    if (this.isLoading) {
      this.#opening.add(uri);
      try {
        await this.#ready;
        const manifests = await this.#manifestsAbove([uri]);
        await this.apply(manifests.filter((fact) => !('uri' in fact) || this.#isOurs(fact.uri)));
      } finally {
        this.#opening.delete(uri);
      }
    }
    if (text.includes('\uFFFD') || this.#index.told(uri)?.kind === 'unreadable') await this.#lookAtBytes(uri);
    const current = this.#open.get(uri);
    if (current !== undefined) await this.edit(uri, current);
  }

  /**
   * An editor shows a file that is not UTF-8 in the encoding that somebody chose, or with U+FFFD in the places of what it
   * cannot read, and would save those. The file is judged as anybody else will read it.
   */
  async #lookAtBytes(uri: Uri): Promise<void> {
    const boundary = this.#index.boundaryOf(parentUri(uri));
    const [outcome] = await this.#access.readMany([uri], boundary);
    const fact = factOf(uri, outcome);
    if (outcome?.kind === 'undecided' && fact.kind === 'unreadable') this.#undecided.set(uri, fact);
    else this.#undecided.delete(uri);
  }

  #factOfOpen(uri: Uri, text: string): Fact {
    return this.#undecided.get(uri) ?? { kind: 'text', uri, text };
  }

  /** Takes the text of an open document after an edit. What follows from it is told before this returns. */
  edit(uri: Uri, text: string): Promise<void> {
    this.#open.set(uri, text);
    if (this.#opening.has(uri)) return Promise.resolve();
    return this.apply([this.#isOurs(uri) ? this.#factOfOpen(uri, text) : { kind: 'present', uri }]);
  }

  /** A document has been closed: from now on the disk speaks for it. What belongs to no folder goes. */
  async close(uri: Uri): Promise<void> {
    this.#open.delete(uri);
    this.#undecided.delete(uri);
    await this.apply(this.#isOurs(uri) ? await this.#readAll([uri]) : await this.#forget([uri]));
  }

  /** Something has happened to files. */
  async changed(events: readonly FileEvent[]): Promise<void> {
    for (const { uri } of events) if (this.#undecided.has(uri)) await this.#lookAtBytes(uri);
    const relisted = new Set<Uri>();
    const facts: Fact[] = [];
    const toRead: Uri[] = [];
    const created = new Set<Uri>();
    const relist = (ignoring: Uri): void => {
      for (const folder of this.#folders)
        if (isWithin(folder, ignoring) || isWithin(ignoring, folder)) relisted.add(folder);
    };
    for (const { uri, kind } of events) {
      if (isNeverLookedInto(this.#folderOf(uri), uri) && !this.#index.isStandardFile(uri)) continue;
      if (fileName(uri) === '.gitignore') relist(parentUri(uri));
      if (kind === 'deleted') {
        // A folder that goes is one event; what was in it goes unsaid.
        const gone = [...this.#index.placesWithin(uri).filter((place) => place !== uri), uri];
        facts.push(...gone.map((place): Fact => this.#goneOrOpen(place)));
        this.#rulesWithin(uri).forEach(relist);
      } else if (this.#isOurs(uri)) toRead.push(uri);
      else if (kind === 'created') {
        created.add(uri);
        const { files, ignoring } = await this.#filesBelow(uri);
        facts.push(...[uri, ...files].map((file): Fact => ({ kind: 'present', uri: file })));
        toRead.push(...files.filter((file) => this.#isOurs(file)));
        ignoring.forEach(relist);
      }
    }
    // Of what git ignores no text is read and no list made, but a link may lead to it.
    facts.push(...(await this.#look(this.#knownBelow(created))), ...(await this.#readAll(toRead)));
    await this.apply(facts);
    for (const folder of relisted) if (this.#folders.includes(folder)) await this.#relist(folder);
  }

  /** Gives facts to the index, tells what follows, and answers what the index asks. */
  async apply(facts: readonly Fact[]): Promise<void> {
    let next = facts;
    for (let round = 1; next.length > 0 && round <= maximumRounds; round++) {
      const delta = this.#index.apply(next);
      this.#tell(delta);
      next = await this.#answer(delta);
    }
  }

  async #answer({ unknownPlaces, unknownStandards }: Delta): Promise<readonly Fact[]> {
    const standards = await this.#readAll(unknownStandards);
    const places = await this.#look(unknownPlaces);
    return [...standards, ...places];
  }

  /** Size and day of change of a file of a portfolio; undefined where it is not there or nobody knows. */
  async measureOf(uri: Uri, root: Uri): Promise<FileMeasure | undefined> {
    return this.#access.stat?.(uri, this.#index.boundaryOf(root));
  }

  /** Whether places exist: from the listing of the folder where it was just made, else by looking. */
  async #look(places: readonly Uri[]): Promise<readonly Fact[]> {
    if (places.length === 0) return [];
    const groups = new Map<Uri, Uri[]>();
    for (const uri of places) {
      const folder = this.#index.portfolioAt(uri)?.root ?? parentUri(uri);
      groups.set(folder, [...(groups.get(folder) ?? []), uri]);
    }
    const answers: Fact[] = [];
    for (const [folder, uris] of groups) {
      const found = await this.#access.exist(uris, this.#index.boundaryOf(folder));
      for (const [at, uri] of uris.entries()) {
        const isThere = found[at] === true || this.#holdsOpen(uri);
        answers.push({ kind: isThere ? 'present' : found[at] === 'outside' ? 'outside' : 'absent', uri });
      }
    }
    return answers;
  }

  /** An open document is there, saved or not, and so are the folders on the way to it. */
  #holdsOpen(uri: Uri): boolean {
    return [...this.#open.keys()].some((open) => isWithin(uri, open));
  }

  async #read(folders: readonly Uri[], options: LoadOptions): Promise<void> {
    const cancelled = options.isCancelled ?? (() => false);
    for (const folder of folders) {
      // A folder may be closed while others are read.
      if (!this.#folders.includes(folder)) continue;
      const listing = await this.#access.find(folder, { isCancelled: cancelled });
      this.#listings.set(folder, listing);
      // Opened, or needed by what was, before anybody knew that it is left out.
      await this.apply(await this.#leftOut(folder));
      const manifests = listing.files.filter((uri) => mayBeManifest(fileName(uri)));
      await this.apply([...(await this.#readAll(manifests)), ...this.#otherSpellings(folder, manifests)]);
      // What is open has been read, or is about to be.
      const evidence = listing.files.filter(
        (uri) => !mayBeManifest(fileName(uri)) && this.#isRead(uri) && !this.#open.has(uri),
      );
      // Known before the first file is checked: then hardly a link needs to be looked up on the disk.
      await this.apply(listing.files.map((uri) => ({ kind: 'present', uri })));
      for (let at = 0; at < evidence.length && !cancelled(); at += filesPerTurn) {
        await this.apply(await this.#readAll(evidence.slice(at, at + filesPerTurn)));
        options.onProgress?.(Math.min(at + filesPerTurn, evidence.length), evidence.length);
        await nextTurn();
      }
      if (cancelled()) this.#unfinished.add(folder);
    }
  }

  /**
   * Manifests that were looked for by their usual names, before the folder was listed, and are not in the list: where
   * capitals do not matter, one file answers to several names.
   */
  #otherSpellings(folder: Uri, listed: readonly Uri[]): readonly Fact[] {
    return this.#index
      .placesWithin(folder)
      .filter((uri) => mayBeManifest(fileName(uri)) && !listed.includes(uri) && !this.#open.has(uri))
      .filter((uri) => this.#folderOf(uri) === folder && this.#isOurs(uri))
      .map((uri) => ({ kind: 'absent', uri }));
  }

  /** Lists a folder again: what is ignored now goes, what is not ignored any longer comes. */
  async #relist(folder: Uri): Promise<void> {
    const listing = await this.#access.find(folder);
    this.#listings.set(folder, listing);
    const come = listing.files.filter((uri) => this.#isOurs(uri) && !this.#index.hasRead(uri));
    await this.apply([
      ...(await this.#leftOut(folder)),
      ...listing.files.map((uri): Fact => ({ kind: 'present', uri })),
      ...(await this.#readAll(come)),
      ...this.#openTexts((uri) => this.#folderOf(uri) === folder),
    ]);
  }

  /** Lets go of what the rules of a folder leave out. */
  #leftOut(folder: Uri): Promise<readonly Fact[]> {
    const known = this.#index.placesWithin(folder);
    return this.#forget(
      known.filter((uri) => this.#isRead(uri) && !this.#isOurs(uri) && this.#folderOf(uri) === folder),
    );
  }

  /** The texts of files no longer count; where a file is there, links to it are not broken. */
  async #forget(uris: readonly Uri[]): Promise<readonly Fact[]> {
    return [...uris.map((uri): Fact => ({ kind: 'absent', uri })), ...(await this.#look(uris))];
  }

  /** Texts of open documents that the index should have and has not. */
  #openTexts(isMeant: (uri: Uri) => boolean): readonly Fact[] {
    return [...this.#open]
      .filter(([uri]) => isMeant(uri) && this.#isOurs(uri) && !this.#index.hasRead(uri))
      .map(([uri, text]) => this.#factOfOpen(uri, text));
  }

  /**
   * The manifests that documents belong under. Which portfolio a document belongs to, and against which standard,
   * must be known before it is judged.
   */
  async #manifestsAbove(documents: readonly Uri[]): Promise<readonly Fact[]> {
    const manifests = new Set<Uri>();
    for (const uri of documents) {
      const folder = this.#folderOf(uri);
      if (folder === undefined) continue;
      for (let above = parentUri(uri); isWithin(folder, above); above = parentUri(above)) {
        for (const name of usualManifestNames) {
          const manifest = joinPath(above, name);
          if (!this.#index.hasRead(manifest) && this.#isOurs(manifest)) manifests.add(manifest);
        }
        if (above === parentUri(above)) break;
      }
    }
    const facts = await this.#readAll([...manifests]);
    return facts.filter((fact) => fact.kind !== 'absent');
  }

  /** Reads files; an open document's text goes before the disk's. */
  async #readAll(uris: readonly Uri[]): Promise<readonly Fact[]> {
    if (uris.length === 0) return [];
    const read = await this.#readClosed(uris.filter((uri) => !this.#open.has(uri)));
    return uris.map((uri): Fact => {
      // A document may have been opened, or closed, while we read.
      const text = this.#open.get(uri);
      return text === undefined ? (read.get(uri) ?? { kind: 'absent', uri }) : this.#factOfOpen(uri, text);
    });
  }

  /** What the disk says of files. Manifests and standards may be symbolic links that stay in the repository. */
  async #readClosed(uris: readonly Uri[]): Promise<ReadonlyMap<Uri, Fact>> {
    const read = new Map<Uri, Fact>();
    const named = uris.filter((uri) => mayBeManifest(fileName(uri)) || this.#index.isStandardFile(uri));
    const others = named.length === 0 ? uris : uris.filter((uri) => !named.includes(uri));
    const outcomes = await this.#access.readMany(others);
    for (const [at, uri] of others.entries()) read.set(uri, factOf(uri, outcomes[at]));
    for (const uri of named) read.set(uri, await this.#readNamed(uri));
    return read;
  }

  async #readNamed(uri: Uri): Promise<Fact> {
    const boundary = this.#index.boundaryOf(parentUri(uri));
    const [outcome] = await this.#access.readMany([uri], boundary);
    const isManifest = mayBeManifest(fileName(uri));
    if (outcome?.kind !== 'absent' || isManifest) return factOf(uri, outcome);
    const [isFolder] = await this.#access.exist([uri], boundary);
    return isFolder === true
      ? { kind: 'unreadable', uri, reason: 'it is a folder. Write the path to a file in it.' }
      : { kind: 'absent', uri };
  }

  async #filesBelow(uri: Uri): Promise<Pick<Listing, 'files' | 'ignoring'>> {
    if (this.#isRead(uri) || this.#isSkipped(uri)) return { files: [], ignoring: [] };
    const { files, ignoring } = await this.#access.find(uri);
    return {
      files: files.filter((file) => !this.#isSkipped(file)),
      ignoring: ignoring.filter((folder) => isWithin(uri, folder)),
    };
  }

  /** Places below folders that anybody has asked for. One pass for all: a build may bring thousands of files. */
  #knownBelow(created: ReadonlySet<Uri>): readonly Uri[] {
    if (created.size === 0) return [];
    const isBelow = (uri: Uri): boolean => {
      const above = parentUri(uri);
      return above !== uri && (created.has(above) || isBelow(above));
    };
    const known = new Set(this.#folders.flatMap((folder) => this.#index.placesWithin(folder)));
    return [...known].filter((uri) => isBelow(uri) && !this.#index.hasRead(uri));
  }

  /** Folders within a place that goes whose `.gitignore` has had a say. */
  #rulesWithin(uri: Uri): readonly Uri[] {
    return [...this.#listings.values()].flatMap(({ ignoring }) =>
      ignoring.filter((folder) => isWithin(uri, folder)),
    );
  }

  #goneOrOpen(uri: Uri): Fact {
    const text = this.#open.get(uri);
    if (text !== undefined && this.#isOurs(uri)) return this.#factOfOpen(uri, text);
    return { kind: this.#holdsOpen(uri) ? 'present' : 'absent', uri };
  }

  #tell({ findings, plans, ...delta }: Delta): void {
    // Views show both.
    const coverage = new Set([...delta.coverage, ...plans]);
    if (!this.isLoading) {
      const known = new Map([...findings].filter(([uri]) => !this.#isUnfinished(uri)));
      if (known.size > 0 || coverage.size > 0) this.#onNews({ findings: known, coverage });
      return;
    }
    for (const root of coverage) this.#withheldCoverage.add(root);
    const now = new Map<Uri, readonly Finding[]>();
    for (const [uri, found] of findings) {
      if (this.#open.has(uri) && !mayBeManifest(fileName(uri))) now.set(uri, found);
      else this.#withheld.add(uri);
    }
    if (now.size > 0) this.#onNews({ findings: now, coverage: new Set() });
  }

  /** Coverage of a folder that was not read to its end: everything not read yet would look uncovered. */
  #isUnfinished(uri: Uri): boolean {
    return mayBeManifest(fileName(uri)) && [...this.#unfinished].some((folder) => isWithin(folder, uri));
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
    return isMarkdown(uri) || mayBeManifest(fileName(uri)) || this.#index.isStandardFile(uri);
  }

  /** A file whose text the index gets: a manifest's standard from wherever it is, others from open folders. */
  #isOurs(uri: Uri): boolean {
    if (this.#index.isStandardFile(uri)) return true;
    if (!this.#isRead(uri)) return false;
    return this.#folderOf(uri) === undefined ? this.#open.has(uri) : !this.#isSkipped(uri);
  }

  /** In a folder that is never looked into, or left out by .gitignore. */
  #isSkipped(uri: Uri): boolean {
    const folder = this.#folderOf(uri);
    if (folder === undefined) return false;
    return isNeverLookedInto(folder, uri) || (this.#listings.get(folder)?.isIgnored(uri) ?? false);
  }

  #folderOf(uri: Uri): Uri | undefined {
    return this.#folders
      .filter((folder) => isWithin(folder, uri))
      .sort((left, right) => right.length - left.length)[0];
  }
}

const isNeverLookedInto = (folder: Uri | undefined, uri: Uri): boolean =>
  uri
    .slice(folder?.length ?? uri.length)
    .split('/')
    .some((segment) => skippedFolders.has(segment));
