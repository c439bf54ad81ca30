/** A standard in a spreadsheet: a row per part of it, or groups in columns of their own. */
import type { Grid, GridRow } from '../../core/tables/grid';
import { findColumns, headerKey, headerWorth } from '../../core/tables/columns';
import type { FileColumn } from '../../core/tables/fileColumns';
import { columnsSaid, fileColumns } from '../../core/tables/fileColumns';
import { takenTable } from '../../core/tables/takenTable';
import { columnsTold } from '../../core/tables/toldColumns';
import { sectionsOf, untoldSection } from '../../core/tables/headers';
import { noValueOf } from '../../core/tables/noValue';
import { oneLine } from '../../words/oneLine';
import { gridRemarks, withRemarks } from '../grids/gridNotes';
import { ExchangeError } from '../parts/limits';
import type { DraftName, DraftNode, Imported } from './draft';
import { filled, mostNodes } from './draft';
import { someOf, withUniqueIds } from './ids';
import { pointsOf } from './plainProse';
import {
  isForAssessors,
  isGroupColumn,
  isGroupName,
  isIdLike,
  isMark,
  qualifierOf,
  sheetColumnsWanted,
} from './sheetColumns';
import type { SheetColumnsTold, SheetRole } from './sheetColumnNames';
import { groupIn, idAndWords, treeOfSheet } from './sheetTree';
import type { SheetRow } from './sheetTree';
import { withdrawnIn } from './sheetWithdrawn';

interface Columns {
  readonly names: readonly string[];
  readonly roles: ReadonlyMap<SheetRole, number>;
  /** Those that somebody has named, and that are there. */
  readonly found: ReadonlySet<SheetRole>;
  /** From the outermost. */
  readonly groups: readonly number[];
  /** By the column of a group, the one for its ID. */
  readonly groupIds: ReadonlyMap<number, number>;
  /** Of levels that are numbers. */
  readonly highest: number | undefined;
  /** Each is a profile, named by its header, with marks in its cells. */
  readonly marks: readonly number[];
}

/**
 * The sheet with most rows that look like parts of a standard.
 * @param told which columns somebody has settled
 * @throws ExchangeError where there is none
 */
export function readSheet(
  grids: readonly Grid[],
  fileTitle: string,
  told: SheetColumnsTold = new Map(),
): Imported {
  const read = grids.flatMap((grid) => sheetIn(grid, told) ?? []);
  const best = read.reduce<Sheet | undefined>(
    (most, sheet) => (sheet.rows.length > (most?.rows.length ?? 0) ? sheet : most),
    undefined,
  );
  const columns = best ? [] : columnsIn(grids);
  if (!best)
    throw new ExchangeError(
      withRemarks(
        'There is no table of a standard in it: one with a column for IDs, such as “ID” or “Ref”, and one for words, such as “Title” or “Text”.',
        grids,
      ) + columnsSaid(columns),
      columns,
    );
  ensureKnown(told, best.columns);
  if (best.rows.length > mostNodes) throw new ExchangeError(`It has more than ${mostNodes} rows.`);
  const remarks: string[] = [takenWords(best), ...withoutIdWords(best)];
  if (read.length > 1)
    remarks.push(
      `The other tables are left out: ${read.flatMap((sheet) => (sheet === best ? [] : (sheet.name ?? 'one without a name'))).join(', ')}.`,
    );
  const { rows, retired, remarks: withdrawn } = withdrawnIn(best.rows);
  const children = withUniqueIds(treeOfSheet(rows, remarks), remarks);
  const profiles = profilesOf(best);
  return {
    kind: 'a table',
    standard: {
      ...filled({ source: 'Imported from a table.', profiles }),
      title: fileTitle,
      ...(retired.size > 0 ? { retired } : {}),
      children,
    },
    remarks: [...remarks, ...withdrawn, ...gridRemarks(grids)],
  };
}

