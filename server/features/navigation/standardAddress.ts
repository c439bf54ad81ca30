/** The address of the page on which our own client shows a portfolio's standard. It imports nothing: both sides use it. */

export const standardPageScheme = 'evidence-portfolio-standard';

/**
 * `evidence-portfolio-standard:/<root>/<standard>.md`. Editors undo percent-encoding once when they take an
 * address apart, and the root is an address itself: it is encoded twice.
 */
export function standardPageUri(root: string, standard: string): string {
  const name = standard.slice(standard.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return `${standardPageScheme}:/${twice(root)}/${encodeURIComponent(name)}.md`;
}

/** The root in the path of such an address, as an editor gives the path: decoded once. Undefined in any other. */
export function rootOfStandardPage(path: string): string | undefined {
  const [, root = ''] = /^\/([^/]+)\/[^/]*\.md$/.exec(path) ?? [];
  try {
    return decodeURIComponent(root) || undefined;
  } catch {
    return undefined;
  }
}

const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text));
