/** What was read without places, as the tree that readers of places know. */
import { spanOf } from '../text/span';
import type { NestedYaml } from './nestedYaml';
import type { YamlNode } from './nodes';

/** Plain data in the shape of the tree that the reader reads; it has no places, so all spans are empty. */
export function nodeOf(data: NestedYaml): YamlNode {
  const span = spanOf(0, 0);
  if (data === undefined) return { kind: 'empty', span };
  if (typeof data === 'string') return { kind: 'scalar', text: data, plain: true, span };
  if (isList(data)) return { kind: 'list', items: data.map(nodeOf), flow: false, span };
  const entries = Object.entries(data).map(([key, value]) => ({
    key: { kind: 'scalar' as const, text: key, plain: true, span },
    value: nodeOf(value),
  }));
  return { kind: 'map', entries, span };
}

const isList = (data: NestedYaml): data is readonly NestedYaml[] => Array.isArray(data);
