/**
 * Which files belong to which portfolio: they leave it when they change, and are put where they belong then. What that
 * touches is noted, for those who judge.
 */
import type { EvidenceFile } from '../evidence/evidence';
import { haveOneBlock } from '../evidence/evidence';
import type { KeyNames } from '../frontMatter/keys';
import { titleOf } from '../evidence/titleAndStanding';
import { details } from '../frontMatter/fields';
import { mayHaveTask } from '../markdown/mayHave';
import { familyOf } from '../citations/citedRefs';
import { citedIn } from '../citations/citedIn';
import { attachmentsOf, referencesOf } from '../portfolio/links';
import type { Portfolio } from '../portfolio/portfolio';
import { refKey } from '../citations/refKey';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { looksLikeOurs } from '../portfolio/portfolioFile';
import type { Uri } from '../text/span';
import { nearestOf, withFoldersAbove } from '../text/uri';
import type { Field } from '../yaml/fields';
import { valueOf } from '../yaml/fields';
import type { Known } from './known';
import type { NamedFileUsers } from './namedFileUsers';
import { RefCiters } from './refCiters';
import { filesOf, mappingFilesOf, standardFilesOf } from '../portfolio/filesOf';

/** What one call of the index’s `apply` has touched: filled by its first steps, used up by the last. */
export class Work {
  /** All portfolios are to be made anew. */
  everything = false;
  /** Files whose text came, changed or went. */
  readonly edited = new Set<Uri>();
  /** Files that may belong somewhere else now. */
  readonly files = new Set<Uri>();
  /** Portfolios to be made anew. */
  readonly roots = new Set<Uri>();
  /** Folders whose manifest came or went. */
  readonly boundaries = new Set<Uri>();
  /** Standard files whose text came or went. */
  readonly standards = new Set<Uri>();
  /** The same of mappings. */
  readonly mappings = new Set<Uri>();
  /** Files to be checked. */
  readonly checks = new Set<Uri>();
  /** Roots whose manifest is to be checked. */
  readonly manifests = new Set<Uri>();
  /** Roots whose coverage looks different. */
  readonly coverage = new Set<Uri>();
  /** Roots without a manifest that were portfolios before. */
  readonly active = new Set<Uri>();
  /** Per file, the portfolios that it was in and what it said before and after: coverage may show something of it. */
  readonly removed = new Map<Uri, { readonly roots: readonly Uri[]; readonly file: EvidenceFile }>();
  readonly added = new Map<Uri, EvidenceFile>();
  /** Files whose text is neither evidence nor a plan under the names that it was read with. */
  readonly neither = new Map<Uri, KeyNames>();
  /** Files whose text is wanted again. */
  readonly texts = new Set<Uri>();
  /** A portfolio had names of its own for our keys before. */
  wasNamed = false;
  /** Roots with a plan that came, changed or went. */
  readonly plans = new Set<Uri>();

  /** By root, refs that a file had or has: what others with the same are told may look different. */
  readonly refs = new Map<Uri, Set<string>>();

  /** What is left of one whose files have been put where they belong, and have not been judged. */
  static after(held: Work): Work {
    const work = new Work();
    for (const name of judgedBy) for (const uri of held[name]) work[name].add(uri);
    for (const [root, refs] of held.refs) work.refs.set(root, new Set(refs));
    return work;
  }
}

/** What is judged, and told when it has been. */
const judgedBy = ['edited', 'checks', 'manifests', 'coverage', 'active', 'plans'] as const;

/** Takes a file out of its portfolios: it goes, or is put back with another text. */
export function leave(known: Known, uri: Uri, work: Work): void {
  const roots = known.rootsWith(uri);
  const file = known.files.get(uri);
  known.setRoots(uri, []);
  release(known, uri);
  if (!file) return;
  for (const root of roots) part(known, file, root, work);
  // Of several edits in one batch, the first one holds what the others outside have seen.
  if (!file.isPlan && !work.removed.has(uri)) work.removed.set(uri, { roots, file });
}

/** Takes a file out of one portfolio. */
function part(known: Known, file: PortfolioFile, root: Uri, work: Work): void {
  const portfolio = known.portfolios.get(root);
  portfolio?.remove(file);
  if (file.isPlan) work.plans.add(root);
  else if (portfolio) {
    touchPeers(file, portfolio, work);
    touchCiters(known, file, portfolio, false, work);
  }
}

/**
 * The way of nearly every keystroke: a piece of evidence says the same of itself, in other words. It stays where it is,
 * and only what its text refers to is looked at again.
 * @returns false where it says something else, or was not evidence: then it is to leave, and to be put back
 */
