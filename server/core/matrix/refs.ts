/** The portfolio's own numbers for evidence, as people write them before a title: `ES 01`, `EV-7`, `Doc 12`. */

export interface FoundRef {
  /** As it is written, with one space between letters and number where there was one. */
  readonly ref: string;
  /** What stands behind it. */
  readonly rest: string;
}

/** Letters with which such numbers begin; others, such as those of `A4` and `Q2`, have a meaning of their own. */
const start =
  /^\(?(ES|EV|EVD|EVID|EVIDENCE|EVI|DOC|DOCUMENT|ITEM|REF|APP|APPENDIX|ANNEX|EX|EXHIBIT)([\s.\-_#]{0,3})(\d{1,4}[a-z]?)\b\)?/i;

/** Undefined where a text begins with no such number. */
export function refIn(text: string): FoundRef | undefined {
  const match = start.exec(text.trim());
  if (!match) return undefined;
  const [whole, letters = '', gap = '', number = ''] = match;
  const rest = text
    .trim()
    .slice(whole.length)
    .replace(/^\s*[-–—:.,)|]*\s*/, '');
  return { ref: `${letters}${/\s/.test(gap) ? ' ' : gap}${number}`, rest };
}

/** Equal for refs that say the same: `ES01`, `ES 1` and `es-01`. */
export const refKey = (ref: string): string =>
  ref
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
