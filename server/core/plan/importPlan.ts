/** Tables of a file from outside as one plan: which columns mean what, and which rows are about which element. */
import { nearestWord } from '../editDistance';
import type { Standard, StandardNode } from '../standard';
import { shortWords } from '../standard';
import { lookOf, rolesOf } from './columns';
import type { Grid, GridRow } from './grid';
import type { PlanColumnRole } from './model';
import { headingText } from './newRows';
import { placesIn } from './order';
import { idIn } from './parse';
import { plainCell, withoutMarks } from './plainCell';

export interface ImportedPlan {
  readonly title: string | undefined;
  readonly columns: readonly ImportedColumn[];
  readonly rows: readonly ImportedRow[];
  /** What needs a person: rows that were left out, and rows that are kept without their meaning being clear. */
  readonly problems: readonly RowProblem[];
}

export interface ImportedColumn {
  readonly name: string;
  readonly role: PlanColumnRole | undefined;
}

export interface ImportedRow {
  /** A row about an element, the heading of a group of the standard, or anything else, which is kept as it is. */
  readonly subject:
    | { readonly kind: 'action'; readonly id: string }
    | {
        readonly kind: 'group';
        readonly node: StandardNode;
        /** Other headings stood in its row. */
        readonly isShared: boolean;
      }
    | { readonly kind: 'remark' };
  /** One per column; a shorter row has empty ones at its end. */
  readonly cells: readonly string[];
  readonly where: string;
}

export interface RowProblem {
  /** `line 12`, or `sheet “Plan”, row 3`. */
  readonly where: string;
  /** What the row says, cut short. */
  readonly text: string;
  /** A whole sentence for people. */
  readonly reason: string;
  /** Left out; else it stands in the plan as it came. */
  readonly isLeftOut: boolean;
}

/** Never throws; where nothing could be read, there are no rows, and the problems say why. */
export function readImport(standard: Standard, grids: readonly Grid[]): ImportedPlan {
  const columns: ImportedColumn[] = [];
  const rows: ImportedRow[] = [];
  const problems: RowProblem[] = [];
  let title = grids[0]?.title;
  let last: Header | undefined;
  for (const grid of grids) {
    const header = headerOf(grid) ?? continued(grid, last);
    if (!header) {
      problems.push(...withoutHeader(grid));
      continue;
    }
    last = header;
    const above = grid.rows.slice(0, header.at).filter(({ cells }) => !isBlank(cells));
    for (const row of above) {
      const told = row.cells.filter((cell) => cell !== '');
      if (told.length === 1) title ??= told[0];
      else problems.push(problemOf(grid, row, 'It stands above the header of the table.'));
    }
    const places = placesOf(header, columns);
    for (const row of grid.rows.slice(header.at + 1)) {
      if (isBlank(row.cells) || isSame(row.cells, header.names)) continue;
      const cells = placed(row.cells, places, columns);
      const read = readRow(standard, columns, cells, whereOf(grid, row.place));
      rows.push(...read.rows);
      problems.push(...read.problems);
    }
  }
  return { title, columns, rows: regrouped(standard, rows), problems };
}

interface Header {
  readonly at: number;
  readonly names: readonly string[];
}

/** A header is looked for at the top only: further down, people do not begin a table. */
const rowsAbove = 30;

function headerOf({ rows }: Grid): Header | undefined {
  const at = rows.slice(0, rowsAbove).findIndex(({ cells }) => lookOf(rolesOf(cells)).isPlan);
  return at < 0 ? undefined : { at, names: trimmed(rows[at]?.cells ?? []) };
}

/** Documents cut a long table into several, of which only the first has a header. */
function continued({ rows }: Grid, last: Header | undefined): Header | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => trimmed(cells).length));
  const startsWithId = rows.some(({ cells }) => idIn(cells[0] ?? '') !== undefined);
  return last && startsWithId && width > 1 && width <= last.names.length ? { ...last, at: -1 } : undefined;
}

