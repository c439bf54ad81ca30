/** Text for a terminal. Nothing that a file says may act as an escape sequence or reorder what is read. */

import { printable } from '../../core/text/printable';

export { printable, printableJson } from '../../core/text/printable';

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
