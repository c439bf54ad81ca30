/** Numbers of things, and lists of them, in words. */

/** `1 file`, `2 files`. */
export const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${number} ${number === 1 ? singular : plural}`;

/** `12,345`, as people in the UK write it. */
export const inThousands = (number: number): string => number.toLocaleString('en-GB');

/** `a`, `a and b`, `a, b and c`; empty where there is none. */
export const listOf = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
