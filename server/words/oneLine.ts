/** A text with every stretch of white space as one space, and none around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
