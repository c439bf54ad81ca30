/** The lines of a block by their keys. */
import type { YamlEntry } from '../yaml/nodes';
import type { FrontMatterKey } from './keys';

/** The entries of a block that are a key's: the one place that says so. More than one where it stands there twice. */
export const entriesOf = (
  { entries }: { readonly entries: readonly YamlEntry[] },
  key: FrontMatterKey,
): readonly YamlEntry[] => entries.filter((entry) => entry.key.text === key);
