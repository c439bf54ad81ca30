/** Where the links and attachments of evidence, and the links of plans, lead. */
import type { Link } from './body';
import type { EvidenceFile } from './evidence';
import { valueOf } from './fields';
import type { Span, Uri } from './model';
import { linksAround } from './paragraphs';
import type { PortfolioFile } from './portfolioFile';
import { isActionPlan } from './portfolioFile';
import { possibleLinkTargets } from './possibleLinks';
import { isWithin, joinPath, longestPath, parentUri, parseReference } from './uri';

export interface Target {
  readonly uri: Uri;
  /** As the file writes it. */
  readonly destination: string;
  /** The place of the destination. */
  readonly span: Span;
}

/** Relative paths under `attachments`. */
export const attachmentTargets = (evidence: EvidenceFile): readonly Target[] =>
  (valueOf(evidence.attachments) ?? []).flatMap(
    ({ text, span }) => targetOf(evidence.uri, text, span, false) ?? [],
  );

/** Relative paths of the links and images of the body. */
export const linkTargets = ({ uri, body }: PortfolioFile): readonly Target[] => toTargets(uri, body().links);

const toTargets = (from: Uri, links: readonly Link[]): readonly Target[] =>
  links.flatMap(({ destination, span }) => targetOf(from, destination, span, true) ?? []);

/** Links of the body that lead to a place that is missing. Finds them without parsing all of the text, where it can. */
export function missingLinkTargets(
  file: PortfolioFile,
  isMissing: (target: Uri) => boolean,
): readonly Target[] {
  return suspectTargets(file, isMissing).filter(({ uri }) => isMissing(uri));
}

/** Some links of the body, among them all those that are missing. */
function suspectTargets(file: PortfolioFile, isMissing: (target: Uri) => boolean): readonly Target[] {
  const possible = isActionPlan(file) ? undefined : possibleLinkTargets(file);
  if (isActionPlan(file) || !possible) return linkTargets(file);
  const places = possible.filter(({ uri }) => isMissing(uri)).map(({ at }) => at);
  if (places.length === 0) return [];
  const links = linksAround(file.text, file.bodyStart, places);
  return links ? toTargets(file.uri, links) : linkTargets(file);
}

/** Everything outside the portfolio's folder is nobody's business here: neither asked for nor reported missing. */
export const isInside = (root: Uri, target: Uri): boolean => isWithin(root, target);

/** `encoded`: a link's `%20` is a space; in an attachment's path `%` is a character like others. */
function targetOf(from: Uri, destination: string, span: Span, encoded: boolean): Target | undefined {
  if (destination.length > longestPath) return undefined;
  const reference = parseReference(destination, encoded);
  if (reference.kind === 'elsewhere' || reference.path === '') return undefined;
  return { uri: joinPath(parentUri(from), reference.path), destination, span };
}

/** Every place in the portfolio that a file could refer to, more rather than fewer. */
export function targetsOf(file: PortfolioFile, root: Uri): readonly Uri[] {
  // A plan has been parsed in any case.
  const possible = isActionPlan(file) ? undefined : possibleLinkTargets(file);
  const found: Uri[] = [];
  const note = ({ uri }: { readonly uri: Uri }): void => {
    if (isInside(root, uri)) found.push(uri);
  };
  if (!isActionPlan(file)) attachmentTargets(file).forEach(note);
  (possible ?? linkTargets(file)).forEach(note);
  return found;
}
