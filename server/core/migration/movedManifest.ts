/** portfolio.yaml for another edition: the standard that it names, decisions under their new IDs, and what is to be looked at. */
import { setDecision } from '../manifest/decisionEdits';
import type { DecisionValues } from '../manifest/decisionEdits';
import type { Manifest } from '../manifest/manifest';
import { parseManifest } from '../manifest/manifest';
import type { CivilDate } from '../text/civilDate';
import { composed } from '../text/composedEdits';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, insertion, lineEndOf } from '../text/edit';
import { lineAround } from '../text/lines';
import type { Uri } from '../text/span';
import { scalarEdit } from '../yaml/edits';
import { absent, valueOf } from '../yaml/fields';
import type { YamlEntry } from '../yaml/nodes';
import { yamlScalar } from '../../words/yamlScalar';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import type { LookAgain } from './lookAgain';
import type { IdMap } from './idMaps';
import { decisionsInMaps, inMap, mapsIn } from './idMaps';
import type { Clash } from './movedDecisions';
import type { Occurrence } from './occurrence';

export interface MovedManifest {
  /** Undefined where an edit would be a guess: then nothing else may be written either. */
  readonly edits: readonly Edit[] | undefined;
  readonly occurrences: readonly Occurrence[];
  readonly clashes: readonly Clash[];
}

export interface ManifestMoves {
  readonly editions: Editions;
  readonly targets: Targets;
  /** What the manifest is to name as its standard, or as the one with a name; undefined where that stays. */
  readonly standard: { readonly of: string | undefined; readonly to: string } | undefined;
  readonly lookAgain: readonly LookAgain[];
  readonly today: CivilDate;
  /** IDs that become a part of one, with or without a decision. */
  readonly originsOf: (to: string) => readonly string[];
}

export function movedManifest(manifest: Manifest, moves: ManifestMoves): MovedManifest {
  const { uri, text } = manifest;
  const { targets } = moves;
  const assessment = manifest.entries.find(({ key }) => key.text === 'assessment')?.value;
  const maps = assessment?.kind === 'map' ? mapsIn(manifest, assessment, targets) : [];
  const { decisions, clashes } = decisionsInMaps(text, maps, moves);
  const named = standardEdits(manifest, moves.standard);
  if (manifest.faults.length > 0 || !named) return { edits: undefined, occurrences: [], clashes: [] };
  const assigned = movedAssignments(moves, manifest);
  const first = [...named, ...decisions.flatMap(({ moved }) => moved.edits), ...assigned.edits];
  const edits = withNotes(
    manifest,
    first,
    [
      ...decisions.flatMap(({ moved }) => Array.from(moved.additions, ([id, values]) => ({ id, values }))),
      ...moves.lookAgain.map(({ id, changed }) => ({
        id,
        values: { 'look-again': moves.today, changed },
      })),
    ],
    moves,
  );
  return {
    edits,
    clashes,
    occurrences: [
      ...decisions.flatMap(({ map, under, moved }) =>
        map.entries.flatMap((entry) => occurrenceOf(moves, uri, { entry, under }, moved.moved.get(entry))),
      ),
      ...assigned.occurrences,
    ],
  };
}

/** Who is to find evidence for an ID: where the new one has somebody already, the old one stays, and is told. */
function movedAssignments(
  moves: ManifestMoves,
  manifest: Manifest,
): { readonly edits: readonly Edit[]; readonly occurrences: readonly Occurrence[] } {
  const value = manifest.entries.find(({ key }) => key.text === 'assignments')?.value;
  const parts = (value?.kind === 'map' ? mapsIn(manifest, value, moves.targets) : []).map((one) =>
    movedAssigned(moves, manifest, one),
  );
  return {
    edits: parts.flatMap(({ edits }) => edits),
    occurrences: parts.flatMap(({ occurrences }) => occurrences),
  };
}

function movedAssigned(
  { editions }: ManifestMoves,
  { uri, text }: Manifest,
  { map, under, targets }: IdMap,
): { readonly edits: readonly Edit[]; readonly occurrences: readonly Occurrence[] } {
  const keys = map.entries.map(({ key }) => key);
  const edits: Edit[] = [];
  const staying = stayingOf(
    keys.map(({ text: id }) => id),
    targets,
    (id) => editions.after(inMap(under, id)),
  );
  const occurrences = keys.flatMap(({ text: id, span }): readonly Occurrence[] => {
    const [next] = targets(id) ?? [];
    if (next === undefined && !isMoved(editions.fateOf(inMap(under, id)))) return [];
    const place = { id: inMap(under, id), uri, span, kind: 'assignment' } as const;
    if (next === undefined) return [{ ...place, to: undefined }];
    if (staying.has(id))
      return [
        { ...place, to: undefined, because: 'Say under “assignments” by hand who it is for the new ID.' },
      ];
    edits.push(scalarEdit(text, span, next));
    return [{ ...place, to: [next] }];
  });
  return { edits, occurrences };
}

