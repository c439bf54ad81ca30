/** What an attachment or the address of a link is: a path, an address of the web, or a place that nobody else can open. */

/** How something that is written as a path or an address leads away from the file in which it stands. */
export type Reference =
  /** A path that starts from the file’s folder, and what follows it from `?` or `#` on. */
  | { readonly kind: 'path'; readonly path: string; readonly tail: string }
  /** A link that starts with `/`: from the top folder, as GitHub, VS Code and websites read it. */
  | { readonly kind: 'top'; readonly path: string; readonly tail: string }
  /** A drive, a share, a home folder: only the writer’s own computer or network can open it. */
  | { readonly kind: 'own' }
  /** What a program fills in before anybody reads it: `{{ site.url }}/a`. */
  | { readonly kind: 'template' }
  | { readonly kind: 'nothing' }
  /** An address of the web, a place in the same page. */
  | { readonly kind: 'elsewhere' };

/** Longer ones are no paths anywhere; a stranger's, of thousands of folders, would be looked for in each of them. */
export const longestPath = 4096;

/** Reads a link’s destination: a query and a fragment are no part of the path, and percent-encoding is undone. */
export function parseReference(destination: string): Reference {
  const text = destination.trim();
  const special = specialKind(text);
  if (special) return special;
  const end = text.search(/[?#]/);
  if (end === 0) return { kind: 'elsewhere' };
  const [path, tail] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  return { kind: path.startsWith('/') ? 'top' : 'path', path: decodedPath(path), tail };
}

/**
 * Reads an attachment as people write it: nothing is encoded, `\` separates folders too, and `#` may be part of a
 * name. So there are several readings, the longest name first: `C# guide.pdf#page=4`.
 */
export function attachmentReadings(written: string): readonly Reference[] {
  const text = written.trim();
  const special = specialKind(text);
  if (special) return [special];
  if (text.startsWith('/')) return [{ kind: 'own' }];
  const path = text.replaceAll('\\', '/');
  const ends = [path.length];
  for (
    let at = path.lastIndexOf('#');
    at > 0 && ends.length < maximumReadings;
    at = path.lastIndexOf('#', at - 1)
  )
    ends.push(at);
  const query = path.indexOf('?');
  if (query > 0) ends.push(query);
  return ends.map((end) => ({ kind: 'path', path: path.slice(0, end), tail: text.slice(end) }));
}

/** No name has more marks; a stranger’s text of a thousand would be looked for a thousand times. */
const maximumReadings = 4;

/** Undefined for a path. */
function specialKind(text: string): Reference | undefined {
  // Nearly all that people write, and nothing to look closer at.
  if (/^[\w.-][\w./-]*$/.test(text)) return undefined;
  if (text === '') return { kind: 'nothing' };
  if (template.test(text)) return { kind: 'template' };
  if (own.some((place) => place.test(text))) return { kind: 'own' };
  return elsewhere.test(text) ? { kind: 'elsewhere' } : undefined;
}

/** Jekyll, Liquid, Hugo, Handlebars, Nunjucks; Embedded Ruby; JavaScript, JSX. */
const template = /^\{|\{\{|\{%|<%|\$\{(?!HOME|USERPROFILE)/;

/**
 * Drives (`H:\…`, as no scheme has one letter), shares (`\\server\…`, `//server/…`, where a host with a dot is one of
 * the web), home folders, variables of a shell, schemes that lead to the own computer or network, the own computer as
 * a host.
 */
const own: readonly RegExp[] = [
  /^[A-Z]:/i,
  /^\\/,
  /^\/\/(?:[^/?#.]+|[^/?#]*\.local)(?:[/?#:]|$)/i,
  /^~[/\\]/,
  /^%[A-Z_][A-Z0-9_()]*%(?:[/\\]|$)/i,
  /^\$(?:env:|HOME\b|USERPROFILE\b|\{(?:HOME|USERPROFILE)\})/i,
  /^(?:file|smb|cifs|afp|nfs|blob|content|outlook|vscode(?:-insiders|-remote|-file)?):/i,
  /^(?:https?:)?\/\/(?:[^/@?#]*@)?(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])(?=[/:?#]|$)/i,
];

/** A scheme, or an address of the web without one. `Minutes: March.pdf` is a name. */
const elsewhere = /^(?:[A-Za-z][A-Za-z0-9+.-]*:(?!\s)|\/\/)/;

/**
 * Whether what stands in a text at a place, with or without an angle bracket, leads to the web or to a place in the
 * same page, however it ends. False where one has to look closer: where the host is no plain name.
 */
export function leadsElsewhere(text: string, at: number): boolean {
  plainlyElsewhere.lastIndex = at;
  return plainlyElsewhere.test(text);
}

const plainlyElsewhere =
  /<?(?:#|https?:\/\/(?!localhost|127\.|0\.0\.0\.0)[\w-][\w.-]*[/?#)>\s]|mailto:[^\s)>\\&])/iy;

/** Percent-encoding undone, folder by folder; a stray `%` is taken as it stands. */
export const decodedPath = (path: string): string =>
  path.includes('%') ? path.split('/').map(decodedSegment).join('/') : path;

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path as Markdown has it between round brackets. */
export const encodedPath = (path: string): string =>
  path
    .toWellFormed()
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29');
