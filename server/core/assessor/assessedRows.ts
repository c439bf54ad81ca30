/** The rows of an assessor's sheet: which element each is about, its ratings and its comments. */
import { dateReader } from '../plan/exchange/importValues';
import { isEntry } from '../plan/exchange/importColumns';
import { readPlanDate } from '../plan/dates';
import { readReference, referenceCell } from '../plan/references';
import type { Portfolio } from '../portfolio/portfolio';
import type { Lexicon, Rating } from '../standard/standard';
import type { ColumnChoice, WantedColumn } from '../tables/columns';
import { findColumns, headerWorth } from '../tables/columns';
import type { Grid, GridNote, GridRow } from '../tables/grid';
import { sectionsOf, untoldSection } from '../tables/headers';
import { noValueOf } from '../tables/noValue';
import type { TakenTable } from '../tables/takenTable';
import { takenTable } from '../tables/takenTable';
import { columnsTold, ownColumns, toldWorth } from '../tables/toldColumns';
import type { CivilDate } from '../text/civilDate';
import { oneLine } from '../../words/oneLine';
import type { AssessmentColumn } from './columnNames';
import type { MarkedColumns } from './markedRatings';
import { markedColumns, markedIn } from './markedRatings';

export type AssessmentTold = ReadonlyMap<AssessmentColumn, string | undefined>;

/** A row of the sheet about one element. */
export interface Assessed {
  readonly where: string;
  readonly id: string;
  readonly self: string;
  readonly assessor: string;
  readonly comment: string;
  /** Notes on cells that are the comment, where nothing else is. */
  readonly remarks: readonly GridNote[];
  readonly assessed: CivilDate | undefined;
}

/** What is found beside the rows. */
export interface Found {
  readonly problems: { readonly where: string; readonly text: string; readonly reason: string }[];
  readonly taken: TakenTable<AssessmentColumn>[];
  readonly passed: TakenTable<AssessmentColumn>[];
}

/** What people have settled: columns by their meaning, and those that mean none of it. */
export interface Settled {
  readonly told: AssessmentTold;
  readonly own: readonly string[];
}

/** @param wanted the columns that are looked for @param found is told of what is wrong, and of the tables that were read and passed over */
export function assessedRows(
  { standard, standards }: Portfolio,
  wanted: readonly WantedColumn<AssessmentColumn>[],
  grid: Grid,
  settled: Settled,
  found: Found,
): readonly Assessed[] {
  const ratings = ratingsOf(standards);
  const named = toldWorth(settled.told);
  const sections = sectionsOf(grid.rows, {
    worth: (cells) =>
      headerWorth(wanted, cells) + named(cells) + (markedColumns(ratings, cells).length > 0 ? 1 : 0),
    isEntry: (cells) => isEntry(standard, cells),
  });
  const untold = sections === undefined ? untoldSection(grid.rows) : undefined;
  return (sections ?? (untold ? [untold] : [])).flatMap(({ names, rows }) => {
    const cells = rows.map((row) => row.cells);
    const marked = markedColumns(ratings, names);
    const isUnknown = sections === undefined && settled.told.size === 0;
    const choices = isUnknown
      ? []
      : findColumns(wanted, names, cells, columnsTold(settled.told, names, rows), [
          ...ownColumns(settled.own, names, rows),
          ...marked.map(({ column }) => column),
        ]);
    const byMark = marked.map(({ rater, column }) => ({ role: rater, column, because: 'header' }) as const);
    const table = takenTable(grid.name, names, rows, isUnknown ? [] : [...choices, ...byMark]);
    const isOurs = choices.some(({ role }) => role === 'ref') && (marked.length > 0 || choices.some(({ role }) => isSaid(role))); // prettier-ignore
    (isOurs ? found.taken : found.passed).push(table);
    return isOurs ? rowsOf({ standard, grid, choices, marked }, rows, found.problems) : [];
  });
}

export const ratingsOf = (standards: Portfolio['standards']): readonly Rating[] =>
  standards.flatMap(({ standard }) => standard.ratings);

const isSaid = (role: AssessmentColumn): boolean =>
  role === 'assessor' || role === 'self' || role === 'comment';

interface Sheet {
  readonly standard: Lexicon;
  readonly grid: Grid;
  readonly choices: readonly ColumnChoice<AssessmentColumn>[];
  readonly marked: MarkedColumns;
}

function rowsOf(sheet: Sheet, rows: readonly GridRow[], problems: Found['problems']): readonly Assessed[] {
  const { standard, grid, choices } = sheet;
  const columns = new Map(choices.map(({ role, column }) => [role, column]));
  const cellOf = ({ cells }: GridRow, role: AssessmentColumn): string => cells[columns.get(role) ?? -1] ?? '';
  const dates = dateReader(
    '',
    rows.map((row) => cellOf(row, 'assessed')),
    [],
  );
  return rows.flatMap((row) => {
    const said = saidIn(sheet, row, (role) => cellOf(row, role));
    const { self, assessor, comment, fault } = said;
    if (self === '' && assessor === '' && comment === '' && fault === undefined) return [];
    const where = [grid.name, `${grid.unit} ${row.place}`].filter((part) => part !== undefined).join(', ');
    const ref = oneLine(referenceCell(standard, cellOf(row, 'ref')));
    const [id, ...others] = readReference(standard, ref)?.ids ?? [];
    if (id === undefined || others.length > 0) {
      if (row.cells.filter((cell) => cell !== '').length > 1)
        problems.push({
          where,
          text: ref,
          reason: `It is about no one element of ${standard.title}. It was left out.`,
        });
      return [];
    }
    if (fault !== undefined) problems.push({ where, text: id, reason: fault });
    const date = readPlanDate(dates(cellOf(row, 'assessed')));
    return [{ where, id, ...said, assessed: date.kind === 'date' ? date.last : undefined }];
  });
}

interface Said extends Pick<Assessed, 'self' | 'assessor' | 'comment' | 'remarks'> {
  readonly fault: string | undefined;
}

/** What a row says, in words, by marks, or in notes on its cells. */
function saidIn(
  { grid, choices, marked }: Sheet,
  { cells, place }: GridRow,
  cellOf: (role: AssessmentColumn) => string,
): Said {
  const at = (role: AssessmentColumn): string => {
    const cell = cellOf(role);
    return noValueOf(cell) === undefined ? oneLine(cell) : '';
  };
  const marks = markedIn(marked, cells);
  const own = [at('comment'), ...marks.words].filter((text) => text !== '').join(' ');
  const places = new Set([
    ...choices.flatMap(({ role, column }) => (role === 'assessor' || role === 'comment' ? [column] : [])),
    ...marked.flatMap(({ rater, column }) => (rater === 'assessor' ? [column] : [])),
  ]);
  const remarks =
    own !== ''
      ? []
      : (grid.notes ?? []).filter((note) => note.place === place && places.has(note.column ?? -1));
  return {
    self: at('self') || (marks.self ?? ''),
    assessor: at('assessor') || (marks.assessor ?? ''),
    comment: own === '' ? remarks.map(({ text }) => text).join(' ') : own,
    remarks,
    fault: marks.fault,
  };
}
