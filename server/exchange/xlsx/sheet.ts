/** The cells of one sheet of a workbook (ECMA-376, SpreadsheetML). */
import { limits } from '../parts/limits';
import { withPlace, markdownLink } from '../parts/links';
import type { ColouredCell, ColouredRow } from '../grids/colours';
import { colouredCell } from '../grids/colours';
import type { HiddenRows } from '../grids/hiddenLines';
import { withStrike } from '../parts/strike';
import { unmarkedWithFont } from '../parts/symbols';
import type { CellLook } from './looks';
import type { Runs } from './runs';
import { richRuns } from './runs';
import { linkedBy } from '../parts/formulas';
import { cellAddress, columnLetters } from '../parts/cellAddress';
import type { NumberFormat } from './numbers';
import { numberText, typedDateText } from './numbers';
import { attribute, fromOfficeText, readXml } from '../parts/xml';

/** What the cells of a sheet refer to. */
export interface Meanings {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** By the number of a cell's style. */
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
  /** Where links lead, by the IDs of the sheet's relationships. */
  readonly links: ReadonlyMap<string, string>;
}

export interface SheetRow {
  /** Its number, from 1. */
  readonly place: number;
  readonly cells: string[];
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Addresses of cells with a formula whose result the file does not have. */
  readonly unknown: readonly string[];
  /** Rows with a coloured cell. */
  readonly coloured: readonly ColouredRow[];
  readonly hiddenRows: HiddenRows | undefined;
  /** Columns that say something and are not shown, from 0. */
  readonly hiddenColumns: readonly number[];
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | undefined;
}

/** Where the reading stands. */
interface State {
  readonly rows: SheetRow[];
  readonly merged: string[];
  readonly links: { readonly at: string; readonly address: string }[];
  readonly unknown: string[];
  readonly coloured: ColouredRow[];
  hiddenRows: HiddenRows | undefined;
  readonly hiddenColumns: Set<number>;
  readonly runs: Runs;
  /** Of the row that is open. */
  colours: ColouredCell[];
  row: SheetRow | undefined;
  isRowHidden: boolean;
  /** Of the row that began last, and the column behind the cell that did. */
  place: number;
  column: number;
  cell: Cell | undefined;
  /** Rows that say something. */
  filled: number;
  /** Text for those who read names aloud, in Japanese workbooks. */
  isPhonetic: boolean;
}

/** Rows that hold nothing are left out, and those behind the first beyond the limit. Any text gives a sheet. */
export function readSheet(text: string, meanings: Meanings): Sheet {
  const state: State = {
    rows: [],
    merged: [],
    links: [],
    unknown: [],
    coloured: [],
    hiddenRows: undefined,
    hiddenColumns: new Set(),
    runs: richRuns(),
    colours: [],
    row: undefined,
    isRowHidden: false,
    place: 0,
    column: 0,
    cell: undefined,
    filled: 0,
    isPhonetic: false,
  };
  let reads: 'value' | 'formula' | undefined;
  readXml(text, {
    open: (name, attributes) => {
      state.runs.open(name, attributes);
      begin(state, name, attributes, meanings);
      const isValue = !state.isPhonetic && (name === 'v' || name === 't');
      reads = isValue ? 'value' : name === 'f' ? 'formula' : undefined;
    },
    close: (name) => {
      reads = undefined;
      state.runs.close(name);
      end(state, name, meanings);
    },
    text: (data) => {
      if (!reads || !state.cell) return;
      state.cell[reads] = (state.cell[reads] ?? '') + (reads === 'value' ? state.runs.shown(data) : data);
    },
  });
  const rows = filledDown(linked(state.rows, state.links), state.merged);
  const { unknown, coloured, hiddenRows, hiddenColumns } = state;
  return {
    rows,
    unknown,
    coloured,
    hiddenRows,
    hiddenColumns: [...hiddenColumns].filter((at) => rows.some(({ cells }) => (cells[at] ?? '') !== '')),
  };
}

function begin(
  state: State,
  name: string,
  attributes: Readonly<Record<string, string>>,
  meanings: Meanings,
): void {
  switch (name) {
    case 'row':
      state.place = Number(attributes['r']) || state.place + 1;
      state.row = { place: state.place, cells: [] };
      state.isRowHidden = isTrue(attributes['hidden']);
      state.column = 0;
      state.colours = [];
      return;
    case 'col':
      if (isTrue(attributes['hidden'])) hideColumns(state, attributes);
      return;
    case 'c': {
      const column = cellAddress(attributes['r'] ?? '')?.column ?? state.column;
      const style = Number(attributes['s'] ?? 0);
      state.cell = { column, type: attributes['t'] ?? 'n', style, value: '', formula: undefined };
      state.column = column + 1;
      return;
    }
    case 'f':
      if (state.cell) state.cell.formula = '';
      return;
    case 'rPh':
      state.isPhonetic = true;
      return;
    case 'mergeCell':
      if (state.merged.length < limits.rows) state.merged.push(attributes['ref'] ?? '');
      return;
    case 'hyperlink': {
      const address = meanings.links.get(attribute(attributes, 'id') ?? '');
      if (address !== undefined && state.links.length < limits.rows)
        state.links.push({
          at: attributes['ref'] ?? '',
          address: withPlace(address, attributes['location']),
        });
    }
  }
}

