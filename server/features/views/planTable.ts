/** One action plan as a table to work in: what `evidencePortfolio/planTable` answers. */
import type { PlanColumnRole, PlanRow, PlanTable as Table, ActionPlan } from '../../core/plan/model';
import { columnKey, rowSource } from '../../core/plan/rowEdits';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { cellChoices } from '../completion/planCells';
import { cellWords } from '../plan/cellWords';
import { isOverdueAction } from '../text/dueWords';
import { daysMeant } from '../../core/frontMatter/daysMeant';
import { dayWords } from '../../words/dates';

export interface PlanTable {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  readonly uri: string;
  readonly title: string;
  /** Those of all tables of the plan; two that mean the same are one. */
  readonly columns: readonly PlanTableColumn[];
  /** In the order of the file. */
  readonly rows: readonly PlanTableRow[];
}

export interface PlanTableColumn {
  /** Its name among those of the plan. */
  readonly key: string;
  /** As the header says it. */
  readonly label: string;
  /** Null: a column of the writer's own. */
  readonly role: PlanColumnRole | null;
}

export interface PlanTableRow {
  /** Of the plan's tables and of the table's rows, from 0. */
  readonly table: number;
  readonly row: number;
  /** The row as it stands in the file: an edit says it again, so that no other one is changed. */
  readonly source: string;
  /** The element's ID; null: a heading or a remark. */
  readonly element: string | null;
  /** What each column holds, in the order of the columns, as Markdown; null: its table has no such column. */
  readonly cells: readonly (string | null)[];
  /** The same in plain words. */
  readonly words: readonly string[];
  /** Open, and past its day. */
  readonly overdue: boolean;
  /** YYYY-MM-DD: the last day of what the target says, or null. */
  readonly due: string | null;
}

/** Null where the file is no plan of the portfolio. */
export function planTable(portfolio: Portfolio, uri: string): PlanTable | null {
  const plan = portfolio.plans.get(uri);
  if (!plan) return null;
  const columns = columnsOf(plan.tables);
  return {
    root: portfolio.root,
    uri,
    title: plan.title ?? portfolio.path(uri),
    columns,
    rows: plan.tables.flatMap((table, at) =>
      table.rows.map((row, number) => ({
        table: at,
        row: number,
        source: rowSource(plan, row),
        element: row.kind === 'action' ? row.id : null,
        ...cellsOf(table, row, columns),
        due: row.kind === 'action' && row.due.kind === 'date' ? row.due.last : null,
        overdue: row.kind === 'action' && isOverdueAction(row, portfolio.today),
      })),
    ),
  };
}

function columnsOf(tables: readonly Table[]): readonly PlanTableColumn[] {
  const found = new Map<string, PlanTableColumn>();
  for (const { columns } of tables)
    for (const column of columns) {
      const key = columnKey(column);
      if (!found.has(key)) found.set(key, { key, label: column.name, role: column.role ?? null });
    }
  return [...found.values()];
}

function cellsOf(
  table: Table,
  row: PlanRow,
  columns: readonly PlanTableColumn[],
): Pick<PlanTableRow, 'cells' | 'words'> {
  const places = columns.map(({ key }) => table.columns.findIndex((column) => columnKey(column) === key));
  const cells = places.map((at) => (at < 0 ? undefined : row.cells[at]));
  return { cells: cells.map((cell) => cell?.text ?? null), words: cells.map(cellWords) };
}

/** What can be offered for a cell. */
export interface PlanCellChoice {
  readonly value: string;
  readonly label: string;
  readonly words: string;
}

/** @param typed for a target date: what somebody has typed, and then the days that it may mean are the choices */
export function planCellChoices(
  portfolio: Portfolio,
  plan: ActionPlan,
  key: string,
  typed: string,
): readonly PlanCellChoice[] {
  if (key === 'target' && typed.trim() !== '')
    return daysMeant(typed, portfolio.days.today, 'future').map(({ date, assumption = '' }) => ({
      value: date,
      label: dayWords(date),
      words: assumption,
    }));
  if (!isRole(key)) return [];
  return cellChoices(portfolio, plan, key).map(({ label, newText = label, words = '' }) => ({
    value: newText,
    label,
    words,
  }));
}

const isRole = (key: string): key is 'responsibility' | 'target' | 'progress' =>
  key === 'responsibility' || key === 'target' || key === 'progress';
