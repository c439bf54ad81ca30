/** A whole file of an action plan. */
import { yamlScalar } from '../../words/yamlScalar';
import { plainMarkdown } from './escapeMarkdown';
import { columnName } from './columnName';
import { tableMarkdown } from './print';
import type { PlanSheet } from './sheet';

export const newPlanTitle = 'Action plan';

/** @param acknowledgement of the standard whose words stand in it; may be empty */
export function planText({ title, header, rows }: PlanSheet, acknowledgement: string): string {
  const table = tableMarkdown(
    header.map(columnName),
    rows.map(({ cells }) => cells),
  );
  return [
    '---',
    'type: action-plan',
    `title: ${yamlScalar(title ?? newPlanTitle)}`,
    '---',
    '',
    `# ${newPlanTitle}`,
    '',
    table,
    ...(acknowledgement === '' ? [] : [`${plainMarkdown(acknowledgement)}\n`]),
  ].join('\n');
}
