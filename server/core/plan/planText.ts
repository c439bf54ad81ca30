/** A whole file of an action plan. */
import { yamlScalar } from '../textChange';
import { tableMarkdown } from './print';
import type { PlanSheet } from './sheet';

export const newPlanTitle = 'Action plan';

/** @param acknowledgement of the standard whose words stand in it; may be empty */
export function planText({ title, header, rows }: PlanSheet, acknowledgement: string): string {
  const table = tableMarkdown(
    header,
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
    ...(acknowledgement === '' ? [] : [`${plain(acknowledgement)}\n`]),
  ].join('\n');
}

/** A text on one line that is no markup. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
