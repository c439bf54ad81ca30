/** A whole file of an action plan. */
import { columnTitles } from './columns';
import { planColumns } from './model';
import { tableMarkdown } from './print';
import type { PlanSheet } from './sheet';

export const newPlanTitle = 'Action plan';

/** The columns of a new plan. */
export const newPlanHeader: readonly string[] = planColumns.map((role) => columnTitles[role]);

/** @param acknowledgement of the standard whose words stand in it; may be empty */
export function planText({ title, header, rows }: PlanSheet, acknowledgement: string): string {
  const table = tableMarkdown(
    header,
    rows.map(({ cells }) => cells),
  );
  return [
    `# ${plain(title ?? newPlanTitle)}\n`,
    table,
    ...(acknowledgement === '' ? [] : [`${plain(acknowledgement)}\n`]),
  ].join('\n');
}

/** A text on one line that is no markup. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
