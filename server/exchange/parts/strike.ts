/** Marks that readers put around text that is struck out, until a table takes down its rows (`grids/struck.ts`). */

/** Unicode keeps these for the inside of programs (23.7): no text that is exchanged has them. */
export const beginsStruck = '\uFDD0';
export const endsStrike = '\uFDD1';
/** Within what is struck out, what is not. */
export const beginsPlain = '\uFDD2';
export const strikeMarks = /[\uFDD0-\uFDD2]/;

export type Strike = 'struck' | 'plain';

/** The mark with which a text begins that is struck out, or is said not to be. */
export const beginsAs = (strike: Strike): string => (strike === 'struck' ? beginsStruck : beginsPlain);

/** A text between its marks; undefined: it looks as what stands around it. */
export const withStrike = (text: string, strike: Strike | undefined): string =>
  strike === undefined || text === '' ? text : `${beginsAs(strike)}${text}${endsStrike}`;

/** What a text says, struck out or not. */
export const withoutMarks = (text: string): string => text.replace(/[\uFDD0-\uFDD2]/g, '');
