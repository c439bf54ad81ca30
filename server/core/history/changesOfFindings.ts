/** Which findings are new, which are gone, and which were there already. */
import { subjectOf } from './findingIdentity';
import { isManifestName } from '../text/manifestName';
import type { Uri } from '../text/span';
import { fileName } from '../text/uri';
import type { Finding } from '../rules/finding';
import { compareNaturally } from '../text/naturalOrder';
import type { FileFindings, PortfolioSnapshot } from './snapshot';

export interface FindingChanges {
  readonly fresh: readonly FoundIn[];
  readonly fixed: readonly FoundIn[];
  /** Those of the later side. */
  readonly unchanged: readonly Finding[];
}

export interface FoundIn {
  readonly uri: Uri;
  /** Of its file. */
  readonly text: string;
  readonly finding: Finding;
}

/**
 * Matches findings by rule, file and what they are about, not by place or message.
 * @param renames from a file's URI before to the one after
 */
export function changesOfFindings(
  before: PortfolioSnapshot,
  after: PortfolioSnapshot,
  renames: ReadonlyMap<Uri, Uri>,
): FindingChanges {
  const fresh: FoundIn[] = [];
  const fixed: FoundIn[] = [];
  const unchanged: Finding[] = [];
  const earlier = new Map(
    Array.from(before.findings, ([uri, file]) => [renames.get(uri) ?? uri, { uri, file }] as const),
  );
  for (const [uri, file] of after.findings) {
    const old = earlier.get(uri);
    earlier.delete(uri);
    // The index keeps the list of a file that nothing has touched.
    if (old?.file.findings === file.findings) {
      for (const finding of file.findings) unchanged.push(finding);
      continue;
    }
    const known = old ? bySubject(old.uri, old.file, before) : new Map<string, FoundIn[]>();
    for (const [key, found] of bySubject(uri, file, after)) {
      const same = known.get(key)?.splice(0, found.length).length ?? 0;
      for (const { finding } of found.slice(0, same)) unchanged.push(finding);
      fresh.push(...found.slice(same));
    }
    for (const rest of known.values()) fixed.push(...rest);
  }
  for (const { uri, file } of earlier.values())
    for (const finding of file.findings) fixed.push({ uri, text: file.text, finding });
  return { fresh: inOrder(fresh), fixed: inOrder(fixed), unchanged };
}

function bySubject(
  uri: Uri,
  { text, findings }: FileFindings,
  snapshot: PortfolioSnapshot,
): Map<string, FoundIn[]> {
  const groups = new Map<string, FoundIn[]>();
  for (const finding of findings) {
    const subject = subjectOf(finding, uri, text, snapshot);
    // In the files of evidence, what is marked stands as it stood.
    const known = isManifestName(fileName(uri)) ? snapshot.renamed?.get(subject) : undefined;
    const key = `${finding.rule}\0${known ?? subject}`;
    const found = { uri, text, finding };
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return groups;
}

const inOrder = (found: readonly FoundIn[]): readonly FoundIn[] =>
  found.toSorted(
    (left, right) =>
      compareNaturally(left.uri, right.uri) || left.finding.span.start - right.finding.span.start,
  );
