/** The words of a standard in other languages: how its file says them, and the standard in one of them. */
import type { YamlNode } from '../yaml/tree';
import { entryOf } from '../yaml/tree';
import type { Report } from './standardShape';
import {
  checkKeys,
  textOf,
  textsOf,
  translatedNameKeys,
  translatedNodeKeys,
  translationKeys,
} from './standardShape';

/** What is not said in a language is shown as the standard itself says it: empty here. */
export interface Translation {
  readonly title: string;
  readonly acknowledgement: string;
  readonly levels: readonly string[];
  /** By ID. */
  readonly ratings: ReadonlyMap<string, TranslatedName>;
  readonly profiles: ReadonlyMap<string, TranslatedName>;
  readonly nodes: ReadonlyMap<string, TranslatedNode>;
}

export interface TranslatedName {
  readonly title: string;
  readonly description: string;
}

export interface TranslatedNode {
  readonly title: string;
  readonly short: string;
  readonly text: string;
  readonly introduction: readonly string[];
  readonly guidance: readonly string[];
  readonly keywords: readonly string[];
}

/** @param node what stands under `translations`: languages, such as `cy` or `fr`, with their words */
export function readTranslations(
  node: YamlNode | undefined,
  nodes: ReadonlyMap<string, unknown>,
  report: Report,
): ReadonlyMap<string, Translation> {
  if (!node || node.kind === 'empty') return new Map();
  if (node.kind !== 'map') {
    report(node.span, 'Behind “translations”, languages such as “fr:” are expected, each with its words.');
    return new Map();
  }
  return new Map(
    node.entries.flatMap(({ key, value }) => {
      if (value.kind === 'empty') return [];
      checkKeys(value, translationKeys, report);
      const words = { title: textOf(value, 'title'), acknowledgement: textOf(value, 'acknowledgement') };
      return [
        [
          key.text,
          {
            ...words,
            levels: textsOf(entryOf(value, 'levels')?.value),
            ratings: readNames(value, 'ratings', report),
            profiles: readNames(value, 'profiles', report),
            nodes: readTranslatedNodes(entryOf(value, 'nodes')?.value, nodes, report),
          },
        ] as const,
      ];
    }),
  );
}

function readNames(node: YamlNode, key: string, report: Report): ReadonlyMap<string, TranslatedName> {
  const list = entryOf(node, key)?.value;
  if (list?.kind !== 'map') return new Map();
  return new Map(
    list.entries.flatMap(({ key: id, value }) => {
      if (value.kind === 'empty') return [];
      // Most have a title and nothing else.
      if (value.kind === 'scalar') return [[id.text, { title: value.text, description: '' }] as const];
      checkKeys(value, translatedNameKeys, report);
      const name = { title: textOf(value, 'title'), description: textOf(value, 'description') };
      return [[id.text, name] as const];
    }),
  );
}

function readTranslatedNodes(
  list: YamlNode | undefined,
  nodes: ReadonlyMap<string, unknown>,
  report: Report,
): ReadonlyMap<string, TranslatedNode> {
  if (list?.kind !== 'map') return new Map();
  return new Map(
    list.entries.flatMap(({ key, value }) => {
      if (!nodes.has(key.text))
        report(key.span, `${key.text}, which is translated here, is not in the standard.`);
      if (value.kind === 'empty') return [];
      checkKeys(value, translatedNodeKeys, report);
      return [[key.text, translatedNode(value)] as const];
    }),
  );
}

const translatedNode = (value: YamlNode): TranslatedNode => ({
  title: textOf(value, 'title'),
  short: textOf(value, 'short'),
  text: textOf(value, 'text'),
  introduction: textsOf(entryOf(value, 'introduction')?.value),
  guidance: textsOf(entryOf(value, 'guidance')?.value),
  keywords: textsOf(entryOf(value, 'keywords')?.value),
});
