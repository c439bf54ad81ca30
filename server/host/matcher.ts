/** The patterns of `include` and `exclude`: those of `.gitignore`, so that there is one kind to learn. */
import ignore from 'ignore';

/** A test of relative paths with `/`. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignore({ ignorecase: false }).add([...patterns]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
