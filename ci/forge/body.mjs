// @ts-check
// The text of a comment: a mark by which it is found again, what is to be said, and no more than the forge takes.

/**
 * The first line of a comment of ours. One comment is kept for each folder.
 *
 * @param {string} folder As somebody typed it.
 * @returns {string} A comment of HTML, which readers do not see.
 */
export function markOf(folder) {
  const path = folder.replaceAll('\\', '/').replace(/^\.\/|\/+$/g, '');
  // Nothing in it may end the comment.
  const name = encodeURIComponent(wellFormed(path === '' ? '.' : path)).replaceAll('-', '%2D');
  return `<!-- evidence-portfolio ${name} -->`;
}

/** @param {string} text */
const wellFormed = (text) =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

/**
 * @param {string} mark
 * @param {string} text Markdown.
 * @param {string} footer Markdown.
 * @param {number} limit UTF-16 units.
 * @returns {string}
 */
export function bodyOf(mark, text, footer, limit) {
  const around = `${mark}\n\n\n${footer}\n`.length;
  const note = 'This was too long for a comment. All of it is in the summary of the run.';
  return `${mark}\n${fitted(text.trimEnd(), limit - around, note, (part) => part.length)}\n\n${footer}\n`;
}

/**
 * Markdown of at most so many units: cut after a line, with a note, and with what was folded closed again.
 *
 * @param {string} text
 * @param {number} limit
 * @param {string} note
 * @param {(text: string) => number} sizeOf
 * @returns {string}
 */
export function fitted(text, limit, note, sizeOf) {
  if (sizeOf(text) <= limit) return text;
  const lines = text.split('\n');
  const ending = `\n\n_${note}_`;
  const closing = '\n\n</details>';
  let left = limit - sizeOf(ending) - sizeOf(closing);
  let count = 0;
  for (const line of lines) {
    left -= sizeOf(line) + 1;
    if (left < 0) break;
    count += 1;
  }
  const kept = lines.slice(0, count).join('\n').trimEnd();
  // What files say is escaped, so that a tag at the start of a line is one of ours; they are never nested.
  const isOpen = kept.lastIndexOf('<details>') > kept.lastIndexOf('</details>');
  return `${kept}${isOpen ? closing : ''}${ending}`;
}