/** Text that stands in one column is no table. */
function withoutHeader(grid: Grid): readonly RowProblem[] {
  const first = grid.rows.find(({ cells }) => trimmed(cells).length > 1);
  if (!first) return [];
  const reason =
    'The table has no header with a column for references, such as “Ref No.”, and one for the action, so nothing of it was read.';
  return [problemOf(grid, first, reason)];
}

/** Where each column of a table stands among those of all tables; new ones are added. */
function placesOf({ names }: Header, columns: ImportedColumn[]): readonly number[] {
  const roles = rolesOf(names);
  const used = new Set<number>();
  return names.map((name, column) => {
    const role = roles[column];
    const known = columns.findIndex(
      (other, at) => !used.has(at) && (role ? other.role === role : !other.role && other.name === name),
    );
    const at = known < 0 ? columns.push({ name, role }) - 1 : known;
    used.add(at);
    return at;
  });
}

/** Cells beyond the header get a column without a name. */
function placed(
  cells: readonly string[],
  places: readonly number[],
  columns: ImportedColumn[],
): readonly string[] {
  const result: string[] = [];
  const isPlaced = new Set(places);
  let free = 0;
  for (const [column, cell] of cells.entries()) {
    let at = places[column];
    if (at === undefined) {
      if (cell === '' && trimmed(cells).length <= column) continue;
      while (isPlaced.has(free) || columns[free]?.role || (columns[free]?.name ?? '') !== '') free++;
      if (free >= columns.length) columns.push({ name: '', role: undefined });
      at = free++;
    }
    while (result.length < at) result.push('');
    result[at] = cell;
  }
  return result;
}

interface ReadRow {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly RowProblem[];
}

function readRow(
  standard: Standard,
  columns: readonly ImportedColumn[],
  cells: readonly string[],
  where: string,
): ReadRow {
  const at = (role: PlanColumnRole): string =>
    cells[columns.findIndex((column) => column.role === role)] ?? '';
  const ref = at('ref');
  const id = idIn(ref);
  const others = cells.filter((cell) => cell !== '' && cell !== ref);
  const refColumn = columns.findIndex(({ role }) => role === 'ref');
  const keep = (subject: ImportedRow['subject'], own = cells): ImportedRow => ({
    subject,
    cells: own,
    where,
  });
  const kept = (reason: string, subject: ImportedRow['subject']): ReadRow => ({
    rows: [keep(subject)],
    problems: [{ where, text: textOf(cells), reason, isLeftOut: false }],
  });

  const node = id === undefined ? undefined : standard.nodes.get(id);
  if (node?.assessable) return { rows: [keep({ kind: 'action', id: node.id })], problems: [] };
  if (node && (others.length === 0 || (others.length === 1 && saysTitle(others[0] ?? '', node))))
    return {
      rows: [keep({ kind: 'group', node, isShared: false }, headingCells(node, refColumn))],
      problems: [],
    };
  if (id !== undefined) return kept(unknownId(standard, id, node), { kind: 'action', id });

  const groups = cells.flatMap((cell) => (cell === '' ? [] : [headingIn(standard, cell)]));
  if (groups.length > 0 && groups.every((group) => group !== undefined))
    return {
      rows: groups.map(({ node: group, text }) =>
        keep({ kind: 'group', node: group, isShared: groups.length > 1 }, cellsWith(text, refColumn)),
      ),
      problems: [],
    };
  if (headingIn(standard, ref)) return { rows: [keep({ kind: 'remark' })], problems: [] };
  const work = (['action', 'responsibility', 'target', 'progress'] as const).filter(
    (role) => at(role) !== '',
  );
  if (work.length === 0 || others.length === 0) return { rows: [keep({ kind: 'remark' })], problems: [] };
  return kept(
    ref === ''
      ? 'It has no reference, so nobody can tell which element it is about. It stands in the plan as it came.'
      : 'Its reference is not one element’s ID. It stands in the plan as it came.',
    { kind: 'remark' },
  );
}