/** Rows whose ID is none, such as `TBC` or `#REF!`: they become headings, and nobody would see why. */
function withoutIdWords({ rows }: Sheet): readonly string[] {
  const found = rows.flatMap(({ node, idAsSaid }) => {
    const words = node.title ?? node.text;
    return idAsSaid === undefined
      ? []
      : [words === undefined ? `“${idAsSaid}”` : `“${idAsSaid}” (${oneLine(words).slice(0, 60)})`];
  });
  return found.length === 0
    ? []
    : [
        `These are taken for headings, as what stands in the place of their ID says that there is none: ${someOf(found, 12)}.`,
      ];
}

/** For whoever wants to say which of them is which. */
const columnsIn = (grids: readonly Grid[]): readonly FileColumn[] =>
  fileColumns(
    grids.flatMap(({ name, rows }) => {
      const section = untoldSection(rows);
      return section ? [takenTable(name, section.names, section.rows, [])] : [];
    }),
  );

interface Sheet {
  readonly name: string | undefined;
  readonly columns: Columns;
  readonly rows: readonly SheetRow[];
}

/** @throws ExchangeError for a column that somebody has named and the table does not have */
function ensureKnown(told: SheetColumnsTold, { names, found }: Columns): void {
  for (const [role, name] of told) {
    if (name === undefined || found.has(role)) continue;
    const all = names.filter((one) => one !== '').map((one) => `“${one}”`);
    throw new ExchangeError(`There is no column “${name}”. The columns of the table: ${someOf(all, 20)}.`);
  }
}

function sheetIn(grid: Grid, told: SheetColumnsTold): Sheet | undefined {
  const named = new Set([...told.values()].flatMap((name) => (name === undefined ? [] : headerKey(name))));
  const sections = sectionsOf(grid.rows, {
    worth: (cells) =>
      headerWorth(sheetColumnsWanted, cells) +
      cells.filter((cell) => isGroupName(cell) || isForAssessors(cell)).length +
      2 * cells.filter((cell) => named.has(headerKey(cell))).length,
    isEntry: (cells) => cells.some((cell) => cell.length > 80),
  });
  const section = sections?.reduce((most, one) => (one.rows.length > most.rows.length ? one : most));
  if (!section) return undefined;
  const columns = columnsOf(section.names, section.rows, told);
  const hasWords = columns.roles.has('text') || columns.roles.has('title');
  if (!columns.roles.has('id') && !hasWords && columns.groups.length === 0) return undefined;
  const rows = rowsOf(section.rows, columns);
  return rows.some(({ node }) => node.id !== undefined) ? { name: grid.name, columns, rows } : undefined;
}

function columnsOf(names: readonly string[], rows: readonly GridRow[], told: SheetColumnsTold): Columns {
  const cells = rows.map((row) => row.cells);
  const settled = columnsTold(told, names, rows);
  const choices = findColumns(sheetColumnsWanted, names, cells, settled);
  const roles = besideId(names, new Map(choices.map(({ role, column }) => [role, column])), settled);
  const taken = new Set(roles.values());
  const first = roles.get('id') ?? roles.get('text') ?? names.length;
  const groups = names.flatMap((name, at) =>
    !taken.has(at) && at < Math.max(first, 3) && isGroupColumn(name) ? [at] : [],
  );
  const groupIds = new Map(groups.flatMap((at) => idBeside(names, at, taken)));
  const highest = highestLevel(roles.get('profiles'), cells);
  const marks = names.flatMap((name, at) => {
    if (name === '' || taken.has(at) || groups.includes(at)) return [];
    const said = cells.map((row) => (row[at] ?? '').trim()).filter((cell) => noValueOf(cell) === undefined);
    return said.length > 0 && said.every(isMark) ? [at] : [];
  });
  return { names, roles, groups, groupIds, marks, highest, found: new Set(settled.keys()) };
}

/** `chapter_id` beside `chapter_name`: which group it is the ID of. */
function idBeside(
  names: readonly string[],
  group: number,
  taken: ReadonlySet<number>,
): readonly (readonly [group: number, id: number])[] {
  const own = qualifierOf(names[group] ?? '');
  const keys =
    own === '' ? [] : ['id', 'no', 'number', 'ref', 'code'].map((last) => headerKey(`${own} ${last}`));
  const at = names.findIndex((name, place) => !taken.has(place) && keys.includes(headerKey(name)));
  return at < 0 ? [] : [[group, at]];
}

