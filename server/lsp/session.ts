/** One client's session: its documents, the index of its workspace, and what it is told unasked. */
import type { Connection, InitializeParams, Position } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../core/text/span';
import type { Portfolio } from '../core/portfolio/portfolio';
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import { mayBeManifest } from '../core/text/manifestName';
import type { Finding } from '../core/rules/finding';
import { fileName, normaliseUri } from '../core/text/uri';
import { diagnostics } from '../features/text/diagnostics';
import type { Cursor } from '../features/text/identifierAt';
import { isClearlyOurs } from '../core/portfolio/portfolioFile';
import { Visited } from './visited';
import type { News } from '../host/workspace/workspace';
import { Workspace } from '../host/workspace/workspace';
import { accessByScheme, clientFileAccess } from './clientFileAccess';
import { AfterQuiet } from './afterQuiet';
import { counts } from './serverState';
import type { Environment } from './environment';
import type { Guard } from './guard';
import { letGo } from './guard';
import { languageFault } from './languageFault';
import { openText } from './openText';
import { loadWithProgress } from './progress';
import type { InitializationOptions } from './protocol';
import { editionScheme, previewScheme, CoverageChangedNotification } from './protocol';
import type { Settings } from './settings';
import { defaultSettings, followSettings } from './settings';
import { followFiles, followOthers } from './watching';

/** Milliseconds in which changes of coverage are told once. */
const coverageQuiet = 50;
/**
 * What an edit elsewhere does to a manifest may be to thousands of findings: they are sent when nobody has typed for so
 * many milliseconds, and after so many at the latest.
 */
const manifestPatience = { quiet: 100, atMost: 1000 };
/** Milliseconds between looks at the calendar. */
const calendarInterval = 60_000;
/** Milliseconds that an editor gets to tell the settings before files are read without them. */
const patienceForSettings = 1000;

