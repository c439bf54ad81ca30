import { plainly } from '../text/hiddenCharacters';

/** Equal for refs that look the same. */
export const refKey = (ref: string): string => plainly(ref).replace(/\s+/g, ' ').normalize('NFC').trim();
