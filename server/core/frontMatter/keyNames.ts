/**
 * A portfolio's own names for our front matter keys: `keys: { elements: satisfies }` in portfolio.yaml. Blocks are read
 * with them once, where they come in (`asOurs`); everything behind that knows our keys only. What is written, and what is
 * said to people, has the portfolio's names.
 */
import type { YamlEntry, YamlNode } from '../yaml/nodes';
import type { FrontMatterKey, KeyNames } from './keys';

/** The names under which a key stands, the outermost first. */
export const pathOf = ({ own }: KeyNames, key: FrontMatterKey): readonly string[] => own.get(key) ?? [key];

/** What a key is called, for people. */
export const nameOf = (names: KeyNames, key: FrontMatterKey): string => pathOf(names, key).join('.');

/** Our key that stands under some names, the outermost first; undefined where it is none. */
export function keyAt(names: KeyNames, path: readonly string[]): FrontMatterKey | undefined {
  const joined = path.join('.');
  for (const [key, own] of names.own) if (own.join('.') === joined) return key;
  const ours = path.length === 1 && isOurs(names, joined) ? joined : undefined;
  return ours !== undefined && names.own.has(ours) ? undefined : ours;
}

const isOurs = ({ ours }: KeyNames, key: string): key is FrontMatterKey =>
  (ours as ReadonlySet<string>).has(key);

/** What keys can be called at the margin of a block: the first name of each path. */
export const marginNames = (names: KeyNames): readonly string[] => [
  ...new Set([...names.ours].map((key) => pathOf(names, key)[0] ?? key)),
];

/** The entries of a block, those that are our keys under other names as if they had ours; what only looks so is left out. */
export function asOurs(entries: readonly YamlEntry[], names: KeyNames): readonly YamlEntry[] {
  if (names.own.size === 0) return entries;
  return entries.flatMap((entry) => {
    const key = keyAt(names, [entry.key.text]);
    if (key !== undefined) return [called(entry, key)];
    const inner = [...names.own].flatMap(([ours, path]) => {
      const found =
        path.length > 1 && path[0] === entry.key.text ? entryBelow(entry.value, path.slice(1)) : undefined;
      return found ? [called(found, ours)] : [];
    });
    return isOurs(names, entry.key.text) ? inner : [entry, ...inner];
  });
}

const called = (entry: YamlEntry, key: FrontMatterKey): YamlEntry => ({
  ...entry,
  key: { ...entry.key, text: key },
});

function entryBelow(node: YamlNode, [name, ...rest]: readonly string[]): YamlEntry | undefined {
  const entry = node.kind === 'map' ? node.entries.find(({ key }) => key.text === name) : undefined;
  return rest.length === 0 || !entry ? entry : entryBelow(entry.value, rest);
}