function end(state: State, name: string, meanings: Meanings): void {
  const { cell, row } = state;
  if (name === 'rPh') state.isPhonetic = false;
  if (name === 'row' && row) {
    keep(state, row);
    keepColours(state, row);
  }
  if (name !== 'c' || !cell || !row) return;
  // A text may well be empty; a number cannot.
  const at = `${columnLetters(cell.column)}${row.place}`;
  if (cell.formula !== undefined && cell.value === '' && cell.type === 'n') state.unknown.push(at);
  const address = linkedBy(cell.formula ?? '');
  if (address !== undefined && state.links.length < limits.rows) state.links.push({ at, address });
  const text = textOf(cell, meanings);
  put(row.cells, cell.column, text);
  if (state.colours.length < limits.columns)
    state.colours.push(colouredCell(cell.column, text, meanings.looks[cell.style]));
  state.cell = undefined;
}

function keepColours({ coloured, colours }: State, { place, cells }: SheetRow): void {
  if (coloured.length >= limits.rows || colours.every(({ colour }) => colour === '')) return;
  coloured.push({ place, texts: cells.filter((cell) => cell !== '').length, cells: colours });
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function hideColumns({ hiddenColumns }: State, attributes: Readonly<Record<string, string>>): void {
  const last = Math.min(Number(attributes['max']), limits.columns);
  for (let column = Number(attributes['min']); column <= last; column++) hiddenColumns.add(column - 1);
}

/** A packed file of a few kilobytes may hold a million wide rows. One too many shows that there are. */
function keep(state: State, { place, cells }: SheetRow): void {
  if (cells.length === 0 || state.filled > limits.rows) return;
  const isBlank = cells.every((cell) => cell.trim() === '');
  if (!isBlank) state.filled++;
  if (!isBlank && state.isRowHidden)
    state.hiddenRows = { first: place, ...state.hiddenRows, count: (state.hiddenRows?.count ?? 0) + 1 };
  state.rows.push({ place, cells: isBlank ? [] : cells });
}

/** A cell beyond the limit shows that there are too many, wherever it stands. */
function put(cells: string[], place: number, text: string): void {
  if (text === '') return;
  const column = Math.min(place, limits.columns);
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function textOf(cell: Cell, meanings: Meanings): string {
  const look = meanings.looks[cell.style];
  const value = valueOf(cell, meanings);
  if (look === undefined || value === '') return value;
  const isText = cell.type === 's' || cell.type === 'inlineStr' || cell.type === 'str';
  return withStrike(
    isText ? unmarkedWithFont(value, look.font) : value,
    look.isStruck ? 'struck' : undefined,
  );
}

function valueOf({ type, style, value }: Cell, { strings, formats, from1904 }: Meanings): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return fromOfficeText(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return typedDateText(value, formats[style]);
    case 'n':
      return numberText(value, formats[style], from1904);
    default:
      return value;
  }
}

function linked(
  rows: readonly SheetRow[],
  links: readonly { readonly at: string; readonly address: string }[],
): readonly SheetRow[] {
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  for (const { at, address } of links) {
    const place = cellAddress(at.split(':')[0] ?? '');
    if (!place) continue;
    const cells = byPlace.get(place.row)?.cells;
    const text = cells?.[place.column];
    if (cells && text) cells[place.column] = markdownLink(text, address);
  }
  return rows;
}

/** A cell merged over several rows counts for each of them, as its reader takes it. */
function filledDown(rows: readonly SheetRow[], merged: readonly string[]): readonly SheetRow[] {
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  let fills = 0;
  for (const reference of merged) {
    const [first = '', last = ''] = reference.split(':');
    const from = cellAddress(first);
    const to = cellAddress(last);
    const text = from && byPlace.get(from.row)?.cells[from.column];
    if (!from || !to || !text) continue;
    // A file that means harm may merge the same rows many thousand times.
    for (let place = from.row + 1; place <= to.row && fills++ < limits.rows; place++) {
      const cells = byPlace.get(place)?.cells;
      if (cells) put(cells, from.column, text);
    }
  }
  return rows;
}
