/** Reads the sheets of an Excel workbook (ECMA-376, SpreadsheetML). */
import type { Grid, GridNote } from '../../core/tables/grid';
import { withoutResults } from '../parts/formulas';
import { gridBuilder } from '../parts/gridBuilder';
import type { Sheet } from './sheet';
import { readSheet } from './sheet';
import { numberFormats } from './numbers';
import { relationshipsOf, sharedStrings, titleOf, workbookOf } from './workbook';
import type { Parts } from '../parts/zip';

export const isPartOfXlsx = (name: string): boolean =>
  /^(?:xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml|xl\/(?:worksheets\/)?_rels\/[^/]+\.xml\.rels|docProps\/core\.xml)$/.test(
    name,
  );

/** @throws ExchangeError where it is no workbook, or beyond the limits */
export function readXlsx(parts: Parts): readonly Grid[] {
  const workbook = workbookOf(parts);
  const strings = sharedStrings(parts);
  const formats = numberFormats(parts.get('xl/styles.xml') ?? '');
  const builder = gridBuilder();
  const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
  for (const { name, path } of visible) {
    const text = parts.get(path);
    if (text === undefined) continue;
    builder.table(visible.length > 1 ? `sheet “${name}”` : undefined, 'row');
    const links = relationshipsOf(parts, path);
    const sheet = readSheet(text, { strings, formats, from1904: workbook.from1904, links });
    for (const { place, cells } of sheet.rows) builder.row(place, cells);
    for (const note of notesOf(sheet)) builder.note(note);
  }
  return builder.grids(titleOf(parts));
}

/** Readers other than spreadsheets see nothing where a formula stands without its result. */
function notesOf({ unknown }: Sheet): readonly GridNote[] {
  const [first] = unknown;
  return first === undefined ? [] : [withoutResults(unknown.length, first, Number(first.replace(/\D/g, '')))];
}
