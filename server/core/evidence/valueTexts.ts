/** What stands under front matter keys as texts, whatever kind of value they hold: what forms and pickers show. */
import type { FrontMatterKey } from '../frontMatter/keys';
import type { YamlNode, YamlScalar } from '../yaml/nodes';
import { entriesOf } from './block';
import type { EvidenceFile } from './evidence';

/** The texts that stand under a key; undefined where it has what is no list of texts or IDs. */
export function textsOf(evidence: EvidenceFile, key: FrontMatterKey): readonly string[] | undefined {
  if (key === 'elements') return evidence.elements.map(({ id }) => id);
  const [entry] = entriesOf(evidence, key);
  const items = entry && itemsOf(entry.value);
  return entry ? items?.map(({ text }) => text.trim()) : [];
}

/** The texts of a list, or the one that stands there; undefined where something else stands there, or in it. */
export const itemsOf = (value: YamlNode): readonly YamlScalar[] | undefined => {
  if (value.kind === 'empty') return [];
  const items = value.kind === 'list' ? value.items.filter(({ kind }) => kind !== 'empty') : [value];
  const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return texts.length === items.length ? texts : undefined;
};
