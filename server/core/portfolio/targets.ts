/** Where the links and attachments of evidence, and the links of plans, lead. */
import type { Link } from '../markdown/body';
import type { EvidenceFile } from '../evidence/evidence';
import { valueOf } from '../yaml/fields';
import type { Span, Uri } from '../text/span';
import type { PortfolioFile } from './portfolioFile';
import type { Reference } from '../markdown/reference';
import type { Reading } from '../markdown/readings';
import { isInside, literalPlace, readingsOf } from '../markdown/readings';
import { attachmentReadings, longestPath, parseReference } from '../markdown/reference';

export { isInside } from '../markdown/readings';

export interface Target {
  /** `own`: only the writer’s own computer or network can open it. `nothing`: no address at all. */
  readonly kind: 'path' | 'top' | 'own' | 'nothing';
  /** Where it may lead, the one first that goes before the others; none unless it is a path. */
  readonly readings: readonly Reading[];
  /** As the file writes it. */
  readonly destination: string;
  /** The place of the destination. */
  readonly span: Span;
}

/** A link of the text, and where it leads. */
export interface LinkTarget extends Target {
  readonly link: Link;
  /** The file of exactly that name, where Markdown takes a part of it for something else: `C#.pdf`. */
  readonly literally?: Uri;
}

/** Whether something stands at a place; undefined where nobody knows. */
export type Exists = (uri: Uri) => boolean | undefined;

/** Everything under `attachments` that is no address of the web. */
export const attachmentTargets = ({ uri, attachments }: EvidenceFile): readonly Target[] =>
  (valueOf(attachments) ?? []).flatMap(({ text, span }) => attachmentTarget(uri, text, span) ?? []);

/** Where one attachment leads; undefined for an address of the web. */
export const attachmentTarget = (from: Uri, destination: string, span: Span): Target | undefined =>
  // Only a link starts from the top.
  targetOf(from, from, attachmentReferences(destination), { destination, span });

const attachmentReferences = (text: string): readonly Reference[] =>
  text.length > longestPath ? [] : attachmentReadings(text);

/** Attachments that somebody else could open, as far as their addresses tell. */
export const openAttachments = (evidence: EvidenceFile): readonly string[] =>
  (valueOf(evidence.attachments) ?? [])
    .map(({ text }) => text)
    .filter((text) => !attachmentReferences(text).some(({ kind }) => kind === 'own' || kind === 'nothing'));

/** The links and images of the body that are no addresses of the web. */
export const linkTargets = (file: PortfolioFile, root: Uri): readonly LinkTarget[] =>
  toTargets(file.uri, root, file.body().links);

/** Those of some links of the body. */
export const toTargets = (from: Uri, root: Uri, links: readonly Link[]): readonly LinkTarget[] =>
  links.flatMap((link) => {
    const { destination, span } = link;
    if (destination.length > longestPath) return [];
    const reference = parseReference(destination);
    const target = targetOf(from, root, [reference], { destination, span });
    const literally = literalPlace(from, destination, reference);
    return target ? [{ ...target, link, ...(literally === undefined ? {} : { literally }) }] : [];
  });

function targetOf(
  from: Uri,
  root: Uri,
  references: readonly Reference[],
  written: Pick<Target, 'destination' | 'span'>,
): Target | undefined {
  const [first] = references;
  if (!first || first.kind === 'elsewhere' || first.kind === 'template') return undefined;
  const readings = references.flatMap((reference) => readingsOf(from, root, reference));
  return { kind: first.kind, readings, ...written };
}

/**
 * The place that is meant: the first at which something stands. Where nothing stands at any of them, the shortest
 * that is the name of a file: `a.pdf` for `a.pdf#page=4`, all of `C#.pdf`.
 */
export function leadsTo({ readings }: Target, exists: Exists): Reading | undefined {
  return (
    readings.find(({ uri }) => exists(uri) === true) ??
    readings.findLast(({ path }) => /\.[A-Za-z][A-Za-z0-9]{1,4}$/.test(path)) ??
    readings[0]
  );
}

/** A path of which it is known that nothing stands where it leads, whichever way it is read. */
export const isMissing = (root: Uri, { readings }: Target, exists: Exists): boolean =>
  readings.length > 0 && readings.every(({ uri }) => isInside(root, uri) && exists(uri) === false);
