/** Completion of front matter keys that a file does not have yet. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KeyDescription } from '../../core/yaml/keyDescription';
import { pathOf } from '../../core/frontMatter/keyNames';
import { frontMatterKeys } from '../../core/frontMatter/keys';
import { lineEndOf } from '../../core/text/edit';
import type { Choice, KeyShape, Question } from './item';
import { items, keyText } from './item';
import type { YamlPosition } from '../text/yamlPosition';

const shapes: ReadonlyMap<string, KeyShape> = new Map(
  frontMatterKeys.map(({ key, isList }) => [key, isList ? 'list' : 'value']),
);
/** Keys whose value nobody can guess. */
const freeKeys: ReadonlySet<string> = new Set(
  frontMatterKeys.flatMap(({ key, holds }) => (holds === 'text' ? key : [])),
);

/** One of our keys under the name that the portfolio has for it. */
type NamedKey = KeyDescription & { readonly ours: string };

/** The required ones first, then in the order of the list of keys, then those that the manifest allows. */
export function completeKeys(question: Question, position: YamlPosition, group: string): CompletionItem[] {
  const { names } = question.portfolio;
  const known = frontMatterKeys.flatMap((entry): readonly NamedKey[] => {
    const [name, ...inner] = pathOf(names, entry.key);
    return name === undefined || inner.length > 0 ? [] : [{ ...entry, key: name, ours: entry.key }];
  });
  const oursOf = (name: string): string => known.find(({ key }) => key === name)?.ours ?? '';
  const custom = question.portfolio.manifest?.customKeys ?? [];
  const choices = [
    ...known.filter(({ required }) => required).map((key) => ({ ...key, note: 'required' })),
    ...known.filter(({ required }) => !required),
    ...custom.map((key) => ({ key, description: 'A key of this portfolio: portfolio.yaml lists it.' })),
  ];
  return keyItems(question, position, choices, {
    shapeOf: (key) => shapes.get(oursOf(key)) ?? 'value',
    isFree: (key) => freeKeys.has(oursOf(key)) || custom.includes(key),
    group,
  });
}

interface KeyOptions {
  readonly shapeOf?: (key: string) => KeyShape;
  /** Nothing is offered for its value. */
  readonly isFree?: (key: string) => boolean;
  readonly group?: string;
}

/** Items for those of some keys that do not stand in the map yet. */
export function keyItems(
  question: Question,
  position: YamlPosition,
  keys: readonly (KeyDescription & { readonly note?: string })[],
  { shapeOf, isFree, group }: KeyOptions = {},
): CompletionItem[] {
  const lineEnd = lineEndOf(question.cursor.text);
  const choices = keys
    .filter(({ key }) => !position.siblings.has(key))
    .map(({ key, description, note }): Choice => ({
      label: key,
      words: description,
      note,
      kind: CompletionItemKind.Property,
      ...(position.hasColon
        ? { newText: key }
        : {
            newText: keyText(key, position.isFlow ? 'value' : (shapeOf?.(key) ?? 'value'), lineEnd),
            asksAgain: !isFree?.(key),
          }),
    }));
  return items(question, position, choices, group);
}
