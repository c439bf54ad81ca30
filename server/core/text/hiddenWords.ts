/** Characters that nobody sees, named in a message. */
import { listOf } from '../../words/counts';
import { hiddenIn } from './hiddenCharacters';

/** `a no-break space and a zero-width space`: each name once, three at most. Empty where there is nothing. */
export function hiddenWords(text: string, asIdentifier = false): string {
  const names = [...new Set(hiddenIn(text, asIdentifier).map(({ name }) => name))];
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return listOf(shown);
}
