/** Where a link that somebody has written leads. Nothing here knows VS Code. */

export type LinkTarget =
  | { readonly kind: 'web'; readonly address: string }
  /** `path`: absolute, in the file system of the file that has the link. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none' };

/**
 * Only addresses of the web and of mail, and paths: a link to a command of VS Code, or to a program, leads nowhere.
 * @param from the path of the file that has the link
 */
export function linkTarget(target: string, from: string): LinkTarget {
  if (/^(?:https?:\/\/|mailto:)/i.test(target)) return { kind: 'web', address: target };
  if (target === '' || /^(?:[a-z][a-z\d+.-]*:|[\\/]{2}|#)/i.test(target)) return { kind: 'none' };
  const path = decoded(target.replace(/[?#].*$/s, ''));
  if (path === undefined || path.includes('\0')) return { kind: 'none' };
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { kind: 'file', path: `/${parts.filter(Boolean).join('/')}` };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
