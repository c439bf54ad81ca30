/** Phrases that several rules use. */

export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
