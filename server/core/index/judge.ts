/** Judging: which files are checked again after the index was told something, under which rules and settings. */
import type { MappedPortfolio } from '../mapping/mappingProblems';
import { mappingProblems } from '../mapping/mappingProblems';
import { unreadOfPlan } from '../plan/planLimits';
import { unreadProblem } from '../evidence/unreadFile';
import { pairsOf } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import type { KnownRule, RuleCode } from '../rules/all';
import type { Finding } from '../rules/finding';
import { manifestName, mayBeManifest } from '../text/manifestName';
import type { Problem, Uri } from '../text/span';
import { spanOf } from '../text/span';
import { fileName, joinPath, nearestOf, parentUri } from '../text/uri';
import { valueOf } from '../yaml/fields';
import type { Judging, RuleSettings } from './check';
import { asFinding, bySpan, checkFile, checkManifest, ruleSet, severityOf } from './check';
import type { Delta, UnreadPlace } from './facts';
import type { Work } from './membership';
import { checkShared } from './sharedFindings';
import { mayBeNamed, type Known } from './known';
import { filesOf } from '../portfolio/filesOf';

export class Judge {
  readonly #known: Known;
  readonly #findings = new Map<Uri, readonly Finding[]>();
  #judging: Judging;

  constructor(known: Known, rules: readonly KnownRule[]) {
    this.#known = known;
    this.#judging = { rules: ruleSet(rules), settings: {} };
  }

