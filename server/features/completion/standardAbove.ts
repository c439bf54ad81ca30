/** Lists of IDs below the names of their standards: `CSE:` with IDs on the lines below it. */
import { lineAround } from '../../core/text/lines';

/** The name of a standard that the line at an offset stands below; undefined where there is none. */
export function standardAbove(text: string, offset: number, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  let line = lineAround(text, offset);
  const indentOf = (source: string): number => /^[ \t]*/.exec(source)?.[0].length ?? 0;
  const own = indentOf(text.slice(line.start, line.end));
  while (line.start > 0) {
    line = lineAround(text, line.start - 1);
    const above = text.slice(line.start, line.end);
    const [, indent = '', name] = /^([ \t]+)([^\s:#'"-][^\s:]*)[ \t]*:[ \t]*$/.exec(above) ?? [];
    if (name !== undefined && indent.length <= own) return names.find((one) => one === name);
    if (/^\S/.test(above)) return undefined;
  }
  return undefined;
}
