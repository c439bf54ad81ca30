/** A mapping in a spreadsheet: two columns of IDs, and one that says how they stand to each other. */
import type { Grid, GridRow } from '../../core/tables/grid';
import { untoldSection } from '../../core/tables/headers';
import { takenTable } from '../../core/tables/takenTable';
import { headerKey } from '../../core/tables/columns';
import { columnsTold, unknownColumns } from '../../core/tables/toldColumns';
import { relationCalled } from '../../core/mapping/relations';
import { gridRemarks } from '../grids/gridNotes';
import { ExchangeError } from '../parts/limits';
import { someOf } from '../standards/ids';
import { oneLine } from '../standards/plainProse';
import type { MappingColumnsTold, MappingRole } from './mappingColumnNames';
import type { DraftPair, ImportedMapping } from './draft';
import { idsInCell, pairColumns } from './pairColumns';

/** What somebody has said that the two standards are called: then the columns may be called so, too. */
export interface SidesTold {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Where both standards are known: whether one of them has an ID. Then columns of IDs need no name. */
  readonly isId?: ((text: string) => boolean) | undefined;
  /** Columns that somebody has settled. */
  readonly columns?: MappingColumnsTold | undefined;
}

/** Undefined where no table has such columns. @param title of the file, for people */
export function readTableMapping(
  grids: readonly Grid[],
  title: string,
  told: SidesTold = {},
): ImportedMapping | undefined {
  const tables = grids.flatMap((grid) => tableIn(grid, told) ?? []);
  ensureFound(grids, tables.length, told);
  const best = tables.reduce<Table | undefined>(
    (most, one) => (one.pairs.length > (most?.pairs.length ?? 0) ? one : most),
    undefined,
  );
  if (!best) return undefined;
  const others = tables.filter((one) => one !== best);
  const isSaid = best.names.relation !== undefined;
  const how = isSaid ? `, “${best.names.relation}” how they stand to each other` : '';
  const left = best.left.length > 0 ? ` Left out: ${someOf(best.left.map((name) => `“${name}”`))}.` : '';
  return {
    kind: 'a table of pairs',
    saysRelations: isSaid,
    mapping: {
      title,
      publisher: '',
      source: 'Imported from a table.',
      acknowledgement: '',
      from: best.from,
      to: best.to,
      pairs: best.pairs,
    },
    remarks: [
      told.isId
        ? `Columns: “${best.names.from}” and “${best.names.to}” hold the IDs${how}.${left}`
        : `Columns: “${best.names.from}” is where it leads from, “${best.names.to}” where it leads to${how}.${left}`,
      ...(!isSaid && !told.isId
        ? [
            'No column says how they stand to each other: each pair is “intersects”, which promises least. Correct those that say more.',
          ]
        : []),
      ...(others.length > 0
        ? [
            `The other tables are left out: ${others.map(({ name }) => name ?? 'one without a name').join(', ')}.`,
          ]
        : []),
      ...(best.unread.length > 0
        ? [`Rows without two IDs${isSaid ? ' and a relation' : ''} are left out: ${someOf(best.unread)}.`]
        : []),
      ...gridRemarks(grids),
    ],
  };
}

interface Table {
  readonly name: string | undefined;
  readonly names: {
    readonly from: string;
    readonly to: string;
    /** Undefined where no column says it. */
    readonly relation: string | undefined;
  };
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly DraftPair[];
  /** Rows that say no pair, by their place. */
  readonly unread: readonly string[];
  /** Columns that are not taken. */
  readonly left: readonly string[];
}

const fromHeader = /\b(?:from|source|focal|left)\b|_from$|^(?:source|focal)/i;
const toHeader = /\b(?:to|target|reference|destination|right)\b|_to$|^target/i;
const relationHeader = /\b(?:relation(?:ship)?|mapping type|match)\b|relationship/i;
const noteHeader = /\b(?:notes?|comments?|remarks?|explanation)\b/i;
/** Of columns for one side, the one for IDs. */
const idHeader = /\b(?:id|ref|reference|number|no|code|identifier|element)\b|(?:id|ref)$/i;
/** `Focal Document Element Description` is not the one, though an element is spoken of. */
const wordsHeader = /\b(?:descriptions?|titles?|texts?|names?|words|statements?)\b/i;

