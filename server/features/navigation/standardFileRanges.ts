/** Where the IDs of a standard stand in its file, for editors that open the file itself. */
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import { shortcuts } from '../../core/text/shortcuts';
import { readJson } from '../../core/yaml/json';
import type { NestedYaml, PlaceOnLine, Places } from '../../core/yaml/nestedYaml';
import { readNestedYaml } from '../../core/yaml/nestedYaml';
import type { YamlNode } from '../../core/yaml/tree';
import { entryOf, parseYaml } from '../../core/yaml/tree';
import { rangesIn } from '../text/range';

/** The range of each ID, by ID. Parses the whole text: ask once. */
export const rangesInStandardFile = (text: string): ReadonlyMap<string, Range> =>
  (shortcuts.taken ? quickRanges(text) : undefined) ??
  rangesInTree(readJson(text) ?? parseYaml(text).root, text);

/** The same by the fast reader; undefined where it is not sure, or an ID stands on more than a line. */
function quickRanges(text: string): ReadonlyMap<string, Range> | undefined {
  const places: Places = { key: 'id', byMap: new Map() };
  const root = readNestedYaml(text, places);
  if (!isMap(root)) return undefined;
  const ranges = new Map<string, Range>();
  const collect = (list: NestedYaml): boolean =>
    !Array.isArray(list) ||
    list.every((item: NestedYaml) => {
      if (!isMap(item)) return true;
      const { id, children } = item;
      const place = places.byMap.get(item);
      if (typeof id === 'string' && !place) return false;
      if (typeof id === 'string' && place && !ranges.has(id)) ranges.set(id, rangeOf(place));
      return collect(children);
    });
  return collect(root['children']) ? ranges : undefined;
}

const isMap = (value: NestedYaml): value is Readonly<Record<string, NestedYaml>> =>
  typeof value === 'object' && !Array.isArray(value);

const rangeOf = ({ line, start, end }: PlaceOnLine): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});

function rangesInTree(root: YamlNode, text: string): ReadonlyMap<string, Range> {
  const spans = new Map<string, Span>();
  const collect = (list: YamlNode | undefined): void => {
    if (list?.kind !== 'list') return;
    for (const item of list.items) {
      const id = entryOf(item, 'id')?.value;
      if (id?.kind === 'scalar' && !spans.has(id.text)) spans.set(id.text, id.span);
      collect(entryOf(item, 'children')?.value);
    }
  };
  collect(entryOf(root, 'children')?.value);
  const range = rangesIn(text);
  return new Map([...spans].map(([id, span]) => [id, range(span)]));
}
