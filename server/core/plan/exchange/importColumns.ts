/** How the columns of a plan are found in a table from outside. */
import type { Lexicon } from '../../standard/standard';
import type { ColumnChoice, WantedColumn } from '../../tables/columns';
import { headerWorth } from '../../tables/columns';
import { planColumnsWanted, shareOf } from '../columns';
import { readPlanDate } from '../dates';
import { headingIn } from './importRow';
import type { PlanColumnRole } from '../model';
import { readReference } from '../references';

const known = new WeakMap<Lexicon, readonly WantedColumn<PlanColumnRole>[]>();

/** The columns of a plan, with what the standard says of how references look: its own IDs are the surest sign of all. */
export function wantedIn(standard: Lexicon): readonly WantedColumn<PlanColumnRole>[] {
  const before = known.get(standard);
  if (before) return before;
  const wanted = planColumnsWanted.map((one): WantedColumn<PlanColumnRole> => {
    if (one.role === 'ref')
      return { ...one, fit: (cells) => referenceShare(standard, cells), weight: 2.5, alone: 0.5 };
    if (one.role === 'action')
      return { ...one, fit: (cells) => 0.1 + 0.9 * shareOf(cells, isSentence), weight: 0.4, alone: 0.9 };
    return one;
  });
  known.set(standard, wanted);
  return wanted;
}

/** So many cells say what a column holds. */
const enough = 300;

/** Headings among the references say nothing about the column. */
function referenceShare(standard: Lexicon, cells: readonly string[]): number {
  const own = cells
    .slice(0, enough)
    .filter((cell) => standard.nodes.get(cell)?.assessable !== false && !headingIn(standard, cell));
  return shareOf(own, (cell) => {
    const reference = readReference(standard, cell);
    if (reference) return cell.length > 200 ? 0.6 : 1;
    return standard.elementPattern.matches(cell) ? 0.1 : 0;
  });
}

const isSentence = (cell: string): number => ((cell.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 ? 1 : 0);

/** How much a row looks like the header of a plan, from anywhere: from 2 on, it is one. */
export const planHeaderWorth = (cells: readonly string[]): number => headerWorth(planColumnsWanted, cells);

/** True for a row with an ID, a heading of the standard or a date in one of its cells: it stands below a header. */
export const isEntry = (standard: Lexicon, cells: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      cell !== '' &&
      (standard.nodes.has(cell) ||
        standard.elementPattern.matches(cell) ||
        readPlanDate(cell).kind === 'date' ||
        readReference(standard, cell) !== undefined ||
        (/\s/.test(cell) && headingIn(standard, cell) !== undefined)),
  );

/** A table holds actions where it has references, and a column that says what is to be done, by whom, or by when. */
export function isPlanTable(choices: readonly ColumnChoice<PlanColumnRole>[], isHeadless: boolean): boolean {
  const has = (role: PlanColumnRole): boolean => {
    const choice = choices.find((one) => one.role === role);
    // Every table has some column of texts.
    return choice !== undefined && (role !== 'action' || isHeadless || choice.because !== 'cells');
  };
  return has('ref') && (has('action') || has('responsibility') || has('target') || has('progress'));
}
