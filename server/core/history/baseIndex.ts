/**
 * An index of a workspace as it was at a base: a copy of another index that is told of what has changed since. It is
 * kept while people compare, so that a second comparison costs what has changed after the first.
 */
import type { RuleSettings } from '../index/check';
import type { Days } from '../text/civilDate';
import type { Fact, Delta } from '../index/facts';
import type { Uri } from '../text/span';
import { isManifestName } from '../text/manifestName';
import type { PortfolioIndex } from '../index/portfolioIndex';
import { fileName } from '../text/uri';

/** What surrounds the files. */
export interface Frame {
  readonly folders: readonly Uri[];
  readonly rules: RuleSettings;
  /** In which elements are shown, whatever the manifests say. */
  readonly language?: string | undefined;
}

/**
 * What the index of the base has to hear of the folders, the settings and the day. A frame that is the same is not told
 * again: it makes an index judge all files anew.
 */
export const frameFacts = (
  base: PortfolioIndex,
  { folders, rules, language }: Frame,
  days: Days,
): readonly Fact[] => [
  ...(isAlike(base.folders, folders) ? [] : [{ kind: 'folders' as const, folders }]),
  ...(isAlike(base.settings, rules) ? [] : [{ kind: 'settings' as const, rules }]),
  { kind: 'language', language },
  { kind: 'today', ...days },
];

/**
 * What the index of the base has to hear of files, manifests and standards first.
 * @param files that differ from the base, each as it was at the base
 * @param looked what was found where the base alone asked
 */
export function fileFacts(
  base: PortfolioIndex,
  live: PortfolioIndex,
  folders: readonly Uri[],
  files: ReadonlyMap<Uri, Fact>,
  looked: ReadonlyMap<Uri, Fact> = new Map(),
): readonly Fact[] {
  const places = new Set(
    [...folders, ...live.sharedFolders(), ...base.sharedFolders()].flatMap((folder) => [
      ...live.placesWithin(folder),
      ...base.placesWithin(folder),
    ]),
  );
  for (const uri of files.keys()) places.add(uri);
  const facts: Fact[] = [];
  for (const uri of places) {
    const wanted = files.get(uri) ?? live.told(uri) ?? looked.get(uri) ?? { kind: 'absent' as const, uri };
    if (!isSame(wanted, base.told(uri))) facts.push(wanted);
  }
  // What a file is evidence for depends on the manifest above it; that a place is there costs nothing.
  return facts.sort((one, other) => turnOf(one) - turnOf(other));
}

/**
 * What the index of the base has to hear where it asks for places and standards; those of which neither the base nor
 * the other index knows are left to be looked at.
 */
export function answersFrom(
  { unknownPlaces, unknownFiles }: Pick<Delta, 'unknownPlaces' | 'unknownFiles'>,
  live: PortfolioIndex,
  files: ReadonlyMap<Uri, Fact>,
): {
  readonly answers: readonly Fact[];
  readonly places: readonly Uri[];
  readonly standards: readonly Uri[];
} {
  const answers: Fact[] = [];
  const places: Uri[] = [];
  const standards: Uri[] = [];
  for (const uri of unknownFiles) {
    const known = files.get(uri) ?? live.told(uri);
    // Of a file that is there and of no use to the other index, the text is not known.
    if (known && known.kind !== 'present') answers.push(known);
    else standards.push(uri);
  }
  for (const uri of unknownPlaces) {
    const known = files.get(uri) ?? live.told(uri);
    if (known?.kind === 'absent' || known?.kind === 'outside') answers.push(known);
    else if (known) answers.push({ kind: 'present', uri });
    else places.push(uri);
  }
  return { answers, places, standards };
}

/** Equal lists and records, whose entries stand in the same order. */
const isAlike = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

function turnOf(fact: Fact): number {
  if (fact.kind === 'present' || fact.kind === 'absent' || fact.kind === 'outside') return 1;
  return 'uri' in fact && isManifestName(fileName(fact.uri)) ? 0 : 2;
}

function isSame(wanted: Fact, told: Fact | undefined): boolean {
  if (!told) return wanted.kind === 'absent';
  if (wanted.kind === 'file' && told.kind === 'file' && wanted.file === told.file) return true;
  const text = textIn(wanted);
  if (text !== undefined) return textIn(told) === text;
  if (wanted.kind === 'unreadable')
    return told.kind === 'unreadable' && told.reason === wanted.reason && told.isFolder === wanted.isFolder;
  return told.kind === wanted.kind;
}

function textIn(fact: Fact): string | undefined {
  if (fact.kind === 'file') return fact.file.text;
  return fact.kind === 'text' ? fact.text : undefined;
}
