/** Tables of a file from outside as an evidence matrix: which columns mean what, and which item is about which element. */
import { dateReader } from '../plan/exchange/importValues';
import { isEntry } from '../plan/exchange/importColumns';
import { readReference } from '../plan/references';
import type { Lexicon } from '../standard/standard';
import type { ColumnChoice } from '../tables/columns';
import { findColumns } from '../tables/columns';
import type { Grid, GridRow } from '../tables/grid';
import { noValueOf } from '../tables/noValue';
import type { HeaderSigns, Section } from '../tables/headers';
import { sectionsOf, trimmed, untoldSection } from '../tables/headers';
import type { TakenTable } from '../tables/takenTable';
import { takenTable } from '../tables/takenTable';
import { columnsTold, ownColumns, toldWorth } from '../tables/toldColumns';
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { MatrixColumn } from './columnNames';
import { matrixHeaderWorth, registerIn, wantedIn } from './columns';
import { withLetters } from './bareRefs';
import type { MatrixRow, NotApplicable, RowProblem, SaidAssignment } from './matrixRow';
import { readMatrixRows } from './matrixRow';
import { followPointers } from './pointers';
import { refIn } from './refs';

export type MatrixTold = ReadonlyMap<MatrixColumn, string | undefined>;

export interface ReadMatrix {
  readonly rows: readonly MatrixRow[];
  readonly problems: readonly RowProblem[];
  /** Elements that do not apply, as a statement of applicability says. */
  readonly notApplicable: readonly NotApplicable[];
  /** Who is to find evidence, as the rows without any say. */
  readonly assigned: readonly SaidAssignment[];
  readonly taken: readonly TakenTable<MatrixColumn>[];
  readonly passed: readonly TakenTable<MatrixColumn>[];
  /** What was read otherwise than it is written, in whole sentences for people. */
  readonly notes: readonly string[];
}

/**
 * Never throws; where nothing could be read, there are no rows.
 * @param own columns that somebody has said to mean none of what is read
 */
export function readMatrix(
  standard: Lexicon,
  grids: readonly Grid[],
  told: MatrixTold = new Map(),
  own: readonly string[] = [],
): ReadMatrix {
  const read: Reading = {
    rows: [],
    problems: [],
    notApplicable: [],
    assigned: [],
    taken: [],
    passed: [],
    notes: [],
    unread: [],
  };
  const signs = signsIn(standard, told);
  for (const grid of grids) {
    for (const { place, text, reason } of grid.notes ?? [])
      read.problems.push({ where: whereOf(grid, place), text, reason });
    const headed = sectionsOf(grid.rows, signs);
    const untold = headed === undefined ? untoldSection(grid.rows) : undefined;
    if (untold && told.size === 0) {
      read.passed.push(takenTable(grid.name, untold.names, untold.rows, []));
      read.unread.push(...elementsUnread(standard, untold.names, grid, grid.rows));
    } else
      for (const section of headed ?? (untold ? [untold] : []))
        readSection(standard, grid, section, { told, own }, read);
  }
  // Where nothing was read at all, that is what is said.
  const problems = read.taken.length > 0 ? [...read.problems, ...read.unread] : read.problems;
  return withPointersFollowed(standard, { ...read, problems });
}

type Reading = {
  -readonly [Key in keyof ReadMatrix]: ReadMatrix[Key] extends readonly (infer Item)[] ? Item[] : never;
} & {
  /** Of tables of which nothing was read, the rows that are about elements. */
  readonly unread: RowProblem[];
};

function readSection(
  standard: Lexicon,
  grid: Grid,
  { names, rows }: Section,
  { told, own }: { readonly told: MatrixTold; readonly own: readonly string[] },
  read: Reading,
): void {
  const body = withLetters(
    standard,
    rows.filter(({ cells }) => trimmed(cells).join('\n') !== names.join('\n')),
    read.notes,
  );
  const choices = choicesIn(standard, names, body, told, own);
  const table = takenTable(grid.name, names, body, choices);
  if (!isMatrix(choices)) {
    read.passed.push(table);
    read.unread.push(...elementsUnread(standard, names, grid, body));
    return;
  }
  if (!hasEvidence(choices)) read.notes.push(onlyDecisions);
  read.taken.push(table);
  const columns = new Map(choices.map(({ role, column }) => [role, column]));
  const ratings = body.some(({ cells }) => noValueOf(cells[columns.get('rating') ?? -1] ?? '') === undefined);
  if (ratings)
    read.notes.push('Ratings are no part of the evidence, and were left: “assessment import” reads them.');
  const valued = withDates(columns, names, body, read.notes);
  const result = readMatrixRows(standard, columns, valued, (place) => whereOf(grid, place));
  read.rows.push(...result.rows);
  read.problems.push(...result.problems);
  read.notApplicable.push(...result.notApplicable);
  read.assigned.push(...result.assigned);
}

function withPointersFollowed(standard: Lexicon, read: ReadMatrix): ReadMatrix {
  const { rows, problems, notes } = followPointers(standard, read.rows);
  return { ...read, rows, problems: [...read.problems, ...problems], notes: [...read.notes, ...notes] };
}

