/** What may stand in a standard's file, key by key: schemas/standard.schema.json says the same for editors. */
import type { Span } from '../text/span';
import type { YamlNode } from '../yaml/tree';
import { entryOf } from '../yaml/tree';

/** What is expected behind a key; `other`: whoever reads it says what is wrong. */
export type Shape = 'text' | 'texts' | 'flag' | 'names' | 'other';
export type Keys = Readonly<Record<string, Shape>>;

export const topLevelKeys: Keys = {
  title: 'text',
  edition: 'text',
  language: 'text',
  publisher: 'text',
  source: 'text',
  acknowledgement: 'text',
  licence: 'texts',
  levels: 'texts',
  ratings: 'other',
  award: 'other',
  profiles: 'other',
  retired: 'other',
  translations: 'other',
  children: 'other',
};

export const nodeKeys: Keys = {
  id: 'other',
  title: 'text',
  short: 'text',
  text: 'text',
  introduction: 'texts',
  guidance: 'texts',
  note: 'text',
  keywords: 'texts',
  profiles: 'texts',
  related: 'texts',
  assessable: 'flag',
  children: 'other',
};

/** Of a rating and of a profile. */
export const namedKeys: Keys = { id: 'text', title: 'text', description: 'text' };
export const awardKeys: Keys = { rating: 'text', percent: 'text' };

export const translationKeys: Keys = {
  title: 'text',
  acknowledgement: 'text',
  levels: 'texts',
  ratings: 'names',
  profiles: 'names',
  nodes: 'names',
};
export const translatedNodeKeys: Keys = {
  title: 'text',
  short: 'text',
  text: 'text',
  introduction: 'texts',
  guidance: 'texts',
  keywords: 'texts',
};
export const translatedNameKeys: Keys = { title: 'text', description: 'text' };

export type Report = (span: Span, message: string) => void;

/** Reports keys that do not belong here, and what stands behind one and would be passed over. */
export function checkKeys(node: YamlNode, keys: Keys, report: Report): void {
  if (node.kind !== 'map') {
    report(node.span, 'Names with a colon are expected here, such as “title: …”.');
    return;
  }
  for (const { key } of node.entries) {
    if (!Object.hasOwn(keys, key.text)) report(key.span, `“${key.text}” is not a part of a standard file.`);
  }
  for (const { key, value } of node.entries) {
    const shape = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined;
    const expected = shape && misshapen(shape, value);
    if (expected !== undefined) report(value.span, `Behind “${key.text}”, ${expected} is expected.`);
  }
}

/** What is expected, where something else stands there. */
function misshapen(shape: Shape, value: YamlNode): string | undefined {
  if (value.kind === 'empty') return undefined;
  switch (shape) {
    case 'text':
      return value.kind === 'scalar' ? undefined : 'a text';
    case 'texts':
      return value.kind === 'scalar' || isListOfTexts(value) ? undefined : 'a list of texts';
    case 'flag':
      return value.kind === 'scalar' && /^(?:true|false)$/i.test(value.text) ? undefined : 'true or false';
    case 'names':
      return value.kind === 'map' ? undefined : 'a list of names with a colon';
    case 'other':
      return undefined;
  }
}

export const isListOfTexts = (value: YamlNode): boolean =>
  value.kind === 'list' && value.items.every(({ kind }) => kind === 'scalar');

/** The text behind a key; empty where there is none. */
export const textOf = (node: YamlNode, key: string): string => {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' ? value.text : '';
};

/** A list of texts, which may be a single one. */
export const textsOf = (node: YamlNode | undefined): readonly string[] => {
  if (node?.kind === 'scalar') return [node.text];
  return node?.kind === 'list'
    ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : [];
};
