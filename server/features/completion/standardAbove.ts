/** Lists of IDs below the names of their standards: `CSE:` with IDs on the lines below it, or `{ CSE: [3.2.4] }`. */
import { lineAround } from '../../core/text/lines';

/** The name of a standard that the line at an offset stands below; undefined where there is none. */
export function standardAbove(text: string, offset: number, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  let line = lineAround(text, offset);
  const before =
    inBraces(text.slice(Math.max(0, offset - farthest), offset)) ?? onLine(text.slice(line.start, offset));
  if (before !== undefined) return names.find((one) => one === before);
  const indentOf = (source: string): number => /^[ \t]*/.exec(source)?.[0].length ?? 0;
  const own = indentOf(text.slice(line.start, line.end));
  while (line.start > 0) {
    line = lineAround(text, line.start - 1);
    const above = text.slice(line.start, line.end);
    const [, indent = '', name] = /^([ \t]+)([^\s:#'"-][^\s:]*)[ \t]*:[ \t]*(?:\[[^\]]*)?$/.exec(above) ?? [];
    if (name !== undefined && indent.length <= own) return names.find((one) => one === name);
    if (/^\S/.test(above)) return undefined;
  }
  return undefined;
}

/** As many characters as stand between a brace and the end of what is in it. */
const farthest = 2000;

/** The last name in braces that are open. */
function inBraces(before: string): string | undefined {
  const brace = before.lastIndexOf('{');
  if (brace < 0 || brace < before.lastIndexOf('}')) return undefined;
  return /^\{(?:[^{}]*,)?\s*([^\s:,[\]{}#'"]+)[ \t]*:\s*(?:\[[^[\]{}]*|[^[\],{}]*)$/.exec(
    before.slice(brace),
  )?.[1];
}

/** The name before a bracket that is open. */
const onLine = (before: string): string | undefined =>
  /^[ \t]+([^\s:#'"-][^\s:]*)[ \t]*:[ \t]*\[[^\]]*$/.exec(before)?.[1];
