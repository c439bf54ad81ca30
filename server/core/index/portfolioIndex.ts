/**
 * The index: everything known of the files of a workspace, and what follows from it. One way in, `apply`, which
 * answers what has changed. After any sequence of facts it holds what an index built afresh would hold
 * (`dump`), and one edit costs what that file costs.
 */
import type { Judging } from './check';
import { asFinding, checkFile, checkManifest, ruleSet, severityOf } from './check';
import type { CivilDate, Days } from '../text/civilDate';
import type { EvidenceFile } from '../evidence/evidence';
import { valueOf } from '../yaml/fields';
import type { Fact, Delta, IndexOptions } from './facts';
import { referencesOf } from '../portfolio/links';
import { defaultInclude } from '../manifest/manifest';
import { isManifestName, manifestName, mayBeManifest } from '../text/manifestName';
import { ManifestShelf } from '../manifest/manifestShelf';
import type { Uri } from '../text/span';
import type { Finding } from '../rules/finding';
import { spanOf } from '../text/span';
import { compareNaturally } from '../text/naturalOrder';
import type { ActionPlan } from '../plan/model';
import { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { isActionPlan, looksLikeOurs, parsePortfolioFile } from '../portfolio/portfolioFile';
import { stored } from '../evidence/storedEvidence';
import { coverageSignature } from '../evidence/coverageSignature';
import type { KnownRule } from '../rules/all';
import { rules } from '../rules/all';
import { evidenceUnread } from '../rules/evidence-unread';
import { fileUnreadable } from '../rules/file-unreadable';
import { standardFile } from '../rules/standard-file';
import { StandardShelf } from '../manifest/standardShelf';
import type { UnreadFile } from '../evidence/unreadFile';
import { readUnread, unreadProblem } from '../evidence/unreadFile';
import { fileName, isWithin, joinPath, parentUri, relativePath } from '../text/uri';
import { PatternMatches } from '../portfolio/patternMatches';
import { Places } from '../portfolio/places';
import { Work } from './indexWork';

export type { Fact, Delta, IndexOptions } from './facts';

export class PortfolioIndex {
  readonly #options: IndexOptions;
  #days: Days;
  #judging: Judging;
  #folders: readonly Uri[] = [];
  readonly #manifests = new ManifestShelf();
  readonly #standards: StandardShelf;
  /** Every evidence file and action plan, whether it belongs to a portfolio or not. */
  readonly #files = new Map<Uri, PortfolioFile>();
  /** Files that look as if they were meant as evidence: whether they are depends on the portfolio. */
  readonly #unread = new Map<Uri, UnreadFile>();
  readonly #unreadable = new Map<Uri, string>();
  readonly #places = new Places();
  readonly #matches: PatternMatches;
  readonly #portfolios = new Map<Uri, Portfolio>();
  /** The root of the portfolio that each of them was put into. */
  readonly #home = new Map<Uri, Uri>();
  readonly #findings = new Map<Uri, readonly Finding[]>();

  constructor(options: IndexOptions) {
    this.#options = options;
    this.#days = { today: options.today, asOf: options.asOf };
    this.#judging = { rules: ruleSet(this.rules), settings: {} };
    this.#standards = new StandardShelf(options.standards);
    this.#matches = new PatternMatches(this.#places, options.matcher);
  }

  /** Takes in facts, in order, and answers what follows from all of them together. */
  apply(facts: readonly Fact[]): Delta {
    const work = new Work();
    for (const { root, isActive } of this.#portfolios.values()) if (isActive) work.active.add(root);
    for (const fact of facts) this.#take(fact, work);
    this.#rebuild(work);
    this.#place(work);
    return this.#settle(work);
  }

  /** Portfolios that have a manifest or at least one evidence file, by root. */
  portfolios(): readonly Portfolio[] {
    return [...this.#portfolios.values()]
      .filter((portfolio) => portfolio.isActive)
      .sort((left, right) => compareNaturally(left.root, right.root));
  }

  /** The portfolio that a file at this place belongs to or would belong to, active or not. */
  portfolioAt(uri: Uri): Portfolio | undefined {
    const root = this.#rootOf(uri);
    return root === undefined ? undefined : this.#portfolios.get(root);
  }

  /** The day from which reviews are judged. */
  get today(): CivilDate {
    return this.#days.asOf ?? this.#days.today;
  }

  /** The day on the calendar, and the one to judge by where one is set. */
  get days(): Days {
    return this.#days;
  }

  /** The rules that it applies. */
  get rules(): readonly KnownRule[] {
    return this.#options.rules ?? rules;
  }

  /** False where a rule is switched off. */
  applies(rule: KnownRule, portfolio: Portfolio): boolean {
    return severityOf(rule, portfolio, this.#judging) !== 'off';
  }

  findings(uri: Uri): readonly Finding[] {
    return this.#findings.get(uri) ?? [];
  }

  /** Files with findings, in natural order. */
  filesWithFindings(): readonly Uri[] {
    return [...this.#findings.keys()].sort(compareNaturally);
  }

  /** Whether `textOf` has an answer. */
  hasRead(uri: Uri): boolean {
    return this.#files.has(uri) || this.textOf(uri) !== undefined;
  }

  /** The text of a file that the index has read: evidence, plan, manifest or standard. */
  textOf(uri: Uri): string | undefined {
    if (mayBeManifest(fileName(uri))) return this.#manifests.textOf(uri);
    return this.#files.get(uri)?.text ?? this.#unread.get(uri)?.text ?? this.#standards.textOf(uri);
  }

  /** What has been said of a place, as it would be said again; undefined where nothing is known of it. */
  told(uri: Uri): Fact | undefined {
    const file = this.#files.get(uri);
    if (file && !this.#standards.has(uri)) return { kind: 'file', uri, file };
    const text = this.textOf(uri);
    if (text !== undefined) return { kind: 'text', uri, text };
    const reason = this.#unreadable.get(uri);
    if (reason !== undefined) return { kind: 'unreadable', uri, reason };
    if (this.#places.leadsOutside(uri)) return { kind: 'outside', uri };
    const exists = this.#places.exists(uri);
    return exists === undefined ? undefined : { kind: exists ? 'present' : 'absent', uri };
  }

  evidenceAt(uri: Uri): EvidenceFile | undefined {
    const file = this.#files.get(uri);
    return file && !isActionPlan(file) ? file : undefined;
  }

  /** A file that is reported because it looks as if it were meant as evidence. */
  unreadAt(uri: Uri): UnreadFile | undefined {
    return this.#findings.get(uri)?.some(({ rule }) => rule === evidenceUnread.code) === true
      ? this.#unread.get(uri)
      : undefined;
  }

  planAt(uri: Uri): ActionPlan | undefined {
    const file = this.#files.get(uri);
    return file && isActionPlan(file) ? file : undefined;
  }

  /** True where a manifest names this file as its standard. */
  isStandardFile(uri: Uri): boolean {
    for (const portfolio of this.#portfolios.values()) if (standardFileOf(portfolio) === uri) return true;
    return false;
  }

  /** The folder outside of which nothing is read for a portfolio: its repository, else the open folder around it. */
  boundaryOf(root: Uri): Uri {
    return this.#options.repositoryOf?.(root) ?? this.#openFolderOf(root) ?? root;
  }

  /** All that is known below a folder, and the folder itself: what goes when it goes. */
  placesWithin(folder: Uri): readonly Uri[] {
    return this.#places.within(folder);
  }

  /** Everything that the index holds, as text in a fixed order: to compare two indexes. */
  dump(): string {
    const lines = this.portfolios().flatMap((portfolio) => [
      `portfolio ${portfolio.root} ${portfolio.standard.id} ${JSON.stringify(portfolio.summary())}`,
      ...[...portfolio.evidence.keys()].sort().map((uri) => `  evidence ${uri}`),
      ...[...portfolio.plans.keys()].sort().map((uri) => `  plan ${uri}`),
      ...portfolio.standard.elements.map(({ id }) => {
        const files = portfolio.evidenceFor(id).map(({ uri }) => uri);
        const actions = portfolio
          .actionsFor(id)
          .map(({ plan, action }) => `${plan.uri}:${action.span.start}`);
        return `  ${id} ${JSON.stringify(portfolio.coverage(id))} ${[...files, ...actions].join(' ')}`;
      }),
    ]);
    const findings = this.filesWithFindings().flatMap((uri) =>
      this.findings(uri).map((finding) => `${uri} ${JSON.stringify(finding)}`),
    );
    return [...lines, ...findings].join('\n');
  }

  /** First step: what each fact says, kept; nothing follows from it yet. */
  #take(fact: Fact, work: Work): void {
    switch (fact.kind) {
      case 'folders':
        this.#folders = fact.folders;
        work.everything = true;
        return;
      case 'today':
        if (fact.today !== this.#days.today || fact.asOf !== this.#days.asOf) work.everything = true;
        this.#days = { today: fact.today, asOf: fact.asOf };
        return;
      case 'settings':
        this.#judging = { ...this.#judging, settings: fact.rules };
        work.everything = true;
        return;
      case 'text':
        this.#unreadable.delete(fact.uri);
        this.#takeText(fact, work);
        this.#takePlace(fact.uri, true, work);
        return;
      case 'file':
        this.#unreadable.delete(fact.uri);
        // Another index may have read as evidence what is a standard here.
        if (this.#mayBeStandard(fact.uri))
          this.#takeText({ ...fact, kind: 'text', text: fact.file.text }, work);
        else {
          this.#takeUnread(fact.uri, undefined);
          this.#takeFile(fact.uri, fact.file, work);
        }
        this.#takePlace(fact.uri, true, work);
        return;
      case 'unreadable':
        this.#forgetText(fact, work);
        this.#unreadable.set(fact.uri, fact.reason);
        this.#takePlace(fact.uri, true, work);
        return;
      case 'present':
        this.#takePlace(fact.uri, true, work);
        return;
      case 'absent':
      case 'outside':
        this.#unreadable.delete(fact.uri);
        if (fact.kind === 'outside' && isManifestName(fileName(fact.uri)))
          this.#unreadable.set(fact.uri, leadsOut);
        this.#forgetText(fact, work);
        this.#takePlace(fact.uri, false, work, fact.kind === 'outside');
    }
  }

  #takeText({ uri, text, isClosed = false }: Extract<Fact, { kind: 'text' }>, work: Work): void {
    if (mayBeManifest(fileName(uri))) {
      work.edited.add(uri);
      this.#changeManifests(uri, work, () => this.#manifests.take(uri, text));
      return;
    }
    if (this.#mayBeStandard(uri)) {
      this.#standards.take(uri, text);
      work.standards.add(uri);
    }
    // A manifest may name any file as its standard, and think better of it: then it is a file like others.
    const file = parsePortfolioFile(uri, text);
    this.#takeUnread(uri, file ? undefined : readUnread(uri, text));
    this.#takeFile(uri, file && isClosed && !isActionPlan(file) ? stored(file) : file, work);
  }

  /** Whatever happens to one of a folder’s manifests may make another one count. */
  #changeManifests(uri: Uri, work: Work, change: () => void): void {
    const root = parentUri(uri);
    const before = this.#manifests.at(root);
    change();
    const after = this.#manifests.at(root);
    if (!before !== !after) work.boundaries.add(root);
    if (before !== after) work.roots.add(root);
    for (const other of this.#manifests.filesAt(root)) work.checks.add(other);
  }

  /** Named as a standard now, or before. */
  #mayBeStandard(uri: Uri): boolean {
    return this.isStandardFile(uri) || this.#standards.has(uri);
  }

  #takeFile(uri: Uri, file: PortfolioFile | undefined, work: Work): void {
    work.edited.add(uri);
    this.#remove(uri, work);
    if (file) this.#files.set(uri, file);
    else this.#files.delete(uri);
    work.files.add(uri);
  }

  #takeUnread(uri: Uri, file: UnreadFile | undefined): void {
    if (file) this.#unread.set(uri, file);
    else this.#unread.delete(uri);
  }

  #forgetText(fact: Extract<Fact, { kind: 'absent' | 'outside' | 'unreadable' }>, work: Work): void {
    const { uri } = fact;
    work.edited.add(uri);
    if (mayBeManifest(fileName(uri))) this.#changeManifests(uri, work, () => this.#manifests.forget(uri));
    if (this.#mayBeStandard(uri)) {
      if (fact.kind === 'absent') this.#standards.takeAbsence(uri);
      else if (fact.kind === 'outside') this.#standards.takeOutside(uri);
      else this.#standards.takeUnreadable(uri, fact.reason);
      work.standards.add(uri);
    }
    this.#remove(uri, work);
    this.#files.delete(uri);
    this.#unread.delete(uri);
    work.files.add(uri);
  }

  #takePlace(uri: Uri, present: boolean, work: Work, outside = false): void {
    for (const referrer of this.#places.learn(uri, present, outside)) work.checks.add(referrer);
    for (const root of this.#matches.learn(uri, present)) work.manifests.add(root);
  }

  /** Second step: portfolios whose manifest, standard or day has changed are made anew. */
  #rebuild(work: Work): void {
    const roots = new Set([...this.#manifests.roots(), ...this.#folders]);
    if (work.everything) for (const root of [...roots, ...this.#portfolios.keys()]) work.roots.add(root);
    for (const [root, portfolio] of this.#portfolios) {
      const standard = standardFileOf(portfolio);
      if (standard && work.standards.has(standard)) work.roots.add(root);
      // A boundary that came or went takes files from the portfolios around it, or gives them back; also from
      // an open folder below it, which is the root of its files only where no manifest stands above them.
      const isTouched = (boundary: Uri): boolean => isWithin(root, boundary) || isWithin(boundary, root);
      if ([...work.boundaries].some(isTouched)) work.roots.add(root);
    }
    for (const root of work.roots) {
      const old = this.#portfolios.get(root);
      for (const uri of old ? filesOf(old) : []) {
        this.#home.delete(uri);
        this.#places.release(uri);
        work.files.add(uri);
      }
      this.#portfolios.delete(root);
      if (roots.has(root)) this.#make(root);
      work.coverage.add(root);
      work.plans.add(root);
    }
    if (work.roots.size === 0 && !work.everything) return;
    for (const uri of this.#files.keys()) {
      if (work.everything || [...work.roots].some((root) => isWithin(root, uri))) work.files.add(uri);
    }
    for (const uri of this.#unreadable.keys()) work.files.add(uri);
    for (const uri of this.#manifests.passedOver()) work.checks.add(uri);
    for (const uri of this.#unread.keys()) work.files.add(uri);
  }

  #make(root: Uri): void {
    const manifest = this.#manifests.at(root);
    const include = this.#options.matcher(manifest?.include ?? defaultInclude);
    const exclude = this.#options.matcher(manifest?.exclude ?? []);
    this.#matches.keep(
      root,
      (manifest?.patterns ?? []).map(({ text }) => text),
    );
    const { standard, source } = this.#standards.standardOf(
      manifest,
      root,
      (uri) => isWithin(this.boundaryOf(root), uri) || this.#openFolderOf(uri) !== undefined,
    );
    this.#portfolios.set(
      root,
      new Portfolio({
        root,
        manifest,
        standard,
        source,
        days: this.#days,
        exists: (uri) => this.#places.exists(uri),
        leadsOutside: (uri) => this.#places.leadsOutside(uri),
        misses: (file) => this.#places.misses(file),
        // Nobody has listed what is outside of the open folders.
        isMatched: (question) =>
          this.#openFolderOf(root) === undefined || this.#matches.isMatched(root, question),
        childrenOf: (folder) => this.#places.childrenOf(folder),
        places: () => this.#places.within(root),
        alike: (uri) => this.#places.alike(root, uri),
        includes: (uri) => {
          const path = relativePath(root, uri);
          return include(path) && !exclude(path);
        },
      }),
    );
  }

  /** Third step: files go where they belong. */
  #place(work: Work): void {
    for (const uri of work.files) {
      work.checks.add(uri);
      if (this.#home.has(uri)) continue;
      const file = this.#files.get(uri);
      const root = file && this.#rootOf(uri);
      const portfolio = root === undefined ? undefined : this.#portfolios.get(root);
      if (!file || !portfolio?.includes(uri)) continue;
      if (!portfolio.manifest && !looksLikeOurs(file, portfolio.standard)) continue;
      this.#add(file, portfolio, work);
    }
  }

  #add(file: PortfolioFile, portfolio: Portfolio, work: Work): void {
    const { uri } = file;
    portfolio.add(file);
    this.#home.set(uri, portfolio.root);
    const { places, isSuspect } = referencesOf(file, portfolio.root);
    this.#places.refer(uri, places, isSuspect);
    if (isActionPlan(file)) {
      work.plans.add(portfolio.root);
      return;
    }
    work.added.set(uri, file);
    this.#touchPeers(file, portfolio, work);
  }

  #remove(uri: Uri, work: Work): void {
    const root = this.#home.get(uri);
    const portfolio = root === undefined ? undefined : this.#portfolios.get(root);
    const file = this.#files.get(uri);
    this.#home.delete(uri);
    this.#places.release(uri);
    if (!portfolio || !file) return;
    portfolio.remove(file);
    if (isActionPlan(file)) {
      work.plans.add(portfolio.root);
      return;
    }
    // Of several edits in one batch, the first one holds what the others outside have seen.
    if (!work.removed.has(uri)) work.removed.set(uri, { root: portfolio.root, file });
    this.#touchPeers(file, portfolio, work);
  }

  /** Files with the same ref are told so. */
  #touchPeers(evidence: EvidenceFile, portfolio: Portfolio, work: Work): void {
    const ref = valueOf(evidence.ref);
    if (ref) for (const peer of portfolio.evidenceWithRefLike(ref)) work.checks.add(peer.uri);
  }

  /** Last step: rules are applied to what was touched, and what looks different is answered. */
  #settle(work: Work): Delta {
    this.#compareCoverage(work);
    this.#checkAwakened(work);
    this.#settleStandards(work);
    this.#settlePlans(work);
    const findings = new Map<Uri, readonly Finding[]>();
    const note = (uri: Uri, found: readonly Finding[]): void => {
      const before = this.#findings.get(uri) ?? [];
      if (found.length > 0) this.#findings.set(uri, found);
      else this.#findings.delete(uri);
      // An edited file's findings are answered in any case: the same offset may be another line now.
      const isShown = before.length > 0 || found.length > 0;
      if (isShown && (work.edited.has(uri) || !isSame(before, found))) findings.set(uri, found);
    };
    const unknownPlaces = new Set<Uri>();
    const manifests = new Set<Uri>();
    for (const uri of work.checks) {
      if (mayBeManifest(fileName(uri))) {
        manifests.add(uri);
        work.manifests.add(parentUri(uri));
        continue;
      }
      note(uri, [...this.#check(uri), ...this.#checkStandard(uri)]);
      for (const target of this.#places.unknownFrom(uri)) unknownPlaces.add(target);
    }
    for (const root of work.manifests)
      for (const uri of [joinPath(root, manifestName), ...this.#manifests.filesAt(root)]) manifests.add(uri);
    for (const uri of manifests) note(uri, this.#checkManifest(uri));
    return {
      findings,
      plans: work.plans,
      coverage: work.coverage,
      unknownPlaces: [...unknownPlaces],
      unknownStandards: this.#unknownStandards(work),
    };
  }

  /** Coverage has changed where a file came, went, or says something else of itself. */
  #compareCoverage(work: Work): void {
    for (const [uri, { root, file }] of work.removed) {
      const now = work.added.get(uri);
      if (this.#home.get(uri) !== root || !now || coverageSignature(now) !== coverageSignature(file))
        work.coverage.add(root);
    }
    for (const uri of work.added.keys()) {
      const root = this.#home.get(uri);
      if (root !== undefined && work.removed.get(uri)?.root !== root) work.coverage.add(root);
    }
  }

  /** Where a folder has become a portfolio, or is none any longer, all of its files look different. */
  #checkAwakened(work: Work): void {
    for (const portfolio of this.#portfolios.values()) {
      if (portfolio.isActive === work.active.has(portfolio.root)) continue;
      work.coverage.add(portfolio.root);
      for (const uri of filesOf(portfolio)) work.checks.add(uri);
      for (const uri of this.#unread.keys()) if (isWithin(portfolio.root, uri)) work.checks.add(uri);
    }
  }

  /** What a plan is told depends on coverage, and what the manifest is told on both. */
  #settlePlans(work: Work): void {
    for (const root of work.coverage)
      for (const uri of this.#portfolios.get(root)?.plans.keys() ?? []) work.checks.add(uri);
    for (const root of [...work.coverage, ...work.plans]) work.manifests.add(root);
  }

  #check(uri: Uri): readonly Finding[] {
    const root = this.#home.get(uri);
    const portfolio = root === undefined ? undefined : this.#portfolios.get(root);
    const file = this.#files.get(uri);
    if (portfolio && file) return portfolio.isActive ? checkFile(portfolio, file, this.#judging) : [];
    return this.#unread.has(uri) ? this.#checkUnread(uri) : this.#checkUnreadable(uri);
  }

  #checkUnread(uri: Uri): readonly Finding[] {
    const file = this.#unread.get(uri);
    const portfolio = this.portfolioAt(uri);
    if (!file || !portfolio?.isActive || !portfolio.includes(uri) || this.isStandardFile(uri)) return [];
    const severity = severityOf(evidenceUnread, portfolio, this.#judging);
    const problem = severity === 'off' ? undefined : unreadProblem(file, portfolio);
    return problem && severity !== 'off' ? [asFinding(problem, evidenceUnread.code, severity)] : [];
  }

  #checkManifest(uri: Uri): readonly Finding[] {
    const portfolio = this.#portfolios.get(parentUri(uri));
    if (portfolio?.manifest?.uri === uri) return checkManifest(portfolio, this.#judging);
    return this.#checkUnreadable(uri);
  }

  #checkUnreadable(uri: Uri): readonly Finding[] {
    const fault = this.#manifests.faultOf(uri);
    const reason = this.#unreadable.get(uri) ?? fault;
    if (reason === undefined) return [];
    const portfolio = this.portfolioAt(uri);
    const isNeeded = fault !== undefined || fileName(uri) === manifestName || this.isStandardFile(uri);
    if (!isNeeded && (!portfolio?.manifest || !portfolio.includes(uri))) return [];
    const severity = severityOf(fileUnreadable, portfolio, this.#judging);
    if (severity === 'off') return [];
    return [
      asFinding(
        { span: spanOf(0, 0), message: `This file was left out: ${reason}` },
        fileUnreadable.code,
        severity,
      ),
    ];
  }

  /** Standard files that nobody names any longer are forgotten. */
  #settleStandards(work: Work): void {
    for (const uri of this.#standards.files()) {
      if (!work.standards.has(uri) && work.roots.size === 0) continue;
      work.checks.add(uri);
      if (!this.isStandardFile(uri)) this.#standards.forget(uri);
    }
  }

  #checkStandard(uri: Uri): readonly Finding[] {
    const problems = this.#standards.problemsOf(uri);
    // Of evidence or a plan that is named as a standard, the manifest is told; its own lines are all right.
    if (problems.length === 0 || this.#files.has(uri)) return [];
    // Of several portfolios that name it, the first one says how severe its faults are.
    const user = this.portfolios().find((portfolio) => standardFileOf(portfolio) === uri);
    const severity = severityOf(standardFile, user, this.#judging);
    if (severity === 'off') return [];
    return problems.map((problem) => asFinding(problem, standardFile.code, severity));
  }

  #unknownStandards(work: Work): readonly Uri[] {
    return [...work.roots].flatMap((root) => {
      const source = this.#portfolios.get(root)?.source;
      return source?.kind === 'pending' ? source.uri : [];
    });
  }

  /** The nearest folder above a file with a manifest, else the innermost open folder that holds it. */
  #rootOf(uri: Uri): Uri | undefined {
    for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
      if (this.#manifests.has(folder)) return folder;
      if (folder === parentUri(folder)) break;
    }
    return this.#openFolderOf(uri);
  }

  #openFolderOf(uri: Uri): Uri | undefined {
    return this.#folders
      .filter((folder) => isWithin(folder, uri))
      .sort((left, right) => right.length - left.length)[0];
  }
}

const leadsOut =
  'it is a symbolic link that leads out of the repository, and nothing there is read. Put the file itself here.';

/** The file that a portfolio has its standard from, or would have it from. */
const standardFileOf = ({ source }: Portfolio): Uri | undefined => ('uri' in source ? source.uri : undefined);

const filesOf = ({ evidence, plans }: Portfolio): readonly Uri[] => [...evidence.keys(), ...plans.keys()];

function isSame(left: readonly Finding[], right: readonly Finding[]): boolean {
  return (
    left.length === right.length && (left.length === 0 || JSON.stringify(left) === JSON.stringify(right))
  );
}
