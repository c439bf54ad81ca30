/** The block at the top of an evidence file, with the elements that it names. */
import type { FrontMatter, FrontMatterBlock } from '../frontMatter/frontMatter';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import type { ElementReference, Misplaced } from '../frontMatter/identifierList';
import { misplacedIn, referencesIn } from '../frontMatter/identifierList';
import type { KeyNames, FrontMatterKey } from '../frontMatter/keys';
import { asOurs, pathOf } from '../frontMatter/keyNames';
import { ourNames } from '../frontMatter/keys';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { YamlEntry } from '../yaml/nodes';

export interface EvidenceBlock {
  /** What its portfolio calls our keys. The entries have our names, and the text has these. */
  readonly names: KeyNames;
  readonly frontMatter: FrontMatter & FrontMatterBlock;
  /** Every entry of the block, known key or not. */
  readonly entries: readonly YamlEntry[];
  /** The `elements` key, or the block's first fence where faults hide it. */
  readonly elementsKey: Span;
  readonly elements: readonly ElementReference[];
  /** Items of `elements` that are no IDs at all, such as a list in a list. */
  readonly misplaced: readonly Misplaced[];
  /** Where the Markdown below the block starts. */
  readonly bodyStart: number;
}

/** Undefined where a text is no evidence: no front matter, or none with `elements`. Never throws. */
export function readBlock(text: string, names: KeyNames = ourNames): EvidenceBlock | undefined {
  const frontMatter = parseFrontMatter(text);
  if (frontMatter.kind === 'none') return undefined;
  const { root, content } = frontMatter;
  const entries = root.kind === 'map' ? asOurs(root.entries, names) : [];
  const lists = entriesOf({ entries }, 'elements');
  const [word = ''] = pathOf(names, 'elements');
  const isHidden = lists.length === 0 && frontMatter.faults.length > 0;
  const hidden = isHidden ? lineNaming(word, text.slice(content.start, content.end)) : -1;
  if (lists.length === 0 && hidden < 0) return undefined;

  const keyStart = content.start + Math.max(0, hidden);
  return {
    names,
    frontMatter,
    entries,
    elementsKey: lists[0]?.key.span ?? spanOf(keyStart, keyStart + word.length),
    elements: lists.flatMap((list) => referencesIn(list.value)),
    misplaced: lists.flatMap((list) => misplacedIn(list.value)),
    bodyStart: frontMatter.span.end,
  };
}

/** Where a line starts with a name and a colon; -1 where none does. */
function lineNaming(name: string, source: string): number {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const isLine = at === 0 || '\r\n'.includes(source.charAt(at - 1));
    if (isLine && /^[ \t]*:/.test(source.slice(at + name.length, at + name.length + 20))) return at;
  }
  return -1;
}

/** Closed, and read: faults in it, if any, are those of their own lines. */
export const isEditable = ({ frontMatter }: Pick<EvidenceBlock, 'frontMatter'>): boolean =>
  frontMatter.kind === 'closed' && !frontMatter.isTorn;

/** The entries of a block that are a key's: the one place that says so. More than one where it stands there twice. */
export const entriesOf = (
  { entries }: { readonly entries: readonly YamlEntry[] },
  key: FrontMatterKey,
): readonly YamlEntry[] => entries.filter((entry) => entry.key.text === key);
