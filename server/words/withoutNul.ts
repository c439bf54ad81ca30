/** A text for a file: with a NUL in it, no program takes the file for text. CommonMark 2.3 puts U+FFFD in its place. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');
