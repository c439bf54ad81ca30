/** Reads the sheets of an Excel workbook (ECMA-376, SpreadsheetML). */
import type { Grid } from '../core/plan/grid';
import { gridBuilder } from './gridBuilder';
import { ExchangeError, limits } from './limits';
import { attribute, fromOfficeText, readXml } from './xml';
import type { NumberFormat } from './xlsxNumbers';
import { numberFormats, numberText } from './xlsxNumbers';
import { cellAddress } from './xlsxAddress';
import type { Parts } from './zip';

export const isPartOfXlsx = (name: string): boolean =>
  /^(?:xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml|xl\/_rels\/workbook\.xml\.rels|docProps\/core\.xml)$/.test(
    name,
  );

/** @throws ExchangeError where it is no workbook, or beyond the limits */
export function readXlsx(parts: Parts): readonly Grid[] {
  const workbook = workbookOf(parts);
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const formats = numberFormats(parts.get('xl/styles.xml') ?? '');
  const builder = gridBuilder();
  const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
  for (const { name, path } of visible) {
    const text = parts.get(path);
    if (text === undefined) continue;
    builder.table(visible.length > 1 ? `sheet “${name}”` : undefined, 'row');
    for (const { place, cells } of readSheet(text, { strings, formats, from1904: workbook.from1904 }))
      builder.row(place, cells);
  }
  return builder.grids(titleOf(parts));
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly isHidden: boolean }[];
  readonly from1904: boolean;
}

function workbookOf(parts: Parts): Workbook {
  const text = parts.get('xl/workbook.xml');
  if (text === undefined) throw new ExchangeError('The file is no Excel workbook.');
  const targets = new Map<string, string>();
  readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const sheets: { name: string; path: string; isHidden: boolean }[] = [];
  let from1904 = false;
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const target =
        targets.get(attribute(attributes, 'id') ?? '') ?? `worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({
        name: attributes['name'] ?? '',
        path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
        isHidden: /hidden/i.test(attributes['state'] ?? ''),
      });
    },
  });
  return { sheets, from1904 };
}

function sharedStrings(text: string): readonly string[] {
  const strings: string[] = [];
  let reads = false;
  let phonetic = false;
  readXml(text, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') phonetic = true;
      reads = name === 't' && !phonetic;
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false;
      if (name === 't') reads = false;
    },
    text: (data) => {
      if (reads) strings.push(`${strings.pop() ?? ''}${data}`);
    },
  });
  return strings.map(fromOfficeText);
}

function titleOf(parts: Parts): string | undefined {
  let title = '';
  let reads = false;
  readXml(parts.get('docProps/core.xml') ?? '', {
    open: (name) => void (reads = name === 'title'),
    close: () => void (reads = false),
    text: (data) => {
      if (reads) title += data;
    },
  });
  return fromOfficeText(title).trim() || undefined;
}

interface Meanings {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

interface Row {
  readonly place: number;
  readonly cells: string[];
}

function readSheet(text: string, meanings: Meanings): readonly Row[] {
  const rows: Row[] = [];
  const merged: string[] = [];
  let cell: { column: number; type: string; style: number; value: string } | undefined;
  let reads = false;
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'row') {
        if (rows.length >= limits.rows)
          throw new ExchangeError(`The file has more than ${limits.rows} rows.`);
        rows.push({ place: Number(attributes['r']) || (rows.at(-1)?.place ?? 0) + 1, cells: [] });
      }
      if (name === 'c') {
        const column = cellAddress(attributes['r'] ?? '')?.column ?? rows.at(-1)?.cells.length ?? 0;
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
      }
      if (name === 'mergeCell' && merged.length < limits.rows) merged.push(attributes['ref'] ?? '');
      reads = cell !== undefined && (name === 'v' || name === 't');
    },
    close: (name) => {
      reads = false;
      if (name !== 'c' || !cell) return;
      put(rows.at(-1)?.cells, cell.column, textOf(cell, meanings));
      cell = undefined;
    },
    text: (data) => {
      if (reads && cell) cell.value += data;
    },
  });
  return filledDown(rows, merged);
}

function put(cells: string[] | undefined, column: number, text: string): void {
  if (!cells || text === '') return;
  if (column >= limits.columns)
    throw new ExchangeError(`A row of the file has more than ${limits.columns} columns.`);
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function textOf(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, formats, from1904 }: Meanings,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return fromOfficeText(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value, formats[style], from1904);
    default:
      return value;
  }
}

/** A cell merged over several rows counts for each of them, as its reader takes it. */
function filledDown(rows: readonly Row[], merged: readonly string[]): readonly Row[] {
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  let fills = 0;
  for (const reference of merged) {
    const [first = '', last = ''] = reference.split(':');
    const from = cellAddress(first);
    const to = cellAddress(last);
    const text = from && byPlace.get(from.row)?.cells[from.column];
    if (!from || !to || !text) continue;
    // A file that means harm may merge the same rows many thousand times.
    for (let place = from.row + 1; place <= to.row && fills++ < limits.rows; place++)
      put(byPlace.get(place)?.cells, from.column, text);
  }
  return rows;
}
