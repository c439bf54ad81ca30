/** New lines of front matter, under the names that a portfolio has for our keys. */
import type { KeyNames, FrontMatterKey } from '../frontMatter/keys';
import { pathOf } from '../frontMatter/keyNames';
import { yamlScalar } from '../../words/yamlScalar';

/** The lines that a key is written with in a block that starts at the margin, under the portfolio’s name for it. */
export const linesFor = (
  names: KeyNames,
  key: FrontMatterKey,
  value: string | readonly string[],
): readonly string[] => linesOf(pathOf(names, key), value);

/** The lines of a new block: keys that the portfolio has in one map stand in it together. */
export function blockLines(
  names: KeyNames,
  written: readonly (readonly [FrontMatterKey, string | readonly string[]])[],
): readonly string[] {
  const all: Branch = new Map();
  for (const [key, value] of written) {
    const path = pathOf(names, key);
    let branch = all;
    for (const name of path.slice(0, -1)) branch = below(branch, name);
    branch.set(path.at(-1) ?? key, value);
  }
  return linesIn(all);
}

type Branch = Map<string, Branch | string | readonly string[]>;

function below(branch: Branch, name: string): Branch {
  const known = branch.get(name);
  if (known instanceof Map) return known;
  const made: Branch = new Map();
  branch.set(name, made);
  return made;
}

const linesIn = (branch: Branch): readonly string[] =>
  [...branch].flatMap(([name, value]) =>
    value instanceof Map
      ? [`${yamlScalar(name)}:`, ...linesIn(value).map((line) => `  ${line}`)]
      : linesOf([name], value),
  );

/** The lines that a path of names is written with at the margin. */
export function linesOf(path: readonly string[], value: string | readonly string[]): readonly string[] {
  const lines = path.map((name, depth) => `${'  '.repeat(depth)}${yamlScalar(name)}:`);
  const last = lines.at(-1) ?? '';
  if (typeof value === 'string') return [...lines.slice(0, -1), `${last} ${value}`];
  return [...lines, ...value.map((item) => `${'  '.repeat(path.length)}- ${item}`)];
}
