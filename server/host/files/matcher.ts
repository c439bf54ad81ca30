/** The patterns of `include` and `exclude`: those of `.gitignore`, so that there is one kind to learn. */
import ignore from 'ignore';
import { isMarkdown } from '../../core/text/markdownName';
import { asMatched } from '../../core/manifest/patterns';

/** A test of relative paths with `/`. Whether an ending is `.md` or `.MD` makes no difference. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.map((pattern) => withSmallEnding(asMatched(pattern)));
  const rules = ignore({ ignorecase: false }).add(wanted);
  const ignores = (path: string): boolean => ignore.isPathValid(path) && rules.ignores(path);
  // What nearly every portfolio has. The package remembers each path that it is asked about, and there are thousands.
  if (wanted.length === 0) return () => false;
  const endings = new Set(wanted.map((pattern) => /^\*\*\/\*(\.\w+)$/.exec(pattern)?.[1]));
  if (!endings.has(undefined))
    return (path) =>
      endings.has(endingOf(path)) ? ignore.isPathValid(path) : ignores(withSmallEnding(path));
  return (path) => ignores(withSmallEnding(path));
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.')).toLowerCase();

/** The ending of a Markdown file in small letters. */
function withSmallEnding(path: string): string {
  if (!isMarkdown(path)) return path;
  const ending = endingOf(path);
  return path.endsWith(ending) ? path : path.slice(0, -ending.length) + ending;
}
