/** Glob patterns as the manifest writes them. */
import picomatch from 'picomatch/posix';

/** A test of relative paths with `/`; a pattern that makes no sense matches nothing. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    try {
      return picomatch(pattern, { dot: true });
    } catch {
      return () => false;
    }
  });
  return (path) => tests.some((test) => test(path));
}