export function rewrite(known: Known, file: PortfolioFile, work: Work): boolean {
  const before = known.files.get(file.uri);
  const home = known.homeOf(file.uri);
  if (!before || !home || before.isPlan || file.isPlan) return false;
  // Without a manifest, evidence that names nothing yet may look like somebody else's file.
  if (!home.manifest && !home.isLone && file.elements.length === 0) return false;
  if (valueOf(before.ref) !== valueOf(file.ref) || before.names !== file.names) return false;
  if (!saysTheSame(before, file)) return false;
  known.files.set(file.uri, file);
  for (const root of known.rootsWith(file.uri)) {
    const portfolio = known.portfolios.get(root);
    portfolio?.rewrite(file);
    if (portfolio && !haveOneBlock(before, file)) touchPeers(file, portfolio, work);
  }
  refer(known, file, home);
  work.checks.add(file.uri);
  return true;
}

/** Makes portfolios anew whose manifest, standard or day has changed; their files are to be put where they belong. */
export function rebuild(known: Known, work: Work): void {
  const { portfolios } = known;
  if (!work.everything && work.roots.size + work.standards.size + work.boundaries.size === 0) return;
  const roots = new Set([...known.manifests.roots(), ...known.folders]);
  if (work.everything) for (const root of [...roots, ...portfolios.keys()]) work.roots.add(root);
  const isTouched = touchedBy(work);
  for (const portfolio of portfolios.values()) if (isTouched(portfolio)) work.roots.add(portfolio.root);
  for (const root of work.roots) {
    const old = portfolios.get(root);
    for (const uri of old ? filesOf(old) : []) {
      forsake(known, uri, root);
      work.files.add(uri);
    }
    if (roots.has(root)) known.putPortfolio(root);
    else known.dropPortfolio(root);
    work.coverage.add(root);
    work.plans.add(root);
  }
  const reached = new Set(work.roots);
  for (const root of work.roots)
    for (const folder of portfolios.get(root)?.sharedFolders ?? []) reached.add(folder);
  for (const uri of known.files.keys()) {
    if (work.everything || nearestOf(reached, uri) !== undefined) work.files.add(uri);
  }
  for (const uri of known.unreadable.keys()) work.files.add(uri);
  for (const uri of known.manifests.passedOver()) work.checks.add(uri);
  for (const uri of known.unread.keys()) work.files.add(uri);
}

/**
 * A file that manifests name says something else. Of another standard everything follows; a mapping changes what is
 * told of elements, and nothing of which files are evidence for them.
 */
export function takeNamed(known: Known, role: NamedFileUsers, uri: Uri, work: Work): void {
  if (role === known.standardUsers) {
    work.standards.add(uri);
    return;
  }
  work.mappings.add(uri);
  for (const portfolio of role.users.get(uri) ?? []) {
    work.coverage.add(portfolio.root);
    // Of two that say something else of the same parts, the first one counts, and the other one is told.
    for (const other of mappingFilesOf(portfolio)) work.checks.add(other);
  }
}

/** The portfolio that a file was in is about to be made anew, without it. */
function forsake(known: Known, uri: Uri, root: Uri): void {
  known.setRoots(
    uri,
    known.rootsWith(uri).filter((other) => other !== root),
  );
}

/**
 * A boundary that came or went takes files from the portfolios around it, or gives them back; also from an open folder
 * below it, which is the root of its files only where no manifest stands above them.
 */
function touchedBy({ standards, boundaries }: Work): (portfolio: Portfolio) => boolean {
  const aboveBoundaries = withFoldersAbove(boundaries);
  return (portfolio) => {
    const { root } = portfolio;
    if (standardFilesOf(portfolio).some((uri) => standards.has(uri))) return true;
    return aboveBoundaries.has(root) || nearestOf(boundaries, root) !== undefined;
  };
}

/** Puts files into the portfolios that they belong to. */
export function settle(known: Known, work: Work): void {
  for (const uri of work.files) {
    work.checks.add(uri);
    const file = known.files.get(uri);
    if (!file) continue;
    if (known.home.has(uri) && known.sharing.length === 0 && !known.guests.has(uri)) continue;
    put(known, file, work);
  }
}

function put(known: Known, file: PortfolioFile, work: Work): void {
  const { uri } = file;
  const before = known.rootsWith(uri);
  const after = rootsOf(known, file);
  for (const root of before) {
    if (after.includes(root)) continue;
    part(known, file, root, work);
    work.coverage.add(root);
  }
  for (const root of after) {
    if (before.includes(root)) continue;
    join(known, file, root, work);
    // It has not been edited: only this portfolio has changed.
    if (before.length > 0) work.coverage.add(root);
  }
  known.setRoots(uri, after);
  if (before.length === 0 && !file.isPlan) work.added.set(uri, file);
  const [home] = after;
  const portfolio = home === undefined ? undefined : known.portfolios.get(home);
  if (portfolio) refer(known, file, portfolio);
  else release(known, uri);
}

