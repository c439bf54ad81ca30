/** The patterns of `include` and `exclude`: those of `.gitignore`, so that there is one kind to learn. */
import ignore from 'ignore';

/** A test of relative paths with `/`. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignore({ ignorecase: false }).add([...patterns]);
  const ignores = (path: string): boolean => ignore.isPathValid(path) && rules.ignores(path);
  // What nearly every portfolio has. The package remembers each path that it is asked about, and there are thousands.
  if (patterns.length === 0) return () => false;
  if (patterns.length === 1 && patterns[0] === '**/*.md')
    return (path) => (path.endsWith('.md') ? ignore.isPathValid(path) : ignores(path));
  return ignores;
}
