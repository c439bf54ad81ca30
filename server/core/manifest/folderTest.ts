/** Which folders may hold a file that patterns mean, without knowing what is in them. */

/**
 * @param patterns as `.gitignore` has them; those that take something back are left out, as they may leave a part of it
 * @returns a test of the relative paths of folders; true also where nobody can say
 */
export function folderTest(patterns: readonly string[]): (folder: string) => boolean {
  const starts = patterns.filter((pattern) => !pattern.startsWith('!')).map(namesBeforeWildcards);
  return (folder) => {
    const names = folder.split('/');
    return starts.some((start) => start.every((name, at) => names[at] === undefined || names[at] === name));
  };
}

/** None where the pattern matches at any depth. */
function namesBeforeWildcards(pattern: string): readonly string[] {
  const path = pattern.replace(/^(?:\.?\/+)+/, '');
  const isAnchored = path !== pattern || path.replace(/\/+$/, '').includes('/');
  if (!isAnchored) return [];
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const wild = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  return wild < 0 ? segments : segments.slice(0, wild);
}