/** The portfolios that a file is in. A plan belongs to its own alone. */
function rootsOf(known: Known, file: PortfolioFile): readonly Uri[] {
  const own = known.rootOf(file.uri);
  const roots = file.isPlan ? (own === undefined ? [] : [own]) : known.rootsFor(file.uri);
  return roots.filter((root) => {
    const portfolio = known.portfolios.get(root);
    if (!portfolio?.includes(file.uri)) return false;
    return portfolio.manifest !== undefined || portfolio.isLone || looksLikeOurs(file, portfolio.standard);
  });
}

function join(known: Known, file: PortfolioFile, root: Uri, work: Work): void {
  const portfolio = known.portfolios.get(root);
  portfolio?.add(file);
  if (file.isPlan) work.plans.add(root);
  else if (portfolio) {
    touchPeers(file, portfolio, work);
    touchCiters(known, file, portfolio, true, work);
  }
}

function refer(known: Known, file: PortfolioFile, portfolio: Portfolio): void {
  const { places, isSuspect } = known.asksForLinks(portfolio)
    ? referencesOf(file, portfolio.scopeOf(file.uri))
    : attachmentsOf(file, portfolio.scopeOf(file.uri));
  const { root } = portfolio;
  const cited = known.asksForCitations(portfolio)
    ? citedIn(file, file.isPlan ? 0 : file.bodyStart, { root, scope: portfolio.scopeOf(file.uri) })
    : undefined;
  known.places.refer(file.uri, cited ? [...places, ...cited.places] : places, isSuspect);
  if (cited) (known.citers ??= new RefCiters()).cite(file.uri, root, cited.refs);
  else known.citers?.release(file.uri);
}

/** Of what it refers to, nothing is known any longer. */
function release(known: Known, uri: Uri): void {
  known.places.release(uri);
  known.citers?.release(uri);
}

/**
 * Those that cite a ref are told whether there is evidence with it; and of refs of a kind, only where there are any.
 * @param isNew it has come; else it has gone
 */
function touchCiters(
  known: Known,
  evidence: EvidenceFile,
  portfolio: Portfolio,
  isNew: boolean,
  work: Work,
): void {
  const ref = valueOf(evidence.ref);
  if (ref === undefined || !known.citers) return;
  const { root } = portfolio;
  const key = refKey(ref);
  for (const uri of known.citers.of(root, key)) work.checks.add(uri);
  const family = familyOf(key);
  const citers = family === undefined ? [] : [...known.citers.of(root, family)];
  if (citers.length > 0 && portfolio.numberOfFamily(family) === (isNew ? 1 : 0))
    for (const uri of citers) work.checks.add(uri);
}

/**
 * Files with the same ref are told so, all at once: there may be thousands. A ref that nobody shares is not kept: it is a
 * part of its file's text, and would hold all of that while a folder is read.
 */
function touchPeers(evidence: EvidenceFile, portfolio: Portfolio, work: Work): void {
  const { root } = portfolio;
  const ref = valueOf(evidence.ref);
  if (!ref || !portfolio.isRefOfOthers(ref, evidence.uri)) return;
  const refs = work.refs.get(root);
  if (refs) refs.add(ref);
  else work.refs.set(root, new Set([ref]));
}

/** Coverage has changed where a file came, went, or says something else of itself. */
export function compareCoverage(known: Known, work: Work): void {
  for (const [uri, { roots, file }] of work.removed) {
    const now = work.added.get(uri);
    const isSame = now !== undefined && saysTheSame(file, now);
    const after = known.rootsWith(uri);
    for (const root of roots) if (!isSame || !after.includes(root)) work.coverage.add(root);
  }
  for (const uri of work.added.keys()) {
    const before = work.removed.get(uri)?.roots ?? [];
    for (const root of known.rootsWith(uri)) if (!before.includes(root)) work.coverage.add(root);
  }
}

/**
 * Whether a file says of itself what it said before, as far as coverage, its views and the rules on portfolio.yaml ask:
 * then nobody needs to look again.
 */
const saysTheSame = (before: EvidenceFile, now: EvidenceFile): boolean =>
  (haveOneBlock(before, now) || saidInBlock(before) === saidInBlock(now)) &&
  saidInBody(before) === saidInBody(now);

/** What the first heading stands in for is asked with it. */
const counted = details.filter(
  ({ countsForCoverage, without }) => countsForCoverage && without !== 'heading',
);

const saidInBlock = (evidence: EvidenceFile): string =>
  JSON.stringify([evidence.elements.map(({ id }) => id), counted.map(({ field }) => said(evidence[field]))]);

/** Its value; whether there is one that cannot be right. */
const said = (field: Field<unknown>): unknown => valueOf(field) ?? field.kind === 'invalid';

const saidInBody = (evidence: EvidenceFile): string =>
  JSON.stringify([
    titleOf(evidence),
    mayHaveTask(evidence.text, evidence.bodyStart)
      ? evidence.body().tasks.map(({ text, isDone }) => [text, isDone])
      : [],
  ]);
