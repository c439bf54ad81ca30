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
  const lower = text.toLowerCase();
  // Letters of all scripts take the engine as long to look up as a standard to read; most texts have ours only.
  // eslint-disable-next-line no-control-regex -- These are the characters of ASCII.
  const whole = /[^\x00-\x7F]/.test(lower) ? /[\p{L}\p{N}]{3,}/gu : /[a-z0-9]{3,}/g;
  for (const [word] of lower.matchAll(whole)) {
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
