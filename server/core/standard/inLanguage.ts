/** A standard in one of the languages in which its file says its words; what is not translated stays as it stands there. */
import { languageAmong } from './languageTag';
import type { Rating, Standard, StandardNode, Wording } from './standard';
import type { TranslatedName, Translation } from './translations';

/** The languages that a standard has words in: its own first, where its file says which that is. */
export const languagesOf = ({ language, translations }: Standard): readonly string[] => [
  ...(language === '' ? [] : [language]),
  ...translations.keys(),
];

/** Whether a standard has words in a language; `fr-CA` is content with `fr`. */
export const hasLanguage = (standard: Standard, language: string): boolean =>
  languageAmong(languagesOf(standard), language) !== undefined;

/** Somebody who types a language asks for many: none is kept when it is not used any longer. */
const made = new WeakMap<Standard, Map<string, WeakRef<Standard>>>();

/**
 * While it is used, made once for each language. A standard that has no translations is answered as it is.
 * @param language as somebody asks for it, such as `fr-CA`; undefined: the standard's own
 */
export function inLanguage(standard: Standard, language: string | undefined): Standard {
  if (standard.translations.size === 0) return standard;
  const found = language === undefined ? undefined : languageAmong(languagesOf(standard), language);
  const own = made.get(standard) ?? new Map<string, WeakRef<Standard>>();
  made.set(standard, own);
  const key = found ?? '';
  const before = own.get(key)?.deref();
  if (before) return before;
  const translated = translate(standard, found === standard.language ? undefined : found);
  own.set(key, new WeakRef(translated));
  return translated;
}

function translate(standard: Standard, language: string | undefined): Standard {
  const words = language === undefined ? undefined : standard.translations.get(language);
  const all = [...standard.translations.values()];
  const nodes = new Map<string, StandardNode>();
  const copy = (node: StandardNode, ancestors: readonly StandardNode[]): StandardNode => {
    const children: StandardNode[] = [];
    const own = { ...node, ...wordsOf(node, words), wordings: wordingsOf(node, all), ancestors, children };
    nodes.set(own.id, own);
    for (const child of node.children) children.push(copy(child, [...ancestors, own]));
    return own;
  };
  const roots = standard.roots.map((root) => copy(root, []));
  const titles = [standard.title, ...all.map(({ title }) => title)].filter((title) => title !== '');
  return {
    ...standard,
    title: (words?.title ?? '') || standard.title,
    acknowledgement: (words?.acknowledgement ?? '') || standard.acknowledgement,
    names: { ...standard.names, titles: [...new Set(titles)] },
    ratings: named(
      standard.ratings,
      words?.ratings,
      all.map(({ ratings }) => ratings),
    ),
    profiles: named(
      standard.profiles,
      words?.profiles,
      all.map(({ profiles }) => profiles),
    ),
    roots,
    nodes,
    elements: standard.elements.flatMap(({ id }) => nodes.get(id) ?? []),
  };
}

type Words = Partial<Pick<StandardNode, 'short' | 'keywords'> & Wording>;

/** Keywords of both languages: whoever looks for something may know it by either. */
function wordsOf(node: StandardNode, translation: Translation | undefined): Words {
  if (!translation) return {};
  const { title, short, text, introduction, guidance, keywords } = translation.nodes.get(node.id) ?? nothing;
  return {
    title: title || node.title,
    // Few words in another language would go before a title in this one.
    short: short || (title !== '' || text !== '' ? '' : node.short),
    text: text || node.text,
    introduction: introduction.length > 0 ? introduction : node.introduction,
    guidance: guidance.length > 0 ? guidance : node.guidance,
    keywords: [...new Set([...keywords, ...node.keywords])],
    level: translation.levels[node.ancestors.length] ?? node.level,
  };
}

const nothing: Omit<Wording, 'level'> & Pick<StandardNode, 'short' | 'keywords'> = {
  title: '',
  short: '',
  text: '',
  introduction: [],
  guidance: [],
  keywords: [],
};

/** The standard's own words first. */
const wordingsOf = (node: StandardNode, translations: readonly Translation[]): readonly Wording[] => [
  node,
  ...translations.flatMap(({ nodes, levels }) => {
    const level = levels[node.ancestors.length] ?? '';
    const words = nodes.get(node.id) ?? (level === '' ? undefined : nothing);
    return words ? [{ ...words, level }] : [];
  }),
];

type TranslatedNames = ReadonlyMap<string, TranslatedName>;

/** @param languages all of them: what people have written may be in any */
const named = (
  all: readonly Rating[],
  words: TranslatedNames | undefined,
  languages: readonly TranslatedNames[],
): readonly Rating[] =>
  all.map((one) => {
    const title = (words?.get(one.id)?.title ?? '') || one.title;
    const titles = [one.title, ...languages.map((names) => names.get(one.id)?.title ?? '')];
    return {
      ...one,
      title,
      description: (words?.get(one.id)?.description ?? '') || one.description,
      titles: [...new Set(titles)].filter((each) => each !== ''),
    };
  });
