/** Edits of files as a unified diff, which `git apply` and `patch -p1` take. */
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import type { Terminal } from './terminal';
import { printable } from './terminal';

/** Lines that are shown around an edit. */
const context = 3;

/**
 * @param path with `/`, relative to the folder in which the diff is to be applied
 * @returns empty where both are the same
 */
export function unifiedDiff(path: string, before: string, after: string): readonly string[] {
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context });
  if (patch.hunks.length === 0) return [];
  const hunks = formatPatch(patch, OMIT_HEADERS).split('\n').slice(0, -1);
  return [`--- ${nameIn('a', path)}`, `+++ ${nameIn('b', path)}`, ...hunks];
}

/** As git writes a path: one with a space ends at a tab, one with what could be misread stands in quotation marks. */
function nameIn(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path}`;
  // eslint-disable-next-line no-control-regex -- These are what git escapes.
  if (/["\\\u0000-\u001F\u007F]/.test(name)) return `"${name.replace(/["\\\u0000-\u001F\u007F]/g, escaped)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

const escaped = (character: string): string =>
  /["\\]/.test(character) ? `\\${character}` : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;

/** For a terminal, which is to obey nothing that a file says, in colours; the end of a line in Windows is no news there. */
export function diffForTerminal(lines: readonly string[], out: Terminal): readonly string[] {
  return lines.map((line) => {
    const text = printable(line.replace(/[\r\t]$/, ''));
    if (/^(?:---|\+\+\+) /.test(line)) return out.style('strong', text);
    if (line.startsWith('+')) return out.style('good', text);
    if (line.startsWith('-')) return out.style('error', text);
    return line.startsWith('@@') ? out.style('faint', text) : text;
  });
}
