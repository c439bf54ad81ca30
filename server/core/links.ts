/** Where the links and attachments of evidence, and the links of plans, lead. */
import type { Link } from './body';
import type { EvidenceFile } from './evidence';
import { valueOf } from './fields';
import type { Span, Uri } from './model';
import { linksAround } from './paragraphs';
import type { PortfolioFile } from './portfolioFile';
import { isActionPlan } from './portfolioFile';
import { shortcuts } from './shortcuts';
import { isWithin, joinPath, parentUri, parseReference } from './uri';

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

/** A place that something in a text may lead to, and the offset at which that stands. */
export interface PossibleTarget {
  readonly uri: Uri;
  readonly at: number;
}

/**
 * All files that the links of the body could lead to, without parsing it: more than the real ones where
 * something looks like a link and is none (in a code block, say), never fewer. Undefined where only a parse
 * can tell.
 */
export function possibleLinkTargets(evidence: EvidenceFile): readonly PossibleTarget[] | undefined {
  if (!shortcuts.taken) return undefined;
  const { text, bodyStart, uri } = evidence;
  const targets: PossibleTarget[] = [];
  const folder = parentUri(uri);
  for (let at = text.indexOf(']', bodyStart); at >= 0; at = text.indexOf(']', at)) {
    const mark = text[++at];
    if (mark !== '(' && mark !== ':') continue;
    const start = afterBlanks(text, at + 1);
    at = endOfDestination(text, start, mark);
    if (at < 0 || at === start) return undefined;
    if (at - start > longestPath) continue;
    const reference = parseReference(text.slice(start, at));
    if (reference.kind === 'path' && reference.path !== '')
      targets.push({ uri: joinPath(folder, reference.path), at: start });
  }
  return targets;
}

// Not all that is white space: a no-break space is part of a destination.
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Negative where something stands in it that only the parser can read: escapes, entities, brackets, a NUL. */
function endOfDestination(text: string, start: number, mark: '(' | ':'): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most are letters, hyphens, full stops and slashes.
    if (code > 0x3e || (code > 0x29 && code < 0x3c)) {
      if (code === 0x5c) return -1;
      continue;
    }
    const character = text.charAt(at);
    if (' \t\r\n'.includes(character) || (character === ')' && mark === '(')) return at;
    if ('&()<>\0'.includes(character)) return -1;
  }
  return text.length;
}

/** Everything outside the portfolio's folder is nobody's business here: neither asked for nor reported missing. */
export const isInside = (root: Uri, target: Uri): boolean => isWithin(root, target);

/** Longer ones are no paths anywhere; a stranger's, of thousands of folders, would be looked for in each of them. */
const longestPath = 4096;

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
