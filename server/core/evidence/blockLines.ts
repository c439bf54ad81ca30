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
  const lines: string[] = [];
  const groups = new Map<string, number>();
  for (const [key, value] of written) {
    const path = pathOf(names, key);
    const [outer = ''] = path;
    const at = path.length > 1 ? groups.get(outer) : undefined;
    const own = linesOf(path, value);
    if (at === undefined) lines.push(...own);
    else lines.splice(at, 0, ...own.slice(1));
    for (const [other, place] of groups)
      if (at !== undefined && place >= at) groups.set(other, place + own.length - 1);
    if (path.length > 1 && at === undefined) groups.set(outer, lines.length);
  }
  return lines;
}

/** The lines that a path of names is written with at the margin. */
export function linesOf(path: readonly string[], value: string | readonly string[]): readonly string[] {
  const lines = path.map((name, depth) => `${'  '.repeat(depth)}${yamlScalar(name)}:`);
  const last = lines.at(-1) ?? '';
  if (typeof value === 'string') return [...lines.slice(0, -1), `${last} ${value}`];
  return [...lines, ...value.map((item) => `${'  '.repeat(path.length)}- ${item}`)];
}
