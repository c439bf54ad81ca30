/** Files as people and links name them. */
import { Uri } from 'vscode';

/** The last part of a file's path. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A file's path as people know it: from the folder `root` (a URI) on. */
export function pathWithin(root: string, uri: Uri): string {
  const folder = Uri.parse(root).path.replace(/\/?$/, '/');
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : uri.path;
}

/** Whether a file is in the folder `root` (a URI), at any depth. */
export function isWithin(root: string, uri: Uri): boolean {
  const folder = Uri.parse(root);
  return (
    folder.scheme === uri.scheme &&
    folder.authority.toLowerCase() === uri.authority.toLowerCase() &&
    uri.path.startsWith(folder.path.replace(/\/?$/, '/'))
  );
}

/** Whether it is a Markdown file, by its name. */
export function isMarkdown(uri: Uri): boolean {
  return /\.(?:md|markdown|mdown|mdwn|mkd|mkdn)$/i.test(uri.path);
}
