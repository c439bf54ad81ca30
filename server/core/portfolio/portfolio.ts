/** One portfolio as rules, features and outputs see it: its parts, and the questions that can be asked of it. */
import type { CivilDate, Days } from '../text/civilDate';
import type { Calendar, ElementCoverage, Tally } from './coverage';
import { adjust, coverageOf, emptyTally, TouchedElements } from './coverage';
import { RefFamilies } from '../citations/refFamilies';
import { refKey } from '../citations/refKey';
import { citedBy } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import { valueOf } from '../yaml/fields';
import type { KeyNames } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';
import { byKnownId } from '../manifest/knownIds';
import type { Decision, Manifest } from '../manifest/manifest';
import { manifestName } from '../text/manifestName';
import type { Uri } from '../text/span';
import { compareNaturally } from '../text/naturalOrder';
import type { OneOrMore } from '../text/oneOrMore';
import { copyOf, numberOf, withMember, withoutMember } from '../text/oneOrMore';
import type { ActionPlan } from '../plan/model';
import type { ActionInPlan } from '../plan/shelf';
import { PlanShelf } from '../plan/shelf';
import type { PatternQuestion } from './patternMatches';
import type { Child } from './places';
import type { PortfolioFile } from './portfolioFile';
import { lexiconOf } from './lexiconOf';
import { PortfolioStandard } from './portfolioStandard';
import { isNamed, retiredIdsOf } from '../standard/retired';
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';
import type { MappingPlace, NamedMapping } from '../manifest/mappingShelf';
import type { AdoptedStandard, StandardSource } from '../manifest/standardShelf';
import { fileName, isWithin, joinPath, relativePath } from '../text/uri';

export interface PortfolioParts {
  readonly root: Uri;
  readonly manifest: Manifest | undefined;
  /** Nothing is known but single files, so nothing can be said of coverage. */
  readonly isLone: boolean;
  /** At least one, in the order of the manifest. */
  readonly adopted: readonly [AdoptedStandard, ...AdoptedStandard[]];
  /** The mappings that the manifest names, in its order. */
  readonly mappings: readonly MappingPlace[];
  /** What has been read at such a place; undefined where it is still to be. */
  readonly mappingAt: (uri: Uri) => NamedMapping['file'];
  readonly days: Days;
  /** Whether something stands at a URI; undefined where nobody has looked yet. */
  readonly exists: (uri: Uri) => boolean | undefined;
  /** Whether a symbolic link on the way to a URI leads out of the repository; then it does not exist for us. */
  readonly leadsOutside: (uri: Uri) => boolean;
  /** Whether one of the places that a file refers to, or could refer to, is not there; false: no need to look closer. */
  readonly misses: (file: Uri) => boolean;
  /** Whether a pattern matches any of the files below the root. */
  readonly isMatched: (question: PatternQuestion) => boolean;
  /** What stands directly in a folder, as far as anybody has looked. */
  readonly childrenOf: (folder: Uri) => readonly Child[];
  /** All that is known below the root. */
  readonly places: () => readonly Uri[];
  /** What stands under a name that looks like that of a place at which nothing stands: in other letter case, say. */
  readonly alike: (uri: Uri) => Uri | undefined;
  /** Whether evidence at a place would belong to this portfolio: the manifest may leave it out. */
  readonly includes: (uri: Uri) => boolean;
  /** Whether evidence of this portfolio may be in a folder, which nobody can look into. */
  readonly mayHold: (folder: Uri) => boolean;
  /** Folders outside of its own from which the manifest takes evidence that others may have, too. */
  readonly sharedFolders: readonly Uri[];
  /** The folder outside of which nothing is read for this portfolio: its repository, else the open folder around it. */
  readonly boundary: () => Uri;
  /** Whether a file or folder may be read: it is within the boundary, or in another open folder. */
  readonly isNear: (uri: Uri) => boolean;
}

