/**
 * Texts that are kept for long. A part of a text keeps all of that text in memory, and the same few IDs, owners and days
 * stand in thousands of files: so what is kept stands on its own, and mostly once.
 */

const known = new Map<string, string>();
/** Titles, of which each is another, go through here too; they must not make it grow. */
const maximum = 4096;

/** The same text, on its own. */
export function interned(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const own = ` ${text}`.slice(1);
  if (known.size >= maximum) known.clear();
  known.set(own, own);
  return own;
}
