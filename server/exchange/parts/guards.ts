/**
 * Apostrophes before what a spreadsheet would take for a formula. Programs put them there where they write cells for
 * Excel, and not all take them off again: they reach us in workbooks, documents and pages as well.
 */

const formula = /^['=+\-@\t\r\n＝＋－＠]/;
const guard = /^'(?=['=+\-@\t\r\n＝＋－＠])/;

/** A cell that a spreadsheet would take for a formula begins with an apostrophe; `unguarded` takes it off again. */
export const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** A cell without the apostrophe that guards it. */
export const unguarded = (cell: string): string => cell.replace(guard, '');

/**
 * The same for formats in which every cell is a text and nothing needs a guard: only a cell that looks guarded already
 * gets another apostrophe, so that it reads back as it was.
 */
export const guardedAsText = (cell: string): string => (guard.test(cell) ? `'${cell}` : cell);
