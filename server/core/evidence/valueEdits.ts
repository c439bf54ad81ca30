/**
 * Whole values of front matter keys, set and taken away, whatever kind they are: what forms and pickers ask for. Values
 * are texts as people mean them; how they are written as YAML is decided here. An edit is undefined where it would be a
 * guess.
 */
import type { FrontMatterKey, KeyEntry } from '../frontMatter/keys';
import { frontMatterKeys } from '../frontMatter/keys';
import { detailNamed } from '../frontMatter/fields';
import { isByStandard, referencesIn } from '../frontMatter/identifierList';
import { applyEdits } from '../text/edit';
import { composed } from '../text/composedEdits';
import { spanOf } from '../text/span';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/nodes';
import { colonEnd, endOf, endOfEntry, isInBrackets, removeFromBrackets, removeLines } from '../yaml/edits';
import { oneLine } from '../../words/oneLine';
import { yamlPath, yamlScalar } from '../../words/yamlScalar';
import { entriesOf, isEditable } from './block';
import { addElement, removeElement } from './elementEdits';
import type { Edits } from './elementList';
import { added, withoutItems } from './elementList';
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';
import { addLines, removeItemAt, setField } from './fieldEdits';
import { soundly } from './soundEdits';
import { itemsOf, textsOf } from './valueTexts';

/** What is to stand under some keys; null, an empty text or an empty list: nothing, and the key goes. */
export type GivenValues = Readonly<Partial<Record<FrontMatterKey, string | readonly string[] | null>>>;

/**
 * Each key that is given, with its texts on one line each, without empty ones: none where the key is to go. Names of
 * files are what they are, with all the white space in them.
 */
export function textsGiven(values: GivenValues): ReadonlyMap<KeyEntry, readonly string[]> {
  const given = new Map<KeyEntry, readonly string[]>();
  for (const entry of frontMatterKeys) {
    const value = values[entry.key];
    if (value === undefined) continue;
    const texts = (typeof value === 'string' ? [value] : (value ?? [])).map((text) =>
      entry.holds === 'paths' ? text.trim() : oneLine(text),
    );
    given.set(entry, [...new Set(texts.filter((text) => text !== ''))]);
  }
  return given;
}

/** Why a text cannot stand under a key: what to write instead, as the end of “Write …”. Undefined where it can. */
export function expectedInstead(entry: KeyEntry, text: string): string | undefined {
  const reading = entry.read({ kind: 'scalar', text, span: spanOf(0, text.length), plain: false });
  return 'value' in reading ? undefined : reading.expected;
}

/** Lets keys say what is given; of lists, what is kept stays where it is, and what is new comes last. */
export function setValues(evidence: EvidenceFile, values: GivenValues): Edits {
  return inTurn(
    evidence,
    [...textsGiven(values)].map(
      ([entry, texts]) =>
        (now) =>
          setTexts(now, entry, texts),
    ),
  );
}

type Step = (evidence: EvidenceFile) => Edits;

/** Makes edits one after the other, each of what the one before has made, as edits of the first text. */
function inTurn(evidence: EvidenceFile, steps: readonly Step[]): Edits {
  let now = evidence;
  let all: Edits = [];
  for (const step of steps) {
    const edits = step(now);
    if (!edits) return undefined;
    if (edits.length === 0) continue;
    const after = parseEvidence(now.uri, applyEdits(now.text, edits), now.names);
    if (!after) return undefined;
    all = composed(evidence.text.length, all, edits);
    now = after;
  }
  return all;
}

function setTexts(evidence: EvidenceFile, entry: KeyEntry, texts: readonly string[]): Edits {
  const { key, isList } = entry;
  if (key === 'elements') return setElements(evidence, texts);
  if (!isEditable(evidence)) return undefined;
  const [first, ...others] = texts;
  if (first === undefined) return removeKey(evidence, key);
  const edits = isList
    ? setList(evidence, entry, texts)
    : others.length > 0
      ? undefined
      : setOne(evidence, key, first);
  const after = edits && parseEvidence(evidence.uri, applyEdits(evidence.text, edits), evidence.names);
  // YAML has corners that no edit knows: only what then says what is wanted.
  const said = after && textsOf(after, key);
  return said !== undefined && linesOf(said) === linesOf(texts) ? edits : undefined;
}

const linesOf = (texts: readonly string[]): string => [...new Set(texts)].sort().join('\n');

