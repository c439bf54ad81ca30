/** Which links of a text nobody can follow, and all that a text may refer to: found without parsing it, where that can be. */
import { linksAround } from '../markdown/linksAround';
import { possibleLinkTargets } from '../markdown/possibleLinks';
import type { EvidenceFile } from '../evidence/evidence';
import type { Uri } from '../text/span';
import type { PortfolioFile } from './portfolioFile';
import type { Exists, LinkTarget, Target } from './targets';
import { attachmentTargets, isInside, isMissing, linkTargets, toTargets } from './targets';

/** Links of the body that somebody who reads them cannot follow. Finds them without parsing all of the text, where it can. */
export const brokenLinks = (file: PortfolioFile, root: Uri, exists: Exists): readonly LinkTarget[] =>
  suspectTargets(file, root, exists).filter(
    (target) =>
      target.kind === 'own' ||
      target.kind === 'nothing' ||
      target.link.isUnread === true ||
      isMissing(root, target, exists),
  );

/** Some links of the body, among them all that are broken. */
function suspectTargets(file: PortfolioFile, root: Uri, exists: Exists): readonly LinkTarget[] {
  const possible = file.isPlan ? undefined : possibleOf(file, root);
  if (file.isPlan || !possible) return linkTargets(file, root);
  const isSuspect = (uri: Uri | undefined): boolean => uri === undefined || exists(uri) === false;
  const places = possible
    .filter(({ uri }) => isSuspect(uri))
    .map(({ at }) => at)
    .sort((left, right) => left - right);
  if (places.length === 0) return [];
  const links = linksAround(file.text, places);
  return links ? toTargets(file.uri, root, links) : linkTargets(file, root);
}

interface Possible {
  readonly root: Uri;
  readonly targets: ReturnType<typeof possibleLinkTargets>;
}

/** Of the files that were read last: what comes in together is judged together, soon after. */
const recent = new Map<EvidenceFile, Possible>();
const mostRecent = 128;

function possibleOf(file: EvidenceFile, root: Uri): Possible['targets'] {
  const known = recent.get(file);
  if (known?.root === root) return known.targets;
  const targets = possibleLinkTargets(file, root);
  recent.set(file, { root, targets });
  const [oldest] = recent.keys();
  if (oldest && recent.size > mostRecent) recent.delete(oldest);
  return targets;
}

export interface References {
  /** Every place in the portfolio that a file could refer to, more rather than fewer. */
  readonly places: readonly Uri[];
  /** Something could be a link that nobody can follow, wherever it leads. */
  readonly isSuspect: boolean;
}

export function referencesOf(file: PortfolioFile, root: Uri): References {
  // A plan has been parsed in any case.
  const possible = file.isPlan ? undefined : possibleOf(file, root);
  const links = possible ? [] : linkTargets(file, root);
  const literal = [...links.map(({ literally }) => literally), ...(possible ?? []).map(({ uri }) => uri)];
  const isSuspect = possible
    ? possible.some(({ uri }) => uri === undefined)
    : links.some(({ readings, link }) => readings.length === 0 || link.isUnread === true);
  return { places: placesOf(file, root, links, literal), isSuspect };
}

/** The same without the links of the text, for which nobody asks: the text is not looked at. */
export const attachmentsOf = (file: PortfolioFile, root: Uri): References => ({
  places: placesOf(file, root, [], []),
  isSuspect: false,
});

function placesOf(
  file: PortfolioFile,
  root: Uri,
  links: readonly Target[],
  others: readonly (Uri | undefined)[],
): readonly Uri[] {
  const targets = [...(file.isPlan ? [] : attachmentTargets(file)), ...links];
  const read = targets.flatMap(({ readings }) => readings.map(({ uri }) => uri));
  return [...read, ...others].filter((uri) => uri !== undefined).filter((uri) => isInside(root, uri));
}