function signsIn(standard: Lexicon, told: MatrixTold): HeaderSigns {
  const [known, named] = [matrixHeaderWorth(standard), toldWorth(told)];
  return {
    worth: (cells) => known(cells) + named(cells),
    isEntry: (cells) => isEntry(standard, cells),
  };
}

type Choices = readonly ColumnChoice<MatrixColumn>[];

const hasByName = (choices: Choices, role: MatrixColumn): boolean =>
  choices.some((choice) => choice.role === role && choice.because !== 'cells');

const hasEvidence = (choices: Choices): boolean =>
  hasByName(choices, 'evidence') || hasByName(choices, 'told');

/** A statement of applicability says what does not apply, whether it names evidence or not. */
const isMatrix = (choices: Choices): boolean =>
  hasEvidence(choices) || (hasByName(choices, 'applies') && choices.some(({ role }) => role === 'ref'));

const onlyDecisions =
  'A table has no column for evidence: only what does not apply was read of it. If one of its columns is for evidence, say which.';

/** A table beside a matrix that is none, and is about elements all the same. */
function elementsUnread(
  standard: Lexicon,
  names: readonly string[],
  grid: Grid,
  rows: readonly GridRow[],
): readonly RowProblem[] {
  const [first, ...more] = rows.filter(({ cells }) =>
    cells.some((cell) => readReference(standard, cell)?.rest === ''),
  );
  if (first === undefined) return [];
  const left =
    more.length > 0
      ? `${count(more.length + 1, 'row')} about elements were left out, of which this is the first.`
      : 'This row about an element was left out.';
  const reason = `The table “${names.join(' | ')}” has no column for evidence. ${left}`;
  return [{ where: whereOf(grid, first.place), text: oneLine(first.cells.join(' | ')), reason }];
}

function choicesIn(
  standard: Lexicon,
  names: readonly string[],
  rows: readonly GridRow[],
  told: MatrixTold,
  own: readonly string[],
): readonly ColumnChoice<MatrixColumn>[] {
  const cells = rows.map((row) => row.cells);
  const kept = ownColumns(own, names, rows);
  const settled = columnsTold(told, names, rows);
  const first = findColumns(wantedIn(standard), names, cells, settled, kept);
  const found = asRegister(first, names)
    ? findColumns(registerIn(standard), names, cells, settled, kept)
    : first;
  return (['evidence', 'told'] as const).reduce((choices, role) => {
    const more = withRefsBefore(choices, role, names, cells);
    return more.some(({ column }) => kept.includes(column)) ? choices : more;
  }, found);
}

/** A list of evidence, each with the elements that it is for: its numbers and names are not those of elements. */
const asRegister = (choices: Choices, names: readonly string[]): boolean =>
  !hasEvidence(choices) &&
  !hasByName(choices, 'applies') &&
  choices.some(
    ({ role, column, because }) =>
      role === 'ref' && because !== 'header' && mapped.test((names[column] ?? '').trim()),
  );

/** `Control(s)`, `Elements covered`, `Mapped to`: of a list of elements, such a column would be called otherwise. */
const mapped =
  /^(?:mapped\b|(?:related |linked |supported )?(?:controls|control\(s\)|elements|element\(s\)|criteria|clauses|clause\(s\)|requirements|requirement\(s\)|standards))/i;

/** The assessor's sheet has `Ref` twice: before what is shown, and before what is told. */
function withRefsBefore(
  choices: readonly ColumnChoice<MatrixColumn>[],
  role: 'evidence' | 'told',
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ColumnChoice<MatrixColumn>[] {
  const refs = role === 'evidence' ? 'esRef' : 'toldRef';
  const at = choices.find((choice) => choice.role === role)?.column;
  const before = (at ?? 0) - 1;
  const isFree = choices.every(({ column, role: other }) => column !== before && other !== refs);
  if (at === undefined || before < 0 || !isFree || !/ref|no\b|number|^#$/i.test(names[before] ?? ''))
    return choices;
  const cells = rows.map((cells) => cells[before] ?? '').filter((cell) => cell !== '');
  return cells.some((cell) => refIn(cell) !== undefined)
    ? [...choices, { role: refs, column: before, because: 'header and cells' }]
    : choices;
}

function withDates(
  columns: ReadonlyMap<MatrixColumn, number>,
  names: readonly string[],
  rows: readonly GridRow[],
  notes: string[],
): readonly GridRow[] {
  const readers = (['date', 'reviewBy'] as const).flatMap((role) => {
    const at = columns.get(role);
    if (at === undefined) return [];
    const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
    return [{ at, read: dateReader(names[at] ?? '', cells, notes) }];
  });
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => readers.find((reader) => reader.at === at)?.read(cell) ?? cell),
  }));
}

const whereOf = ({ name, unit }: Grid, place: number | undefined): string =>
  [name, place === undefined ? undefined : `${unit} ${place}`]
    .filter((part) => part !== undefined)
    .join(', ') || 'the file';
