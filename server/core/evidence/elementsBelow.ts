/**
 * The name of the elements in the map of another name, where nobody reads it: `meta: { elements: [3.2.4] }`. Others keep
 * theirs there, and a portfolio that calls them `controls` may have files that say so in either place.
 */
import type { KeyNames } from '../frontMatter/keys';
import { pathOf } from '../frontMatter/keyNames';
import { findFrontMatter, parseFrontMatter } from '../frontMatter/frontMatter';
import type { Span } from '../text/span';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/nodes';

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
export interface Step {
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
