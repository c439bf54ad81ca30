/** A draft in which everything that is named is there: what the reader of a standard file would not take is left out. */
import type { DraftNode, DraftStandard, DraftTranslation } from './draft';
import { filled, namesOfNodes } from './draft';
import { someOf } from './ids';

export function settledDraft(standard: DraftStandard): {
  readonly draft: DraftStandard;
  readonly remarks: readonly string[];
} {
  const remarks: string[] = [];
  const ids = new Set(namesOfNodes(standard.children).values());
  const profiles = new Set((standard.profiles ?? []).map(({ id }) => id));
  const unknown = new Set<string>();
  const settle = (node: DraftNode): DraftNode => {
    const own = node.profiles?.filter((id) => profiles.has(id) || !unknown.add(id));
    const children = node.children.map(settle);
    return own ? { ...node, profiles: own, children } : { ...node, children };
  };
  const children = standard.children.map(settle);
  if (unknown.size > 0)
    remarks.push(`Profiles that the file names and does not describe are left out: ${someOf([...unknown])}.`);
  const { award, ratings = [] } = standard;
  const draft: DraftStandard = {
    ...standard,
    retired: retiredOf(standard.retired ?? new Map(), ids, remarks),
    translations: new Map(
      Array.from(standard.translations ?? [], ([language, words]) => [language, translationOf(words, ids)]),
    ),
    children,
  };
  if (!award || ratings.some(({ id }) => id === award.rating)) return { draft, remarks };
  const withoutAward = filled<DraftStandard>({ ...draft, award: undefined });
  return {
    draft: { ...withoutAward, children },
    remarks: [...remarks, 'The award is left out: its rating is not among the ratings.'],
  };
}

function retiredOf(
  retired: ReadonlyMap<string, readonly string[]>,
  ids: ReadonlySet<string>,
  remarks: string[],
): ReadonlyMap<string, readonly string[]> {
  const lost: string[] = [];
  const settled = Array.from(retired).flatMap(([old, successors]) => {
    if (ids.has(old)) return [];
    const known = successors.filter((id) => id !== old && (ids.has(id) || retired.has(id)));
    if (known.length < successors.length) lost.push(old);
    return [[old, withoutCircle(old, known, retired, ids)] as const];
  });
  if (lost.length > 0) remarks.push(`Not all that has replaced these is in the file: ${someOf(lost)}.`);
  return new Map(settled);
}

/** Where IDs lead to one another in a circle, none of them leads on. */
function withoutCircle(
  old: string,
  successors: readonly string[],
  retired: ReadonlyMap<string, readonly string[]>,
  ids: ReadonlySet<string>,
): readonly string[] {
  const leadsBack = (id: string, seen: Set<string>): boolean => {
    if (id === old) return true;
    if (ids.has(id) || seen.has(id)) return false;
    seen.add(id);
    return (retired.get(id) ?? []).some((next) => leadsBack(next, seen));
  };
  return successors.filter((id) => ids.has(id) || !leadsBack(id, new Set()));
}

function translationOf(words: DraftTranslation, ids: ReadonlySet<string>): DraftTranslation {
  return words.nodes ? { ...words, nodes: new Map([...words.nodes].filter(([id]) => ids.has(id))) } : words;
}
