/** Plans and other tables as Markdown. */
import { parseActionPlan } from '../core/plan/parse';
import { planName } from '../core/plan/planName';
import type { ActionPlan, PlanTable } from '../core/plan/model';
import { tableMarkdown } from '../core/plan/print';
import type { Grid } from '../core/tables/grid';
import { lineStarts, positionAt } from '../core/text/lines';
import { plainMarkdown } from '../core/plan/escapeMarkdown';
import { planText } from '../core/plan/planText';
import type { PlanDocument } from './planDocument';
import type { TableDocument } from './parts/document';
import { gridBuilder } from './grids/gridBuilder';

/** `plan`: those that look like a plan's, or all where none does. */
export type MarkdownTables = 'plan' | 'all';

/** Tables of any Markdown file. @throws ExchangeError beyond the limits */
export function readMarkdown(text: string, which: MarkdownTables): readonly Grid[] {
  const plan = parseActionPlan(`file:///${planName}`, text);
  const tables = plan ? tablesOf(plan, which) : [];
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

function tablesOf({ tables, others }: ActionPlan, which: MarkdownTables): readonly PlanTable[] {
  if (which === 'all')
    return [...tables, ...others].sort((left, right) => left.span.start - right.span.start);
  // Where no table is called as ours are, they may be called as others call them.
  return tables.length > 0 ? tables : others;
}

export const writeMarkdown = ({ sheet, title, acknowledgement }: PlanDocument): string =>
  planText({ ...sheet, title }, acknowledgement);

export const writeMarkdownTable = ({ sheet, title, acknowledgement }: TableDocument): string =>
  [
    `# ${plainMarkdown(title)}`,
    '',
    tableMarkdown(
      sheet.columns.map(({ name }) => name),
      sheet.rows.map(({ cells }) => cells),
    ),
    ...(acknowledgement === '' ? [] : [`${plainMarkdown(acknowledgement)}\n`]),
  ].join('\n');
