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

/**
 * @param map behind `assessment`
 * @param others all IDs that become a part of one, with or without a decision
 * @param isCurrent whether the earlier edition has an ID itself
 */
export function movedDecisions(
  text: string,
  map: YamlMap,
  targets: Targets,
  others: (to: string) => readonly string[],
  isCurrent: (id: string) => boolean,
): MovedDecisions {
  const wanted = map.entries.map((entry) => ({ entry, to: targets(entry.key.text) }));
  const landing = new Map<string, YamlEntry[]>();
  for (const { entry, to } of wanted)
    for (const id of to ?? [entry.key.text]) landing.set(id, [...(landing.get(id) ?? []), entry]);
  const clashes: Clash[] = [];
  const additions = new Map<string, Values>();
  const staying = new Set<YamlEntry>();
  const leaving = new Set<YamlEntry>();
  for (const [id, entries] of landing) {
    if (!wanted.some(({ entry, to }) => to && entries.includes(entry))) continue;
    const merge = (some: readonly YamlEntry[]): Merged | undefined =>
      mergedAt(text, some, (entry) => targets(entry.key.text), others(id));
    // One under a still earlier ID counts for nothing beside one under the ID that has replaced it.
    const current = entries.filter(({ key }) => isCurrent(key.text));
    const all = merge(entries);
    const merged =
      all ?? (current.length > 0 && current.length < entries.length ? merge(current) : undefined);
    if (all === undefined) {
      clashes.push({ to: id, decisions: [...entries, ...silent(others(id), entries)].map(told) });
      const left = merged ? entries.filter((entry) => !current.includes(entry)) : entries;
      left.forEach((entry) => staying.add(entry));
    }
    if (!merged) continue;
    merged.gone.forEach((entry) => leaving.add(entry));
    if (Object.keys(merged.added).length > 0) additions.set(id, merged.added);
  }
  // Whoever stays keeps with it all that was to lie where it would have.
  for (const entry of staying) leaving.delete(entry);
  const moved = new Map(
    wanted.flatMap(({ entry, to }) => (to && !staying.has(entry) ? [[entry, to] as const] : [])),
  );
  const removed = removal(text, map, leaving);
  const renamed = [...moved].flatMap(([entry, to]) =>
    leaving.has(entry) ? [] : editsOfEntry(text, map, entry, to),
  );
  return { edits: [...renamed, ...removed], moved, clashes, additions };
}

/** Parts of a whole of which no decision is told; as if each had one that says nothing. */
const silent = (ids: readonly string[], entries: readonly YamlEntry[]): readonly string[] =>
  ids.filter((id) => !entries.some(({ key }) => key.text === id));

const told = (decision: YamlEntry | string): Clash['decisions'][number] =>
  typeof decision === 'string'
    ? { id: decision, values: {} }
    : { id: decision.key.text, values: valuesOf(decision.value) };

interface Merged {
  /** Those whose values another one has by now. */
  readonly gone: readonly YamlEntry[];
  readonly added: Values;
}

/** Undefined where they say different things, or where one could not be taken out without losing a remark. */
function mergedAt(
  text: string,
  entries: readonly YamlEntry[],
  targets: (entry: YamlEntry) => readonly string[] | undefined,
  parts: readonly string[],
): Merged | undefined {
  const [first, ...rest] = entries;
  if (!first) return { gone: [], added: {} };
  // What does not apply of a part may apply of the whole.
  const isWhole = silent(parts, entries).length === 0;
  if (!isWhole && entries.some((entry) => isFalse(valuesOf(entry.value).applicable))) return undefined;
  if (rest.length === 0) return { gone: [], added: {} };
  if (entries.some((entry) => (targets(entry)?.length ?? 1) > 1 || !isPlain(text, entry))) return undefined;
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

/** Single values in it, each key once, and neither a remark nor a name of YAML's own (`&a`), which others may use. */
function isPlain(text: string, entry: YamlEntry): boolean {
  const { value, key } = entry;
  const source = text.slice(key.span.start, lineAround(text, endOfEntry(text, entry)).end);
  if (/(?:^|\s)[#&*]/.test(source)) return false;
  if (value.kind === 'empty') return true;
  return (
    value.kind === 'map' &&
    value.entries.every((one) => one.value.kind === 'scalar') &&
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
  const edit = scalarEdit(text, entry.key.span, first);
  if (others.length === 0) return [edit];
  const said = copyOf(text, entry);
  const mark = text[entry.key.span.start];
  const keyOf = (id: string): string => quotedLike(mark, id);
  if (isInBrackets(text, map))
    return [edit, insertion(endOf(text, entry.value), others.map((id) => `, ${keyOf(id)}${said}`).join(''))];
  const indent = indentAt(text, entry.key.span.start);
  const lines = others.map((id) => `${lineEndOf(text)}${indent}${keyOf(id)}${said}`);
  return [edit, insertion(lineAround(text, endOfEntry(text, entry)).end, lines.join(''))];
}

/** What a decision says, as it is written; remarks and YAML's own names (`&a`) stand in the first one only. */
function copyOf(text: string, entry: YamlEntry): string {
  const said = text.slice(entry.key.span.end, endOfEntry(text, entry));
  if (!/[#&*!]/.test(said)) return said;
  const values = Object.entries(valuesOf(entry.value)).map(([key, value]) => `${key}: ${yamlScalar(value)}`);
  return values.length > 0 ? `: { ${values.join(', ')} }` : ':';
}