  /** One that has judged the same so far, and judges from what another knows. */
  copy(known: Known): Judge {
    const copy = new Judge(known, []);
    copy.#judging = this.#judging;
    for (const [uri, findings] of this.#findings) copy.#findings.set(uri, findings);
    return copy;
  }

  get settings(): RuleSettings {
    return this.#judging.settings;
  }

  set settings(settings: RuleSettings) {
    this.#judging = { ...this.#judging, settings };
  }

  /** By file; of files without findings nothing. */
  get findings(): ReadonlyMap<Uri, readonly Finding[]> {
    return this.#findings;
  }

  /** False where a rule is switched off. */
  applies(rule: KnownRule, portfolio: Portfolio): boolean {
    return severityOf(rule, portfolio, this.#judging) !== 'off';
  }

  /** Whether a rule looks at where the links of a text lead, and is on. */
  asksForLinks(portfolio: Portfolio): boolean {
    return this.#judging.rules.evidence.some((rule) => rule.asksForLinks && this.applies(rule, portfolio));
  }

  /** Whether a rule looks at what a text cites without a link, and is on. */
  asksForCitations(portfolio: Portfolio): boolean {
    return this.#judging.rules.evidence.some(
      (rule) => rule.asksForCitations && this.applies(rule, portfolio),
    );
  }

  /** Checks what was touched again; answers what looks different, and the places that it asks for. */
  judge(work: Work): Pick<Delta, 'findings' | 'unknownPlaces'> {
    const findings = this.#judgeFiles(work);
    const manifests = new Set<Uri>();
    for (const uri of work.checks) {
      if (!mayBeManifest(fileName(uri))) continue;
      manifests.add(uri);
      work.manifests.add(parentUri(uri));
    }
    for (const root of work.manifests)
      for (const uri of [joinPath(root, manifestName), ...this.#known.manifests.filesAt(root)])
        manifests.add(uri);
    for (const uri of manifests) this.#note(uri, this.#checkManifest(uri), work, findings);
    return { findings, unknownPlaces: this.unknownPlaces(work) };
  }

  /** The same of all files but the manifests, which are all that is left in the work then. */
  judgeFiles(work: Work): Pick<Delta, 'findings' | 'unknownPlaces' | 'plans' | 'coverage'> {
    const findings = this.#judgeFiles(work);
    const unknownPlaces = this.unknownPlaces(work);
    const [plans, coverage] = [new Set(work.plans), new Set(work.coverage)];
    for (const uri of [...work.checks, ...work.edited]) {
      if (mayBeManifest(fileName(uri))) continue;
      work.checks.delete(uri);
      work.edited.delete(uri);
    }
    for (const done of [work.coverage, work.plans, work.refs]) done.clear();
    this.#noteActive(work);
    return { findings, unknownPlaces, plans, coverage };
  }

  #judgeFiles(work: Work): Map<Uri, readonly Finding[]> {
    this.#addAwakened(work);
    this.#addWhatDepends(work);
    const findings = new Map<Uri, readonly Finding[]>();
    for (const uri of work.checks)
      if (!mayBeManifest(fileName(uri)))
        this.#note(uri, [...this.#check(uri), ...this.#checkNamed(uri)], work, findings);
    return findings;
  }

  /** The same of the touched files alone; what others are told because of them is left in the work. */
  judgeAlone(work: Work): Pick<Delta, 'findings' | 'unknownPlaces'> {
    this.#addAwakened(work);
    const findings = new Map<Uri, readonly Finding[]>();
    const unknownPlaces = this.unknownPlaces(work);
    for (const uri of work.checks) {
      // Each of thousands with one ref would look at all the others, again with every hundred that come.
      if (mayBeManifest(fileName(uri)) || this.#sharesRef(uri)) continue;
      // What it cites may be about to come.
      if (this.#known.citers?.has(uri) === true) continue;
      this.#note(uri, [...this.#check(uri), ...this.#checkNamed(uri)], work, findings);
      work.checks.delete(uri);
      work.edited.delete(uri);
    }
    this.#noteActive(work);
    return { findings, unknownPlaces };
  }

  /** What was awakened has been seen to. */
  #noteActive(work: Work): void {
    work.active.clear();
    for (const { root, isActive } of this.#known.portfolios.values()) if (isActive) work.active.add(root);
  }

  #sharesRef(uri: Uri): boolean {
    const file = this.#known.files.get(uri);
    const ref = file && !file.isPlan ? valueOf(file.ref) : undefined;
    return ref !== undefined && this.#known.homeOf(uri)?.isSharedRef(ref) === true;
  }

  /** Where the files to be checked lead, as far as nobody has said what is there. */
  unknownPlaces({ checks }: Work): readonly Uri[] {
    const unknown = new Set<Uri>();
    for (const uri of checks) for (const target of this.#known.places.unknownFrom(uri)) unknown.add(target);
    return [...unknown];
  }

  /** What a plan is told depends on coverage, what the manifest is told on both, and on a ref what others with it are told. */
  #addWhatDepends(work: Work): void {
    for (const [root, refs] of work.refs)
      for (const ref of refs)
        for (const { uri } of this.#known.portfolios.get(root)?.evidenceWithRefLike(ref) ?? [])
          work.checks.add(uri);
    for (const root of work.coverage)
      for (const uri of this.#known.portfolios.get(root)?.plans.keys() ?? []) work.checks.add(uri);
    for (const root of [...work.coverage, ...work.plans]) work.manifests.add(root);
  }

  /** Where a folder has become a portfolio, or is none any longer, all of its files look different. */
  #addAwakened(work: Work): void {
    const awakened = new Set<Uri>();
    for (const portfolio of this.#known.portfolios.values()) {
      if (portfolio.isActive === work.active.has(portfolio.root)) continue;
      awakened.add(portfolio.root);
      work.coverage.add(portfolio.root);
      for (const uri of filesOf(portfolio)) work.checks.add(uri);
    }
    if (awakened.size === 0) return;
    for (const uri of [...this.#known.unread.keys(), ...this.#known.unreadable.keys()])
      if (nearestOf(awakened, uri) !== undefined) work.checks.add(uri);
  }

  #note(uri: Uri, found: readonly Finding[], work: Work, told: Map<Uri, readonly Finding[]>): void {
    const before = this.#findings.get(uri) ?? [];
    if (found.length > 0) this.#findings.set(uri, found);
    else this.#findings.delete(uri);
    // An edited file's findings are answered in any case: the same offset may be another line now.
    const isShown = before.length > 0 || found.length > 0;
    if (isShown && (work.edited.has(uri) || !isSame(before, found))) told.set(uri, found);
  }

  #check(uri: Uri): readonly Finding[] {
    const portfolio = this.#known.homeOf(uri);
    const file = this.#known.files.get(uri);
    if (portfolio && file) return portfolio.isActive ? this.#checkFile(portfolio, file) : [];
    return this.#known.unread.has(uri) ? this.#checkUnread(uri) : this.#checkUnreadable(uri);
  }

  #checkFile(portfolio: Portfolio, file: PortfolioFile): readonly Finding[] {
    const unread = file.isPlan ? unreadOfPlan(file) : [];
    if (unread.length === 0) return this.#checkRead(portfolio, file);
    const told = this.#reported('file-unreadable', portfolio, () => unread);
    return [...this.#checkRead(portfolio, file), ...told].sort(bySpan);
  }

  #checkRead(portfolio: Portfolio, file: PortfolioFile): readonly Finding[] {
    return file.isPlan || !this.#known.guests.has(file.uri)
      ? checkFile(portfolio, file, this.#judging)
      : checkShared(this.#known.portfoliosWith(file.uri), file, this.#judging);
  }

  #checkUnread(uri: Uri): readonly Finding[] {
    const file = this.#known.unread.get(uri);
    const portfolio = this.#known.portfolioAt(uri);
    if (!file || !portfolio?.isActive || !portfolio.includes(uri) || this.#known.isNamedFile(uri)) return [];
    return this.#reported('evidence-unread', portfolio, () => {
      const problem = unreadProblem(file, portfolio);
      return problem ? [problem] : [];
    });
  }

  #checkManifest(uri: Uri): readonly Finding[] {
    const portfolio = this.#known.portfolios.get(parentUri(uri));
    if (portfolio?.manifest?.uri === uri) return checkManifest(portfolio, this.#judging);
    return this.#checkUnreadable(uri);
  }

  #checkUnreadable(uri: Uri): readonly Finding[] {
    const fault = this.#known.manifests.faultOf(uri);
    const { reason = fault, isFolder = false } = this.#known.unreadable.get(uri) ?? {};
    if (reason === undefined) return [];
    const portfolio = this.#known.portfolioAt(uri);
    const isNeeded = fault !== undefined || fileName(uri) === manifestName || this.#known.isNamedFile(uri);
    if (!isNeeded && (!portfolio?.isActive || !mayMiss(portfolio, uri, isFolder))) return [];
    const message = `This ${isFolder ? 'folder' : 'file'} was left out: ${reason}`;
    return this.#reported('file-unreadable', portfolio, () => [{ span: spanOf(0, 0), message }]);
  }

  /** What cannot be read, would count, and is told by no finding: there is no portfolio that would report it, or no rule. */
  missed(): readonly UnreadPlace[] {
    const isKnown = this.#judging.rules.byCode.has('file-unreadable');
    return [...this.#known.unreadable].flatMap(([uri, unreadable]) => {
      const portfolio = this.#known.portfolioAt(uri);
      const isTold = this.#findings.has(uri) || (isKnown && portfolio?.isActive === true);
      const counts = !portfolio || mayMiss(portfolio, uri, unreadable.isFolder ?? false);
      return isTold || !counts ? [] : [{ uri, ...unreadable }];
    });
  }

  #checkNamed(uri: Uri): readonly Finding[] {
    const { standards, standardUsers, mappingUsers, files } = this.#known;
    // Of evidence or a plan that is named as one, the manifest is told; its own lines are all right.
    if (files.has(uri)) return [];
    const faults = standards.valueOf(uri)?.problems ?? [];
    // Of several portfolios that name it, the first one says how severe its faults are.
    const [user] = faults.length === 0 ? [] : this.#known.activeUsersOf(standardUsers, uri);
    const found = faults.length === 0 ? [] : this.#reported('standard-file', user, () => faults);
    return mayBeNamed(mappingUsers, uri) ? [...found, ...this.#checkMapping(uri)].sort(bySpan) : found;
  }

  #checkMapping(uri: Uri): readonly Finding[] {
    const read = this.#known.mappings.valueOf(uri);
    if (!read) return [];
    const users = this.#known.activeUsersOf(this.#known.mappingUsers, uri);
    return this.#reported('mapping-file', users[0], () => [
      ...read.problems,
      // What all of them are told is told once.
      ...distinct(users.flatMap((user) => mappingProblems(mappedIn(user), read.mapping, uri))),
    ]);
  }

  /** What is found here and by no rule, under the rule that it is told as; the problems are asked for where that is on. */
  #reported(
    code: RuleCode,
    portfolio: Portfolio | undefined,
    problems: () => readonly Problem[],
  ): readonly Finding[] {
    const rule = this.#judging.rules.byCode.get(code);
    const severity = rule ? severityOf(rule, portfolio, this.#judging) : 'off';
    return severity === 'off' ? [] : problems().map((problem) => asFinding(problem, code, severity));
  }
}

/** Whether something of a portfolio is missing, or too much of it there, as long as this cannot be read. */
function mayMiss(portfolio: Portfolio, uri: Uri, isFolder: boolean): boolean {
  if (isFolder) return portfolio.mayHold(uri);
  return fileName(uri) === '.gitignore' ? portfolio.mayHold(parentUri(uri)) : portfolio.includes(uri);
}

const mappedIn = (portfolio: Portfolio): MappedPortfolio => ({
  standards: portfolio.standards,
  title: portfolio.title,
  pairs: pairsOf(portfolio),
  path: (uri) => portfolio.path(uri),
});

const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.span.start} ${problem.message}`, problem])).values(),
];

const isSame = (left: readonly Finding[], right: readonly Finding[]): boolean =>
  left === right ||
  (left.length === right.length &&
    left.every((finding, at) => {
      const other = right[at];
      return finding === other || JSON.stringify(finding) === JSON.stringify(other);
    }));
