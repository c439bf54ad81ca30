/**
 * Decisions on IDs that have moved: their keys in portfolio.yaml. Where two come to lie on one ID, they become one if
 * they say nothing different; else both stay, and are shown.
 */
import type { DecisionKey } from '../manifest/keys';
import { decisionKeys } from '../manifest/keys';
import type { Edit } from '../text/edit';
import { indentAt, insertion, lineEndOf } from '../text/edit';
import { lineAround } from '../text/lines';
import { spanOf } from '../text/span';
import {
  colonEnd,
  endOf,
  endOfEntry,
  isInBrackets,
  quotedLike,
  removeFromBrackets,
  removeLines,
  scalarEdit,
} from '../yaml/edits';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/nodes';
import { entryOf } from '../yaml/tree';
import { yamlScalar } from '../../words/yamlScalar';
import type { Targets } from './answers';

export interface MovedDecisions {
  readonly edits: readonly Edit[];
  /** For each decision that is written anew, its IDs then. */
  readonly moved: ReadonlyMap<YamlEntry, readonly string[]>;
  /** Those that stay, for they come to lie on one ID and do not say the same. */
  readonly clashes: readonly Clash[];
  /** What has to be added to a decision that another one has come to, by its ID. */
  readonly additions: ReadonlyMap<string, Values>;
}

export interface Clash {
  /** That both would have. */
  readonly to: string;
  readonly decisions: readonly { readonly id: string; readonly values: Values }[];
}

type Values = Readonly<Partial<Record<DecisionKey, string>>>;

/** What is known of the keys of a map. */
interface Keys {
  /** All IDs that become a part of one, with or without a decision. */
  readonly othersAt: (to: string) => readonly string[];
  /** Whether the earlier edition has an ID itself. */
  readonly isCurrent: (written: string) => boolean;
  /** With the name of its standard, where it stands below that. */
  readonly named: (written: string) => string;
  /** The IDs that are known, of what stands there: before, and after. */
  readonly before: (written: string) => string;
  readonly after: (written: string) => string;
}

/**
 * @param map behind `assessment`, or below the name of a standard there
 * @param held stay whatever becomes of their IDs
 */
export function movedDecisions(
  text: string,
  map: YamlMap,
  targets: Targets,
  keys: Keys,
  held: ReadonlySet<YamlEntry> = new Set(),
): MovedDecisions {
  const staying = new Set<YamlEntry>(held);
  const clashes: Clash[] = [];
  const goals = (entry: YamlEntry): readonly string[] | undefined =>
    staying.has(entry) ? undefined : targets(entry.key.text);
  let merges: ReadonlyMap<string, Merged> = new Map();
  // Whoever stays stands where it stood, and there in the way of others, maybe.
  for (let known = -1; staying.size > known;) {
    known = staying.size;
    const round = mergesOf(text, landingOf(map, goals, keys), goals, staying, keys);
    round.staying.forEach((entry) => staying.add(entry));
    clashes.push(...round.clashes);
    merges = round.merges;
  }
  const rest = (entry: YamlEntry): readonly string[] =>
    (goals(entry) ?? [entry.key.text]).filter((id) => !merges.get(keys.after(id))?.gone.includes(entry));
  const moved = new Map(
    map.entries.flatMap((entry) => {
      const to = goals(entry);
      return to ? [[entry, to] as const] : [];
    }),
  );
  const leaving = new Set(map.entries.filter((entry) => !staying.has(entry) && rest(entry).length === 0));
  const renamed = [...moved.keys()].flatMap((entry) =>
    leaving.has(entry) ? [] : editsOfEntry(text, map, entry, rest(entry)),
  );
  const additions = new Map(
    [...merges].flatMap(([id, { added }]) => (Object.keys(added).length > 0 ? [[id, added] as const] : [])),
  );
  return { edits: [...renamed, ...removal(text, map, leaving)], moved, clashes, additions };
}

type Goals = (entry: YamlEntry) => readonly string[] | undefined;
type Landing = ReadonlyMap<string, readonly YamlEntry[]>;

function landingOf(map: YamlMap, goals: Goals, { after }: Keys): Landing {
  const landing = new Map<string, YamlEntry[]>();
  for (const entry of map.entries)
    for (const id of (goals(entry) ?? [entry.key.text]).map(after))
      landing.set(id, [...(landing.get(id) ?? []), entry]);
  return landing;
}

interface Round {
  readonly merges: ReadonlyMap<string, Merged>;
  readonly clashes: readonly Clash[];
  /** Besides those that stay already. */
  readonly staying: readonly YamlEntry[];
}

/** @param held stay, each under a key that they were to leave */
function mergesOf(
  text: string,
  landing: Landing,
  goals: Goals,
  held: ReadonlySet<YamlEntry>,
  { othersAt, isCurrent, named, before }: Keys,
): Round {
  const merges = new Map<string, Merged>();
  const clashes: Clash[] = [];
  const staying: YamlEntry[] = [];
  for (const [id, entries] of landing) {
    if (!entries.some(goals)) continue;
    // One that was to leave means something else than those that come.
    const isTaken = entries.some((entry) => held.has(entry));
    const merge = (some: readonly YamlEntry[]): Merged | undefined =>
      isTaken ? undefined : mergedAt(text, some, silent(othersAt(id), some, before).length === 0);
    // One under a still earlier ID counts for nothing beside one under the ID that has replaced it.
    const current = entries.filter(({ key }) => isCurrent(key.text));
    const all = merge(entries);
    const merged =
      all ?? (current.length > 0 && current.length < entries.length ? merge(current) : undefined);
    if (all === undefined) {
      clashes.push({
        to: id,
        decisions: [...entries, ...silent(othersAt(id), entries, before)].map((one) => told(one, named)),
      });
      staying.push(...(merged ? entries.filter((entry) => !current.includes(entry)) : entries));
    }
    if (merged) merges.set(id, merged);
  }
  return { merges, clashes, staying };
}

