/**
 * Elements that are given to others, or to nobody any longer, in portfolio.yaml. Remarks, order and line ends of the rest
 * stay. Undefined where an edit would be a guess.
 */
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';
import { retiredIdsOf } from '../standard/retired';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, insertion, lineEndOf } from '../text/edit';
import { composed } from '../text/composedEdits';
import { lineAround } from '../text/lines';
import { spanOf } from '../text/span';
import { valueOf } from '../yaml/fields';
import { endOf, quotedLike, removeLines, scalarEdit, valueEdit } from '../yaml/edits';
import type { YamlEntry, YamlList, YamlMap } from '../yaml/tree';
import { oneLine } from '../../words/oneLine';
import { yamlScalar } from '../../words/yamlScalar';
import type { NewAssignments } from './assignmentEdits';
import { newEntry, whoWritten } from './assignmentEdits';
import type { Assignment } from './assignments';
import { readAfter } from './decisionEdits';
import { byKnownId } from './knownIds';
import type { Manifest } from './manifest';
import { parseManifest } from './manifest';
import type { Edits } from './placedEntries';
import { placedEntries, removeEntries } from './placedEntries';

/** What is read after the edits is what was to be written. */
function isMeant(manifest: Manifest, standard: Lexicon, edits: Edits, wanted: NewAssignments): boolean {
  const after = readAfter(manifest, edits);
  return (
    after !== undefined &&
    Array.from(wanted).every(([id, who]) => {
      const [assignment] = assignmentsOf(after, standard, id);
      return assignment !== undefined && isSame(assignment, who);
    })
  );
}

/**
 * Names those who are to find evidence for each of some elements or groups, in the place of whoever had it. What says so
 * already stays as it is.
 * @param who roles or persons, each once; one at least
 */
export function setAssignments(
  manifest: Manifest,
  standard: Lexicon,
  ids: readonly string[],
  who: readonly string[],
): Edits {
  if (manifest.faults.length > 0) return undefined;
  const people = who.map(oneLine);
  const { text } = manifest;
  const places = placesIn(manifest);
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const id of new Set(ids)) {
    const [assignment] = assignmentsOf(manifest, standard, id);
    const entry = assignment && places.get(assignment.span.start)?.entry;
    if (!entry) added.push(id);
    else if (!isSame(assignment, people)) {
      const own = whoEdits(text, entry, people);
      if (!own) return undefined;
      edits.push(...own);
    }
  }
  const all = added.length === 0 ? edits : withNew(manifest, edits, standard, added, people);
  return isMeant(manifest, standard, all, new Map(ids.map((id) => [id, people]))) ? all : undefined;
}

/** What is new is placed once the rest is done: it may go behind a line that is taken out. */
function withNew(
  { uri, text }: Manifest,
  edits: readonly Edit[],
  standard: Lexicon,
  added: readonly string[],
  people: readonly string[],
): Edits {
  const now = parseManifest(uri, applyEdits(text, edits));
  const news = placedEntries(
    now,
    'assignments',
    standard,
    added.map((id) => newEntry(id, people)),
  );
  return news && composed(text.length, edits, news);
}

/** Takes back who is to find evidence for elements or groups. No change where nobody has them by themselves. */
export function clearAssignments(manifest: Manifest, standard: Lexicon, ids: readonly string[]): Edits {
  if (manifest.faults.length > 0) return undefined;
  const places = placesIn(manifest);
  const gone = new Map<YamlMap, number[]>();
  for (const { span } of new Set(ids.flatMap((id) => assignmentsOf(manifest, standard, id)))) {
    const place = places.get(span.start);
    const known = place && gone.get(place.map);
    if (known) known.push(place.at);
    else if (place) gone.set(place.map, [place.at]);
  }
  const edits: Edit[] = [];
  for (const [map, numbers] of gone) {
    const own = removeEntries(
      manifest.text,
      map,
      numbers.sort((left, right) => left - right),
    );
    if (!own) return undefined;
    edits.push(...own);
  }
  return edits.length === 0 || readAfter(manifest, edits) ? edits : undefined;
}

/** What is said of an ID, under this ID and those of earlier editions. */
function assignmentsOf({ assignments }: Manifest, standard: Lexicon, id: string): readonly Assignment[] {
  const known = byKnownId(assignments, standard);
  return [knownId(standard, id), ...retiredIdsOf(standard, id)].flatMap((named) => known.get(named) ?? []);
}

const textsOf = ({ who }: Assignment): readonly string[] =>
  (valueOf(who) ?? []).map(({ text }) => oneLine(text)).filter((text) => text !== '');

function isSame(assignment: Assignment, people: readonly string[]): boolean {
  const texts = textsOf(assignment);
  return texts.length === people.length && texts.every((text, at) => text === people[at]);
}

interface Place {
  readonly map: YamlMap;
  readonly entry: YamlEntry;
  /** Its number among the entries of the map. */
  readonly at: number;
}

/** By the offset at which their keys begin: all entries, those below the name of a standard included. */
function placesIn(manifest: Manifest): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const note = (map: YamlMap, isTop: boolean): void => {
    for (const [at, entry] of map.entries.entries()) {
      places.set(entry.key.span.start, { map, entry, at });
      if (isTop && entry.value.kind === 'map') note(entry.value, false);
    }
  };
  const value = manifest.entries.find(({ key }) => key.text === 'assignments')?.value;
  if (value?.kind === 'map') note(value, true);
  return places;
}

/** Other people in the place of those whom an entry names. */
function whoEdits(text: string, entry: YamlEntry, people: readonly string[]): Edits {
  const { value } = entry;
  if (value.kind === 'list')
    return value.flow ? inBrackets(text, value, people) : inLines(text, value, people);
  const [only] = people;
  const written =
    people.length === 1 && only !== undefined ? quotedLike(text[value.span.start], only) : whoWritten(people);
  const edit = valueEdit(text, entry, written);
  return edit && [edit];
}

/** A remark in it would be lost. */
function inBrackets(text: string, { span }: YamlList, people: readonly string[]): Edits {
  return text.slice(span.start, span.end).includes('#')
    ? undefined
    : [{ span, newText: `[${people.map(yamlScalar).join(', ')}]` }];
}

/** Line by line, so that remarks stay. */
function inLines(text: string, { items }: YamlList, people: readonly string[]): Edits {
  const last = items.at(-1);
  if (!last || items.some(({ kind }) => kind !== 'scalar')) return undefined;
  const kept = items.slice(0, people.length);
  const changed = kept.flatMap(({ span }, at) => {
    const name = people[at] ?? '';
    return text.slice(span.start, span.end) === name ? [] : [scalarEdit(text, span, name)];
  });
  const gone = removeLines(
    text,
    items.slice(people.length).map((item) => spanOf(item.span.start, endOf(text, item))),
  );
  const end = lineEndOf(text);
  const more = people
    .slice(items.length)
    .map((name) => `${end}${indentAt(text, last.span.start)}- ${yamlScalar(name)}`);
  const at = lineAround(text, endOf(text, last)).end;
  return gone && [...changed, ...gone, ...(more.length > 0 ? [insertion(at, more.join(''))] : [])];
}
