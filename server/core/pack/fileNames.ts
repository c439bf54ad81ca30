/**
 * Names of files that can be written, unpacked and linked to anywhere. What Windows cannot have as a name stands in
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
 */

/** Devices, whatever follows them behind a dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** In characters, so that a path in a folder of a folder stays below the 260 that older programs can open. */
const longestStem = 60;

/** A name of small Latin letters, digits, dots and hyphens: `AC-2(1)` as `ac-2-1`. @param otherwise where nothing is left */
export function pageStem(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.');
  return notReserved(cut(plain, longestStem) || otherwise);
}

/** The name of a copied file: letters of every script stay, and so does its ending. */
export function copyName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._ ()+,@-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/\.{2,}/g, '.');
  const [, stem = plain, ending = ''] = /^(.+?)(\.[\p{L}\p{N}]{1,10})$/u.exec(plain) ?? [];
  return notReserved(`${cut(stem, longestStem + 20) || 'file'}${ending}`);
}

/** Neither dots nor spaces at an end: Windows takes them away, and a name that begins with a dot is hidden elsewhere. */
const cut = (text: string, length: number): string =>
  Array.from(text.replace(/^[-. ]+/, ''))
    .slice(0, length)
    .join('')
    .replace(/[-. ]+$/, '');

const notReserved = (name: string): string => (reserved.test(name) ? `file-${name}` : name);

/**
 * Gives each name once, also where letter case and composed letters make no difference.
 * @param fold what makes two names one: told apart only for counting how often that is asked
 */
export function uniqueNames(fold = folded): (name: string) => string {
  const taken = new Set<string>();
  /** For each name, the number from which on none has been tried. */
  const next = new Map<string, number>();
  return (name) => {
    const own = fold(name);
    const [, stem = name, ending = ''] = /^(.+?)((?:\.[^.]{1,10})?)$/.exec(name) ?? [];
    for (let number = next.get(own) ?? 1; ; number++) {
      const tried = number === 1 ? name : `${stem}-${number}${ending}`;
      const key = number === 1 ? own : fold(tried);
      if (taken.has(key)) continue;
      taken.add(key);
      next.set(own, number + 1);
      return tried;
    }
  };
}

const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();
