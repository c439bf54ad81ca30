/** Entries of a manifest whose keys are IDs. */
import { qualified } from '../frontMatter/standardNames';
import type { YamlEntry } from '../yaml/tree';

/** @param named what the portfolio calls its standards: what stands below such a name has it before its ID */
export const entriesById = (
  entries: readonly YamlEntry[],
  named: ReadonlySet<string>,
): readonly (YamlEntry & { readonly id: string })[] =>
  entries.flatMap((entry) =>
    named.has(entry.key.text) && entry.value.kind === 'map'
      ? entry.value.entries.map((own) => ({ ...own, id: qualified(entry.key.text, own.key.text) }))
      : [{ ...entry, id: entry.key.text }],
  );
