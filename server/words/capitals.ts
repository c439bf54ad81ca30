/** Large and small letters at the start of words. */

/** With a capital letter at the start. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** With a small letter at the start, unless it is an abbreviation: `AA` stays. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}(?!\p{Ll})/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
