/** A name for a copy for review, made from what it changes. Nothing here knows VS Code. */
import { oneLine } from '../../server/words/oneLine';

const folder = 'evidence';
const maximumLength = 50;

/**
 * `evidence/add-complaints-for-4-3-2`. Made of letters and digits of any language and hyphens alone, so that no rule of
 * git for such names and no shell has anything against it.
 * @param taken names that are in use, here or at the shared place without its name
 */
export function branchNameFor(message: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  // Where something is called so itself, nothing can be called below it; nor can it below another name.
  const prefix = used.has(folder) ? `${folder}-` : `${folder}/`;
  const words = prefix + slugOf(message);
  const isFree = (name: string): boolean =>
    !used.has(name.toLowerCase()) && ![...used].some((one) => one.startsWith(`${name.toLowerCase()}/`));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? words : `${words}-${number}`;
    if (isFree(name)) return name;
  }
}

/** Called as copies for review are. */
export const isCopyName = (name: string): boolean => /^evidence[/-]./.test(name);

/** At most so many characters, and cut between words where there is a place. */
function slugOf(message: string): string {
  const [line = ''] = message.split('\n', 1);
  const slug = oneLine(line.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC'))
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (slug === '') return 'changes';
  const characters = Array.from(slug);
  if (characters.length <= maximumLength) return slug;
  const cut = characters.slice(0, maximumLength + 1).join('');
  const end = cut.lastIndexOf('-');
  return end > maximumLength / 2 ? cut.slice(0, end) : characters.slice(0, maximumLength).join('');
}
