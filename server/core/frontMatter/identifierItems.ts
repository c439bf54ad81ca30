/**
 * Items of a list of IDs that say more than the ID, as other tools have them: `- id: CC6.1`, `- control: CC6.1` with more
 * beside it, and OpenControl's `control_key` beside `standard_key`.
 */
import { onFirstUse } from '../text/expressions';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/nodes';

/** What the ID may be called in such an item, the surest first; hyphens for `_`, small letters. */
const names: readonly string[] = [
  'control-id',
  'control-key',
  'requirement-id',
  'element-id',
  'ref-id',
  'id',
  'element',
  'control',
  'requirement',
  'clause',
  'criterion',
  'ref',
];

/** What names the standard beside it. */
const standards: readonly string[] = ['standard-key', 'standard', 'framework', 'catalog'];

/** Such a name and its colon at the start of an item, or of a line of one: where the cursor is in its value. */
export const itemNamePattern = onFirstUse(
  () =>
    new RegExp(
      `^[ \\t]*(?:-[ \\t]+)?(?:${names.map((name) => name.replace('-', '[-_]')).join('|')})[ \\t]*:(?=[ \\t]|$)`,
      'i',
    ),
);

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');

const idEntry = ({ entries }: YamlMap): (YamlEntry & { readonly value: YamlScalar }) | undefined => {
  for (const name of names) {
    const found = entries.find(({ key }) => plain(key.text) === name);
    if (found?.value.kind === 'scalar') return { ...found, value: found.value };
  }
  return undefined;
};

/** The ID of an item of a list; undefined where it has none. */
export const idOfItem = (item: YamlNode): YamlScalar | undefined =>
  item.kind === 'scalar' ? item : item.kind === 'map' ? idEntry(item)?.value : undefined;

/**
 * Lines for one more item in the shape of another: its key for the ID, and what names the standard.
 * @param write an ID as YAML, with the marks that the other one has
 */
export function itemLike(
  text: string,
  item: YamlMap,
  write: (mark: string | undefined) => string,
): readonly string[] {
  const own = idEntry(item);
  return item.entries.flatMap(({ key, value }) => {
    const name = text.slice(key.span.start, key.span.end);
    if (key.span.start === own?.key.span.start) return [`${name}: ${write(text[own.value.span.start])}`];
    const isStandard = standards.includes(plain(key.text)) && value.kind === 'scalar';
    return isStandard ? [`${name}: ${text.slice(value.span.start, value.span.end)}`] : [];
  });
}