/** Those that may not leave, for more than one would come to a place, or one would have to go to several. */
function stayingOf(
  ids: readonly string[],
  targets: Targets,
  after: (written: string) => string,
): ReadonlySet<string> {
  const staying = new Set<string>();
  // Whoever stays is in the way of those that come to its place.
  for (let known = -1; staying.size > known;) {
    known = staying.size;
    const ends = ids.map((id) => ({ id, to: staying.has(id) ? [id] : (targets(id) ?? [id]) }));
    const coming = new Map<string, number>();
    for (const end of ends.flatMap(({ to }) => to).map(after)) coming.set(end, (coming.get(end) ?? 0) + 1);
    for (const { id, to } of ends) {
      const isAlone = to.length === 1 && to.every((end) => coming.get(after(end)) === 1);
      if (targets(id) && !isAlone) staying.add(id);
    }
  }
  return staying;
}

/** Where there is no manifest: one that names the standard, and what is to be looked at. */
export function newManifest(uri: Uri, standard: string, moves: ManifestMoves): string | undefined {
  const text = `standard: ${yamlScalar(standard)}\n`;
  const { edits } = movedManifest(parseManifest(uri, text), { ...moves, standard: undefined });
  return edits && applyEdits(text, edits);
}

function occurrenceOf(
  { targets, editions }: ManifestMoves,
  uri: Uri,
  { entry: { key }, under }: { readonly entry: YamlEntry; readonly under: string | undefined },
  to: readonly string[] | undefined,
): readonly Occurrence[] {
  const id = inMap(under, key.text);
  if (!to && !targets(id) && !isMoved(editions.fateOf(id))) return [];
  // Two that differ are shown as such.
  return !to && targets(id) ? [] : [{ id, uri, span: key.span, kind: 'decision', to }];
}

/** Undefined where it cannot be said. */
function standardEdits(manifest: Manifest, wanted: ManifestMoves['standard']): readonly Edit[] | undefined {
  const { text, standards, entries } = manifest;
  if (wanted === undefined) return [];
  const { of, to: name } = wanted;
  const standard = standards.find((one) => one.name === of)?.file ?? absent;
  if (valueOf(standard) === name) return [];
  if (standard.kind === 'valid') return [scalarEdit(text, standard.span, name)];
  if (of !== undefined || standard.kind === 'invalid' || entries.some(({ key }) => key.text === 'standard'))
    return undefined;
  const line = `standard: ${yamlScalar(name)}`;
  const [first] = entries;
  if (!first) {
    const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEndOf(text);
    return [insertion(text.length, `${gap}${line}${lineEndOf(text)}`)];
  }
  const { start } = lineAround(text, first.key.span.start);
  if (/[{[]/.test(text.slice(start, first.key.span.start))) return undefined;
  return [insertion(start, `${indentAt(text, first.key.span.start)}${line}${lineEndOf(text)}`)];
}

interface Note {
  readonly id: string;
  readonly values: DecisionValues;
}

/** Values set in decisions, one after the other, each held against a reading of the result. */
function withNotes(
  manifest: Manifest,
  first: readonly Edit[],
  notes: readonly Note[],
  { editions }: ManifestMoves,
): readonly Edit[] | undefined {
  const { uri, text, problems } = manifest;
  let edits = first;
  let after = parseManifest(uri, applyEdits(text, edits));
  for (const { id, values } of notes) {
    const set = setDecision(after, editions.to, id, values);
    // An element that is written in an unusual way keeps its evidence; nobody is asked to look at it again.
    if (!set) continue;
    edits = composed(text.length, edits, set);
    after = parseManifest(uri, applyEdits(text, edits));
  }
  const isHarmless = after.faults.length === 0 && after.problems.length <= problems.length;
  // Of two that say something of one element, the first would count, and nobody would be told of the other.
  const isOnce = saidTwice(after, editions.after) <= saidTwice(manifest, editions.before);
  return isHarmless && isOnce ? edits : undefined;
}

/** How many decisions are about an element of which another one says something already. */
const saidTwice = ({ decisions }: Manifest, known: (written: string) => string): number =>
  decisions.size - new Set(Array.from(decisions.keys(), known)).size;
