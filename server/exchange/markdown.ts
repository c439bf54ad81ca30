/** Plans as Markdown. */
import { parseActionPlan, planName } from '../core/plan/parse';
import type { Grid } from '../core/tables/grid';
import { lineStarts, positionAt } from '../core/text/lines';
import { planText } from '../core/plan/planText';
import type { PlanDocument } from './planDocument';
import { gridBuilder } from './parts/gridBuilder';

/** Tables that look like a plan's, of any Markdown file. @throws ExchangeError beyond the limits */
export function readMarkdown(text: string): readonly Grid[] {
  const plan = parseActionPlan(`file:///${planName}`, text);
  // Where no table is called as ours are, they may be called as others call them.
  const tables = plan && plan.tables.length > 0 ? plan.tables : (plan?.others ?? []);
  // Nothing that writes Markdown guards against formulas.
  const builder = gridBuilder({ isGuarded: false });
  const starts = lineStarts(text);
  const place = (offset: number): number => positionAt(starts, offset).line + 1;
  for (const [at, { columns, header, rows }] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'line');
    builder.row(
      place(header.start),
      columns.map(({ name }) => name),
    );
    for (const { span, cells } of rows)
      builder.row(
        place(span.start),
        cells.map((cell) => cell.text),
      );
  }
  return builder.grids(plan?.title);
}

export const writeMarkdown = ({ sheet, title, acknowledgement }: PlanDocument): string =>
  planText({ ...sheet, title }, acknowledgement);
