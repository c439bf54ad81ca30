/** The block at the top of an evidence file, with the elements that it names. */
import type { FrontMatter, FrontMatterBlock } from '../frontMatter/frontMatter';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import type { ElementReference, Misplaced } from '../frontMatter/identifierList';
import { misplacedIn, referencesIn } from '../frontMatter/identifierList';
import type { FrontMatterKey } from '../frontMatter/keys';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { YamlEntry } from '../yaml/nodes';

export interface EvidenceBlock {
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
export function readBlock(text: string): EvidenceBlock | undefined {
  const frontMatter = parseFrontMatter(text);
  if (frontMatter.kind === 'none') return undefined;
  const { root, content } = frontMatter;
  const entries = root.kind === 'map' ? root.entries : [];
  const lists = entriesOf({ entries }, 'elements');
  const hidden = lists.length === 0 ? /^elements[ \t]*:/m.exec(text.slice(content.start, content.end)) : null;
  if (lists.length === 0 && (!hidden || frontMatter.faults.length === 0)) return undefined;

  const keyStart = content.start + (hidden?.index ?? 0);
  return {
    frontMatter,
    entries,
    elementsKey: lists[0]?.key.span ?? spanOf(keyStart, keyStart + 'elements'.length),
    elements: lists.flatMap((list) => referencesIn(list.value)),
    misplaced: lists.flatMap((list) => misplacedIn(list.value)),
    bodyStart: frontMatter.span.end,
  };
}

/** Closed, and read: faults in it, if any, are those of their own lines. */
export const isEditable = ({ frontMatter }: Pick<EvidenceBlock, 'frontMatter'>): boolean =>
  frontMatter.kind === 'closed' && !frontMatter.isTorn;

/** The entries of a block that are a key's: the one place that says so. More than one where it stands there twice. */
export const entriesOf = (
  { entries }: { readonly entries: readonly YamlEntry[] },
  key: FrontMatterKey,
): readonly YamlEntry[] => entries.filter((entry) => entry.key.text === key);
