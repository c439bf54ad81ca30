/** New rows of an action plan, and where in it they go. */
import { lineAround } from '../text/lines';
import type { Lexicon, StandardNode } from '../standard/standard';
import { titleOf } from '../standard/standard';
import type { Edit } from '../text/edit';
import { insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { columnTitles } from './columns';
import { cellSpans } from '../commonmark/tables';
import { nameMarkdown, textMarkdown } from './escapeMarkdown';
import { delimiterOf, lineStart } from './lines';
import type { ActionPlan, PlanColumnRole, PlanTable } from './model';
import { planColumns } from './model';
import { groupsIn, ranksIn, ranksOfRows } from './order';
import { cellMarkdown, rowOf, tableMarkdown } from './print';

/** A row about an element; texts are Markdown, as `PlanCell.text`. */
export type NewRow = Readonly<Partial<Record<Exclude<PlanColumnRole, 'ref'>, string>>> & {
  readonly id: string;
};

/** A row in the standard's words, not started. */
export const rowFor = (element: StandardNode): NewRow => ({
  id: element.id,
  action: standardText(element),
  progress: 'not started',
});

/** The standard's words for a node as Markdown that shows them as they are. */
export const standardText = ({ text, title }: StandardNode): string => textMarkdown(text || title);

/** What a heading row says of a group. */
export const headingText = (group: StandardNode): string =>
  group.hasId
    ? `${nameMarkdown(group.id)} ${standardText(group)}`.trim()
    : standardText({ ...group, text: '', title: titleOf(group) });

/**
 * Adds rows to a plan, in the order of the standard and below the headings of their groups: to its first table, or as a
 * new table at the end of a file that has none. Headings that are missing are added where the table has such headings.
 * @param rows about elements of the standard; of others, those at the end of the table
 */
export function addRows(plan: ActionPlan, standard: Lexicon, rows: readonly NewRow[]): readonly Edit[] {
  if (rows.length === 0) return [];
  const table =
    plan.tables.find(({ columns }) => columns.some(({ role }) => role === 'action')) ?? plan.tables[0];
  if (table) return addTo(plan, table, standard, rows);
  const lineEnd = lineEndOf(plan.text);
  const end = /[^\r\n]*[\r\n]*$/.exec(plan.text)?.[0] ?? '';
  const ends = end.match(/\r\n|\n|\r/g)?.length ?? 0;
  const gap = plan.text === '' ? '' : lineEnd.repeat(Math.max(0, 2 - ends));
  return [insertion(plan.text.length, gap + newTable(standard, rows, lineEnd))];
}

/** The whole text of a new plan, with a table of these rows below the headings of their groups. */
export function newPlanText(
  title: string,
  standard: Lexicon,
  rows: readonly NewRow[],
  lineEnd = '\n',
): string {
  const top = ['---', 'type: action-plan', `title: ${yamlScalar(title)}`, '---', '', '# Action plan', '', ''];
  return top.join(lineEnd) + newTable(standard, rows, lineEnd);
}

/** A table with the usual columns. */
export function newTable(standard: Lexicon, rows: readonly NewRow[], lineEnd = '\n'): string {
  const added = withHeadings(standard, rows, () => true);
  return tableMarkdown(
    planColumns.map((role) => columnTitles[role]),
    added.map(({ cells }) => planColumns.map((role) => cells[role] ?? '')),
    lineEnd,
  );
}

interface Added {
  /** Where it stands in the standard; past its end for what the standard does not have. */
  readonly place: number;
  readonly isHeading: boolean;
  readonly cells: Readonly<Partial<Record<PlanColumnRole, string>>>;
}

/** The rows in the order of the standard, each group's heading before the first one in it. */
function withHeadings(
  standard: Lexicon,
  rows: readonly NewRow[],
  isWanted: (group: StandardNode) => boolean,
): readonly Added[] {
  const places = ranksIn(standard);
  const added: Added[] = [];
  const headed = new Set<string>();
  for (const { id, ...texts } of rows) {
    for (const group of standard.nodes.get(id)?.ancestors ?? []) {
      if (headed.has(group.id) || !isWanted(group)) continue;
      headed.add(group.id);
      const place = places.get(group.id) ?? Infinity;
      added.push({ place, isHeading: true, cells: { ref: headingText(group) } });
    }
    added.push({
      place: places.get(id) ?? Infinity,
      isHeading: false,
      cells: { ref: nameMarkdown(id), ...texts },
    });
  }
  return added.sort((left, right) => (left.place === right.place ? 0 : left.place - right.place));
}

function addTo(
  plan: ActionPlan,
  table: PlanTable,
  standard: Lexicon,
  rows: readonly NewRow[],
): readonly Edit[] {
  const headings = table.rows.flatMap((row) => (row.kind === 'heading' ? groupsIn(standard, row) : []));
  const [named, depths] = [new Set(headings), new Set(headings.map(({ ancestors }) => ancestors.length))];
  // A table of actions without headings stays one.
  const added = withHeadings(
    standard,
    rows,
    (group) => table.rows.length === 0 || (depths.has(group.ancestors.length) && !named.has(group)),
  );
  const places = ranksOfRows(standard, table);
  const lines = new Map<number, string[]>();
  for (const { place, isHeading, cells } of added) {
    const behind = places.findLastIndex((other) => (isHeading ? other < place : other <= place));
    const line = lineStart(plan, table) + rowIn(plan, table, cells);
    lines.set(behind, [...(lines.get(behind) ?? []), line]);
  }
  return [...lines].map(([behind, texts]) => {
    const { end } = table.rows[behind]?.span ?? delimiterOf(plan, table);
    return insertion(lineAround(plan.text, end).end, texts.join(''));
  });
}

/** A row for a table, its cells as wide as those of the header. */
function rowIn({ text }: ActionPlan, { columns, header }: PlanTable, cells: Added['cells']): string {
  const widths = cellSpans(text, header).map(({ start, end }) => end - start - 2);
  return rowOf(
    columns.map(({ role }, at) =>
      cellMarkdown((role && cells[role]) ?? '').padEnd(Math.min(widths[at] ?? 0, 120)),
    ),
  );
}