/**
 * Plans put the headings of several groups side by side above the rows of all of them. Each heading goes to the rows of
 * its own group, in the standard's order; what is about no element stays behind the row that it follows.
 */
function regrouped(standard: Standard, rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const places = placesIn(standard);
  const result: ImportedRow[] = [];
  for (let start = 0; start < rows.length;) {
    const first = rows[start];
    const isShared = first?.subject.kind === 'group' && first.subject.isShared;
    const belongs = ({ subject, where }: ImportedRow): boolean =>
      subject.kind !== 'group' || (subject.isShared && where === first?.where);
    let end = start + 1;
    for (let row = rows[end]; isShared && row && belongs(row); row = rows[end]) end++;
    let last = -1;
    const section = rows.slice(start, end).map((row) => {
      const { subject } = row;
      const id = subject.kind === 'group' ? subject.node.id : subject.kind === 'action' ? subject.id : '';
      last = places.get(id) ?? last;
      return { row, place: last };
    });
    section.sort((left, right) => left.place - right.place);
    result.push(...section.map(({ row }) => row));
    start = end;
  }
  return result;
}

function unknownId(standard: Standard, id: string, group: StandardNode | undefined): string {
  if (group)
    return `${id} is a ${group.level.toLowerCase()}: an action is about an element. It stands in the plan as it came.`;
  const replaced = standard.nodes.get(standard.retired.get(id) ?? '');
  const near =
    replaced ??
    standard.nodes.get(
      nearestWord(
        id,
        standard.elements.map((element) => element.id),
      ) ?? '',
    );
  const hint = near
    ? ` ${replaced ? 'It is now' : 'Did you mean'} ${near.id}, “${shortWords(near)}”${replaced ? '.' : '?'}`
    : '';
  return `${id} is not an element of ${standard.title}.${hint} It stands in the plan as it came.`;
}

/** `1.1 Customer Identification`: a group's ID and words behind it. */
export function headingIn(
  standard: Standard,
  cell: string,
): { readonly node: StandardNode; readonly text: string } | undefined {
  const text = withoutMarks(cell);
  const [word = ''] = /^\S+/.exec(text) ?? [];
  const node = standard.nodes.get(word.replace(/[.:]$/, ''));
  if (!node || node.assessable || text.includes('\n')) return undefined;
  const title = text.slice(word.length).replace(/^[\s:–—-]+/, '');
  // Plans cut the titles short; what somebody has added to one stays.
  return { node, text: saysTitle(title, node) ? headingText(node) : cell };
}

const headingCells = (node: StandardNode, refColumn: number): readonly string[] =>
  cellsWith(headingText(node), refColumn);

const cellsWith = (text: string, refColumn: number): readonly string[] => [
  ...Array<string>(Math.max(0, refColumn)).fill(''),
  text,
];

/** True for a title in other capitals, with `&` for “and”, or cut short. */
function saysTitle(text: string, { title }: StandardNode): boolean {
  const wanted = new Set(wordsOf(title));
  return wordsOf(text).every((word) => wanted.has(word));
}

const wordsOf = (text: string): readonly string[] =>
  plainCell(text)
    .replaceAll('&', ' and ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const whereOf = ({ name, unit }: Grid, place: number): string => `${name ? `${name}, ` : ''}${unit} ${place}`;

const problemOf = (grid: Grid, row: GridRow, reason: string): RowProblem => ({
  where: whereOf(grid, row.place),
  text: textOf(row.cells),
  reason,
  isLeftOut: true,
});

const longest = 80;

function textOf(cells: readonly string[]): string {
  const text = cells
    .filter((cell) => cell !== '')
    .join(' | ')
    .replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

const isSame = (cells: readonly string[], others: readonly string[]): boolean =>
  trimmed(cells).length === others.length && others.every((other, at) => other === cells[at]);
