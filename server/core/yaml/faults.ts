/** What is said of YAML that cannot be read: the parser’s words are for people who know YAML, ours say what to do. */

export const danglingReference =
  'The * here refers to a value that is not defined. Put quotation marks around a text that starts with *.';

export const misplacedLine =
  'This line does not fit the ones around it. Check the indentation, and put quotation marks around a text that contains a colon.';

/** What git writes around two versions that it cannot merge: `git merge` and `git rebase`, with or without the base. */
export const linesOfConflict = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$/gm;

export const leftConflict =
  'This line is the mark of a conflict that git has left here. Keep one of the two versions, and remove the lines of <<<<<<<, ======= and >>>>>>>.';

/** What is wrong with a line at the margin that is no name with a colon. */
export function strayLine(words: string): string {
  if (words.search(linesOfConflict) === 0) return leftConflict;
  if (/^\.{3}$/.test(words)) return 'For YAML, this line ends the block. Remove it.';
  if (/^[\p{L}_][\p{L}\p{N}_-]*:[^\s/]/u.test(words)) return 'A space is missing after the colon.';
  if (/^[\p{L}_][\p{L}\p{N}_-]*[ \t]*=/u.test(words))
    return 'A colon belongs between a name and its value here, not an equals sign.';
  if (/^-(?:[ \t]|$)/.test(words))
    return 'This item belongs to no list. Write the name of the list with a colon on the line above the first item.';
  if (words.startsWith('%')) return 'A line cannot start with % here. Put quotation marks around the text.';
  if (/^[\p{L}_][\p{L}\p{N}_-]*(?:[ \t]+\S+)?$/u.test(words)) return 'A colon is missing after this name.';
  return 'This line is neither “name: value” nor “- value”. Put it where it belongs, or remove it.';
}
