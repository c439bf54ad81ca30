/**
 * Addresses of a website’s pages, as people write them in Markdown that is published: `../page/`, `/guide`,
 * `page.html` for `page.md`, `@site/docs/page`. No file has them, so they cannot be told from broken paths by
 * themselves: the manifest says which of the two the links of a portfolio are.
 */
import type { Target } from './targets';

/** Whether a path may be the address of a page; one that ends as other files do is a file wherever links are checked. */
export function mayBePage({ kind, readings, destination }: Target): boolean {
  if (kind === 'top') return true;
  const path = readings[0]?.path;
  if (path === undefined) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    destination.startsWith('@') || !name.includes('.', 1) || /^\.+$|\.(?:html?|php|aspx?|jsp)$/i.test(name)
  );
}
