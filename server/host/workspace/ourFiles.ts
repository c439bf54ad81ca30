/**
 * What is ours: the files of the open folders and what their manifests name, with the text of an open document before
 * what is on the disk. Nothing here tells anybody anything; it answers with facts.
 */
import { mayBeManifest, usualManifestNames } from '../../core/text/manifestName';
import { isMarkdown } from '../../core/text/markdownName';
import type { UnreadPlace } from '../../core/index/facts';
import type { Uri } from '../../core/text/span';
import type { Fact, PortfolioIndex } from '../../core/index/portfolioIndex';
import { fileName, isWithin, joinPath, nearestOf, parentUri } from '../../core/text/uri';
import type { FileAccess, FileType, Listing } from '../files/fileAccess';
import { factOf, skippedFolders } from '../files/fileAccess';
import { lookAt, readNamed } from './asking';

/** What a file or folder that has come brings. */
export interface Come {
  readonly facts: readonly Fact[];
  /** Those in a folder. */
  readonly files: readonly Uri[];
  /** The folders whose `.gitignore` has come with it. */
  readonly ignoring: readonly Uri[];
}

export class OurFiles {
  readonly #access: FileAccess;
  readonly #index: PortfolioIndex;
  readonly #listings = new Map<Uri, Listing>();
  readonly #open = new Map<Uri, string>();
  /** Open documents whose files can be read in more than one way: the editor’s way may be wrong, and is not ours. */
  readonly #undecided = new Map<Uri, Fact>();
  /** Open documents that are ours whatever is written in them: asked at each keystroke. */
  readonly #settled = new Set<Uri>();
  #whole: readonly Uri[] = [];
  /** Open documents that stand alone: of the folders that hold them, nothing else is ours. */
  #lone: ReadonlySet<Uri> = new Set();
  /** Of what is in these, all is ours that is not left out: folders as a whole, and shared ones. */
  #read: ReadonlySet<Uri> = new Set();
  /** Folders outside of those, from which manifests take evidence. */
  #shared: readonly Uri[] = [];

  constructor(access: FileAccess, index: PortfolioIndex) {
    this.#access = access;
    this.#index = index;
  }

