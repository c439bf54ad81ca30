/** Where two sentences differ, for people who are to see it at once. */

/** Words on either side that show where it is. */
const around = 3;

/** The words in which each text differs from the other, with a few around them. */
export function differingWords(left: string, right: string): readonly [string, string] {
  const [one, other] = [left.trim().split(/\s+/), right.trim().split(/\s+/)];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const part = (words: readonly string[]): string => {
    const from = Math.max(0, start - around);
    const to = Math.min(words.length, words.length - end + around);
    const text = words.slice(from, to).join(' ');
    return `${from > 0 ? '… ' : ''}${text}${to < words.length ? ' …' : ''}`;
  };
  return [part(one), part(other)];
}