/** Of levels that are numbers, such as 1, 2 and 3, of which each asks for what those before it do; undefined: there are none. */
function highestLevel(column: number | undefined, cells: readonly (readonly string[])[]): number | undefined {
  if (column === undefined) return undefined;
  const words = cells.map((row) => said(row[column] ?? '')).filter((cell) => cell !== '');
  const numbers = words.map((cell) => Number(/^L?([1-9])$/i.exec(cell)?.[1] ?? NaN));
  return numbers.length === 0 || numbers.some(Number.isNaN) ? undefined : Math.max(...numbers);
}

/** `Item number` has its words in `Item title`, and not in the `Chapter title` before it. */
function besideId(
  names: readonly string[],
  roles: ReadonlyMap<SheetRole, number>,
  settled: ReadonlyMap<SheetRole, unknown>,
): ReadonlyMap<SheetRole, number> {
  const own = qualifierOf(names[roles.get('id') ?? -1] ?? '');
  if (own === '') return roles;
  const taken = new Set(roles.values());
  return new Map(
    [...roles].flatMap(([role, column]): readonly (readonly [SheetRole, number])[] => {
      const name = names[column] ?? '';
      const isOther = qualifierOf(name) !== '' && qualifierOf(name) !== own;
      if (!isOther || settled.has(role)) return [[role, column]];
      const last = name.slice(qualifierOf(name).length).replace(/^[^\p{L}\p{N}]+/u, '');
      const twin = names.findIndex((other) => headerKey(other) === headerKey(`${own} ${last}`));
      if (twin >= 0 && !taken.has(twin)) return [[role, twin]];
      // The name of a chapter is no title of what stands in it.
      return role === 'title' && isGroupColumn(name) ? [] : [[role, column]];
    }),
  );
}

function rowsOf(rows: readonly GridRow[], columns: Columns): readonly SheetRow[] {
  const open: string[] = [];
  return rows.flatMap((row): readonly SheetRow[] => {
    const cell = (at: number | undefined): string => (at === undefined ? '' : said(row.cells[at] ?? ''));
    const groups = columns.groups.map((at, number) => {
      const name = cell(at);
      const own = name === '' ? '' : `${cell(columns.groupIds.get(at))}\n${name}`;
      if (own !== '' && own !== open[number]) {
        open[number] = own;
        // What was open below another group does not go on below this one.
        open.length = number + 1;
      }
      return open[number] ?? '';
    });
    const read = rowOf(
      (role) => cell(columns.roles.get(role)),
      columns,
      (at) => cell(at),
    );
    const isEmpty = Object.keys(read.node).length === 0;
    if (isEmpty) return [];
    const idAsSaid = row.cells[columns.roles.get('id') ?? -1]?.trim() ?? '';
    return [
      {
        ...read,
        groups: groups.filter((name) => name !== '').map(groupOf),
        ...(read.node.id === undefined && saysNoId(idAsSaid) ? { idAsSaid } : {}),
      },
    ];
  });
}

function groupOf(said: string): ReturnType<typeof groupIn> {
  const [id = '', ...name] = said.split('\n');
  return id === '' ? groupIn(name.join('\n')) : { id, title: name.join(' ').replace(/\s+/g, ' ') };
}

/** Not where it is left empty, as it is of headings. */
const saysNoId = (cell: string): boolean => !['nothing', undefined].includes(noValueOf(cell));

const said = (cell: string): string => (noValueOf(cell) === undefined ? cell.trim() : '');

function rowOf(
  at: (role: SheetRole) => string,
  columns: Columns,
  cell: (column: number) => string,
): Omit<SheetRow, 'groups'> {
  const { id, title, text } = namesIn(at, columns.roles.has('id'));
  const assessable = at('assessable');
  const node = filled<Omit<DraftNode, 'children'>>({
    id,
    title: title.replace(/\s+/g, ' '),
    text,
    guidance: [...pointsOf(at('guidance')), ...pointsOf(at('evidence'))],
    note: at('note').replace(/\s+/g, ' '),
    keywords: listIn(at('keywords')),
    related: listIn(at('related')),
    profiles: [
      ...levelsMet(listIn(at('profiles')), columns.highest),
      ...columns.marks.flatMap((mark) => (isMark(cell(mark)) ? [columns.names[mark] ?? ''] : [])),
    ],
    ...(columns.roles.has('assessable') ? { assessable: isMark(assessable) || assessable === '1' } : {}),
  });
  return { node, level: at('level'), parent: at('parent') };
}

