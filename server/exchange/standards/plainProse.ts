/** Prose with Markdown's marks as a standard file has it: plain text. */

/** Without marks of links, pictures, emphasis and code. Line ends stay; blanks at the ends of lines go. */
export const plainProse = (prose: string): string =>
  prose
    .replace(/\r\n?/g, '\n')
    .replace(/!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\[([^\]\n]{1,500})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*\n]{0,1000}?[^\s*\\])\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}`\\])`([^`\n]{1,500})`(?!`)/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!~"'])/g, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const listMark = /^\s*(?:[-*•·o]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.)])\s/;

/** Hard line ends within a paragraph are the writer's screen, but not before the next mark of a list. */
export function joinedLines(paragraph: string): string {
  const lines: string[] = [];
  for (const line of paragraph.split('\n')) {
    if (line.trim() === '') continue;
    const last = lines.at(-1);
    if (last === undefined || listMark.test(line)) lines.push(line.trimEnd());
    else lines.splice(-1, 1, `${last} ${line.trim()}`);
  }
  return lines.join('\n').trim();
}

/** A text of several points, each on a line with a bullet or a number, or each a paragraph: the points without bullets. */
export const pointsOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .map((line) => line.replace(/^\s*(?:[•·▪◦‣*–-]\s*|o\t)/u, '').trim())
    .filter((line) => line !== '');

/** A title is one line. */
export const oneLine = (text: string): string => plainProse(text).replace(/\s+/g, ' ').trim();