  /** Those that are ours as a whole, and those of documents that stand alone. */
  get folders(): readonly Uri[] {
    return [...new Set([...this.#whole, ...[...this.#lone].map(parentUri)])];
  }

  /** Folders of which all is ours that is not left out. */
  get whole(): readonly Uri[] {
    return this.#whole;
  }

  set whole(folders: readonly Uri[]) {
    for (const folder of this.#whole) if (!folders.includes(folder)) this.#listings.delete(folder);
    this.#whole = folders;
    this.#renew();
  }

  /** What the index is told of the folders. */
  get foldersFact(): Fact {
    return { kind: 'folders', folders: this.folders, lone: [...this.#lone] };
  }

  /** Takes documents as ours by themselves, in place of those before, and answers the folders that are ours no longer. */
  standAlone(documents: readonly Uri[]): readonly Uri[] {
    const before = [...this.#lone].map(parentUri);
    this.#lone = new Set(documents);
    this.#renew();
    return [...new Set(before)].filter((folder) => !this.folders.includes(folder));
  }

  /** Folders outside of the open ones, from which manifests take evidence. */
  get shared(): readonly Uri[] {
    return this.#shared;
  }

  set shared(folders: readonly Uri[]) {
    for (const folder of this.#shared) if (!folders.includes(folder)) this.#listings.delete(folder);
    this.#shared = folders;
    this.#renew();
  }

  #renew(): void {
    this.#read = new Set([...this.#whole, ...this.#shared]);
    this.#settled.clear();
  }

  /** Lists a folder; what git leaves out is known from then on. */
  async list(folder: Uri, isCancelled?: () => boolean): Promise<readonly Uri[]> {
    const boundary = this.#shared.includes(folder) ? this.#index.boundaryOfShared(folder) : undefined;
    const listing = await this.#access.find(folder, {
      ...(isCancelled && { isCancelled }),
      ...(boundary !== undefined && { boundary }),
    });
    this.#listings.set(folder, listing);
    this.#settled.clear();
    return listing.files;
  }

  /** What was found in a folder and cannot be read, by its last list; and what can be again, as it is now. */
  async unreadIn(folder: Uri): Promise<readonly Fact[]> {
    const isOfFolder = ({ uri }: { readonly uri: Uri }): boolean => this.folderOf(uri) === folder;
    const unread = (this.#listings.get(folder)?.unread ?? []).filter(isOfFolder);
    const stillUnread = new Set(unread.map(({ uri }) => uri));
    const before = this.#index.placesWithin(folder).filter((uri) => this.isUnreadPlace(uri));
    return [
      ...(await this.forget(before.filter((uri) => !stillUnread.has(uri) && isOfFolder({ uri })))),
      ...unread.map((place): Fact => ({ kind: 'unreadable', ...place })),
    ];
  }

  /** A folder, or a `.gitignore`, of which the index has been told that it cannot be read. */
  isUnreadPlace(uri: Uri): boolean {
    const told = this.#index.told(uri);
    return told?.kind === 'unreadable' && (told.isFolder === true || fileName(uri) === '.gitignore');
  }

  /** What lists of folders could not read, and is in no open folder; each place once. */
  unreadOutside(): readonly UnreadPlace[] {
    const unread = [...this.#listings.values()].flatMap(({ unread: places = [] }) => places);
    const outside = unread.filter(({ uri }) => !this.folders.some((folder) => isWithin(folder, uri)));
    return [...new Map(outside.map((place) => [place.uri, place])).values()];
  }

  /** Takes the text of an open document; it goes before what is on the disk. */
  hold(uri: Uri, text: string): void {
    this.#open.set(uri, text);
  }

  /** From now on the disk speaks for a file. */
  letGo(uri: Uri): void {
    this.#open.delete(uri);
    this.#undecided.delete(uri);
    this.#settled.delete(uri);
  }

  openDocuments(): readonly Uri[] {
    return [...this.#open.keys()];
  }

  textOf(uri: Uri): string | undefined {
    return this.#open.get(uri);
  }

  isUndecided(uri: Uri): boolean {
    return this.#undecided.has(uri);
  }

  /** True between `open` and `close`. */
  isOpen(uri: Uri): boolean {
    return this.#open.has(uri);
  }

  /** What the index is told of an open document. */
  factOfOpen(uri: Uri, text: string): Fact {
    return this.#undecided.get(uri) ?? { kind: 'text', uri, text };
  }

  /** What is to be said of a place at which nothing stands any longer. */
  goneOrOpen(uri: Uri): Fact {
    const text = this.#open.get(uri);
    if (text !== undefined && this.isOurs(uri)) return this.factOfOpen(uri, text);
    return { kind: this.#holdsOpen(uri) ? 'present' : 'absent', uri };
  }

  /** Texts of open documents that the index should have and has not. */
  openTexts(isMeant: (uri: Uri) => boolean): readonly Fact[] {
    return [...this.#open]
      .filter(([uri]) => isMeant(uri) && this.isOurs(uri) && !this.#index.hasRead(uri))
      .map(([uri, text]) => this.factOfOpen(uri, text));
  }

  /**
   * An editor shows a file that is not UTF-8 in the encoding that somebody chose, or with U+FFFD in the places of what it
   * cannot read, and would save those. The file is judged as anybody else will read it.
   */
  async lookAtBytes(uri: Uri): Promise<void> {
    const boundary = this.#index.boundaryOf(parentUri(uri));
    const [outcome] = await this.#access.readMany([uri], boundary);
    const fact = factOf(uri, outcome);
    if (outcome?.kind === 'undecided' && fact.kind === 'unreadable') this.#undecided.set(uri, fact);
    else this.#undecided.delete(uri);
  }

  /** A file whose text the index wants. */
  isRead(uri: Uri): boolean {
    return isMarkdown(uri) || mayBeManifest(fileName(uri)) || this.#index.isNamedFile(uri);
  }

  /** A file whose text the index gets: a manifest's standard from wherever it is, others from open folders. */
  isOurs(uri: Uri): boolean {
    if (this.#settled.has(uri) || this.#index.isNamedFile(uri)) return true;
    if (!this.isRead(uri)) return false;
    if (!this.keeps(uri)) return this.#open.has(uri);
    const isOurs = !this.#isSkipped(uri);
    if (isOurs && this.#open.has(uri)) this.#settled.add(uri);
    return isOurs;
  }

  /** In a folder of ours, open or shared: what the disk says of it counts. */
  keeps(uri: Uri): boolean {
    return this.folderOf(uri) !== undefined && !this.#isStrange(uri);
  }

  /** A manifest that nobody has opened, in a folder that is only shared: its portfolio is none of ours. */
  #isStrange(uri: Uri): boolean {
    return mayBeManifest(fileName(uri)) && nearestOf(new Set(this.#whole), uri) === undefined;
  }

  /** In a folder that is never looked into, or left out by .gitignore. */
  #isSkipped(uri: Uri): boolean {
    const folder = this.folderOf(uri);
    if (folder === undefined) return false;
    return isNeverLookedInto(folder, uri) || (this.#listings.get(folder)?.isIgnored(uri) ?? false);
  }

  /** The innermost folder, open or shared, that holds a file; that of a document that stands alone is around nothing else. */
  folderOf(uri: Uri): Uri | undefined {
    return this.#lone.has(uri) ? parentUri(uri) : nearestOf(this.#read, uri);
  }

  /** Reads files; an open document's text goes before the disk's. */
  async readAll(uris: readonly Uri[]): Promise<readonly Fact[]> {
    if (uris.length === 0) return [];
    const read = await this.#readClosed(uris.filter((uri) => !this.#open.has(uri)));
    return uris.map((uri): Fact => {
      // A document may have been opened, or closed, while we read.
      const text = this.#open.get(uri);
      return text === undefined ? (read.get(uri) ?? { kind: 'absent', uri }) : this.factOfOpen(uri, text);
    });
  }

  /** What the disk says of files. Manifests and standards may be symbolic links that stay in the repository. */
  async #readClosed(uris: readonly Uri[]): Promise<ReadonlyMap<Uri, Fact>> {
    const read = new Map<Uri, Fact>();
    const isNamed = (uri: Uri): boolean => mayBeManifest(fileName(uri)) || this.#index.isNamedFile(uri);
    const named = uris.filter(isNamed);
    const others = named.length === 0 ? uris : uris.filter((uri) => !isNamed(uri));
    const outcomes = await this.#access.readMany(others);
    for (const [at, uri] of others.entries()) read.set(uri, factOf(uri, outcomes[at]));
    for (const uri of named) read.set(uri, await readNamed(this.#access, this.#index, uri));
    return read;
  }

  /**
   * The manifests that documents belong under. Which portfolio a document belongs to, and against which standard,
   * must be known before it is judged.
   */
  async manifestsAbove(documents: readonly Uri[]): Promise<readonly Fact[]> {
    const manifests = new Set<Uri>();
    for (const uri of documents) {
      const folder = this.folderOf(uri);
      if (folder === undefined) continue;
      for (let above = parentUri(uri); isWithin(folder, above); above = parentUri(above)) {
        for (const name of usualManifestNames) {
          const manifest = joinPath(above, name);
          if (!this.#index.hasRead(manifest) && this.isOurs(manifest)) manifests.add(manifest);
        }
        if (above === parentUri(above)) break;
      }
    }
    const facts = await this.readAll([...manifests]);
    return facts.filter((fact) => fact.kind !== 'absent');
  }

  /**
   * Manifests that were looked for by their usual names, before the folder was listed, and are not in the list: where
   * capitals do not matter, one file answers to several names.
   */
  otherSpellings(folder: Uri, listed: readonly Uri[]): readonly Fact[] {
    const isListed = new Set(listed);
    return this.#index
      .placesWithin(folder)
      .filter((uri) => mayBeManifest(fileName(uri)) && !isListed.has(uri) && !this.#open.has(uri))
      .filter((uri) => this.folderOf(uri) === folder && this.isOurs(uri))
      .map((uri) => ({ kind: 'absent', uri }));
  }

  /** Lets go of what the rules of a folder leave out. */
  leftOut(folder: Uri): Promise<readonly Fact[]> {
    const known = this.#index.placesWithin(folder);
    return this.forget(
      known.filter((uri) => this.isRead(uri) && !this.isOurs(uri) && this.folderOf(uri) === folder),
    );
  }

  /** The texts of files no longer count; where a file is there, links to it are not broken. */
  async forget(uris: readonly Uri[]): Promise<readonly Fact[]> {
    return [...uris.map((uri): Fact => ({ kind: 'absent', uri })), ...(await this.look(uris))];
  }

  /** Whether places exist: from the listing of the folder where it was just made, else by looking. */
  async look(places: readonly Uri[]): Promise<readonly Fact[]> {
    if (places.length === 0) return [];
    const facts = await lookAt(this.#access, this.#index, places);
    return facts.map((fact) =>
      'uri' in fact && this.#holdsOpen(fact.uri) ? { kind: 'present', uri: fact.uri } : fact,
    );
  }

  /** An open document is there, saved or not, and so are the folders on the way to it. */
  #holdsOpen(uri: Uri): boolean {
    return [...this.#open.keys()].some((open) => isWithin(uri, open));
  }

  /**
   * What has come, told as a list would tell it: files that git does not leave out, and open documents. Of a folder itself,
   * a symbolic link or a pipe nothing is told; whoever refers to them asks.
   */
  async come(uri: Uri): Promise<Come> {
    const type = await this.#access.fileType?.(uri);
    const { files, ignoring, unread = [] } = await this.#below(uri, type);
    const isListed = (type ?? 'file') === 'file' && files.length === 0 && !this.#isSkipped(uri);
    const itself: Fact = { kind: isListed || this.#holdsOpen(uri) ? 'present' : 'untold', uri };
    return {
      facts: [
        // It may be one that could not be read before.
        ...(this.isUnreadPlace(uri) ? [{ kind: 'absent', uri } as const] : []),
        ...(this.#isAskedFor(uri) ? [itself] : []),
        ...files
          .filter((file) => this.#isAskedFor(file))
          .map((file): Fact => ({ kind: 'present', uri: file })),
        ...unread.map((place): Fact => ({ kind: 'unreadable', ...place })),
      ],
      files,
      ignoring,
    };
  }

  async #below(uri: Uri, type: FileType | undefined): Promise<Omit<Listing, 'isIgnored'>> {
    const isAlone = type === 'other' || (type === 'file' && !this.isUnreadPlace(uri));
    if (isAlone || this.isRead(uri) || this.#isSkipped(uri)) return { files: [], ignoring: [] };
    const { files, ignoring, unread = [] } = await this.#access.find(uri);
    return {
      files: files.filter((file) => !this.#isSkipped(file)),
      ignoring: ignoring.filter((folder) => isWithin(uri, folder)),
      unread: unread.filter((place) => isWithin(uri, place.uri) && !this.#isSkipped(place.uri)),
    };
  }

  /** In a folder of ours, or where somebody has asked for it. Of others it is nobody's matter. */
  #isAskedFor(uri: Uri): boolean {
    return this.folderOf(uri) !== undefined || this.#index.told(uri) !== undefined;
  }

  /** Folders within a place that goes whose `.gitignore` has had a say. */
  rulesWithin(uri: Uri): readonly Uri[] {
    return [...this.#listings.values()].flatMap(({ ignoring }) =>
      ignoring.filter((folder) => isWithin(uri, folder)),
    );
  }

  /** Places below folders that anybody has asked for. One pass for all: a build may bring thousands of files. */
  knownBelow(created: ReadonlySet<Uri>): readonly Uri[] {
    if (created.size === 0) return [];
    const isBelow = (uri: Uri): boolean => {
      const above = parentUri(uri);
      return above !== uri && (created.has(above) || isBelow(above));
    };
    const known = new Set(
      [...this.folders, ...this.#shared].flatMap((folder) => this.#index.placesWithin(folder)),
    );
    return [...known].filter((uri) => isBelow(uri) && !this.#index.hasRead(uri));
  }
}

/** In a folder of which nobody looks at what is in it. */
export const isNeverLookedInto = (folder: Uri | undefined, uri: Uri): boolean =>
  uri
    .slice(folder?.length ?? uri.length)
    .split('/')
    .some((segment) => skippedFolders.has(segment));