/** What a row is called. An ID and its words may stand in one cell, and a heading where others have their ID. */
function namesIn(
  at: (role: SheetRole) => string,
  hasIds: boolean,
): { readonly id: string; readonly title: string; readonly text: string } {
  const [id, title, text] = [at('id'), at('title'), at('text')];
  if (hasIds && (title !== '' || text !== '')) return { id, title, text };
  const joint = idAndWords(hasIds ? id : text !== '' ? text : title);
  if (hasIds) {
    if (joint) return { id: joint.id, title: joint.words, text };
    return isIdLike(id) ? { id, title, text } : { id: '', title: id, text };
  }
  if (!joint) return { id, title, text };
  return text === ''
    ? { id: joint.id, title: joint.words, text }
    : { id: joint.id, title, text: joint.words };
}

const listIn = (cell: string): readonly string[] =>
  cell
    .split(/[,;\n]+/)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => noValueOf(part) === undefined && part !== '');

/** Who is to meet AA meets A as well: what is asked for at A belongs to all three; and what is asked for at 1 to 2 and 3. */
function levelsMet(ids: readonly string[], highest: number | undefined): readonly string[] {
  const [only = '', ...others] = ids;
  if (others.length > 0) return ids;
  const level = Number(/\d/.exec(only)?.[0] ?? NaN);
  if (highest !== undefined && !Number.isNaN(level))
    return Array.from({ length: highest - level + 1 }, (_, more) => `L${level + more}`);
  return /^A{1,3}$/.test(only) ? ['A', 'AA', 'AAA'].filter(({ length }) => length >= only.length) : ids;
}

function profilesOf({ rows, columns }: Sheet): readonly DraftName[] {
  const used = new Set(rows.flatMap(({ node }) => node.profiles ?? []));
  const levels = Array.from({ length: columns.highest ?? 0 }, (_, at) => `L${at + 1}`);
  const order = [...columns.marks.map((at) => columns.names[at] ?? ''), 'A', 'AA', 'AAA', ...levels, ...used];
  return [...new Set(order)].filter((id) => used.has(id)).map((id) => ({ id, title: id }));
}

const roleWords: Readonly<Record<SheetRole, string>> = {
  id: 'the ID', title: 'the title', text: 'the text', guidance: 'the guidance', evidence: 'guidance, too', parent: 'the ID above',
  level: 'the level', assessable: 'whether it is an element', profiles: 'the profiles', keywords: 'the keywords',
  related: 'what is related', note: 'the note',
}; // prettier-ignore

const columnWords = ({ names }: Columns, at: number): string =>
  names[at] ? `“${names[at]}”` : `column ${at + 1}`;

/** Which column was taken for what. */
function takenWords({ name, columns }: Sheet): string {
  const taken = [
    ...columns.groups.flatMap((at) => {
      const id = columns.groupIds.get(at);
      return [
        ...(id === undefined ? [] : [`“${columns.names[id] ?? ''}” for the ID of a group`]),
        `“${columns.names[at] ?? ''}” for a group`,
      ];
    }),
    ...Array.from(columns.roles, ([role, at]) => `${columnWords(columns, at)} for ${roleWords[role]}`),
    ...columns.marks.map((at) => `“${columns.names[at] ?? ''}” for a profile`),
  ];
  const all = new Set([
    ...columns.groups,
    ...columns.groupIds.values(),
    ...columns.roles.values(),
    ...columns.marks,
  ]);
  const left = columns.names.filter((column, at) => column !== '' && !all.has(at));
  const sheet = name === undefined ? '' : `In ${name}, `;
  const words = `${sheet}${sheet === '' ? 'These' : 'these'} columns are taken: ${taken.join(', ')}.`;
  return left.length === 0
    ? words
    : `${words} Left out: ${someOf(
        left.map((column) => `“${column}”`),
        12,
      )}.`;
}
