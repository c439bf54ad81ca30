/** What stands under front matter keys as texts, whatever kind of value they hold: what forms and pickers show. */
import type { FrontMatterKey } from '../frontMatter/keys';
import { readIdentifiers } from '../frontMatter/identifierList';
import type { YamlNode, YamlScalar } from '../yaml/nodes';
import { entriesOf } from './block';
import type { EvidenceFile } from './evidence';

/** The texts that stand under a key; undefined where it has what is no list of texts or IDs. */
export function textsOf(evidence: EvidenceFile, key: FrontMatterKey): readonly string[] | undefined {
  if (key === 'elements') return evidence.elements.map(({ id }) => id);
  const [entry] = entriesOf(evidence, key);
  if (!entry) return [];
  const items = itemsOf(entry.value)?.map(({ text }) => text.trim());
  return items ?? (key === 'strongest' ? idsIn(entry.value) : undefined);
}

/** Those below the names of standards. */
function idsIn(value: YamlNode): readonly string[] | undefined {
  const reading = readIdentifiers(value);
  return 'value' in reading ? reading.value.map(({ id }) => id) : undefined;
}

/** The texts of a list, or the one that stands there; undefined where something else stands there, or in it. */
export const itemsOf = (value: YamlNode): readonly YamlScalar[] | undefined => {
  if (value.kind === 'empty') return [];
  const items = value.kind === 'list' ? value.items.filter(({ kind }) => kind !== 'empty') : [value];
  const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return texts.length === items.length ? texts : undefined;
};
