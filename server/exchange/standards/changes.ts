/** What a second import changes in a standard file, element by element. */
import type { DraftNode, DraftStandard } from './draft';
import { nodesOf } from './draft';
import { nameOf } from './keep';

export interface StandardChanges {
  /** IDs. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Other words under the same ID. */
  readonly reworded: readonly string[];
  /** What was added by hand and is there still: how many notes, and lists of keywords. */
  readonly kept: { readonly notes: number; readonly keywords: number };
  /** Nothing is different, whatever the file looks like. */
  readonly isSame: boolean;
}

export function changesOf(before: DraftStandard, after: DraftStandard): StandardChanges {
  const old = byName(before);
  const now = byName(after);
  const added = [...now.keys()].filter((id) => !old.has(id));
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const reworded = [...now].flatMap(([id, node]) => {
    const earlier = old.get(id);
    return earlier && wordsOf(earlier) !== wordsOf(node) ? [id] : [];
  });
  const nodes = [...now.values()];
  return {
    added,
    gone,
    reworded,
    kept: {
      notes: nodes.filter(({ note }) => note !== undefined).length,
      keywords: nodes.filter(({ keywords }) => keywords !== undefined && keywords.length > 0).length,
    },
    isSame:
      added.length + gone.length + reworded.length === 0 &&
      before.title === after.title &&
      before.edition === after.edition,
  };
}

const byName = ({ children }: DraftStandard): ReadonlyMap<string, DraftNode> =>
  new Map(Array.from(nodesOf(children), (node) => [nameOf(node), node]));

/** Line ends and blanks aside. */
const wordsOf = ({ title = '', text = '', introduction = [], guidance = [] }: DraftNode): string =>
  [title, text, ...introduction, ...guidance].join('\n').replace(/\s+/g, ' ').trim();
