/** Phrases that several rules use. */

export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** `a`, `a and b`, `a, b and c`. */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
