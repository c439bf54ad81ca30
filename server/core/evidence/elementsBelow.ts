/**
 * The name of the elements in the map of another name, where nobody reads it: `meta: { elements: [3.2.4] }`. Others keep
 * theirs there, and a portfolio that calls them `controls` may have files that say so in either place.
 */
import type { KeyNames } from '../frontMatter/keys';
import { pathOf } from '../frontMatter/keyNames';
import { findFrontMatter, parseFrontMatter } from '../frontMatter/frontMatter';
import { applyEdits } from '../text/edit';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { lineAround } from '../text/lines';
import { endOfEntry, isInBrackets, removeFromBrackets, removeLines } from '../yaml/edits';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/nodes';
import { addLines } from './fieldEdits';

export interface ElementsBelow {
  /** Of the name. */
  readonly name: Span;
  /** What stands under it, one by one. */
  readonly values: readonly Span[];
  /** The names above it and itself, the outermost first. */
  readonly path: readonly string[];
  /** The maps that lead to it, the outermost first; undefined where it stands in an item of a list. */
  readonly within: readonly Step[] | undefined;
}

/** An entry in its map. */
interface Step {
  readonly map: YamlMap;
  readonly entry: YamlEntry;
}

/**
 * The first one in the block at the top, at a place where it is not looked for. Undefined where the block is broken:
 * then that is to be mended first.
 */
export function elementsBelow(text: string, names: KeyNames): ElementsBelow | undefined {
  const name = pathOf(names, 'elements').at(-1) ?? '';
  // Nearly all files end here, before a block is read.
  const block = findFrontMatter(text);
  if (block?.kind !== 'closed' || !text.slice(block.content.start, block.content.end).includes(name))
    return undefined;
  const frontMatter = parseFrontMatter(text);
  if (frontMatter.kind !== 'closed' || frontMatter.isTorn) return undefined;
  return foundIn(frontMatter.root, name, [], []);
}

function foundIn(
  node: YamlNode,
  name: string,
  path: readonly string[],
  within: readonly Step[] | undefined,
): ElementsBelow | undefined {
  if (node.kind === 'list') return firstOf(node.items, (item) => foundIn(item, name, path, undefined));
  if (node.kind !== 'map') return undefined;
  return firstOf(node.entries, (entry) => {
    const { key, value } = entry;
    const own = [...path, key.text];
    const steps = within && [...within, { map: node, entry }];
    const values = key.text === name ? singleValues(value) : [];
    if (values.length > 0) return { name: key.span, values, path: own, within: steps };
    return foundIn(value, name, own, steps);
  });
}

/** Of a single value or a list of them; none where there is something else. */
function singleValues(value: YamlNode): readonly Span[] {
  if (value.kind === 'scalar') return [value.span];
  return value.kind === 'list' && value.items.every((item) => item.kind === 'scalar')
    ? value.items.map(({ span }) => span)
    : [];
}

function firstOf<T, Found>(all: readonly T[], find: (one: T) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text with its elements where the portfolio has them; undefined where that would be a guess or lose a remark. */
export function withElementsMoved(
  text: string,
  { within }: ElementsBelow,
  names: KeyNames,
): string | undefined {
  const written = valuesOf(text, within?.at(-1)?.entry.value);
  // A map in which nothing else stands goes with it.
  const step = within?.findLast(({ map }, at) => at === 0 || map.entries.length > 1);
  if (!step || !written) return undefined;
  const lines = spanOf(step.entry.key.span.start, lineAround(text, endOfEntry(text, step.entry)).end);
  if (text.slice(lines.start, lines.end).includes('#')) return undefined;
  const removed = withoutEntry(text, step);
  if (removed === undefined) return undefined;
  const frontMatter = parseFrontMatter(removed);
  const added = addLines({ text: removed, frontMatter, names }, 'elements', written);
  return added && applyEdits(removed, added);
}

/** As they stand: a value on the line of its name, or items. */
function valuesOf(text: string, value: YamlNode | undefined): string | readonly string[] | undefined {
  const source = (node: YamlNode): string => text.slice(node.span.start, node.span.end).trimEnd();
  const own = value && source(value);
  if (value?.kind === 'list' && !value.flow)
    return value.items.every((item) => item.kind === 'scalar') ? value.items.map(source) : undefined;
  return own === undefined || /[\r\n]/.test(own) ? undefined : own;
}

function withoutEntry(text: string, { map, entry }: Step): string | undefined {
  const places = map.entries.map((one) => spanOf(one.key.span.start, endOfEntry(text, one)));
  const at = map.entries.indexOf(entry);
  const place = places[at];
  if (!place) return undefined;
  const edits = isInBrackets(text, map)
    ? removeFromBrackets(text, places, new Set([at]), map.span.end)
    : removeLines(text, [place]);
  return edits && applyEdits(text, edits);
}
