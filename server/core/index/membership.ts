/** Which files belong to which portfolio: they leave it when they change, and are put where they belong then. */
import { coverageSignature } from '../evidence/coverageSignature';
import type { EvidenceFile } from '../evidence/evidence';
import { referencesOf } from '../portfolio/links';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { isActionPlan, looksLikeOurs } from '../portfolio/portfolioFile';
import type { Uri } from '../text/span';
import { nearestOf, withFoldersAbove } from '../text/uri';
import { valueOf } from '../yaml/fields';
import type { Work } from './indexWork';
import type { Known } from './known';
import { filesOf, standardFileOf } from '../portfolio/filesOf';

/** Takes a file out of its portfolio: it goes, or is put back with another text. */
export function leave(known: Known, uri: Uri, work: Work): void {
  const portfolio = known.homeOf(uri);
  const file = known.files.get(uri);
  known.home.delete(uri);
  known.places.release(uri);
  if (!portfolio || !file) return;
  portfolio.remove(file);
  if (isActionPlan(file)) {
    work.plans.add(portfolio.root);
    return;
  }
  // Of several edits in one batch, the first one holds what the others outside have seen.
  if (!work.removed.has(uri)) work.removed.set(uri, { root: portfolio.root, file });
  touchPeers(file, portfolio, work);
}

/**
 * The way of nearly every keystroke: a piece of evidence says the same of itself, in other words. It stays where it is,
 * and only what its text refers to is looked at again.
 * @returns false where it says something else, or was not evidence: then it is to leave, and to be put back
 */
export function rewrite(known: Known, file: PortfolioFile, work: Work): boolean {
  const before = known.files.get(file.uri);
  const portfolio = known.homeOf(file.uri);
  if (!before || !portfolio || isActionPlan(before) || isActionPlan(file)) return false;
  // Without a manifest, evidence that names nothing yet may look like somebody else's file.
  if (!portfolio.manifest && file.elements.length === 0) return false;
  if (valueOf(before.ref) !== valueOf(file.ref)) return false;
  if (coverageSignature(before) !== coverageSignature(file)) return false;
  known.files.set(file.uri, file);
  portfolio.rewrite(file);
  refer(known, file, portfolio);
  touchPeers(file, portfolio, work);
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
      known.home.delete(uri);
      known.places.release(uri);
      work.files.add(uri);
    }
    if (roots.has(root)) known.putPortfolio(root);
    else known.dropPortfolio(root);
    work.coverage.add(root);
    work.plans.add(root);
  }
  if (work.roots.size === 0 && !work.everything) return;
  for (const uri of known.files.keys()) {
    if (work.everything || nearestOf(work.roots, uri) !== undefined) work.files.add(uri);
  }
  for (const uri of known.unreadable.keys()) work.files.add(uri);
  for (const uri of known.manifests.passedOver()) work.checks.add(uri);
  for (const uri of known.unread.keys()) work.files.add(uri);
}

/**
 * A boundary that came or went takes files from the portfolios around it, or gives them back; also from an open folder
 * below it, which is the root of its files only where no manifest stands above them.
 */
function touchedBy({ standards, boundaries }: Work): (portfolio: Portfolio) => boolean {
  const aboveBoundaries = withFoldersAbove(boundaries);
  return (portfolio) => {
    const { root } = portfolio;
    const standard = standardFileOf(portfolio);
    if (standard !== undefined && standards.has(standard)) return true;
    return aboveBoundaries.has(root) || nearestOf(boundaries, root) !== undefined;
  };
}

/** Puts files into the portfolios that they belong to. */
export function settle(known: Known, work: Work): void {
  for (const uri of work.files) {
    work.checks.add(uri);
    if (known.home.has(uri)) continue;
    const file = known.files.get(uri);
    const portfolio = file && known.portfolioAt(uri);
    if (!file || !portfolio?.includes(uri)) continue;
    if (!portfolio.manifest && !looksLikeOurs(file, portfolio.standard)) continue;
    join(known, file, portfolio, work);
  }
}

function join(known: Known, file: PortfolioFile, portfolio: Portfolio, work: Work): void {
  const { uri } = file;
  portfolio.add(file);
  known.home.set(uri, portfolio.root);
  refer(known, file, portfolio);
  if (isActionPlan(file)) {
    work.plans.add(portfolio.root);
    return;
  }
  work.added.set(uri, file);
  touchPeers(file, portfolio, work);
}

function refer(known: Known, file: PortfolioFile, portfolio: Portfolio): void {
  const { places, isSuspect } = referencesOf(file, portfolio.root);
  known.places.refer(file.uri, places, isSuspect);
}

/** Files with the same ref are told so. */
function touchPeers(evidence: EvidenceFile, portfolio: Portfolio, work: Work): void {
  const ref = valueOf(evidence.ref);
  if (ref) for (const peer of portfolio.evidenceWithRefLike(ref)) work.checks.add(peer.uri);
}

/** Coverage has changed where a file came, went, or says something else of itself. */
export function compareCoverage(known: Known, work: Work): void {
  for (const [uri, { root, file }] of work.removed) {
    const now = work.added.get(uri);
    if (known.home.get(uri) !== root || !now || coverageSignature(now) !== coverageSignature(file))
      work.coverage.add(root);
  }
  for (const uri of work.added.keys()) {
    const root = known.home.get(uri);
    if (root !== undefined && work.removed.get(uri)?.root !== root) work.coverage.add(root);
  }
}
