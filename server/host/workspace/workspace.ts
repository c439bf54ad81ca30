/**
 * When the index is told of files, and who is told of what follows. What is told stands in `ourFiles.ts`, and what is
 * kept back until all is read in `withheld.ts`.
 */
import { mayBeManifest } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import type { FileMeasure } from '../../core/portfolio/places';
import type { UnreadPlace } from '../../core/index/facts';
import type { Fact, Delta, Held, PortfolioIndex } from '../../core/index/portfolioIndex';
import { fileName, isWithin, parentUri } from '../../core/text/uri';
import type { FileAccess } from '../files/fileAccess';
import { nextTurn } from '../files/nextTurn';
import { isNeverLookedInto, OurFiles } from './ourFiles';
import type { LoadOptions } from './loadOptions';
import { maximumRounds } from './rounds';
import { Turns } from './turns';
import { Withheld } from './withheld';

/** What others need to hear of: a Delta without its questions. `coverage`: roots whose coverage or plans may look different. */
export interface News {
  readonly findings: ReadonlyMap<Uri, readonly Finding[]>;
  readonly coverage: ReadonlySet<Uri>;
}

export interface WorkspaceOptions {
  readonly access: FileAccess;
  readonly index: PortfolioIndex;
  readonly onNews: (news: News) => void;
  /** Told of the folders outside of the open ones from which manifests take evidence, whenever they are others. */
  readonly onShared?: (folders: readonly Uri[]) => void;
}

export interface FileEvent {
  readonly uri: Uri;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Files read before other work gets its turn: some 10 ms. What is held for more of them outlives V8's space for the new. */
const filesPerTurn = 50;

export class Workspace {
  readonly #access: FileAccess;
  readonly #ours: OurFiles;
  readonly #index: PortfolioIndex;
  readonly #onNews: (news: News) => void;
  readonly #onShared: (folders: readonly Uri[]) => void;
  /** Open documents that are not to be judged before the manifests above them have been read. */
  readonly #opening = new Set<Uri>();
  #loading = 0;
  /** When the folders that are being added have come to their turn: open documents can be judged then. */
  #ready: Promise<unknown> = Promise.resolve();
  readonly #turns = new Turns();
  /** Folders that are about to go: they are not read to their end. */
  readonly #leaving = new Set<Uri>();
  readonly #withheld = new Withheld();
  /** Folders whose reading was stopped: of their portfolios as a whole, nothing can be said. */
  readonly #unfinished = new Set<Uri>();

  constructor({ access, index, onNews, onShared = () => undefined }: WorkspaceOptions) {
    this.#access = access;
    this.#ours = new OurFiles(access, index);
    this.#index = index;
    this.#onNews = onNews;
    this.#onShared = onShared;
  }

  get folders(): readonly Uri[] {
    return this.#ours.folders;
  }

  get isLoading(): boolean {
    return this.#loading > 0;
  }

