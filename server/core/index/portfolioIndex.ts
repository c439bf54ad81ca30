/**
 * The index: everything known of the files of a workspace, and what follows from it. One way in, `apply`, which
 * answers what has changed. After any sequence of facts it holds what an index built afresh would hold, and one edit
 * costs what that file costs.
 */
import type { CivilDate, Days } from '../text/civilDate';
import type { EvidenceFile } from '../evidence/evidence';
import { withOtherBody } from '../evidence/evidence';
import type { Fact, Delta, Held, IndexOptions, UnreadPlace } from './facts';
import { isManifestName, mayBeManifest } from '../text/manifestName';
import type { Uri } from '../text/span';
import type { Finding } from '../rules/finding';
import { compareNaturally } from '../text/naturalOrder';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { afterChecks } from '../evidence/storedEvidence';
import type { KnownRule } from '../rules/all';
import type { UnreadFile } from '../evidence/unreadFile';
import { fileName, isWithin, parentUri } from '../text/uri';
import type { RuleSettings } from './check';
import { Work } from './membership';
import { Judge } from './judge';
import { Known } from './known';
import { askAgain, portfolioAround, readAgain, readingOf, readText } from './reading';
import { compareCoverage, leave, rebuild, rewrite, settle, takeNamed } from './membership';

export type { Fact, Delta, Held, IndexOptions } from './facts';

export class PortfolioIndex {
  readonly #options: IndexOptions;
  readonly #known: Known;
  readonly #judge: Judge;
  /** What has been taken in, and is judged with what comes next. */
  #held: Work | undefined;
  /** The rules that it applies. */
  readonly rules: readonly KnownRule[];

  constructor(options: IndexOptions, like?: PortfolioIndex) {
    this.#options = options;
    this.rules = options.rules;
    this.#known = like ? like.#known.copy() : new Known(options);
    this.#judge = like ? like.#judge.copy(this.#known) : new Judge(this.#known, this.rules);
    const judge = this.#judge;
    this.#known.asksForCitations = (portfolio) => judge.asksForCitations(portfolio);
    if (options.onlyFindings) this.#known.asksForLinks = (portfolio) => judge.asksForLinks(portfolio);
    this.#held = like ? like.#held && Work.after(like.#held) : undefined;
  }

