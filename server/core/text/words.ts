/** Texts as bags of words. */

/** Words that say nothing about a subject. */
const common = new Set(
  (
    'about after all also and any are because been before being between both but can could each example from had has have ' +
    'her here how include including into its made make more most must not off one only other our out over own same ' +
    'she should show some such take than that the their them then there these they this those through use used ' +
    'using very was way ways well were what when where which who will with within would you your'
  ).split(' '),
);

/** The distinct words of a text that say something, in lower case and without their plural s. */
export function significantWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    if (!common.has(word)) words.add(stem(word));
  }
  return words;
}

/** Crude on purpose: `complaints` and `complaint` are one word, and so are `policies` and `policy`. */
const stem = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;
