/** Text that floats above a sheet or a page, in boxes and shapes: it belongs to no cell, and is not read. */
import type { GridNote } from '../../core/tables/grid';
import { oneLine } from '../../words/oneLine';
import { withoutMarks } from '../parts/strike';

/** @param texts of the boxes and shapes, those that are empty included @param what they float above: `sheet`, `document` */
export function notesOnShapes(texts: readonly string[], what: string): readonly GridNote[] {
  const told = texts.map((text) => oneLine(withoutMarks(text))).filter((text) => text !== '');
  const [first] = told;
  if (first === undefined) return [];
  const boxes = told.length === 1 ? 'a text box or shape' : `${told.length} text boxes or shapes`;
  const reason = `The ${what} has ${boxes} with text, which no cell holds and which was not read. Copy into cells what is to be imported.`;
  return [{ place: undefined, text: first, reason }];
}