function setElements(evidence: EvidenceFile, ids: readonly string[]): Edits {
  const before = new Set(evidence.elements.map(({ id }) => id));
  const wanted = new Set(ids);
  return inTurn(evidence, [
    ...ids.filter((id) => !before.has(id)).map((id) => (now: EvidenceFile) => addElement(now, id)),
    ...[...before].filter((id) => !wanted.has(id)).map((id) => (now: EvidenceFile) => removeElement(now, id)),
  ]);
}

/** One text, also where a list or a map stands, which cannot be right there. */
function setOne(evidence: EvidenceFile, key: FrontMatterKey, value: string): Edits {
  const [entry] = entriesOf(evidence, key);
  const said = textsOf(evidence, key);
  if (said?.length === 1 && said[0] === value && entry?.value.kind === 'scalar') return [];
  const edits = setField(evidence, key, value);
  if (edits || (entry?.value.kind !== 'list' && entry?.value.kind !== 'map')) return edits;
  const { text } = evidence;
  const colon = colonEnd(text, entry);
  const span = colon === undefined ? undefined : spanOf(colon, endOf(text, entry.value));
  return span && soundly(evidence, key, [{ span, newText: ` ${yamlScalar(value)}` }], value);
}

function setList(evidence: EvidenceFile, entry: KeyEntry, texts: readonly string[]): Edits {
  const { key } = entry;
  const before = textsOf(evidence, key);
  const detail = detailNamed(key);
  if (!before || !detail) return undefined;
  const wanted = new Set(texts);
  const write = entry.holds === 'paths' ? yamlPath : yamlScalar;
  const fresh = texts.filter((text) => !before.includes(text));
  if (entriesOf(evidence, key).length === 0)
    return soundly(evidence, key, addLines(evidence, key, newList(entry, texts.map(write))));
  const adding = fresh.map((text): Step => (now) => {
    const [there] = entriesOf(now, key);
    return there && soundly(now, key, added(now, there, text, write));
  });
  const removing = before
    .filter((text) => !wanted.has(text))
    .map((text): Step => (now) => {
      const [there] = entriesOf(now, key);
      if (there?.value.kind === 'map' && isByStandard(there.value))
        return withoutNamed(now, key, there.value, text);
      const gone = there && itemsOf(there.value)?.find((item) => item.text.trim() === text);
      return gone && removeItemAt(now, detail.key, gone.span.start);
    });
  return inTurn(evidence, [...adding, ...removing]);
}

/** An ID below the name of its standard taken out there. */
function withoutNamed(evidence: EvidenceFile, key: FrontMatterKey, map: YamlMap, id: string): Edits {
  const references = referencesIn(map).filter((one) => one.id === id);
  const starts = new Set(references.map(({ span }) => span.start));
  return soundly(evidence, key, withoutItems(evidence.text, map, starts));
}

/** IDs are short, and stand in one line; paths have a line each. */
const newList = ({ holds }: KeyEntry, items: readonly string[]): string | readonly string[] =>
  holds === 'paths' ? items : `[${items.join(', ')}]`;

/** Takes a key away with all that stands under it, as often as it is there. */
function removeKey(evidence: EvidenceFile, key: FrontMatterKey): Edits {
  return inTurn(
    evidence,
    entriesOf(evidence, key).map(() => (now) => {
      const [entry] = entriesOf(now, key);
      return entry && soundly(now, key, withoutEntry(now, entry));
    }),
  );
}

function withoutEntry({ text, frontMatter }: EvidenceFile, entry: YamlEntry): Edits {
  const around = entriesAround(frontMatter.root, entry);
  // An outer name with nothing in it says nothing: it goes with what stands in it alone.
  const place = around.findLast(({ map }, depth) => depth === 0 || map.entries.length > 1);
  if (!place) return undefined;
  const { map, at } = place;
  const places = map.entries.map((one) => spanOf(one.key.span.start, endOfEntry(text, one)));
  return isInBrackets(text, map)
    ? removeFromBrackets(text, places, new Set([at]), map.span.end)
    : removeLines(text, places.slice(at, at + 1));
}

/** The maps that an entry stands in, the block itself first, and which entry of each it is or stands below. */
function entriesAround(
  node: YamlNode,
  entry: YamlEntry,
): readonly { readonly map: YamlMap; readonly at: number }[] {
  if (node.kind !== 'map') return [];
  const { start } = entry.key.span;
  const own = node.entries.findIndex(({ key }) => key.span.start === start);
  if (own >= 0) return [{ map: node, at: own }];
  const at = node.entries.findIndex(({ value }) => value.span.start <= start && start < value.span.end);
  const outer = node.entries[at];
  const below = outer ? entriesAround(outer.value, entry) : [];
  return below.length === 0 ? [] : [{ map: node, at }, ...below];
}