/** Holds the evidence and the action plans of one portfolio and what follows from it. Changed by the index only. */
export class Portfolio {
  /** All that it was made of. */
  readonly parts: PortfolioParts;
  readonly root: Uri;
  readonly manifest: Manifest | undefined;
  /** What it is kept against, in the order of the manifest: at least one. What is put out is put out of each. */
  readonly standards: readonly [PortfolioStandard, ...PortfolioStandard[]];
  /** Where IDs are looked up, whichever of its standards they are of. */
  readonly standard: Lexicon;
  /** The day to judge by. What is written as today is `days.today`. */
  readonly today: CivilDate;
  readonly days: Days;
  readonly exists: (uri: Uri) => boolean | undefined;
  readonly leadsOutside: (uri: Uri) => boolean;
  readonly misses: (file: Uri) => boolean;
  readonly isMatched: (question: PatternQuestion) => boolean;
  readonly childrenOf: (folder: Uri) => readonly Child[];
  readonly places: () => readonly Uri[];
  readonly alike: (uri: Uri) => Uri | undefined;
  readonly includes: (uri: Uri) => boolean;
  readonly mayHold: (folder: Uri) => boolean;
  readonly sharedFolders: readonly Uri[];
  readonly isNear: (uri: Uri) => boolean;
  /** Elements whose coverage may be another than before. */
  readonly touched = new TouchedElements();
  readonly #evidence = new Map<Uri, EvidenceFile>();
  readonly #plans: PlanShelf;
  readonly #citing = new Map<string, OneOrMore>();
  readonly #tallies = new Map<string, Tally>();
  readonly #refs = new Map<string, OneOrMore>();
  /** Numbers of refs of each kind; undefined where nobody has asked. */
  #families: RefFamilies | undefined;
  /** Files that name something of the shape of an element's ID. */
  readonly #naming = new Set<Uri>();
  /** Sets of files in the natural order of their paths, as last asked for: an edit seldom changes which files there are. */
  readonly #orders = new WeakMap<ReadonlySet<Uri>, readonly Uri[]>();
  /** The files of such sets, as long as none has been edited: of thousands with one ref, each asks for all. */
  readonly #lists = new WeakMap<
    ReadonlySet<Uri>,
    { readonly edits: number; readonly files: readonly EvidenceFile[] }
  >();
  /** How often evidence has come, gone or changed. */
  #edits = 0;
  readonly #calendar: Calendar;
  /** By the ID that is known. */
  readonly #decisions: ReadonlyMap<string, Decision> | undefined;
  readonly #decidedEarlier = new Map<string, Decision | undefined>();

  constructor(parts: PortfolioParts) {
    const { root, manifest, adopted, days, exists, misses, childrenOf, alike, includes } = parts;
    const today = days.asOf ?? days.today;
    this.parts = parts;
    this.root = root;
    this.manifest = manifest;
    const [first, ...others] = adopted;
    const own = (one: AdoptedStandard): PortfolioStandard => new PortfolioStandard(one, this);
    this.standards = [own(first), ...others.map(own)];
    this.standard = lexiconOf(adopted);
    this.today = today;
    this.days = days;
    this.exists = exists;
    this.leadsOutside = parts.leadsOutside;
    this.isMatched = parts.isMatched;
    this.misses = misses;
    this.childrenOf = childrenOf;
    this.places = parts.places;
    this.alike = alike;
    this.includes = includes;
    this.mayHold = parts.mayHold;
    this.sharedFolders = parts.sharedFolders;
    this.isNear = parts.isNear;
    this.#plans = new PlanShelf((written) => this.#idOf(written));
    this.#decisions = manifest && byKnownId(manifest.decisions, this.standard);
    this.#calendar = { today, assessmentDate: manifest?.assessmentDate };
  }

