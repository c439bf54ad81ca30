/** Lines that somebody meant as the fence of a front matter block, `---`, and wrote otherwise. */

/** Hyphens and dashes of all kinds: Word makes — of ---, and other programs make others of it. */
const dash = '[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D\\u00AD]';

/** Spaces that nobody sees, and marks without width. */
const gap = '[ \\t\\u00A0\\u1680\\u2000-\\u200F\\u202F\\u205F\\u2060\\u3000\\uFEFF]';

/** Dashes and gaps only: `----`, `—`, `- - -`, ` ---`; a single hyphen is a list item. */
const dashes = new RegExp(`^${gap}*(?:${dash}(?:${gap}*${dash})+|[\\u2013-\\u2015])${gap}*$`, 'u');

/** Three dashes with a remark behind them. */
const remarked = /^---[ \t]+#(?!#)/;

const exact = /^---[ \t]*$/;

export const isFence = (line: string): boolean => exact.test(line);

/** Another line in the place of one that closes a block. YAML itself ends a document with three full stops. */
export const isAlmostClosing = (line: string): boolean =>
  !exact.test(line) && (dashes.test(line) || remarked.test(line) || /^\.{3}[ \t]*$/.test(line));

/** Another line in the place of one that opens a block; what stands behind `---` may be anything. */
export const isAlmostOpening = (line: string): boolean =>
  !exact.test(line) &&
  (dashes.test(line) ||
    /^\\?---(?!-)/.test(line) ||
    line.startsWith('\\-') ||
    /^[ \t]*(?:\*{3,}|_{3,}|={3,}|\+{3,}|;{3,}|(?:\* ){2,}\*)[ \t]*$/.test(line));
