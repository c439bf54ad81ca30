/** A title for a file that says none. */
import { capitalised } from '../../words/capitals';
import { markdownEnding } from './markdownName';

/**
 * `annual-customer-survey.md`: Annual customer survey. Only what ends a Markdown file is taken off: in `Minutes 2.4`, the
 * name of a document that is not saved yet, `.4` is no ending.
 */
export function titleFromName(name: string): string {
  const words = name
    .replace(markdownEnding, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return capitalised(words);
}
