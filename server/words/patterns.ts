/** Patterns of files, as `include` and `exclude` in portfolio.yaml have them (gitignore(5)). */

/** A path as a pattern that matches it alone: what stands for other characters in patterns stands for itself. */
export const patternOf = (path: string): string =>
  path.replace(/[\\*?[\]]/g, '\\$&').replace(/^[!#\s]/, '\\$&');