function tableIn({ name, rows }: Grid, told: SidesTold): Table | undefined {
  const { isId } = told;
  const columnsIn = (cells: readonly string[]): Columns | undefined =>
    columnsOf(cells) ?? columnsCalled(cells, told);
  const called = rows.slice(0, 30).findIndex(({ cells }) => columnsIn(cells) !== undefined);
  const settled = settledColumns(rows, told.columns);
  const held = !settled && called < 0 && isId ? pairColumns(rows, isId) : undefined;
  const at = settled ? settled.header : held ? held.header - 1 : called;
  const header = rows[at]?.cells ?? [];
  const columns = settled ? settled.columns : held ? besideOf(header, held) : columnsIn(header);
  if (!columns) return undefined;
  const idsIn = isId ? (cell = '') => idsInCell(cell, isId) : idsOf;
  const pairs: DraftPair[] = [];
  const unread: string[] = [];
  for (const { cells, place } of rows.slice(at + 1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const [from, to] = [idsIn(cells[columns.from]), idsIn(cells[columns.to])];
    const relation =
      columns.relation === undefined ? 'intersects' : relationCalled(cells[columns.relation] ?? '');
    const note = columns.note === undefined ? '' : oneLine(cells[columns.note] ?? '');
    if (relation === undefined || from.length === 0 || to.length === 0) unread.push(`row ${place}`);
    else for (const one of from) for (const other of to) pairs.push({ from: one, to: other, relation, note });
  }
  // A standard may have columns of such names, with other things in them.
  if (pairs.length === 0 || (!held && !settled && pairs.length < unread.length)) return undefined;
  const taken = new Set<number | undefined>([columns.from, columns.to, columns.relation, columns.note]);
  const named = (column: number): string => oneLine(header[column] ?? '');
  return {
    name,
    names: {
      from: named(columns.from),
      to: named(columns.to),
      relation: columns.relation === undefined ? undefined : named(columns.relation),
    },
    from: sideOf(named(columns.from), 'source'),
    to: sideOf(named(columns.to), 'target'),
    pairs,
    unread,
    left: header.flatMap((cell, place) => (taken.has(place) || cell.trim() === '' ? [] : [oneLine(cell)])),
  };
}

interface Columns {
  readonly from: number;
  readonly to: number;
  readonly relation: number | undefined;
  readonly note: number | undefined;
}

/** As somebody has settled them: where pairs lead from and to, by a header, a letter or a number; undefined: not here. */
function settledColumns(
  rows: readonly GridRow[],
  told: MappingColumnsTold = new Map(),
): { readonly header: number; readonly columns: Columns } | undefined {
  if (told.size === 0) return undefined;
  const placesIn = (at: number): ReadonlyMap<MappingRole, number | undefined> =>
    columnsTold(told, rows[at]?.cells ?? [], rows);
  const isThere = (at: number): boolean =>
    (['from', 'to'] as const).every((role) => placesIn(at).get(role) !== undefined);
  const names = (['from', 'to'] as const).flatMap((role) => told.get(role) ?? []);
  const rowWith = (wanted: readonly string[]): number =>
    wanted.length === 0
      ? -1
      : rows.slice(0, 30).findIndex(({ cells }) => wanted.every((name) => isNamed(cells, name)));
  // A letter may stand in any row; where it means a column, the header is the first row of several texts.
  const header =
    [names, names.filter((name) => !/^(?:[a-z]{1,2}|\d{1,3})$/i.test(name))]
      .map(rowWith)
      .find((at) => at >= 0) ??
    rows.findIndex(({ cells }) => new Set(cells.filter((cell) => cell !== '')).size > 1);
  if (header < 0 || !isThere(header)) return undefined;
  const places = placesIn(header);
  const [from = 0, to = 0] = [places.get('from'), places.get('to')];
  const beside = besideOf(rows[header]?.cells ?? [], { from, to });
  const placeOf = (role: 'relation' | 'note'): number | undefined =>
    told.has(role) ? places.get(role) : beside[role];
  return { header, columns: { from, to, relation: placeOf('relation'), note: placeOf('note') } };
}

const isNamed = (cells: readonly string[], name: string): boolean =>
  cells.some((cell) => headerKey(cell) === headerKey(name));

/** @throws ExchangeError where somebody has named columns, and no table has them */
function ensureFound(grids: readonly Grid[], found: number, { columns = new Map() }: SidesTold): void {
  if (columns.size === 0 || found > 0) return;
  if (['from', 'to'].some((role) => columns.get(role as MappingRole) === undefined))
    throw new ExchangeError('Say of both where the pairs lead from and where they lead to, as --column from="HEADER" --column to="HEADER".'); // prettier-ignore
  const tables = grids.flatMap(({ name, rows }) => {
    const section = untoldSection(rows);
    return section ? [takenTable<MappingRole>(name, section.names, section.rows, [])] : [];
  });
  throw new ExchangeError(unknownColumns(columns, tables) ?? 'No pair can be read in these columns.');
}

/**
 * Columns that are called as somebody says that the standards are called, or the only two that there are: `CCI,NIST`
 * without another word is how many crosswalks are published.
 */
function columnsCalled(cells: readonly string[], told: SidesTold): Columns | undefined {
  if (told.from === undefined || told.to === undefined) return undefined;
  const named = cells.map((cell) => oneLine(cell).toLowerCase());
  const columns = named.flatMap((cell, at) => (cell === '' || cell.length > 60 ? [] : [at]));
  const find = (name: string): number | undefined => columns.find((at) => named[at] === name.toLowerCase());
  const [one, other] = [find(told.from), find(told.to)];
  const left = (taken: number | undefined): number | undefined => columns.find((at) => at !== taken);
  if (one === undefined && other === undefined) return undefined;
  const isPair = columns.length === 2;
  const from = one ?? (isPair ? left(other) : undefined);
  const to = other ?? (isPair ? left(one) : undefined);
  if (from === undefined || to === undefined || from === to) return undefined;
  return besideOf(named, { from, to });
}

/** What else a table says of its pairs. */
function besideOf(
  cells: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Columns {
  const find = (test: RegExp): number | undefined => {
    const found = cells.findIndex(
      (cell, at) => at !== from && at !== to && test.test(cell.replaceAll('_', ' ')),
    );
    return found < 0 ? undefined : found;
  };
  return { from, to, relation: find(relationHeader), note: find(noteHeader) };
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const short = cells.map((cell) => (cell.length > 60 ? '' : cell.replaceAll('_', ' ')));
  const relation = short.findIndex((cell) => relationHeader.test(cell));
  const one = (test: RegExp): number | undefined => {
    const found = short.flatMap((cell, at) => (at !== relation && test.test(cell) ? [at] : []));
    const isOfIds = (at: number): boolean => {
      const rest = (short[at] ?? '').replace(test, '');
      return idHeader.test(rest) && !wordsHeader.test(rest);
    };
    return found.find(isOfIds) ?? found[0];
  };
  const from = one(fromHeader);
  const to = one(toHeader);
  if (relation < 0 || from === undefined || to === undefined || from === to) return undefined;
  const note = short.findIndex((cell) => noteHeader.test(cell));
  return { from, to, relation, note: note < 0 ? undefined : note };
}

/** What the header says beside that it is a side: `ISO 9001` of `From ISO 9001`. */
function sideOf(header: string, usually: string): string {
  const rest = header
    .replaceAll('_', ' ')
    .replace(
      /\b(?:from|to|source|target|focal|reference|document|element|node|id|ids|ref|identifier|requirement|control|number|no)\b\.?/gi,
      ' ',
    )
    .replace(/[():]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest === '' ? usually : rest;
}

/** One ID, or several on lines of their own or with semicolons between. */
const idsOf = (cell = ''): readonly string[] =>
  cell
    .split(/[\n;]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
