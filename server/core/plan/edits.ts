/** Edits of one action plan's text: cells, order and layout. What is not changed stays byte for byte as it is. */
import type { Lexicon } from '../standard/standard';
import type { Edit } from '../text/edit';
import { alignedLines, delimiterOf, isFramed, sourcesOf } from './lines';
import type { ActionPlan, PlanColumnRole, PlanRow, PlanTable } from './model';
import { ranksOfRows } from './order';
import { cellMarkdown, rowOf } from './print';

/** Texts for the cells of a row, by what their columns mean. */
export type CellTexts = Readonly<Partial<Record<PlanColumnRole, string>>>;

/**
 * Writes texts (Markdown, as `PlanCell.text`) into cells of a row; none where nothing would change. Columns that the
 * table does not have are passed over.
 */
export function setCells(
  plan: ActionPlan,
  table: PlanTable,
  row: PlanRow,
  texts: CellTexts,
): readonly Edit[] {
  const wanted = new Map<number, string>();
  for (const [role, text] of Object.entries(texts)) {
    const at = table.columns.findIndex((column) => column.role === role);
    if (at >= 0) wanted.set(at, text);
  }
  return setCellsAt(plan, row, wanted);
}

/** The same by the number of the column, from 0. */
export function setCellsAt(
  plan: ActionPlan,
  row: PlanRow,
  texts: ReadonlyMap<number, string>,
): readonly Edit[] {
  const before = sourcesOf(plan, row);
  const changed = [...texts].flatMap(([at, text]) => {
    const source = cellMarkdown(text);
    const span = row.cells[at]?.span;
    return span === undefined || source === before[at] ? [] : [{ at, span, source }];
  });
  if (changed.length === 0) return [];
  const isShort = changed.some(({ span }) => span.start === row.span.end);
  if (isShort || !isFramed(plan, row)) {
    const sources = before.map((source, at) => changed.find((one) => one.at === at)?.source ?? source);
    return [{ span: row.span, newText: rowOf(sources) }];
  }
  return changed.map(({ span, source }) => {
    const [start, end] = [plan.text[span.start - 1], plan.text[span.end]];
    return { span, newText: (start === '|' ? ' ' : '') + source + (end === '|' ? ' ' : '') };
  });
}

/** Says of an action that it is complete; none where the table has no column for it. */
export const markComplete = (plan: ActionPlan, row: PlanRow): readonly Edit[] => {
  const table = plan.tables.find(({ rows }) => rows.includes(row));
  return table ? setCells(plan, table, row, { progress: 'complete' }) : [];
};

/**
 * Puts the rows of a table in the order of the standard: headings before what they head, several actions for one
 * element in the order that they have, and rows of which the standard knows nothing behind those that they stand behind.
 */
export function sortRows(plan: ActionPlan, table: PlanTable, standard: Lexicon): readonly Edit[] {
  const places = ranksOfRows(standard, table);
  const order = table.rows.map((row, at) => ({ row, place: places[at] ?? -1 }));
  order.sort((left, right) => left.place - right.place);
  const source = ({ span }: PlanRow): string => plan.text.slice(span.start, span.end);
  return table.rows.flatMap((row, at) => {
    const newText = source(order[at]?.row ?? row);
    return newText === source(row) ? [] : [{ span: row.span, newText }];
  });
}

/** Puts the bars of a table below each other. Cells keep their sources; rows that are too short get empty ones. */
export function alignTable(plan: ActionPlan, table: PlanTable): readonly Edit[] {
  const spans = [table.header, delimiterOf(plan, table), ...table.rows.map(({ span }) => span)];
  return alignedLines(plan, table).flatMap((newText, at) => {
    const span = spans[at];
    return !span || plan.text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
  });
}
