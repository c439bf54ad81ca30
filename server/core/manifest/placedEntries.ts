/** Where new entries by ID go in portfolio.yaml: decisions and assignments alike, in the order of the standard. */
import { lineAround } from '../text/lines';
import type { Lexicon } from '../standard/standard';
import { compareInStandard } from '../standard/standard';
import type { Edit } from '../text/edit';
import { indentAt, insertion, lineEndOf } from '../text/edit';
import { spanOf } from '../text/span';
import { endOfEntry, isInBrackets, removeFromBrackets, removeLines } from '../yaml/edits';
import type { YamlEntry, YamlMap } from '../yaml/tree';
import type { Manifest } from './manifest';

/** Undefined where an edit would be a guess. */
export type Edits = readonly Edit[] | undefined;

/** An entry as YAML. The ID is given, as it depends on where the entry stands. */
export interface NewEntry {
  readonly id: string;
  readonly lines: (id: string, indent: string) => readonly string[];
  readonly inBrackets: (id: string) => string;
}

/**
 * Puts entries below a key of the manifest, which is added where there is none.
 * @param added by the IDs that are known; none of them has an entry there yet
 * @returns undefined where the file is written in a way that nobody here knows
 */
export function placedEntries(
  manifest: Manifest,
  key: 'assessment' | 'assignments',
  standard: Lexicon,
  added: readonly NewEntry[],
): Edits {
  const { text, entries } = manifest;
  const [first] = entries;
  // `{ title: … }` for all of the file has no room for lines.
  if (first && /[{[]/.test(text.slice(0, first.key.span.start).replace(/#.*/g, ''))) return undefined;
  const order = compareInStandard(standard);
  const sorted = [...added].sort((left, right) => order(left.id, right.id));
  const own = first ? indentAt(text, first.key.span.start) : '';
  const end = lineEndOf(text);
  const all = sorted.flatMap(({ id, lines }) => lines(id, `${own}  `)).join(end);
  const entry = entries.find((one) => one.key.text === key);
  if (!entry) {
    const lines = `${own}${key}:${end}${all}`;
    const last = entries.at(-1);
    const at = Math.max(
      text.trimEnd().length,
      last ? endOfEntry(text, last) : 0,
      text.startsWith('\uFEFF') ? 1 : 0,
    );
    return [insertion(at, at <= 1 ? `${lines}${text.slice(at) === '' ? end : ''}` : `${end}${lines}`)];
  }
  const { value } = entry;
  if (value.kind === 'empty' || (value.kind === 'map' && value.entries.length === 0)) {
    // `~`, `null` and `{}` give way.
    const written = value.span.end > value.span.start ? [{ span: value.span, newText: '' }] : [];
    const at = lineAround(text, Math.max(entry.key.span.end, value.span.end)).end;
    return [...written, insertion(at, `${end}${all}`)];
  }
  return value.kind === 'map' ? sorted.map((one) => placed(text, value, standard, order, one)) : undefined;
}

type Order = ReturnType<typeof compareInStandard>;

/** Below the name of its standard, where the others stand so. */
function placed(text: string, map: YamlMap, standard: Lexicon, order: Order, added: NewEntry): Edit {
  const node = standard.nodes.get(added.id);
  const below = map.entries.find(({ key }) => node?.standard !== undefined && key.text === node.standard);
  if (below?.value.kind === 'map' && below.value.entries.length > 0 && node)
    return insertedIn(text, below.value, order, added, node.ownId, (key) => `${below.key.text}:${key}`);
  const id = standard.several?.shortest(added.id) ?? added.id;
  return insertedIn(text, map, order, added, id, (key) => key);
}

function insertedIn(
  text: string,
  map: YamlMap,
  order: Order,
  { lines, inBrackets }: NewEntry,
  id: string,
  known: (key: string) => string,
): Edit {
  const before = map.entries.filter(({ key }) => order(known(key.text), known(id)) < 0).at(-1);
  const place = (entry: YamlEntry | undefined): number => entry?.key.span.start ?? map.span.start;
  if (isInBrackets(text, map))
    return before
      ? insertion(endOfEntry(text, before), `, ${inBrackets(id)}`)
      : insertion(place(map.entries[0]), `${inBrackets(id)}, `);
  const end = lineEndOf(text);
  const first = place(map.entries[0]);
  const written = lines(id, indentAt(text, first)).join(end);
  if (!before) return insertion(lineAround(text, first).start, `${written}${end}`);
  return insertion(lineAround(text, endOfEntry(text, before)).end, `${end}${written}`);
}

/** @param gone the numbers of those to take out, in their order */
export function removeEntries(text: string, map: YamlMap, gone: readonly number[]): Edits {
  const places = map.entries.map((entry) => spanOf(entry.key.span.start, endOfEntry(text, entry)));
  return isInBrackets(text, map)
    ? removeFromBrackets(text, places, new Set(gone), map.span.end)
    : removeLines(
        text,
        gone.flatMap((at) => places[at] ?? []),
      );
}
