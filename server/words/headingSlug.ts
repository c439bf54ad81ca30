/** The fragment under which a heading is known, as VS Code's Markdown and GitHub make it of its words. */

/** In lower case, with - for white space, and without other punctuation. */
export function headingSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}_-]/gu, '')
    .replace(/^-+|-+$/g, '');
}