  /** Another one that holds the same and goes its own way. Nothing is read or judged again for it. */
  copy(): PortfolioIndex {
    return new PortfolioIndex(this.#options, this);
  }

  /**
   * Takes in facts, in order, and answers what follows from all of them together.
   * @param held what waits for a call in which nothing is held, as more facts follow at once
   */
  apply(facts: readonly Fact[], held: Held = 'nothing'): Delta {
    const work = this.#begin();
    for (const fact of facts) this.#take(fact, work);
    this.#rebuild(work);
    readAgain(this.#known, work);
    settle(this.#known, work);
    compareCoverage(this.#known, work);
    this.#forgetNamed(work);
    const unknownFiles = this.#unknownFiles(work);
    const unknownTexts = [...work.texts];
    const mayShare = work.roots.size > 0;
    const asked = { mayShare, unknownTexts, unknownFiles };
    this.#held = held === 'nothing' ? undefined : work;
    if (held === 'findings') return { ...nothing, unknownPlaces: this.#judge.unknownPlaces(work), ...asked };
    if (held === 'consequences') {
      const alone = this.#judge.judgeAlone(work);
      afterChecks();
      return { ...nothing, ...alone, ...asked };
    }
    const { plans, coverage } = work;
    const judged = held === 'manifests' ? this.#judge.judgeFiles(work) : this.#judge.judge(work);
    afterChecks();
    return { plans, coverage, ...judged, ...asked };
  }

  /** Portfolios that have a manifest or at least one evidence file, by root. */
  portfolios(): readonly Portfolio[] {
    return this.#known.active();
  }

  /** The portfolio that a file at this place belongs to or would belong to, active or not. */
  portfolioAt(uri: Uri): Portfolio | undefined {
    return this.#known.portfolioAt(uri);
  }

  /** The portfolio that a file at this place is in, or else the first one that may lead to it from elsewhere. */
  portfolioNear(uri: Uri): Portfolio | undefined {
    return this.portfolioAt(uri) ?? this.#known.sharing.find(({ isNear }) => isNear(uri));
  }

  /** The open folders. */
  get folders(): readonly Uri[] {
    return [...this.#known.folders];
  }

  /** The severities of rules by the editor's settings. */
  get settings(): RuleSettings {
    return this.#judge.settings;
  }

  /** The day from which reviews are judged. */
  get today(): CivilDate {
    return this.days.asOf ?? this.days.today;
  }

  /** The day on the calendar, and the one to judge by where one is set. */
  get days(): Days {
    return this.#known.days;
  }

  /** In which elements are shown, whatever the manifests say; undefined: as they say. */
  get language(): string | undefined {
    return this.#known.language;
  }

  /** False where a rule is switched off. */
  applies(rule: KnownRule, portfolio: Portfolio): boolean {
    return this.#judge.applies(rule, portfolio);
  }

  findings(uri: Uri): readonly Finding[] {
    return this.#judge.findings.get(uri) ?? [];
  }

  /** What cannot be read, would count, and is told by no finding. */
  missed(): readonly UnreadPlace[] {
    return this.#judge.missed();
  }

  /** Files with findings, in natural order. */
  filesWithFindings(): readonly Uri[] {
    return [...this.#judge.findings.keys()].sort(compareNaturally);
  }

  /** Whether `textOf` has an answer. */
  hasRead(uri: Uri): boolean {
    return this.#known.files.has(uri) || this.textOf(uri) !== undefined;
  }

  /** The text of a file that the index has read: evidence, plan, manifest, standard or mapping. */
  textOf(uri: Uri): string | undefined {
    return this.#known.textOf(uri);
  }

  /** What has been said of a place, as it would be said again; undefined where nothing is known of it. */
  told(uri: Uri): Fact | undefined {
    return this.#known.told(uri);
  }

  evidenceAt(uri: Uri): EvidenceFile | undefined {
    const file = this.#known.files.get(uri);
    return file && !file.isPlan ? file : undefined;
  }

  /** A file that is reported because it looks as if it were meant as evidence. */
  unreadAt(uri: Uri): UnreadFile | undefined {
    return this.#judge.findings.get(uri)?.some(({ rule }) => rule === 'evidence-unread') === true
      ? this.#known.unread.get(uri)
      : undefined;
  }

  planAt(uri: Uri): ActionPlan | undefined {
    const file = this.#known.files.get(uri);
    return file?.isPlan ? file : undefined;
  }

  /** True where a manifest names this file, as its standard or as a mapping. */
  isNamedFile(uri: Uri): boolean {
    return this.#known.isNamedFile(uri);
  }

  /** The folder outside of which nothing is read for a portfolio: its repository, else the open folder around it. */
  boundaryOf(root: Uri): Uri {
    return this.#known.boundaryOf(root);
  }

  /** The portfolios that a file is in: more than one where they share it. The first one's words and findings it has. */
  portfoliosWith(uri: Uri): readonly Portfolio[] {
    return this.#known.portfoliosWith(uri);
  }

  /** Folders outside of the open ones from which manifests take evidence, none within another. */
  sharedFolders(): readonly Uri[] {
    return this.#known.sharedFolders();
  }

  /** The folder that a shared folder has to be in: that of the first portfolio that takes evidence from it. */
  boundaryOfShared(folder: Uri): Uri {
    const isMeant = (shared: Uri): boolean => isWithin(folder, shared);
    const user = this.#known.sharing.find(({ sharedFolders }) => sharedFolders.some(isMeant));
    return this.boundaryOf(user?.root ?? folder);
  }

  /** All that is known below a folder, and the folder itself: what goes when it goes. */
  placesWithin(folder: Uri): readonly Uri[] {
    return this.#known.places.within(folder);
  }

  #begin(): Work {
    if (this.#held) return Work.after(this.#held);
    const work = new Work();
    for (const { root, isActive } of this.#known.portfolios.values()) if (isActive) work.active.add(root);
    return work;
  }

  #rebuild(work: Work): void {
    const known = this.#known;
    const { portfolios } = known;
    work.wasNamed = known.isNamed;
    const before = new Map(portfolios);
    rebuild(known, work);
    if (!work.wasNamed && !known.isNamed) return;
    const asked = new Set<Uri>();
    for (const root of work.roots) {
      const [old, now] = [portfolioAround(before, root), portfolioAround(portfolios, root)];
      if (readingOf(old) === readingOf(now) && !work.everything) continue;
      for (const folder of [root, ...(old?.sharedFolders ?? []), ...(now?.sharedFolders ?? [])])
        asked.add(folder);
    }
    askAgain(known, asked, work);
  }

  /** First step: what each fact says, kept; nothing follows from it yet. */
  #take(fact: Fact, work: Work): void {
    switch (fact.kind) {
      case 'folders':
        this.#known.folders = fact.folders;
        this.#known.lone = fact.lone ?? [];
        work.everything = true;
        return;
      case 'listed':
        for (const root of this.#known.manifests.roots()) work.manifests.add(root);
        this.#known.listed = new Set(fact.folders);
        return;
      case 'today':
        if (fact.today !== this.#known.days.today || fact.asOf !== this.#known.days.asOf)
          work.everything = true;
        this.#known.days = { today: fact.today, asOf: fact.asOf };
        return;
      case 'settings':
        this.#judge.settings = fact.rules;
        work.everything = true;
        return;
      case 'language':
        if (fact.language !== this.#known.language) work.everything = true;
        this.#known.language = fact.language;
        return;
      case 'text':
        this.#known.unreadable.delete(fact.uri);
        this.#takeText(fact, work);
        this.#takePlace(fact.uri, true, work);
        return;
      case 'file':
        this.#known.unreadable.delete(fact.uri);
        // Another index may have read as evidence what is a standard here.
        if (this.#known.rolesOf(fact.uri).length > 0)
          this.#takeText({ ...fact, kind: 'text', text: fact.file.text }, work);
        else {
          this.#takeUnread(fact.uri, undefined);
          this.#takeFile(fact.uri, fact.file, work);
        }
        this.#takePlace(fact.uri, true, work);
        return;
      case 'unreadable':
        this.#forgetText(fact, work);
        this.#known.unreadable.set(fact.uri, {
          reason: fact.reason,
          ...(fact.isFolder && { isFolder: true }),
        });
        this.#takePlace(fact.uri, true, work);
        return;
      case 'present':
        this.#takePlace(fact.uri, true, work);
        return;
      case 'absent':
      case 'outside':
      case 'untold':
        this.#known.unreadable.delete(fact.uri);
        if (fact.kind === 'outside' && isManifestName(fileName(fact.uri)))
          this.#known.unreadable.set(fact.uri, { reason: leadsOut });
        this.#forgetText(fact, work);
        this.#takePlace(fact.uri, fact.kind === 'untold' ? undefined : false, work, fact.kind === 'outside');
    }
  }

  #takeText({ uri, text, isClosed = false }: Extract<Fact, { kind: 'text' }>, work: Work): void {
    if (mayBeManifest(fileName(uri))) {
      work.edited.add(uri);
      this.#changeManifests(uri, work, () => this.#known.manifests.take(uri, text));
      return;
    }
    for (const role of this.#known.rolesOf(uri))
      // A folder's list comes to a file that was needed before: all portfolios would be made anew for it.
      if (role.shelf.take(uri, text)) takeNamed(this.#known, role, uri, work);
    // A manifest may name any file as its standard, and think better of it: then it is a file like others.
    const same = this.#withOtherBody(uri, text, isClosed);
    const names = this.#known.namesIn(this.#known.rootsFor(uri)[0]);
    const { file, unread } = same ? { file: same, unread: undefined } : readText(uri, text, names, isClosed);
    if (!file && !unread) work.neither.set(uri, names);
    this.#takeUnread(uri, unread);
    this.#takeFile(uri, file, work);
  }

  /** Somebody writes below the block of a piece of evidence, which stays one. */
  #withOtherBody(uri: Uri, text: string, isClosed: boolean): EvidenceFile | undefined {
    const before = isClosed ? undefined : this.evidenceAt(uri);
    return before && withOtherBody(before, text);
  }

  /** Whatever happens to one of a folder’s manifests may make another one count. */
  #changeManifests(uri: Uri, work: Work, change: () => void): void {
    const root = parentUri(uri);
    const before = this.#known.manifests.at(root);
    change();
    const after = this.#known.manifests.at(root);
    if (!before !== !after) work.boundaries.add(root);
    if (before !== after) work.roots.add(root);
    for (const other of this.#known.manifests.filesAt(root)) work.checks.add(other);
  }

  #takeFile(uri: Uri, file: PortfolioFile | undefined, work: Work): void {
    work.edited.add(uri);
    if (file && rewrite(this.#known, file, work)) return;
    leave(this.#known, uri, work);
    if (file) this.#known.files.set(uri, file);
    else this.#known.files.delete(uri);
    work.files.add(uri);
  }

  #takeUnread(uri: Uri, file: UnreadFile | undefined): void {
    if (file) this.#known.unread.set(uri, file);
    else this.#known.unread.delete(uri);
  }

  #forgetText(
    fact: Extract<Fact, { kind: 'absent' | 'outside' | 'untold' | 'unreadable' }>,
    work: Work,
  ): void {
    const { uri } = fact;
    work.edited.add(uri);
    if (mayBeManifest(fileName(uri)))
      this.#changeManifests(uri, work, () => this.#known.manifests.forget(uri));
    for (const role of this.#known.rolesOf(uri)) {
      role.shelf.takeOther(uri, fact.kind === 'untold' ? { kind: 'absent' } : fact);
      takeNamed(this.#known, role, uri, work);
    }
    leave(this.#known, uri, work);
    this.#known.files.delete(uri);
    this.#known.unread.delete(uri);
    work.files.add(uri);
  }

  #takePlace(uri: Uri, present: boolean | undefined, work: Work, outside = false): void {
    // Of a file that is edited, that is known.
    if (present && this.#known.places.exists(uri) === true) return;
    for (const referrer of this.#known.places.learn(uri, present, outside)) work.checks.add(referrer);
    for (const root of this.#known.matches.learn(uri, present === true)) work.manifests.add(root);
  }

  /** Files that nobody names any longer are forgotten. */
  #forgetNamed(work: Work): void {
    if (work.standards.size + work.mappings.size + work.roots.size === 0) return;
    for (const role of this.#known.roles)
      for (const uri of [...role.shelf.files.keys()]) {
        if (!work.standards.has(uri) && !work.mappings.has(uri) && work.roots.size === 0) continue;
        work.checks.add(uri);
        if (!role.users.has(uri)) role.shelf.forget(uri);
      }
  }

  #unknownFiles(work: Work): readonly Uri[] {
    const unknown = new Set<Uri>();
    for (const root of work.roots) {
      const portfolio = this.#known.portfolios.get(root);
      for (const { source } of portfolio?.standards ?? [])
        if (source.kind === 'pending') unknown.add(source.uri);
      for (const { uri, file } of portfolio?.mappings ?? [])
        if (uri !== undefined && file === undefined) unknown.add(uri);
    }
    return [...unknown];
  }
}

const nothing: Pick<Delta, 'findings' | 'plans' | 'coverage'> = {
  findings: new Map(),
  plans: new Set(),
  coverage: new Set(),
};

const leadsOut =
  'it is a symbolic link that leads out of the repository, and nothing there is read. Put the file itself here.';
