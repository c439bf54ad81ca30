/** What somebody probably meant by a word of the command line that is none. */
import { nearestWord } from '../../core/text/editDistance';

/**
 * A sentence to put behind another one, with the space between them; empty where nothing is near.
 * @param shown how a word is written on the command line
 */
export function wordMeant(
  word: string,
  words: readonly string[],
  shown = (known: string): string => known,
): string {
  const meant = nearestWord(word, words) ?? onlyOneThatBegins(word, words);
  return meant === undefined ? '' : ` Did you mean ${shown(meant)}?`;
}

/** Some type the beginning of a word, as other programs let them. */
function onlyOneThatBegins(word: string, words: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const [first, ...others] = typed.length < 2 ? [] : words.filter((known) => known.startsWith(typed));
  return others.length === 0 ? first : undefined;
}