  /** What cannot be read, and is told by no finding. */
  leftOut(): readonly UnreadPlace[] {
    return [...this.#index.missed(), ...this.#ours.unreadOutside()];
  }

  /** True between `open` and `close`. */
  isOpen(uri: Uri): boolean {
    return this.#ours.isOpen(uri);
  }

  /** Adds folders and reads them. */
  addFolders(folders: readonly Uri[], options: LoadOptions = {}): Promise<void> {
    this.#loading++;
    let begin = (): void => undefined;
    this.#ready = new Promise<void>((resolve) => (begin = resolve));
    return this.#turns.next(() => this.#add(folders, options, begin));
  }

  async #add(folders: readonly Uri[], options: LoadOptions, begin: () => void): Promise<void> {
    const fresh = folders.filter((folder) => !this.#ours.whole.includes(folder));
    this.#ours.whole = [...this.#ours.whole, ...fresh];
    try {
      await options.after;
      begin();
      const documents = this.#ours
        .openDocuments()
        .filter((uri) => fresh.some((folder) => isWithin(folder, uri)));
      const manifests = await this.#ours.manifestsAbove(documents);
      await this.apply([this.#ours.foldersFact, ...manifests]);
      await this.#read(fresh, options);
    } finally {
      begin();
      this.#loading--;
      await this.#release();
    }
  }

  /** Takes open documents as evidence, by themselves: nothing else in their folders is read. In place of those before. */
  standAlone(documents: readonly Uri[]): Promise<void> {
    return this.#turns.next(() => this.#letGo(this.#ours.standAlone(documents), [this.#ours.foldersFact]));
  }

  /** Says before `removeFolders` that folders will go: nobody waits until they have been read. */
  willRemove = (folders: readonly Uri[]): void => folders.forEach((folder) => this.#leaving.add(folder));

  removeFolders(folders: readonly Uri[]): Promise<void> {
    this.willRemove(folders);
    return this.#turns.next(() => this.#remove(folders));
  }

  async #remove(folders: readonly Uri[]): Promise<void> {
    for (const folder of folders) this.#leaving.delete(folder);
    this.#ours.whole = this.#ours.whole.filter((folder) => !folders.includes(folder));
    const unfinished = folders.filter((folder) => this.#unfinished.delete(folder));
    await this.#letGo(folders, [this.#ours.foldersFact]);
    // A folder around one that went has rules of its own for what is in it.
    const around = this.#ours.whole.filter((folder) => folders.some((inner) => isWithin(folder, inner)));
    for (const folder of around) await this.#relist(folder);
    if (unfinished.length === 0) return;
    // What was kept back of manifests that are in another open folder, too.
    const isKept = (uri: Uri): boolean => unfinished.some((folder) => isWithin(folder, uri));
    this.#withheld.keep(
      this.#index.filesWithFindings().filter((uri) => isKept(uri) && mayBeManifest(fileName(uri))),
    );
    await this.#release();
  }

  /** Lets go of what is in folders that are ours no longer. */
  async #letGo(folders: readonly Uri[], facts: readonly Fact[]): Promise<void> {
    const isAffected = (uri: Uri): boolean => folders.some((folder) => isWithin(folder, uri));
    const gone = folders
      .flatMap((folder) => this.#index.placesWithin(folder))
      .filter((uri) => !this.#ours.keeps(uri) && !this.#ours.isOpen(uri));
    await this.apply([
      ...facts,
      // It may be there all the same: who refers to it from elsewhere, now or later, asks.
      ...gone.map((uri) => ({ kind: 'untold' as const, uri })),
      // What git ignored in the folder that went is a document like others now.
      ...this.#ours.openTexts(isAffected),
    ]);
    // Another portfolio may have its standard there.
    await this.apply(await this.#ours.readAll(gone.filter((uri) => this.#index.isNamedFile(uri))));
  }

  /** Reads the folders from which manifests take evidence, where they are others than before. */
  async #share(): Promise<void> {
    const folders = this.#index.sharedFolders();
    const before = this.#ours.shared;
    if (folders.join(' ') === before.join(' ')) return;
    this.#ours.shared = folders;
    this.#onShared(folders);
    this.#loading++;
    try {
      const gone = before.filter((folder) => !folders.includes(folder));
      if (gone.length > 0) await this.#letGo(gone, []);
      const fresh = folders.filter((folder) => !before.includes(folder));
      await this.#read(fresh, {});
      await this.apply([{ kind: 'listed', folders }]);
    } finally {
      this.#loading--;
      await this.#release();
    }
  }

  /** Takes the text of a document that has been opened. */
  async open(uri: Uri, text: string): Promise<void> {
    this.#ours.hold(uri, text);
    if (this.isLoading) {
      this.#opening.add(uri);
      await this.#ready;
    }
    await this.#turns.beside(this.#take(uri, text));
  }

  async #take(uri: Uri, text: string): Promise<void> {
    if (this.#opening.has(uri)) {
      try {
        const manifests = await this.#ours.manifestsAbove([uri]);
        await this.apply(manifests.filter((fact) => !('uri' in fact) || this.#ours.isOurs(fact.uri)));
      } finally {
        this.#opening.delete(uri);
      }
    }
    if (text.includes('\uFFFD') || this.#index.told(uri)?.kind === 'unreadable')
      await this.#ours.lookAtBytes(uri);
    const current = this.#ours.textOf(uri);
    if (current !== undefined) await this.edit(uri, current);
  }

  /** Takes the text of an open document after an edit. What follows from it is told before this returns. */
  edit(uri: Uri, text: string): Promise<void> {
    this.#ours.hold(uri, text);
    if (this.#opening.has(uri)) return Promise.resolve();
    return this.apply([this.#ours.isOurs(uri) ? this.#ours.factOfOpen(uri, text) : { kind: 'present', uri }]);
  }

  /** A document has been closed: from now on the disk speaks for it. What belongs to no folder goes. */
  close(uri: Uri): Promise<void> {
    this.#ours.letGo(uri);
    return this.#turns.next(async () => {
      // It may have been opened again.
      if (this.#ours.isOpen(uri)) return;
      await this.apply(
        this.#ours.isOurs(uri) ? await this.#ours.readAll([uri]) : await this.#ours.forget([uri]),
      );
    });
  }

  /** Something has happened to files. */
  changed(events: readonly FileEvent[]): Promise<void> {
    return this.#turns.next(() => this.#follow(events));
  }

  async #follow(events: readonly FileEvent[]): Promise<void> {
    for (const { uri } of events) if (this.#ours.isUndecided(uri)) await this.#ours.lookAtBytes(uri);
    const relisted = new Set<Uri>();
    const facts: Fact[] = [];
    const toRead: Uri[] = [];
    const created = new Set<Uri>();
    const relist = (ignoring: Uri): void => {
      for (const folder of [...this.#ours.whole, ...this.#ours.shared])
        if (isWithin(folder, ignoring) || isWithin(ignoring, folder)) relisted.add(folder);
    };
    for (const { uri, kind } of events) {
      if (isNeverLookedInto(this.#ours.folderOf(uri), uri) && !this.#index.isNamedFile(uri)) continue;
      if (fileName(uri) === '.gitignore') relist(parentUri(uri));
      if (kind === 'deleted') {
        // A folder that goes is one event; what was in it goes unsaid.
        const gone = [...this.#index.placesWithin(uri).filter((place) => place !== uri), uri];
        facts.push(...gone.map((place): Fact => this.#ours.goneOrOpen(place)));
        this.#ours.rulesWithin(uri).forEach(relist);
      } else if (this.#ours.isOurs(uri)) toRead.push(uri);
      else if (kind === 'created' || this.#ours.isUnreadPlace(uri)) {
        created.add(uri);
        const { facts: told, files, ignoring } = await this.#ours.come(uri);
        facts.push(...told);
        toRead.push(...files.filter((file) => this.#ours.isOurs(file)));
        ignoring.forEach(relist);
      }
    }
    // Of what git ignores no text is read and no list made, but a link may lead to it.
    facts.push(
      ...(await this.#ours.look(this.#ours.knownBelow(created))),
      ...(await this.#ours.readAll(toRead)),
    );
    await this.apply(facts);
    for (const folder of relisted) if (this.#isOurs(folder)) await this.#relist(folder);
  }

  /** Files may have come, changed or gone without a word of it: takes them as they are now, and tells what follows. */
  lookAgain(uris: readonly Uri[]): Promise<void> {
    return this.#turns.next(async () => {
      const there = await this.#ours.look(uris);
      await this.#follow(
        there.flatMap((fact): readonly FileEvent[] =>
          'uri' in fact ? [{ uri: fact.uri, kind: fact.kind === 'absent' ? 'deleted' : 'created' }] : [],
        ),
      );
    });
  }

  /** Gives facts to the index, tells what follows, and answers what the index asks: most edits ask nothing. */
  async apply(facts: readonly Fact[], held: Held = this.isLoading ? 'manifests' : 'nothing', round = 1) {
    const delta = this.#index.apply(facts, held);
    this.#tell(delta);
    const { mayShare, unknownPlaces, unknownFiles, unknownTexts } = delta;
    if (mayShare || unknownPlaces.length + unknownFiles.length + unknownTexts.length > 0)
      await this.#turns.beside(this.#goOn(delta, held, round));
  }

  async #goOn(delta: Delta, held: Held, round: number): Promise<void> {
    const next = await this.#answer(delta);
    if (next.length > 0 && round < maximumRounds) await this.apply(next, held, round + 1);
  }

  /**
   * The same for some of the files of a folder that is read: nobody waits for what can be said before their links are
   * known, or before all have come.
   */
  async #applySome(facts: readonly Fact[]): Promise<void> {
    await this.apply(await this.#answer(this.#index.apply(facts, 'findings')), 'consequences');
  }

  async #answer({ unknownPlaces, unknownFiles, unknownTexts, mayShare }: Delta): Promise<readonly Fact[]> {
    if (mayShare) await this.#share();
    const standards = await this.#ours.readAll(unknownFiles);
    const places = await this.#ours.look(unknownPlaces);
    const texts = await this.#ours.readAll(unknownTexts.filter((uri) => this.#ours.isOurs(uri)));
    return [...standards, ...texts, ...places];
  }

  #isOurs(folder: Uri): boolean {
    return this.#ours.whole.includes(folder) || this.#ours.shared.includes(folder);
  }

  /** Size and day of change of a file of a portfolio; undefined where it is not there or nobody knows. */
  async measureOf(uri: Uri, root: Uri): Promise<FileMeasure | undefined> {
    return this.#access.stat?.(uri, this.#index.boundaryOf(root));
  }

  async #read(folders: readonly Uri[], options: LoadOptions): Promise<void> {
    for (const folder of folders) {
      const cancelled = (): boolean => this.#leaving.has(folder) || options.isCancelled?.() === true;
      // A folder may be closed while others are read.
      if (!this.#isOurs(folder)) continue;
      const files = await this.#ours.list(folder, cancelled);
      // Opened, or needed by what was, before anybody knew that it is left out.
      await this.apply([...(await this.#ours.leftOut(folder)), ...(await this.#ours.unreadIn(folder))]);
      const manifests = files.filter((uri) => mayBeManifest(fileName(uri)) && this.#ours.isOurs(uri));
      await this.apply([
        ...(await this.#ours.readAll(manifests)),
        ...this.#ours.otherSpellings(folder, manifests),
      ]);
      // What is open has been read, or is about to be.
      const evidence = files.filter(
        (uri) => !mayBeManifest(fileName(uri)) && this.#ours.isRead(uri) && !this.#ours.isOpen(uri),
      );
      // Known before the first file is checked: then hardly a link needs to be looked up on the disk.
      await this.apply(files.map((uri) => ({ kind: 'present', uri })));
      for (let at = 0; at < evidence.length && !cancelled(); at += filesPerTurn) {
        await this.#applySome(await this.#ours.readAll(evidence.slice(at, at + filesPerTurn)));
        options.onProgress?.(Math.min(at + filesPerTurn, evidence.length), evidence.length);
        await nextTurn();
      }
      await this.apply([]);
      if (cancelled()) this.#unfinished.add(folder);
    }
  }

  /** Lists a folder again: what is ignored now goes, what is not ignored any longer comes. */
  async #relist(folder: Uri): Promise<void> {
    const files = await this.#ours.list(folder);
    const come = files.filter((uri) => this.#ours.isOurs(uri) && !this.#index.hasRead(uri));
    await this.apply([
      ...(await this.#ours.leftOut(folder)),
      ...(await this.#ours.unreadIn(folder)),
      ...files.map((uri): Fact => ({ kind: 'present', uri })),
      ...(await this.#ours.readAll(come)),
      ...this.#ours.openTexts((uri) => this.#ours.folderOf(uri) === folder),
    ]);
  }

  #tell({ findings, plans, ...delta }: Delta): void {
    // Views show both.
    const coverage = new Set([...delta.coverage, ...plans]);
    if (!this.isLoading) {
      const known = new Map([...findings].filter(([uri]) => !this.isUnfinished(uri)));
      if (known.size > 0 || coverage.size > 0) this.#onNews({ findings: known, coverage });
      return;
    }
    const isTold = (uri: Uri): boolean => this.#ours.isOpen(uri) && !mayBeManifest(fileName(uri));
    this.#withheld.keep(
      [...findings.keys()].filter((uri) => !isTold(uri)),
      coverage,
    );
    const now = new Map([...findings].filter(([uri]) => isTold(uri)));
    if (now.size > 0) this.#onNews({ findings: now, coverage: new Set() });
  }

  /** A manifest of a folder that was not read to its end: everything not read yet would look uncovered. */
  isUnfinished(uri: Uri): boolean {
    return mayBeManifest(fileName(uri)) && [...this.#unfinished].some((folder) => isWithin(folder, uri));
  }

  /** It is only in folders that are about to go. */
  #isLeft(uri: Uri): boolean {
    const holding = this.#ours.folders.filter((folder) => isWithin(folder, uri));
    return holding.length > 0 && holding.every((folder) => this.#leaving.has(folder));
  }

  async #release(): Promise<void> {
    if (this.isLoading) return;
    const held = this.#index.apply([]);
    this.#withheld.keep(held.findings.keys(), [...held.coverage, ...held.plans]);
    const { files, roots } = this.#withheld.take();
    // What is true now: a document may have been opened and edited since its findings were kept back.
    const told = files.filter((uri) => !this.isUnfinished(uri) && !this.#isLeft(uri));
    this.#onNews({ findings: new Map(told.map((uri) => [uri, this.#index.findings(uri)])), coverage: roots });
    await this.apply(await this.#answer(held));
  }
}
