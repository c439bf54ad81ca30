/** Text for a terminal. Nothing that a file says may act as an escape sequence or reorder what is read. */

export type Style = 'error' | 'warning' | 'information' | 'hint' | 'strong' | 'faint' | 'good';

export interface Terminal {
  /** Colours a text that is safe already. */
  readonly style: (style: Style, text: string) => string;
}

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  information: [36, 39],
  hint: [90, 39],
  strong: [1, 22],
  faint: [90, 39],
  good: [32, 39],
};

export const terminal = (isTerminal: boolean): Terminal => ({
  style: (style, text) => {
    if (!isTerminal) return text;
    const [on, off] = codes[style];
    return `\u001B[${on}m${text}\u001B[${off}m`;
  },
});

/** Control characters, and marks that change the direction of text or end a line unseen. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * One line, with everything visible that a terminal would obey, or a CI system that reads commands in its log:
 * `::error::` at the start of a line (GitHub), `##[…]` and `##vso[…]` anywhere in it (GitHub, Azure Pipelines).
 */
export const printable = (text: string): string =>
  escapeUnseen(text.replace(/[\r\n\t]+/g, ' ')).replace(/^(\s*):(?=:)/, '$1\\u003A');

/** JSON in which every such character is escaped: the same value for a program, and safe to look at. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).split('\n').map(escapeUnseen).join('\n');

const escapeUnseen = (text: string): string =>
  text
    .replace(
      unseen,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .replace(/##(?=(?:vso)?\[)/gi, '#\\u0023');

/** `1 file`, `2 files`. */
export const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${number} ${number === 1 ? singular : plural}`;

/** Breaks a text into lines of at most `width` characters, at spaces. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  // A line may begin now with what stood inside a text.
  return (line === '' ? lines : [...lines, line]).map(printable);
}
