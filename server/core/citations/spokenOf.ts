/** What a text says of a place around its name: that it is an example, was once there, or is still to come. */
import type { Span } from '../text/span';

/** More than stands between such words and the name. */
const near = 60;

/** Marks that may stand around the name. */
const marks = '["“”\'‘’*_`(\\[]{0,4}';

/** `for example evidence/a.md`, `such as …`, `save it as …`. */
const exampleBefore = new RegExp(
  `(?:\\b(?:for (?:example|instance)|such as|like|e\\.?\\s?g\\.?|i\\.e\\.|say|example(?: file| path| name)?|imagine|suppose|zum Beispiel|z\\.\\s?B\\.)[,:]?[ \\t]+(?:(?:a|an|the)[ \\t]+)?(?:(?:file|files|path|in|at|under|at)[ \\t]+)?)${marks}$`,
  'iu',
);

/** `was moved from evidence/a.md`, `formerly …`, `instead of …`. */
const pastBefore = new RegExp(
  `\\b(?:(?:moved|renamed|copied|split|merged|converted|migrated|taken|imported|extracted|relocated)(?: out)? (?:from|of)|formerly|previously|originally|once|used to be(?: in| at| called)?|(?:was|were) (?:once |first |then )?(?:in|at|under|called|named|kept in|stored in)|old(?:er)? (?:file|path|name|version)?|former|(?:replac|supersed)(?:es|ed|ing)|(?:delet|remov|renam|withdr[ae]w|drop|mov)\\w{0,4}|instead of|rather than|no longer(?: in| at)?)[,:]?[ \\t]+(?:(?:the|our|an?|old|former|file|files|path)[ \\t]+){0,2}${marks}$`,
  'iu',
);

/** `evidence/a.md was deleted`, `evidence/a.md (withdrawn)`, `evidence/a.md is no longer kept`. */
const pastBehind =
  /^["“”'‘’*_`)\]]{0,4}[ \t,]*(?:\(|–|—|-)?[ \t]*(?:which[ \t]+|that[ \t]+|it[ \t]+)?(?:(?:was|were|is|are|has been|have been|had been|got)[ \t]+)?(?:since[ \t]+|now[ \t]+|later[ \t]+)?(?:moved|renamed|deleted|removed|merged|replaced|superseded|withdrawn|dropped|archived|split|gone|no longer|formerly|previously|(?:does|do|did) not exist|(?:doesn|didn)[’']t exist|→|->|=>)/iu;

/** `save it as evidence/a.md`, `create …`, `… will be written`. */
const futureBefore = new RegExp(
  `\\b(?:(?:save|store|put|write|export|name|call|copy|add|file|place|keep)[ \\t]+(?:(?:it|them|this|that|these|one|yours|the file|the result|a file|a copy)[ \\t]+)?(?:as|to|in|into|under|at)|(?:create|make|add)|will (?:be|go|move|come)(?: \\w+)? (?:as|to|in|into|under|at)|to be (?:saved|written|added|created|put) (?:as|to|in|into|under|at)|(?:move|moves|rename|renames)[ \\t]+\\w*[ \\t]*(?:to|into))[,:]?[ \\t]+(?:(?:a|an|the|file|files|new)[ \\t]+){0,2}${marks}$`,
  'iu',
);
const futureBehind =
  /^["“”'‘’*_`)\]]{0,4}[ \t,]*(?:which[ \t]+)?(?:will be|would be|is to be|are to be|shall be|is still to|(?:is |are )?not (?:yet|there yet|written yet))\b/iu;

/** True where nobody says that there is a file of this name now. */
export function isNotOfNow(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - near), start).replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  const behind = text.slice(end, end + near).replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  return (
    exampleBefore.test(before) ||
    pastBefore.test(before) ||
    futureBefore.test(before) ||
    pastBehind.test(behind) ||
    futureBehind.test(behind)
  );
}
