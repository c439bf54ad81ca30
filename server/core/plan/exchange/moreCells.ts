/** Cells at the ends of a table's lines, for columns that it has not had. What stands on the lines stays byte for byte. */
import { cellSpans } from '../../commonmark/tables';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { spanOf } from '../../text/span';
import { alignTable } from '../edits';
import { delimiterOf } from '../lines';
import type { ActionPlan, PlanTable } from '../model';
import { alignedRows, cellMarkdown } from '../print';

/** @param names of all columns afterwards, those that the table has included */
export function moreCells(plan: ActionPlan, table: PlanTable, names: readonly string[]): readonly Edit[] {
  const sources = names.map(cellMarkdown);
  const [header, rule, blank] = isAligned(plan, table)
    ? alignedCells(sources)
    : [sources, sources.map(() => '---'), sources.map(() => '')];
  return [
    ...cellsBehind(plan.text, table.header, header),
    ...cellsBehind(plan.text, delimiterOf(plan, table), rule),
    ...table.rows.flatMap(({ span }) => cellsBehind(plan.text, span, blank)),
  ];
}

const isAligned = (plan: ActionPlan, table: PlanTable): boolean => alignTable(plan, table).length === 0;

/** As wide as the table would have them. */
function alignedCells(
  names: readonly string[],
): readonly [header: readonly string[], rule: readonly string[], blank: readonly string[]] {
  const lines = alignedRows(
    [names, names.map(() => '')],
    names.map(() => '---'),
  ).map((line) =>
    cellSpans(line, spanOf(0, line.length)).map(({ start, end }) => line.slice(start + 1, end - 1)),
  );
  const [header = [], rule = [], blank = []] = lines;
  return [header, rule, blank];
}

/** @param cells of the whole line, of which it has the first already; a line that has more keeps them */
function cellsBehind(text: string, line: Span, cells: readonly string[]): readonly Edit[] {
  const spans = cellSpans(text, line);
  const added = cells.slice(spans.length);
  if (added.length === 0) return [];
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  const last = spans.at(-1);
  const isClosed = last === undefined || text[last.end] === '|';
  const newText = isClosed
    ? added.map((cell) => ` ${cell} |`).join('')
    : `${added.map((cell) => ` | ${cell}`).join('')}${added.at(-1)?.trim() === '' ? ' |' : ''}`;
  return [{ span: spanOf(end, end), newText }];
}