export class Session {
  readonly documents = new TextDocuments(openText);
  readonly index: PortfolioIndex;
  readonly workspace: Workspace;
  /** Called when settings or coverage have changed: for what editors show and ask for only once. */
  readonly onRefresh = new Set<() => void>();
  /** Called with all that the client is told of findings and coverage, before it is. */
  readonly onNews = new Set<(news: News) => void>();
  /** Called when the session ends. */
  readonly onStop = new Set<() => void>();
  readonly #connection: Connection;
  readonly #environment: Environment;
  /**
   * The client's own spelling of the addresses of documents, kept when they are closed: what is said of the file
   * from then on must take the place of what was said before.
   */
  readonly #spellings = new Map<Uri, string>();
  /** Files of which the client shows findings. */
  readonly #withFindings = new Set<Uri>();
  /** Open documents of portfolios that are visited, of which all is told: what changes of them is told as it does. */
  #heldOpen = new Set<Uri>();
  #settings: Settings = defaultSettings;
  /** The language of which it has been said, where there was anything to say. */
  #toldOfLanguage: string | undefined;
  #followOthers: (folders: readonly Uri[]) => void = () => undefined;
  #parameters: InitializeParams | undefined;
  #coverageTimer: ReturnType<typeof setTimeout> | undefined;
  #calendar: ReturnType<typeof setInterval> | undefined;
  /** The document that is being edited, while what follows from its new text is told. */
  #edited: Uri | undefined;
  readonly #manifests = new AfterQuiet<Uri>({
    ...manifestPatience,
    mayAct: () => !this.workspace.isLoading,
    act: (uris) => {
      for (const uri of uris)
        if (!this.workspace.isUnfinished(uri)) this.#tellOf(uri, this.index.findings(uri));
    },
  });

  readonly #visited: Visited;
  /** The open folders have been read, or are about to be: what is not in one of them is outside. */
  #started: () => void = () => undefined;
  readonly #start = new Promise<void>((resolve) => (this.#started = resolve));

  constructor(connection: Connection, environment: Environment) {
    const client = clientFileAccess(connection);
    const { newIndex, disk, home } = environment;
    this.#connection = connection;
    this.#environment = environment;
    this.index = newIndex({ today: environment.today() });
    this.workspace = new Workspace({
      access: disk ? accessByScheme(disk, client) : client,
      index: this.index,
      onNews: (news) => this.#tell(news),
      onShared: () => this.#watchOthers(),
    });
    this.#visited = new Visited({
      disk,
      home: home === undefined ? undefined : normaliseUri(home),
      folders: () => this.workspace.folders,
      shared: () => this.index.sharedFolders(),
      isOpen: (uri) => this.workspace.isOpen(uri),
      openDocuments: () => this.documents.keys().map(normaliseUri),
      add: async (folder) => {
        await loadWithProgress(connection, this.workspace, [folder]);
        this.#watchOthers();
      },
      remove: async (folder) => {
        await this.workspace.removeFolders([folder]);
        this.#watchOthers();
      },
      isClearlyOurs: (uri) => isClearlyOurs(this.index.evidenceAt(uri), environment.standards.values()),
      standAlone: (uris) => this.workspace.standAlone(uris),
    });
  }

  #watchOthers(): void {
    this.#followOthers([...new Set([...this.index.sharedFolders(), ...this.#visited.roots])]);
  }

  get settings(): Settings {
    return this.#settings;
  }

  get parameters(): InitializeParams | undefined {
    return this.#parameters;
  }

  /** What our own client says of itself; nothing of it where another one speaks. */
  get options(): InitializationOptions {
    return (this.#parameters?.initializationOptions ?? {}) as InitializationOptions;
  }

  /** Something that has changed is still to be told. */
  get hasNews(): boolean {
    return this.#coverageTimer !== undefined || this.#manifests.isWaiting;
  }

  initialise(parameters: InitializeParams): void {
    this.#parameters = parameters;
    const { startedFrom } = this.options;
    if (typeof startedFrom === 'string') this.#environment.startedFrom?.(startedFrom);
  }

  /** Reads the workspace and follows it from now on. */
  async start(guard: Guard): Promise<void> {
    const parameters = this.#parameters;
    if (!parameters) return;
    followFiles(this.#connection, parameters, guard, async (events) => {
      await this.workspace.changed(events);
      if (events.every(({ kind }) => kind === 'changed')) return;
      await this.#start;
      await this.#review();
    });
    this.#followOthers = followOthers(this.#connection, parameters);
    if (parameters.capabilities.workspace?.workspaceFolders) this.#followFolders(guard);
    this.#calendar = setInterval(
      () => letGo(this.#connection, 'the calendar', this.#setDay()),
      calendarInterval,
    );
    const settings = followSettings(this.#connection, parameters, guard, (found) => this.#setSettings(found));
    // No finding is shown that the settings switch off; but an editor that is slow to answer is not waited for.
    const settled = Promise.race([
      settings,
      new Promise((resolve) => setTimeout(resolve, patienceForSettings)),
    ]);
    await loadWithProgress(this.#connection, this.workspace, foldersOf(parameters), settled);
    await settled;
    this.#started();
    this.#tellOfLanguage();
    this.#tellOfLeftOut();
    const parts = { environment: this.#environment, index: this.index, workspace: this.workspace };
    this.#connection.console.info(counts(parts).join('; '));
    // A view that asked too early learns that there is something to see, even if that is nothing.
    this.#tellCoverage();
  }

  stop(): void {
    clearTimeout(this.#coverageTimer);
    this.#manifests.stop();
    clearInterval(this.#calendar);
    for (const stop of this.onStop) stop();
  }

  /** A file's address as the client spells it, where it has ever opened the file. */
  addressOf(uri: Uri): string {
    return this.#spellings.get(uri) ?? uri;
  }

  /** Takes the texts of open documents from now on. */
  followDocuments(guard: Guard): void {
    this.documents.onDidChangeContent(guard.event('change', ({ document }) => this.#changed(document)));
    this.documents.onDidClose(guard.event('close', ({ document }) => this.#closed(document)));
    this.documents.listen(this.#connection);
  }

  /** Takes an open document's text, the first time and after each edit. */
  #changed(document: TextDocument): Promise<void> {
    const uri = normaliseUri(document.uri);
    if ([editionScheme, previewScheme].some((scheme) => uri.startsWith(`${scheme}:`)))
      return Promise.resolve();
    this.#spellings.set(uri, document.uri);
    if (!this.workspace.isOpen(uri)) return this.#opened(uri, document.getText());
    this.#manifests.stir();
    this.#edited = uri;
    const held = this.#visited.holds(uri);
    try {
      // What follows from the text alone is told before this returns.
      const told = this.workspace.edit(uri, document.getText());
      return Promise.all([told, this.#visited.edited(uri)]).then(() => {
        if (held && !this.#visited.holds(uri)) this.#tellWhatIsLeft(uri);
      });
    } finally {
      this.#edited = undefined;
    }
  }

  async #opened(uri: Uri, text: string): Promise<void> {
    await this.workspace.open(uri, text);
    await this.#start;
    await this.#review();
  }

  /** Documents outside of the open folders belong to the portfolios above them, whichever these are now. */
  async #review(): Promise<void> {
    await this.#visited.review();
    const open = this.documents.keys().map(normaliseUri);
    const before = this.#heldOpen;
    this.#heldOpen = new Set(open.filter((uri) => this.#visited.holds(uri) && this.workspace.isOpen(uri)));
    for (const uri of this.#heldOpen) if (!before.has(uri)) this.#tellOf(uri, this.index.findings(uri));
    // What was in an open folder is in a portfolio that is visited now.
    for (const uri of this.#withFindings)
      if (this.#visited.holds(uri) && !this.workspace.isOpen(uri)) this.#tellOf(uri, []);
  }

  async #closed(document: TextDocument): Promise<void> {
    const uri = normaliseUri(document.uri);
    await this.workspace.close(uri);
    if (!this.#visited.holds(uri)) return;
    this.#tellNothingOf(uri);
    await this.#review();
  }

  /** The portfolio and the offset of a position in an open document; undefined where nothing is known of it. */
  cursorAt(
    address: string,
    position: Position,
  ): { readonly portfolio: Portfolio; readonly cursor: Cursor } | undefined {
    const document = this.documents.get(address);
    const uri = normaliseUri(address);
    const portfolio = this.index.portfolioAt(uri);
    if (!document || !portfolio) return undefined;
    return { portfolio, cursor: { uri, text: document.getText(), offset: document.offsetAt(position) } };
  }

  #followFolders(guard: Guard): void {
    this.#connection.workspace.onDidChangeWorkspaceFolders(
      guard.event('folders', async ({ added, removed }) => {
        const gone = removed.map(({ uri }) => normaliseUri(uri));
        const come = added.map(({ uri }) => normaliseUri(uri));
        // What is being read of them is not waited for.
        this.workspace.willRemove(gone);
        await this.#visited.foldersChange(come, async () => {
          await this.workspace.removeFolders(gone);
          await loadWithProgress(this.#connection, this.workspace, come);
        });
        await this.#review();
      }),
    );
  }

  async #setSettings(settings: Settings): Promise<void> {
    this.#settings = settings;
    await this.workspace.apply([
      { kind: 'settings', rules: settings.rules },
      { kind: 'language', language: settings.language },
    ]);
    await this.#setDay();
    this.#tellOfLanguage();
    for (const refresh of this.onRefresh) refresh();
  }

  /** A language that no standard here has words in changes nothing, and nothing else would say so. */
  #tellOfLanguage(): void {
    const { language } = this.#settings;
    if (language === this.#toldOfLanguage || this.workspace.isLoading) return;
    const message = language === undefined ? undefined : languageFault(language, this.index.portfolios());
    this.#toldOfLanguage = language;
    if (message !== undefined) this.#connection.window.showInformationMessage(message);
  }

  /** Of what is in no portfolio, no finding says that it cannot be read; whoever misses it looks here. */
  #tellOfLeftOut(): void {
    for (const { uri, isFolder = false, reason } of this.workspace.leftOut())
      this.#connection.console.warn(`A ${isFolder ? 'folder' : 'file'} was left out: ${uri}: ${reason}`);
  }

  #setDay(): Promise<void> {
    return this.workspace.apply([
      { kind: 'today', today: this.#environment.today(), asOf: this.#settings.today },
    ]);
  }

  #tell(news: News): void {
    const { findings, coverage } = news;
    for (const listen of this.onNews) listen(news);
    for (const [uri, found] of findings) {
      const isOfAnother = this.#edited !== undefined && this.#edited !== uri;
      if (isOfAnother && mayBeManifest(fileName(uri))) this.#manifests.add(uri);
      else this.#tellOf(uri, found);
    }
    if (coverage.size > 0) this.#tellCoverage();
  }

  /** Of an open file that is ours no longer by itself: it may belong to a manifest that is open as well. */
  #tellWhatIsLeft(uri: Uri): void {
    this.#heldOpen.delete(uri);
    this.#tellOf(uri, this.index.findings(uri));
  }

  /** Of a file that is shown no longer; where it is again, all is told again. */
  #tellNothingOf(uri: Uri): void {
    this.#heldOpen.delete(uri);
    this.#tellOf(uri, []);
  }

  #tellOf(uri: Uri, found: readonly Finding[]): void {
    this.#manifests.drop(uri);
    if (found.length > 0 && this.#visited.holds(uri) && !this.workspace.isOpen(uri)) return;
    if (found.length > 0) this.#withFindings.add(uri);
    else this.#withFindings.delete(uri);
    const address = this.addressOf(uri);
    const document = this.documents.get(address);
    const shown = diagnostics(document?.getText() ?? this.index.textOf(uri) ?? '', found, {
      rulePage: (rule) => this.#rulePage(rule),
      textOf: (other) => this.index.textOf(other),
    });
    const version = document ? { version: document.version } : {};
    void this.#connection.sendDiagnostics({ uri: address, diagnostics: shown, ...version });
  }

  #tellCoverage(): void {
    this.#coverageTimer ??= setTimeout(() => {
      this.#coverageTimer = undefined;
      void this.#connection.sendNotification(CoverageChangedNotification);
      for (const refresh of this.onRefresh) refresh();
    }, coverageQuiet);
  }

  /** Our own client shows the pages itself; others are led to the file. */
  #rulePage(rule: string): string | undefined {
    return this.options.rulePages === undefined
      ? this.#environment.rulePage(rule)
      : `evidence-portfolio-docs:/rules/${rule}.md`;
  }
}

/** Clients of today give folders, those of yesterday one root. */
function foldersOf({ workspaceFolders, ...older }: InitializeParams): readonly Uri[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => normaliseUri(uri));
  const { rootUri } = older as { readonly rootUri?: string | null };
  return rootUri ? [normaliseUri(rootUri)] : [];
}
