/**
 * YAML as a small tree with the place of everything. All scalars are their source text: YAML 1.2's failsafe
 * schema, because an unquoted `1.10` is an ID here and not the number 1.1.
 */
import { shortcuts } from '../text/shortcuts';
import { parseAnyYaml } from './anyYaml';
import type { YamlEntry, YamlNode, YamlTree } from './nodes';
import { readPlainYaml } from './plainYaml';

export type * from './nodes';

/**
 * Parses YAML. Never throws: what cannot be read is in `faults`, the rest of the tree is there.
 * @param text the YAML
 * @param offset where it starts in its file; all spans count from the file's start
 */
export const parseYaml = (text: string, offset = 0): YamlTree =>
  (shortcuts.taken ? readPlainYaml(text, offset) : undefined) ?? parseAnyYaml(text, offset);

/** The entry of a map, or undefined; of several with one key, the first. */
export function entryOf(node: YamlNode, key: string): YamlEntry | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entry.key.text === key) : undefined;
}
