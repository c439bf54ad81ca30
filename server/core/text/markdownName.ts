/** Which files are Markdown, by their names. */
import type { Uri } from './span';

/** What Markdown files end in, as GitHub shows them; capitals do not matter. */
export const markdownEndings: readonly string[] = ['md', 'markdown', 'mdown', 'mdwn', 'mkd', 'mkdn'];

export const markdownEnding = /\.(?:md|markdown|mdown|mdwn|mkd|mkdn)$/i;

/** Whether a file is Markdown, by its address, path or name. */
export const isMarkdown = (file: Uri): boolean => markdownEnding.test(file);
