/** What the index has been told, kept: files, places, manifests, standards, and the portfolios that they make. */
import type { Days } from '../text/civilDate';
import { defaultInclude } from '../manifest/manifest';
import type { KeyNames } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';
import { ManifestShelf } from '../manifest/manifestShelf';
import { mappingPlaces } from '../manifest/mappingShelf';
import { NamedFiles } from '../manifest/namedFiles';
import { StandardShelf } from '../manifest/standardShelf';
import type { MappingRead } from '../mapping/mappingFile';
import { parseMapping } from '../mapping/mappingFile';
import type { PatternQuestion } from '../portfolio/patternMatches';
import { PatternMatches } from '../portfolio/patternMatches';
import { Places } from '../portfolio/places';
import type { PortfolioParts } from '../portfolio/portfolio';
import { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import type { UnreadFile } from '../evidence/unreadFile';
import { mappingFilesOf, standardFilesOf } from '../portfolio/filesOf';
import { mayBeManifest } from '../text/manifestName';
import { folderTest } from '../manifest/folderTest';
import { outermost, outwardPattern, pathTest, sharedFolders } from '../manifest/outwardPatterns';
import { isMarkdown } from '../text/markdownName';
import { compareNaturally } from '../text/naturalOrder';
import type { Uri } from '../text/span';
import { fileName, isWithin, joinPath, nearestOf, parentUri, relativePath } from '../text/uri';
import type { Fact, IndexOptions, Unreadable } from './facts';
import type { RefCiters } from './refCiters';
import { NamedFileUsers } from './namedFileUsers';

/** What a portfolio is made of, but for what stands around it. */
type MadeOf = Pick<PortfolioParts, 'root' | 'manifest' | 'adopted' | 'mappings' | 'days'>;

export class Known {
  readonly #options: IndexOptions;
  days: Days;
  /** In which elements are shown, whatever the manifests say; undefined: as they say. */
  language: string | undefined;
  #folders: ReadonlySet<Uri>;
  /** Files of which nothing is known but themselves: no manifest, and nothing else in their folders. */
  #lone: ReadonlySet<Uri>;
  /** The folders that those are in. */
  #loneRoots: ReadonlySet<Uri>;
  readonly manifests: ManifestShelf;
  readonly standards: StandardShelf;
  readonly mappings: NamedFiles<MappingRead>;
  /** Every evidence file and action plan, whether it belongs to a portfolio or not. */
  readonly files: Map<Uri, PortfolioFile>;
  /** Files that look as if they were meant as evidence: whether they are depends on the portfolio. */
  readonly unread: Map<Uri, UnreadFile>;
  readonly unreadable: Map<Uri, Unreadable>;
  readonly places: Places;
  /** Undefined as long as no file cites a ref. */
  citers: RefCiters | undefined;
  readonly matches: PatternMatches;
  readonly #portfolios = new Map<Uri, Portfolio>();
  readonly portfolios: ReadonlyMap<Uri, Portfolio> = this.#portfolios;
  readonly standardUsers: NamedFileUsers;
  readonly mappingUsers: NamedFileUsers;
  /** The root of the portfolio that each file was put into. */
  readonly home: Map<Uri, Uri>;
  /** The roots of the others that it was put into: of evidence that portfolios share. */
  readonly guests: Map<Uri, readonly Uri[]>;
  /** Those that take evidence from outside of their folders, by root. */
  #sharing: readonly Portfolio[] = [];
  /** Folders outside of the open ones that have been listed, as some manifest takes evidence from there. */
  listed: ReadonlySet<Uri>;

  /** Whether anybody wants to know where the links of a portfolio’s files lead. */
  asksForLinks: (portfolio: Portfolio) => boolean = () => true;

  /** Whether anybody wants to know what is cited without a link. */
  asksForCitations: (portfolio: Portfolio) => boolean = () => false;

  /** @param like what it knows from the start: the same as another, which goes its own way */
  constructor(options: IndexOptions, like?: Known) {
    this.#options = options;
    this.language = like?.language;
    this.days = like?.days ?? { today: options.today, asOf: options.asOf };
    this.#folders = like?.folders ?? new Set();
    this.#lone = like ? like.#lone : new Set();
    this.#loneRoots = like ? like.#loneRoots : new Set();
    this.manifests = like?.manifests.copy() ?? new ManifestShelf();
    this.standards = new StandardShelf(options.standards);
    this.mappings = new NamedFiles(parseMapping);
    this.standardUsers = new NamedFileUsers(this.standards, standardFilesOf);
    this.mappingUsers = new NamedFileUsers(this.mappings, mappingFilesOf);
    if (like) {
      this.standards.takeOver(like.standards);
      this.mappings.takeOver(like.mappings);
    }
    this.files = new Map(like?.files);
    this.unread = new Map(like?.unread);
    this.unreadable = new Map(like?.unreadable);
    this.places = like?.places.copy() ?? new Places();
    this.citers = like?.citers?.copy();
    this.matches = like?.matches.copy(this.places) ?? new PatternMatches(this.places, options.matcher);
    this.home = new Map(like?.home);
    this.guests = new Map(like?.guests);
    this.listed = like?.listed ?? new Set();
    for (const portfolio of like?.portfolios.values() ?? []) {
      const twin = this.#portfolioOf(portfolio.parts);
      twin.takeOver(portfolio);
      this.#put(twin);
    }
  }

  /** Another one that knows the same. */
  copy(): Known {
    return new Known(this.#options, this);
  }

  /** The open ones. */
  get folders(): ReadonlySet<Uri> {
    return this.#folders;
  }

  set folders(folders: Iterable<Uri>) {
    this.#folders = new Set(folders);
  }

  /** Files of which nothing is known but themselves. */
  set lone(files: readonly Uri[]) {
    this.#lone = new Set(files);
    this.#loneRoots = new Set(files.map(parentUri));
  }

  /** Portfolios that have a manifest or at least one evidence file, by root. Of what stands alone, there is no coverage. */
  active(): readonly Portfolio[] {
    return inOrder(this.portfolios.values()).filter(({ isLone }) => !isLone);
  }

  /** The portfolio that a file was put into. */
  homeOf(uri: Uri): Portfolio | undefined {
    const root = this.home.get(uri);
    return root === undefined ? undefined : this.portfolios.get(root);
  }

  /** The roots of the portfolios that a file was put into; the one whose words and findings it has is the first. */
  rootsWith(uri: Uri): readonly Uri[] {
    const home = this.home.get(uri);
    const guests = this.guests.get(uri) ?? [];
    return home === undefined ? guests : [home, ...guests];
  }

  /** Says which portfolios a file has been put into. */
  setRoots(uri: Uri, [home, ...guests]: readonly Uri[]): void {
    if (home === undefined) this.home.delete(uri);
    else this.home.set(uri, home);
    if (guests.length === 0) this.guests.delete(uri);
    else this.guests.set(uri, guests);
  }

  /** The portfolio that a file at this place belongs to or would belong to, active or not. */
  portfolioAt(uri: Uri): Portfolio | undefined {
    const root = this.home.get(uri) ?? this.rootsFor(uri)[0];
    return root === undefined ? undefined : this.portfolios.get(root);
  }

  /**
   * The roots of the portfolios that evidence at this place would be in, its own first: that of the nearest manifest
   * above it. A folder without a manifest leaves evidence to those whose manifests ask for it.
   */
  rootsFor(uri: Uri): readonly Uri[] {
    const own = this.rootOf(uri);
    const sharers = this.#sharersOf(uri);
    if (own === undefined || sharers.length === 0) return own === undefined ? sharers : [own];
    const portfolio = this.portfolios.get(own);
    return portfolio?.manifest !== undefined && portfolio.includes(uri) ? [own, ...sharers] : sharers;
  }

  #sharersOf(uri: Uri): readonly Uri[] {
    if (this.#sharing.length === 0 || !isMarkdown(uri)) return [];
    return this.#sharing
      .filter(({ root, includes }) => !isWithin(root, uri) && includes(uri))
      .map(({ root }) => root);
  }

  /** What the portfolio in a folder calls our keys. */
  namesIn(root: Uri | undefined): KeyNames {
    return (root === undefined ? undefined : this.portfolios.get(root))?.names ?? ourNames;
  }

  /** Whether any portfolio has names of its own for our keys. */
  get isNamed(): boolean {
    for (const { names } of this.portfolios.values()) if (names !== ourNames) return true;
    return false;
  }

  /** Those that take evidence from outside of their folders, by root. */
  get sharing(): readonly Portfolio[] {
    return this.#sharing;
  }

  /** The portfolios that a file is in, the one whose words and findings it has first. */
  portfoliosWith(uri: Uri): readonly Portfolio[] {
    return this.rootsWith(uri).flatMap((root) => this.portfolios.get(root) ?? []);
  }

  /** Folders outside of the open ones from which manifests take evidence, none within another. */
  sharedFolders(): readonly Uri[] {
    const folders = this.#sharing.flatMap((portfolio) => portfolio.sharedFolders);
    return outermost(folders.filter((folder) => this.#openFolderOf(folder) === undefined));
  }

  #textOfNamed(uri: Uri): string | undefined {
    return this.standards.textOf(uri) ?? this.mappings.textOf(uri);
  }

  /** The text of a file that has been read: evidence, plan, manifest, standard or mapping. */
  textOf(uri: Uri): string | undefined {
    if (mayBeManifest(fileName(uri))) return this.manifests.textOf(uri);
    return this.files.get(uri)?.text ?? this.unread.get(uri)?.text ?? this.#textOfNamed(uri);
  }

  /** What has been said of a place, as it would be said again; undefined where nothing is known of it. */
  told(uri: Uri): Fact | undefined {
    const file = this.files.get(uri);
    if (file && !this.standards.files.has(uri) && !this.mappings.files.has(uri))
      return { kind: 'file', uri, file };
    const text = this.textOf(uri);
    if (text !== undefined) return { kind: 'text', uri, text };
    const unreadable = this.unreadable.get(uri);
    if (unreadable !== undefined) return { kind: 'unreadable', uri, ...unreadable };
    if (this.places.leadsOutside(uri)) return { kind: 'outside', uri };
    const exists = this.places.exists(uri);
    return exists === undefined ? undefined : { kind: exists ? 'present' : 'absent', uri };
  }

  /** What a file is named as, by its role: each with what it says in that role. */
  rolesOf(uri: Uri): readonly NamedFileUsers[] {
    return this.roles.filter((role) => mayBeNamed(role, uri));
  }

  get roles(): readonly NamedFileUsers[] {
    return [this.standardUsers, this.mappingUsers];
  }

  /** True where a manifest names this file, as its standard or as a mapping. */
  isNamedFile(uri: Uri): boolean {
    return this.standardUsers.users.has(uri) || this.mappingUsers.users.has(uri);
  }

  /** The portfolios, by root, that name a file in a role. */
  activeUsersOf(role: NamedFileUsers, uri: Uri): readonly Portfolio[] {
    return inOrder(role.users.get(uri) ?? []);
  }

  /** The folder outside of which nothing is read for a portfolio: its repository, else the open folder around it. */
  boundaryOf(root: Uri): Uri {
    return this.#options.repositoryOf?.(root) ?? this.#openFolderOf(root) ?? root;
  }

  /** Puts an empty portfolio into a folder, in the place of one that is there. */
  putPortfolio(root: Uri): void {
    this.dropPortfolio(root);
    this.#put(this.#makePortfolio(root));
  }

  #put(portfolio: Portfolio): void {
    this.#portfolios.set(portfolio.root, portfolio);
    if (portfolio.sharedFolders.length > 0) this.#sharing = byRoot([...this.#sharing, portfolio]);
    for (const role of this.roles) role.add(portfolio);
  }

  /** There is no portfolio in a folder any longer. */
  dropPortfolio(root: Uri): void {
    const portfolio = this.#portfolios.get(root);
    this.#portfolios.delete(root);
    if (portfolio && portfolio.sharedFolders.length > 0)
      this.#sharing = this.#sharing.filter((other) => other !== portfolio);
    if (portfolio) for (const role of this.roles) role.remove(portfolio);
  }

  /** An empty portfolio in a folder, as its manifest, the standard and the day make it. */
  #makePortfolio(root: Uri): Portfolio {
    const manifest = this.manifests.at(root);
    const patterns = (manifest?.patterns ?? []).map(({ text }) => text);
    this.matches.keep(root, patterns);
    const { days } = this;
    const isNear = this.#isNearTo(root);
    return this.#portfolioOf({
      root,
      manifest,
      adopted: this.standards.standardsOf(manifest, root, isNear, this.language),
      mappings: mappingPlaces(manifest, root, isNear),
      days,
    });
  }

  #isNearTo(root: Uri): (uri: Uri) => boolean {
    // To ask for it may be to look at the disk.
    let boundary: Uri | undefined;
    return (uri) =>
      isWithin((boundary ??= this.boundaryOf(root)), uri) || this.#openFolderOf(uri) !== undefined;
  }

  #portfolioOf({ root, manifest, adopted, mappings, days }: MadeOf): Portfolio {
    const { places, matches } = this;
    const isNear = this.#isNearTo(root);
    const include = pathTest(root, manifest?.include ?? defaultInclude, this.#options.matcher, isNear);
    const exclude = pathTest(root, manifest?.exclude ?? [], this.#options.matcher, isNear);
    const mayHold = folderTest(manifest?.include ?? defaultInclude);
    const isLone = manifest === undefined && this.#loneRoots.has(root);
    return new Portfolio({
      root,
      isLone,
      manifest,
      adopted,
      mappings,
      mappingAt: (uri) => this.mappings.files.get(uri),
      days,
      exists: (uri) => places.exists(uri),
      leadsOutside: (uri) => places.leadsOutside(uri),
      misses: (file) => places.misses(file),
      isMatched: (question) => !this.#isListed(root, question) || matches.isMatched(root, question),
      childrenOf: (folder) => places.childrenOf(folder),
      places: () => places.within(root),
      alike: (uri) => places.alike(root, uri),
      includes: isLone ? (uri) => this.#lone.has(uri) : (uri) => include(uri) && !exclude(uri),
      mayHold: (folder) => mayHold(relativePath(root, folder)) && !exclude(joinPath(folder, anyFile)),
      sharedFolders: sharedFolders(root, manifest?.include ?? [], isNear),
      boundary: () => this.boundaryOf(root),
      isNear,
    });
  }

  /** Whether it is known what there is for a pattern to match: nobody lists what is outside of the open folders unasked. */
  #isListed(root: Uri, { pattern }: PatternQuestion): boolean {
    const outward = outwardPattern(pattern);
    const folder = joinPath(root, outward?.folder ?? '');
    return (
      this.#openFolderOf(folder) !== undefined ||
      (outward !== undefined && nearestOf(this.listed, folder) !== undefined)
    );
  }

  /** The nearest folder above a file with a manifest, else the innermost open folder that holds it. */
  rootOf(uri: Uri): Uri | undefined {
    return nearestOf(this.manifests.chosen, parentUri(uri)) ?? this.#openFolderOf(uri);
  }

  #openFolderOf(uri: Uri): Uri | undefined {
    return nearestOf(this.#folders, uri);
  }
}

/** Stands for whatever may be in a folder that nobody can look into. */
const anyFile = 'any.md';

/** Named now, or before. */
export const mayBeNamed = ({ users, shelf }: NamedFileUsers, uri: Uri): boolean =>
  users.has(uri) || shelf.files.has(uri);

/** Those that have a manifest or at least one evidence file, by root. */
const inOrder = (portfolios: Iterable<Portfolio>): readonly Portfolio[] =>
  byRoot([...portfolios].filter((portfolio) => portfolio.isActive));

const byRoot = (portfolios: readonly Portfolio[]): readonly Portfolio[] =>
  [...portfolios].sort((left, right) => compareNaturally(left.root, right.root));
