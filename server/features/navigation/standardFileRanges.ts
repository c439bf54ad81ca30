/** Where the IDs of a standard stand in its file, for editors that open the file itself. */
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import type { YamlNode } from '../../core/yaml/tree';
import { entryOf, parseYaml } from '../../core/yaml/tree';
import { rangesIn } from '../text/range';

/** The range of each ID, by ID. Parses the whole text: ask once. */
export function rangesInStandardFile(text: string): ReadonlyMap<string, Range> {
  const spans = new Map<string, Span>();
  const collect = (list: YamlNode | undefined): void => {
    if (list?.kind !== 'list') return;
    for (const item of list.items) {
      const id = entryOf(item, 'id')?.value;
      if (id?.kind === 'scalar' && !spans.has(id.text)) spans.set(id.text, id.span);
      collect(entryOf(item, 'children')?.value);
    }
  };
  collect(entryOf(parseYaml(text).root, 'children')?.value);
  const range = rangesIn(text);
  return new Map([...spans].map(([id, span]) => [id, range(span)]));
}
