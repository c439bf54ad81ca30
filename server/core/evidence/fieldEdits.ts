/** Edits of single values of front matter. Undefined where an edit would be a guess, as the block has faults around it. */
import type { CivilDate } from '../text/civilDate';
import { addYears } from '../text/civilDate';
import type { EvidenceFile } from './evidence';
import type { FrontMatter } from '../frontMatter/frontMatter';
import { entriesOf, isEditable } from './block';
import type { DetailKey } from '../frontMatter/fields';
import type { FrontMatterKey, KeyNames } from '../frontMatter/keys';
import { keyAt, pathOf } from '../frontMatter/keyNames';
import { frontMatterKeys } from '../frontMatter/keys';
import type { YamlEntry, YamlMap } from '../yaml/nodes';
import { lineAround } from '../text/lines';
import { spanOf } from '../text/span';
import { soundly } from './soundEdits';
import type { Edit } from '../text/edit';
import { indentAt, insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { linesFor, linesOf } from './blockLines';
import {
  endOfEntry,
  isInBrackets,
  quotedLike,
  removeFromBrackets,
  removeLines,
  valueEdit,
  wholeOf,
} from '../yaml/edits';

/** Sets a value, or adds the key where its neighbours in the list of keys stand. */
export function setField(
  evidence: EvidenceFile,
  key: FrontMatterKey,
  value: string,
): readonly Edit[] | undefined {
  const { text } = evidence;
  if (!isEditable(evidence)) return undefined;
  const [entry] = entriesOf(evidence, key);
  if (!entry) return soundly(evidence, key, addLines(evidence, key, yamlScalar(value)), value);
  const mark = entry.value.kind === 'unread' ? undefined : text[entry.value.span.start];
  const edit = valueEdit(text, entry, quotedLike(mark, value));
  return soundly(evidence, key, edit && [edit], value);
}

/** *Mark reviewed*: the evidence is true as of today, and is to be looked at again in a year. */
export function markReviewed(evidence: EvidenceFile, today: CivilDate): readonly Edit[] | undefined {
  const date = setField(evidence, 'date', today);
  const reviewBy = setField(evidence, 'review-by', addYears(today, 1));
  const [first] = date ?? [];
  const [second] = reviewBy ?? [];
  if (!first || !second) return undefined;
  // Both are new and come at one place: one insertion keeps their order.
  if (first.span.start === second.span.start) {
    return [{ span: first.span, newText: first.newText + second.newText }];
  }
  return [first, second];
}

/** Takes the value that starts at an offset off the list of a detail; with the last one goes the key. */
export function removeItemAt(
  evidence: EvidenceFile,
  key: DetailKey,
  offset: number,
): readonly Edit[] | undefined {
  const { text, frontMatter } = evidence;
  if (!isEditable(evidence)) return undefined;
  const [entry] = entriesOf(evidence, key);
  if (!entry) return undefined;
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const at = items.findIndex(({ span }) => span.start === offset);
  if (at < 0) return undefined;
  if (items.length === 1 && !isInBrackets(text, frontMatter.root))
    return soundly(evidence, key, removeLines(text, [spanOf(entry.key.span.start, endOfEntry(text, entry))]));
  if (entry.value.kind !== 'list') return undefined;
  const places = items.map((item) => wholeOf(text, item));
  return soundly(
    evidence,
    key,
    isInBrackets(text, entry.value)
      ? removeFromBrackets(text, places, new Set([at]), entry.value.span.end)
      : removeLines(text, places.slice(at, at + 1)),
  );
}

/** A block to which a key is to be added. */
interface Block {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly names: KeyNames;
}

/**
 * Adds a key that the block does not have behind those that come before it in the list of keys.
 * @param value as YAML has it, on the line of the key; or the items of a list, a line each
 */
export function addLines(
  { text, frontMatter, names }: Block,
  key: FrontMatterKey,
  value: string | readonly string[],
): readonly Edit[] | undefined {
  if (frontMatter.kind === 'none') return undefined;
  const { root, content, faults } = frontMatter;
  if (root.kind === 'map' && isInBrackets(text, root))
    return faults.length > 0 ? undefined : addInBraces(text, root, pathOf(names, key), value);
  if (root.kind !== 'map' && root.kind !== 'empty') return undefined;
  const entries = root.kind === 'map' ? root.entries : [];
  const end = lineEndOf(text);
  const indent = indentAt(text, entries[0]?.key.span.start ?? content.start);
  const [outer, ...inner] = pathOf(names, key);
  const around = inner.length > 0 ? entries.find((entry) => entry.key.text === outer) : undefined;
  if (around) return addInside(text, around, inner, value);
  const place = order.indexOf(key);
  const before = entries
    .filter((entry) => {
      const ours = keyAt(names, [entry.key.text]);
      return ours !== undefined && order.indexOf(ours) < place;
    })
    .at(-1);
  const added = linesFor(names, key, value).map((line) => `${indent}${line}`);
  if (before) return [insertion(lineAround(text, endOfEntry(text, before)).end, end + added.join(end))];
  return [insertion(content.start, added.join(end) + end)];
}

const order: readonly FrontMatterKey[] = frontMatterKeys.map((known) => known.key);

/** Behind the last of `{ title: …, elements: […] }`. */
function addInBraces(
  text: string,
  { entries }: YamlMap,
  path: readonly string[],
  value: string | readonly string[],
): readonly Edit[] | undefined {
  const last = entries.at(-1);
  const [name = '', ...inner] = path;
  // What belongs into a map that is there already is for the writer to place.
  if (!last || (inner.length > 0 && entries.some(({ key }) => key.text === name))) return undefined;
  const written = typeof value === 'string' ? value : `[${value.join(', ')}]`;
  const names = path.map(yamlScalar);
  return [
    insertion(endOfEntry(text, last), `, ${names.join(': { ')}: ${written}${' }'.repeat(inner.length)}`),
  ];
}

/** A key in the map of another one, behind what is there. */
function addInside(
  text: string,
  { value: map }: YamlEntry,
  path: readonly string[],
  value: string | readonly string[],
): readonly Edit[] | undefined {
  const [first] = map.kind === 'map' ? map.entries : [];
  const last = map.kind === 'map' ? map.entries.at(-1) : undefined;
  if (map.kind !== 'map' || !first || !last || isInBrackets(text, map)) return undefined;
  const around = path.length > 1 ? map.entries.find(({ key }) => key.text === path[0]) : undefined;
  if (around) return addInside(text, around, path.slice(1), value);
  const indent = indentAt(text, first.key.span.start);
  const end = lineEndOf(text);
  const added = linesOf(path, value).map((line) => `${end}${indent}${line}`);
  return [insertion(lineAround(text, endOfEntry(text, last)).end, added.join(''))];
}
