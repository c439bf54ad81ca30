/** Reads the sheets of an Excel workbook (ECMA-376, SpreadsheetML). */
import type { Grid, GridNote } from '../../core/tables/grid';
import { withoutResults } from '../parts/formulas';
import { notesOfRemarks } from '../grids/cellRemarks';
import { gridBuilder } from '../grids/gridBuilder';
import { notesOnHiddenLines } from '../grids/hiddenLines';
import { notesOnHidden } from '../grids/hiddenSheets';
import { cellNotes } from './cellNotes';
import { notesOnDrawing } from './drawing';
import { cellLooks } from './looks';
import { notesOnColours } from '../grids/colours';
import type { Sheet } from './sheet';
import { readSheet } from './sheet';
import { numberFormats } from './numbers';
import type { NamedSheet } from './workbook';
import { sharedStrings, titleOf, workbookOf } from './workbook';
import { linksOf, partBeside } from '../parts/relationships';
import type { Parts } from '../parts/zip';

/** @param main the name of the workbook's part @throws ExchangeError where it is no workbook, or beyond the limits */
export function readXlsx(parts: Parts, main: string): readonly Grid[] {
  const workbook = workbookOf(parts, main);
  const strings = sharedStrings(parts, main);
  const styles = partBeside(parts, main, 'styles', 'styles.xml');
  const [formats, looks] = [numberFormats(styles), cellLooks(styles)];
  const builder = gridBuilder();
  const visible = workbook.sheets.filter(({ shownTo }) => shownTo === 'all');
  const sheetOf = ({ path }: NamedSheet): Sheet | undefined => {
    const text = parts.get(path);
    const links = linksOf(parts, path);
    return text === undefined
      ? undefined
      : readSheet(text, { strings, formats, looks, from1904: workbook.from1904, links });
  };
  for (const one of visible) {
    const sheet = sheetOf(one);
    if (sheet === undefined) continue;
    builder.table(visible.length > 1 ? `sheet “${one.name}”` : undefined, 'row');
    for (const { place, cells } of sheet.rows) builder.row(place, cells);
    for (const note of [
      ...notesOnHiddenLines(sheet.hiddenRows, sheet.hiddenColumns),
      ...notesOf(sheet),
      ...notesOnColours(sheet.coloured, entriesIn(sheet)),
      ...notesOnDrawing(parts, one.path),
      ...notesOfRemarks(cellNotes(parts, one.path)),
    ])
      builder.note(note);
  }
  for (const one of workbook.sheets)
    if (one.shownTo === 'nobody')
      for (const note of notesOnHidden(one.name, () => textsOf(sheetOf(one)))) builder.note(note);
  return builder.grids(titleOf(parts));
}

const textsOf = (sheet: Sheet | undefined): readonly (readonly string[])[] =>
  (sheet?.rows ?? []).map(({ cells }) => cells);

/** Readers other than spreadsheets see nothing where a formula stands without its result. */
function notesOf({ unknown }: Sheet): readonly GridNote[] {
  const [first] = unknown;
  return first === undefined ? [] : [withoutResults(unknown.length, first, Number(first.replace(/\D/g, '')))];
}

/** Below a header, each of several texts. */
const entriesIn = ({ rows }: Sheet): number =>
  rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length >= 2).length - 1;