  /** Takes over the files of another portfolio with the same manifest, standard and day, and what follows from them. */
  takeOver(other: Portfolio): void {
    for (const plan of other.plans.values()) this.#plans.put(plan);
    for (const [uri, evidence] of other.#evidence) this.#evidence.set(uri, evidence);
    for (const [id, uris] of other.#citing) this.#citing.set(id, copyOf(uris));
    for (const [id, tally] of other.#tallies) this.#tallies.set(id, tally);
    for (const [ref, uris] of other.#refs) this.#refs.set(ref, copyOf(uris));
    for (const uri of other.#naming) this.#naming.add(uri);
  }

  /** The address of its manifest, or of the one that it would get. */
  get manifestUri(): Uri {
    return this.manifest?.uri ?? joinPath(this.root, manifestName);
  }

  /** How it comes to its standards; of the first that could not be read whole, where there is one. */
  get source(): StandardSource {
    const { standards } = this;
    return (standards.find(({ source }) => source.kind !== 'ready') ?? standards[0]).source;
  }

  /** The mappings between its standards, as far as they have been read. */
  get mappings(): readonly NamedMapping[] {
    const { mappings, mappingAt } = this.parts;
    return mappings.map((place) => ({
      ...place,
      file: place.uri === undefined ? undefined : mappingAt(place.uri),
    }));
  }

  /** What it calls our front matter keys. */
  get names(): KeyNames {
    return this.manifest?.names ?? ourNames;
  }

  get title(): string {
    return (this.manifest && valueOf(this.manifest.title)) ?? fileName(this.root);
  }

  /** Nothing is known but single files, so nothing can be said of coverage. */
  get isLone(): boolean {
    return this.parts.isLone;
  }

  get evidence(): ReadonlyMap<Uri, EvidenceFile> {
    return this.#evidence;
  }

  /** A folder without a manifest is a portfolio once a file in it names an element. */
  get isActive(): boolean {
    return this.manifest !== undefined || this.#naming.size > 0 || (this.isLone && this.#evidence.size > 0);
  }

  /** Its action plans: one as a rule. */
  get plans(): ReadonlyMap<Uri, ActionPlan> {
    return this.#plans.plans;
  }

  add(file: PortfolioFile): void {
    if (file.isPlan) this.#plans.put(file);
    else this.#addEvidence(file);
  }

  remove(file: PortfolioFile): void {
    if (file.isPlan) this.#plans.take(file.uri);
    else this.#removeEvidence(file);
  }

  /** Takes another text of evidence that is here already and says the same of itself: elements, state, ref. */
  rewrite(evidence: EvidenceFile): void {
    this.#edits++;
    this.#evidence.set(evidence.uri, evidence);
  }

  #addEvidence(evidence: EvidenceFile): void {
    this.#edits++;
    this.#evidence.set(evidence.uri, evidence);
    if (evidence.elements.some(({ id }) => this.standard.elementPattern.matches(id)))
      this.#naming.add(evidence.uri);
    for (const id of citedBy(this.standard, evidence)) {
      join(this.#citing, id, evidence.uri);
      this.#touch(id);
      this.#tallies.set(id, adjust(this.#tallies.get(id) ?? emptyTally, evidence, this.#calendar, 1));
    }
    const ref = valueOf(evidence.ref);
    if (!ref) return;
    if (!this.hasRefLike(ref)) this.#families?.add(refKey(ref));
    join(this.#refs, refKey(ref), evidence.uri);
  }

  #removeEvidence(evidence: EvidenceFile): void {
    this.#edits++;
    this.#evidence.delete(evidence.uri);
    this.#naming.delete(evidence.uri);
    for (const id of citedBy(this.standard, evidence)) {
      leave(this.#citing, id, evidence.uri);
      this.#touch(id);
      const tally = adjust(this.#tallies.get(id) ?? emptyTally, evidence, this.#calendar, -1);
      if (this.#citing.has(id)) this.#tallies.set(id, tally);
      else this.#tallies.delete(id);
    }
    const ref = valueOf(evidence.ref);
    if (!ref) return;
    leave(this.#refs, refKey(ref), evidence.uri);
    if (!this.hasRefLike(ref)) this.#families?.remove(refKey(ref));
  }

  /** Evidence for a node has come or gone. The text of an ID would hold that of its file. */
  #touch(id: string): void {
    const node = this.standard.nodes.get(id);
    if (node) this.touched.note(node.id);
  }

  coverage(id: string): ElementCoverage {
    const known = this.#idOf(id);
    const isOut = this.#hasProfile && this.standard.nodes.get(known)?.inScope === false;
    return coverageOf(
      this.#tallies.get(known) ?? emptyTally,
      isOut ? 'out-of-scope' : this.decision(known),
      this.#calendar,
    );
  }

  /** The decision about an element; one under an ID of an earlier edition where there is none under its own. */
  decision(id: string): Decision | undefined {
    const decisions = this.#decisions;
    const own = decisions?.get(this.#idOf(id));
    if (own || !decisions) return own;
    const earlier = retiredIdsOf(this.standard, id);
    if (earlier.length === 0) return undefined;
    // Thousands may have become one, which is asked for with each of them.
    if (!this.#decidedEarlier.has(id)) {
      const decided = earlier.find((old) => decisions.has(old));
      this.#decidedEarlier.set(id, decided === undefined ? undefined : decisions.get(decided));
    }
    return this.#decidedEarlier.get(id);
  }

  /** The standard that an ID is of; the first one, where it is of none. */
  standardOf(id: string): PortfolioStandard {
    const [first, ...others] = this.standards;
    if (others.length === 0) return first;
    const known = this.#idOf(id);
    return this.standards.find(({ standard }) => isNamed(standard, known)) ?? first;
  }

  get #hasProfile(): boolean {
    return this.standards.some(({ profile }) => profile !== undefined);
  }

  /** An ID as it is known, of what somebody wrote. */
  #idOf(written: string): string {
    return knownId(this.standard, written);
  }

  /** Number of files that name an element, withdrawn ones too. */
  citations(id: string): number {
    return numberOf(this.#citing.get(this.#idOf(id)));
  }

  /** Files that name an element, withdrawn ones too, in the natural order of their paths. */
  evidenceFor(id: string): readonly EvidenceFile[] {
    return this.#sorted(this.#citing.get(this.#idOf(id)));
  }

  evidenceWithRef(ref: string): readonly EvidenceFile[] {
    return this.evidenceWithRefLike(ref).filter((evidence) => valueOf(evidence.ref) === ref);
  }

  /** Also where the ref differs in a way that nobody sees, such as a no-break space. */
  evidenceWithRefLike(ref: string): readonly EvidenceFile[] {
    return this.#sorted(this.#refs.get(refKey(ref)));
  }

  /** Whether `evidenceWithRefLike` would answer more than one; without looking at them. */
  isSharedRef(ref: string): boolean {
    return numberOf(this.#refs.get(refKey(ref))) > 1;
  }

  /** Whether evidence has a ref like it. */
  hasRefLike(ref: string): boolean {
    return this.#refs.has(refKey(ref));
  }

  /** Number of refs of one kind: those that differ in their numbers alone. Counted when it is first asked for. */
  numberOfFamily(family: string | undefined): number {
    this.#families ??= new RefFamilies(this.#refs.keys());
    return family === undefined ? 0 : this.#families.numberOf(family);
  }

  /** Whether any file but this one has a ref like it; without looking at them. */
  isRefOfOthers(ref: string, uri: Uri): boolean {
    const uris = this.#refs.get(refKey(ref));
    return uris !== undefined && uris !== uri;
  }

  /** What the action plans say of an element, open or complete, in the natural order of their paths. */
  actionsFor(id: string): readonly ActionInPlan[] {
    const own = this.#plans.actionsFor(this.#idOf(id));
    const earlier = retiredIdsOf(this.standard, id).flatMap((old) => this.#plans.actionsFor(old));
    return earlier.length > 0 ? [...own, ...earlier] : own;
  }

  /** The folder out of which the links and attachments of a file should not lead; that of shared evidence is wider. */
  scopeOf(uri: Uri): Uri {
    return isWithin(this.root, uri) ? this.root : this.parts.boundary();
  }

  /** The path of a file from the root, for people. */
  path(uri: Uri): string {
    return relativePath(this.root, uri);
  }

  #sorted(uris: OneOrMore | undefined): readonly EvidenceFile[] {
    if (uris === undefined) return [];
    if (typeof uris === 'string') return this.#filesAt([uris]);
    const known = this.#lists.get(uris);
    if (known?.edits === this.#edits) return known.files;
    const files = this.#filesAt(this.#orderOf(uris));
    this.#lists.set(uris, { edits: this.#edits, files });
    return files;
  }

  #filesAt(uris: readonly Uri[]): readonly EvidenceFile[] {
    return uris.map((uri) => this.#evidence.get(uri)).filter((evidence) => evidence !== undefined);
  }

  #orderOf(uris: ReadonlySet<Uri>): readonly Uri[] {
    let order = this.#orders.get(uris);
    if (order?.length !== uris.size || !order.every((uri) => uris.has(uri))) {
      order = [...uris].sort(compareNaturally);
      this.#orders.set(uris, order);
    }
    return order;
  }
}

const join = (map: Map<string, OneOrMore>, key: string, uri: Uri): void =>
  void map.set(key, withMember(map.get(key), uri));

function leave(map: Map<string, OneOrMore>, key: string, uri: Uri): void {
  const left = withoutMember(map.get(key), uri);
  if (left === undefined) map.delete(key);
  else map.set(key, left);
}
