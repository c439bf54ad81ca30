/** Where the links and attachments of evidence, and the links of plans, lead. */
import { mayHaveLink } from './body';
import type { EvidenceFile } from './evidence';
import { valueOf } from './fields';
import type { Span, Uri } from './model';
import type { PortfolioFile } from './portfolioFile';
import { isActionPlan } from './portfolioFile';
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
export const linkTargets = ({ uri, body }: PortfolioFile): readonly Target[] =>
  body().links.flatMap(({ destination, span }) => targetOf(uri, destination, span, true) ?? []);

/**
 * All files that the links of the body could lead to, without parsing it: more than the real ones where
 * something looks like a link and is none (in a code block, say), never fewer. Undefined where only a parse
 * can tell.
 */
export function possibleLinkTargets(evidence: EvidenceFile): readonly Uri[] | undefined {
  const { text, bodyStart, uri } = evidence;
  if (!mayHaveLink(text, bodyStart)) return [];
  const targets: Uri[] = [];
  for (const match of text.slice(bodyStart).matchAll(opener)) {
    const destination = match[1] ?? match[2] ?? '';
    // Escapes, entities, brackets, a NUL and a destination on the next line are for the parser.
    if (/[\\&()<>\0]/.test(destination) || destination === '') return undefined;
    if (destination.length > longestPath) continue;
    const reference = parseReference(destination);
    if (reference.kind === 'path' && reference.path !== '')
      targets.push(joinPath(parentUri(uri), reference.path));
  }
  return targets;
}

// Not \s: a no-break space is part of a destination.
const opener = /\]\([ \t]*([^ \t\r\n)]*)|\]:[ \t]*([^ \t\r\n]*)/g;

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
export function targetsOf(file: PortfolioFile, root: Uri): ReadonlySet<Uri> {
  // A plan has been parsed in any case.
  const possible = isActionPlan(file) ? undefined : possibleLinkTargets(file);
  const links = possible ?? linkTargets(file).map(({ uri }) => uri);
  const attachments = isActionPlan(file) ? [] : attachmentTargets(file).map(({ uri }) => uri);
  return new Set([...attachments, ...links].filter((target) => isInside(root, target)));
}
