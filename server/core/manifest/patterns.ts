/** The patterns of `include` and `exclude` as people write them: what is meant, and what keeps one from matching. */

import { outwardPattern } from './outwardPatterns';

/** A pattern as it is matched: `./` in front says nothing, and the folder itself is all that is in it. */
export function asMatched(pattern: string): string {
  const [, not = '', path = ''] = /^(!?)(?:\.\/+)*(.*)$/s.exec(pattern) ?? [];
  return path === '.' || (path === '' && pattern.includes('./')) ? `${not}**` : not + path;
}

/** What is wrong with a pattern that matches nothing, and what to write; undefined where nothing shows in its text. */
export function patternFault(pattern: string): string | undefined {
  const said = `“${pattern}” matches nothing`;
  if (pattern.replace(/^!/, '').trim() === '')
    return 'An empty pattern matches nothing. Write a path such as evidence/**, or remove it.';
  if (pattern.startsWith('#'))
    return `${said}, because a pattern that starts with # is taken for a remark. Write \\${pattern} for a file of that name.`;
  if (/^!?(?:[A-Za-z][A-Za-z0-9+.-]*:|\\\\|~|\/\/)/.test(pattern))
    return `${said}: it is a place on one computer, or an address. Write the path from this file’s folder, such as evidence/**.`;
  const parts = partsOf(pattern);
  if (parts)
    return `${said}: ${pattern.includes('{') ? 'braces mean nothing here' : `a ${partingMark(pattern)} does not part patterns here`}. Write a pattern for each: ${parts.join(' and ')}.`;
  const slashed = withSlashes(pattern);
  if (slashed !== undefined) return `${said}: a backslash does not part folders here. Write ${slashed}.`;
  if (/^!?(?:\.?\.\/)*\.\.\/?$/.test(pattern))
    return `${said}: it names a folder above, and nothing in it. Write a folder of it, such as ../corporate/**, or ../** for all.`;
  if (/(?:^|[/!])\.\.(?:\/|$)/.test(pattern) && outwardPattern(pattern) === undefined)
    return `${said}: “..” leads up from where the path is known, and so has no place behind a name with a wildcard, or behind a folder. Write the path without it.`;
  return undefined;
}

/** With `/` where Windows has `\`; undefined where there is none, but before what is to stand for itself. */
export const withSlashes = (pattern: string): string | undefined =>
  /\\(?![[\]?])/.test(pattern.replace(/^\\(?=[!#])/, '')) ? pattern.replace(/\\+/g, '/') : undefined;

/** More patterns than this out of one are not offered. */
const maximumParts = 20;

/** The patterns that one with braces or commas stands for; undefined where it has neither. */
export function partsOf(pattern: string): readonly string[] | undefined {
  const [braces, inside = ''] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (braces === undefined) return listed(pattern);
  const at = pattern.indexOf(braces);
  const rest = [pattern.slice(0, at), pattern.slice(at + braces.length)] as const;
  const parts = inside.split(',').flatMap((choice) => {
    const one = rest[0] + choice.trim() + rest[1];
    return one.includes('{') ? (partsOf(one) ?? [one]) : [one];
  });
  return parts.length <= maximumParts ? [...new Set(parts)] : undefined;
}

const partingMark = (pattern: string): string =>
  /[\r\n]/.test(pattern)
    ? 'line end'
    : /,\s/.test(pattern)
      ? 'comma'
      : /;\s/.test(pattern)
        ? 'semicolon'
        : 'space';

/** `evidence/**, docs/**` in one text. */
function listed(pattern: string): readonly string[] | undefined {
  const parts = pattern.split(/[,;]\s+|\s*[\r\n]\s*|\s+(?=\*\*?\/)/).map((part) => part.trim());
  return parts.length > 1 && parts.length <= maximumParts && parts.every((part) => part !== '')
    ? parts
    : undefined;
}
