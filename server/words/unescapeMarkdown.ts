/** Markdown’s backslashes taken away again. */

/** Takes backslashes before marks away. */
export const unescapeMarkdown = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
