/** What a standard file says that a newer import does not: added by hand, and kept. */
import type { YamlNode } from '../../core/yaml/tree';
import { entryOf } from '../../core/yaml/tree';
import { textOf, textsOf } from '../../core/standard/standardShape';
import type { DraftName, DraftNode, DraftStandard, DraftTranslation } from './draft';
import { draftNode, filled, nodesOf } from './draft';

/** A standard file as a draft. @param root of its text: see `parseYaml` */
export function draftOf(root: YamlNode): DraftStandard {
  const at = (key: string): YamlNode | undefined => entryOf(root, key)?.value;
  const award = at('award');
  const rating = award && textOf(award, 'rating');
  return {
    ...filled({
      edition: textOf(root, 'edition'),
      language: textOf(root, 'language'),
      publisher: textOf(root, 'publisher'),
      source: textOf(root, 'source'),
      acknowledgement: textOf(root, 'acknowledgement'),
      licence: textsOf(at('licence')),
      levels: textsOf(at('levels')),
      ratings: namesAt(root, 'ratings'),
      profiles: namesAt(root, 'profiles'),
    }),
    title: textOf(root, 'title'),
    ...(award && rating ? { award: { rating, percent: textOf(award, 'percent') } } : {}),
    retired: new Map(entriesOf(at('retired')).map(([id, value]) => [id, textsOf(value)])),
    translations: new Map(
      entriesOf(at('translations')).map(([language, value]) => [language, translationOf(value)]),
    ),
    children: childrenOf(root),
  };
}

const entriesOf = (node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] =>
  node?.kind === 'map' ? node.entries.map(({ key, value }) => [key.text, value] as const) : [];

function namesAt(root: YamlNode, key: string): readonly DraftName[] {
  const list = entryOf(root, key)?.value;
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const id = item.kind === 'scalar' ? item.text : textOf(item, 'id');
    return {
      id,
      title: textOf(item, 'title') || id,
      ...filled({ description: textOf(item, 'description') }),
    };
  });
}

function childrenOf(node: YamlNode): readonly DraftNode[] {
  const list = entryOf(node, 'children')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const assessable = textOf(item, 'assessable');
    return draftNode(
      {
        id: textOf(item, 'id'),
        ...wordsOf(item),
        note: textOf(item, 'note'),
        profiles: textsOf(entryOf(item, 'profiles')?.value),
        related: textsOf(entryOf(item, 'related')?.value),
        ...(assessable === '' ? {} : { assessable: /^true$/i.test(assessable) }),
      },
      childrenOf(item),
    );
  });
}

const wordsOf = (item: YamlNode): Omit<DraftNode, 'children'> =>
  filled<Omit<DraftNode, 'children'>>({
    title: textOf(item, 'title'),
    short: textOf(item, 'short'),
    text: textOf(item, 'text'),
    introduction: textsOf(entryOf(item, 'introduction')?.value),
    guidance: textsOf(entryOf(item, 'guidance')?.value),
    keywords: textsOf(entryOf(item, 'keywords')?.value),
  });

function translationOf(node: YamlNode): DraftTranslation {
  const named = (key: string): ReadonlyMap<string, Omit<DraftName, 'id'>> =>
    new Map(
      entriesOf(entryOf(node, key)?.value).map(([id, value]) => [
        id,
        value.kind === 'scalar'
          ? { title: value.text }
          : { title: textOf(value, 'title'), ...filled({ description: textOf(value, 'description') }) },
      ]),
    );
  return {
    ...filled({
      title: textOf(node, 'title'),
      acknowledgement: textOf(node, 'acknowledgement'),
      levels: textsOf(entryOf(node, 'levels')?.value),
    }),
    ratings: named('ratings'),
    profiles: named('profiles'),
    nodes: new Map(entriesOf(entryOf(node, 'nodes')?.value).map(([id, value]) => [id, wordsOf(value)])),
  };
}

/** How a node is found again: by its ID; a group without one by its title. */
export const nameOf = ({ id, title }: DraftNode): string => id ?? title ?? '';

/**
 * The new standard, with what was added by hand to the old one. Words of the standard itself are the new ones; what
 * people settle (levels, ratings, the award, whose text it is, notes, keywords, short words) stays as it is. IDs that
 * are gone are retired: nobody who has used one is left without a word.
 */
export function keepingAdditions(fresh: DraftStandard, old: DraftStandard): DraftStandard {
  const before = new Map(Array.from(nodesOf(old.children), (node) => [nameOf(node), node]));
  const own = new Set((fresh.profiles ?? []).map(({ id }) => id));
  const added = (old.profiles ?? []).filter(({ id }) => !own.has(id));
  const addedIds = new Set(added.map(({ id }) => id));
  const merge = (node: DraftNode): DraftNode => {
    const earlier = before.get(nameOf(node));
    const children = node.children.map(merge);
    return earlier ? { ...kept(node, earlier, addedIds), children } : { ...node, children };
  };
  return {
    ...old,
    ...fresh,
    ...settled(old),
    profiles: [...(fresh.profiles ?? []), ...added],
    retired: retiredOf(fresh, old),
    translations: translationsOf(fresh, old),
    children: fresh.children.map(merge),
  };
}

const settled = ({
  levels,
  ratings,
  award,
  acknowledgement,
  licence,
}: DraftStandard): Partial<DraftStandard> =>
  filled<Partial<DraftStandard>>({ levels, ratings, award, acknowledgement, licence });

function kept(node: DraftNode, earlier: DraftNode, profiles: ReadonlySet<string>): DraftNode {
  const byHand = (earlier.profiles ?? []).filter((id) => profiles.has(id));
  return {
    ...filled<Omit<DraftNode, 'children'>>({
      ...node,
      title: node.title ?? earlier.title,
      text: node.text ?? earlier.text,
      guidance: node.guidance ?? earlier.guidance,
      introduction: node.introduction ?? earlier.introduction,
      note: earlier.note ?? node.note,
      short: earlier.short ?? node.short,
      keywords: union(earlier.keywords, node.keywords),
      profiles: union(node.profiles, byHand),
      related: union(
        node.related,
        earlier.related?.filter((id) => id.includes(':')),
      ),
      assessable: node.assessable ?? earlier.assessable,
    }),
    children: node.children,
  };
}

const union = (left: readonly string[] = [], right: readonly string[] = []): readonly string[] => [
  ...new Set([...left, ...right]),
];

function retiredOf(fresh: DraftStandard, old: DraftStandard): ReadonlyMap<string, readonly string[]> {
  const retired = new Map(fresh.retired);
  const present = new Set(Array.from(nodesOf(fresh.children), nameOf));
  for (const [id, successors] of old.retired ?? [])
    if (!present.has(id) && !retired.get(id)?.length) retired.set(id, successors);
  for (const { id } of nodesOf(old.children))
    if (id !== undefined && !present.has(id) && !retired.has(id)) retired.set(id, []);
  return retired;
}

function translationsOf(fresh: DraftStandard, old: DraftStandard): ReadonlyMap<string, DraftTranslation> {
  const translations = new Map(old.translations);
  for (const [language, words] of fresh.translations ?? []) {
    const earlier = translations.get(language);
    translations.set(language, {
      ...earlier,
      ...words,
      ratings: new Map([...(earlier?.ratings ?? []), ...(words.ratings ?? [])]),
      profiles: new Map([...(earlier?.profiles ?? []), ...(words.profiles ?? [])]),
      nodes: new Map([...(earlier?.nodes ?? []), ...(words.nodes ?? [])]),
    });
  }
  return translations;
}