/** Parts of a whole of which no decision is told; as if each had one that says nothing. */
const silent = (
  ids: readonly string[],
  entries: readonly YamlEntry[],
  before: Keys['before'],
): readonly string[] => ids.filter((id) => !entries.some(({ key }) => before(key.text) === id));

/** A decision that there is, or the ID of one that there is not. */
export const told = (decision: YamlEntry | string, named: Keys['named']): Clash['decisions'][number] =>
  typeof decision === 'string'
    ? { id: decision, values: {} }
    : { id: named(decision.key.text), values: valuesOf(decision.value) };

interface Merged {
  /** Those whose values another one has by now. */
  readonly gone: readonly YamlEntry[];
  readonly added: Values;
}

/** Undefined where they say different things, or where one could not be taken out without losing a remark. */
function mergedAt(text: string, entries: readonly YamlEntry[], isWhole: boolean): Merged | undefined {
  const [first, ...rest] = entries;
  if (!first) return { gone: [], added: {} };
  // What does not apply of a part may apply of the whole.
  if (!isWhole && entries.some((entry) => isFalse(valuesOf(entry.value).applicable))) return undefined;
  if (rest.length === 0) return { gone: [], added: {} };
  if (entries.some((entry) => !isPlain(text, entry))) return undefined;
  const own = valuesOf(first.value);
  const all: Partial<Record<DecisionKey, string>> = { ...own };
  for (const values of rest.map(({ value }) => valuesOf(value)))
    for (const { key } of decisionKeys) {
      const value = values[key];
      if (value === undefined) continue;
      if (all[key] !== undefined && all[key] !== value) return undefined;
      all[key] = value;
    }
  const isAlike = entries.every(
    ({ value }) => isFalse(valuesOf(value).applicable) === isFalse(all.applicable),
  );
  if (!isAlike) return undefined;
  const added = Object.fromEntries(
    Object.entries(all).filter(([key]) => own[key as DecisionKey] === undefined),
  ) as Values;
  return { gone: rest, added };
}

const isFalse = (value: string | undefined): boolean => value?.toLowerCase() === 'false';

const isKnown = (text: string): boolean => decisionKeys.some(({ key }) => key === text);

/**
 * Single values in it, each key once and one of those that are moved, and neither a remark nor a name of YAML's own (`&a`), which others may use. No key
 * with a question mark: no edit here takes one out.
 */
function isPlain(text: string, entry: YamlEntry): boolean {
  const { value, key } = entry;
  if (colonEnd(text, entry) === undefined) return false;
  const source = text.slice(key.span.start, lineAround(text, endOfEntry(text, entry)).end);
  if (/(?:^|\s)[#&*]/.test(source)) return false;
  if (value.kind === 'empty') return true;
  return (
    value.kind === 'map' &&
    value.entries.every(({ key: own, value: { kind } }) => kind === 'scalar' && isKnown(own.text)) &&
    new Set(value.entries.map((one) => one.key.text)).size === value.entries.length
  );
}

/** What is to be looked at again is no decision: it never stands in the way of one. */
const notes: readonly DecisionKey[] = ['look-again', 'changed'];

function valuesOf(node: YamlNode): Values {
  return Object.fromEntries(
    decisionKeys.flatMap(({ key }) => {
      if (notes.includes(key)) return [];
      const value = entryOf(node, key)?.value;
      return value?.kind === 'scalar' ? [[key, value.text.trim()]] : [];
    }),
  );
}

function removal(text: string, map: YamlMap, leaving: ReadonlySet<YamlEntry>): readonly Edit[] {
  const places = map.entries.map((entry) => spanOf(entry.key.span.start, endOfEntry(text, entry)));
  const gone = map.entries.flatMap((entry, at) => (leaving.has(entry) ? [at] : []));
  return isInBrackets(text, map)
    ? removeFromBrackets(text, places, new Set(gone), map.span.end)
    : (removeLines(
        text,
        gone.flatMap((at) => places[at] ?? []),
      ) ?? []);
}

/** Another key, and for each further one the same decision once more behind it. */
function editsOfEntry(
  text: string,
  map: YamlMap,
  entry: YamlEntry,
  [first = '', ...others]: readonly string[],
): readonly Edit[] {
  const edits = first === entry.key.text ? [] : [scalarEdit(text, entry.key.span, first)];
  if (others.length === 0) return edits;
  const said = copyOf(text, entry);
  const mark = text[entry.key.span.start];
  const keyOf = (id: string): string => quotedLike(mark, id);
  if (isInBrackets(text, map))
    return [
      ...edits,
      insertion(endOf(text, entry.value), others.map((id) => `, ${keyOf(id)}${said}`).join('')),
    ];
  const indent = indentAt(text, entry.key.span.start);
  const lines = others.map((id) => `${lineEndOf(text)}${indent}${keyOf(id)}${said}`);
  return [...edits, insertion(lineAround(text, endOfEntry(text, entry)).end, lines.join(''))];
}

/** What a decision says, as it is written; remarks and YAML's own names (`&a`) stand in the first one only. */
function copyOf(text: string, entry: YamlEntry): string {
  const said = text.slice(entry.key.span.end, endOfEntry(text, entry));
  if (!/[#&*!]/.test(said)) return said;
  const values = Object.entries(valuesOf(entry.value)).map(([key, value]) => `${key}: ${yamlScalar(value)}`);
  return values.length > 0 ? `: { ${values.join(', ')} }` : ':';
}
