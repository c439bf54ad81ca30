/** An import and a plan become one: what is added, what changes, and what only a person can decide. */
import { normaliseUri } from '../uri';
import type { Standard } from '../standard';
import type { TextChange } from '../textChange';
import { applyChanges, lineEndOf } from '../textChange';
import { alignTable, setCellsAt } from './edits';
import type { ImportedPlan, ImportedRow, RowProblem } from './importPlan';
import { insertRows } from './insertRows';
import { actionKey, mergedCell } from './mergeCells';
import type { ActionPlan, PlanAction, PlanTable } from './model';
import { actionsOf } from './model';
import { parseActionPlan, planName } from './parse';
import { planText } from './planText';
import { tableMarkdown } from './print';

import { columnPlaces, withColumns } from './tableColumns';
import { deviationsFrom, hasWordingOf } from './wording';

export interface PlanMerge {
  /** The plan's whole text afterwards. */
  readonly text: string;
  readonly added: readonly MergedAction[];
  readonly changed: readonly ChangedAction[];
  /** Rows of the import that the plan has already. */
  readonly unchanged: number;
  /** Actions of the plan of which the import says nothing. */
  readonly untouched: number;
  readonly problems: readonly RowProblem[];
  /** Imported rows whose text should be the standard's and is not. */
  readonly wording: readonly WordingDifference[];
}

export interface MergedAction {
  readonly id: string;
  /** Where the import has it. */
  readonly where: string;
  readonly text: string;
}

export interface ChangedAction extends MergedAction {
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

export interface WordingDifference {
  readonly id: string;
  readonly text: string;
  readonly standard: string;
}

/** @param plan undefined: there is none yet, and the import makes it. The same import a second time changes nothing. */
export function mergePlan(
  standard: Standard,
  plan: ActionPlan | undefined,
  imported: ImportedPlan,
): PlanMerge {
  const merge =
    plan && plan.tables.length > 0 ? mergeInto(standard, plan, imported) : newPlan(standard, plan, imported);
  return { ...merge, problems: imported.problems, wording: wordingOf(standard, merge.text, plan, imported) };
}

type Merge = Omit<PlanMerge, 'problems' | 'wording'>;

function newPlan(standard: Standard, plan: ActionPlan | undefined, imported: ImportedPlan): Merge {
  const header = imported.columns.map(({ name }) => name);
  const rows = imported.rows.map(({ cells, subject }) => ({
    kind: subject.kind === 'action' ? ('action' as const) : ('heading' as const),
    cells,
  }));
  const counts = { added: actionsIn(imported, imported.rows), changed: [], unchanged: 0, untouched: 0 };
  if (rows.length === 0) return { ...counts, text: plan?.text ?? '' };
  if (!plan || plan.text.trim() === '')
    return { ...counts, text: planText({ title: imported.title, header, rows }, standard.acknowledgement) };
  const lineEnd = lineEndOf(plan.text);
  const table = tableMarkdown(
    header,
    rows.map(({ cells }) => cells),
    lineEnd,
  );
  return { ...counts, text: `${plan.text.trimEnd()}${lineEnd}${lineEnd}${table}` };
}

interface Match {
  readonly table: PlanTable;
  readonly action: PlanAction;
}

function mergeInto(standard: Standard, plan: ActionPlan, imported: ImportedPlan): Merge {
  const matches = matchedActions(standard, plan, imported);
  const remarks = remarksOf(plan, imported);
  const added = imported.rows.filter((row) =>
    row.subject.kind === 'action' ? !matches.has(row) : row.subject.kind === 'remark' && !remarks.has(row),
  );
  const wider = withColumns(standard, plan, imported, { matches, added });
  if (wider !== undefined) return mergeInto(standard, reparsed(plan, wider), imported);

  const changed: ChangedAction[] = [];
  const changes: TextChange[] = [...insertRows(standard, plan, imported, added)];
  for (const [row, { table, action }] of matches) {
    const cells = changedCells(standard, imported, row, table, action);
    if (cells.size === 0) continue;
    changes.push(...setCellsAt(plan, action, cells));
    changed.push({
      ...mergedAction(imported, row),
      cells: [...cells].map(([at, after]) => ({
        column: table.columns[at]?.name ?? '',
        before: action.cells[at]?.text ?? '',
        after,
      })),
    });
  }
  return {
    text: aligned(plan, applyChanges(plan.text, changes)),
    added: actionsIn(imported, added),
    changed,
    unchanged: matches.size - changed.length,
    untouched: actionsOf(plan).length - matches.size,
  };
}

/** Which action of the plan an imported one is: of those about its element the one with its text, else the next one. */
function matchedActions(
  standard: Standard,
  { tables }: ActionPlan,
  imported: ImportedPlan,
): ReadonlyMap<ImportedRow, Match> {
  const here = new Map<string, Match[]>();
  for (const table of tables)
    for (const action of table.rows)
      if (action.kind === 'action')
        listAt(here, standard.retired.get(action.id) ?? action.id).push({ table, action });
  const coming = new Map<string, ImportedRow[]>();
  for (const row of imported.rows)
    if (row.subject.kind === 'action') listAt(coming, row.subject.id).push(row);

  const matches = new Map<ImportedRow, Match>();
  for (const [id, rows] of coming) {
    const element = standard.nodes.get(id);
    const byText = new Map<string, Match[]>();
    for (const match of here.get(id) ?? [])
      listAt(byText, actionKey(match.action.action?.text ?? '', element)).push(match);
    const rest: ImportedRow[] = [];
    for (const row of rows) {
      const match = byText.get(actionKey(actionText(imported, row), element))?.shift();
      if (match) matches.set(row, match);
      else rest.push(row);
    }
    const taken = new Set(rows.map((row) => matches.get(row)?.action));
    const left = (here.get(id) ?? []).filter(({ action }) => !taken.has(action));
    for (const [at, match] of left.slice(0, rest.length).entries()) {
      const row = rest[at];
      if (row) matches.set(row, match);
    }
  }
  // In the order of the import, for its report.
  return new Map(
    imported.rows.flatMap((row) => {
      const match = matches.get(row);
      return match ? [[row, match] as const] : [];
    }),
  );
}

/** Remarks that the plan has already, each as often as it has it. */
function remarksOf({ tables }: ActionPlan, imported: ImportedPlan): ReadonlySet<ImportedRow> {
  const counts = new Map<string, number>();
  const add = (key: string, by: number): number => {
    const count = (counts.get(key) ?? 0) + by;
    counts.set(key, count);
    return count;
  };
  for (const table of tables) {
    const places = columnPlaces(imported, table);
    for (const { kind, cells } of table.rows)
      if (kind === 'heading')
        add(
          JSON.stringify(trimmed(places.map((at) => (at === undefined ? '' : (cells[at]?.text ?? ''))))),
          1,
        );
  }
  return new Set(
    imported.rows.filter(
      ({ subject, cells }) => subject.kind === 'remark' && add(JSON.stringify(trimmed(cells)), -1) >= 0,
    ),
  );
}

function changedCells(
  standard: Standard,
  imported: ImportedPlan,
  row: ImportedRow,
  table: PlanTable,
  action: PlanAction,
): ReadonlyMap<number, string> {
  const changed = new Map<number, string>();
  for (const [column, at] of columnPlaces(imported, table).entries()) {
    if (at === undefined) continue;
    const before = action.cells[at]?.text ?? '';
    const role = imported.columns[column]?.role;
    const after = mergedCell(role, before, row.cells[column] ?? '', standard.nodes.get(action.id));
    if (after !== before) changed.set(at, after);
  }
  return changed;
}

/** Tables whose bars stood below each other stand so again. */
function aligned(before: ActionPlan, text: string): string {
  if (text === before.text) return text;
  const after = reparsed(before, text);
  const changes = after.tables.flatMap((table, at) => {
    const old = before.tables[at];
    return old && alignTable(before, old).length === 0 ? alignTable(after, table) : [];
  });
  return applyChanges(text, changes);
}

/**
 * What should be the standard's text and is not, to the letter: an assessor reads it beside the standard. The rule
 * `action-wording` lets commas and hyphens pass, as nobody wants a squiggle for those.
 */
function wordingOf(
  standard: Standard,
  text: string,
  plan: ActionPlan | undefined,
  imported: ImportedPlan,
): readonly WordingDifference[] {
  const after = parseActionPlan(plan?.uri ?? normaliseUri(`file:///${planName}`), text);
  if (!after) return [];
  const ids = new Set(imported.rows.map(({ subject }) => (subject.kind === 'action' ? subject.id : '')));
  const deviating = new Set(deviationsFrom(standard, after).map(({ action }) => action));
  return actionsOf(after).flatMap((action) => {
    const element = standard.nodes.get(action.id);
    const own = action.action?.text ?? '';
    if (!element?.assessable || !ids.has(action.id)) return [];
    const wording = element.text || element.title;
    const differs = hasWordingOf(own, element) && !words(own).includes(words(wording));
    return differs || deviating.has(action) ? [{ id: action.id, text: own, standard: wording }] : [];
  });
}

/** Without what Markdown and typography add. */
const words = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** The plan with another text: the name or the front matter that makes it one is as it was. */
const reparsed = (plan: ActionPlan, text: string): ActionPlan => parseActionPlan(plan.uri, text) ?? plan;

const actionsIn = (imported: ImportedPlan, rows: readonly ImportedRow[]): readonly MergedAction[] =>
  rows.flatMap((row) => (row.subject.kind === 'action' ? [mergedAction(imported, row)] : []));

const mergedAction = (imported: ImportedPlan, row: ImportedRow): MergedAction => ({
  id: row.subject.kind === 'action' ? row.subject.id : '',
  where: row.where,
  text: actionText(imported, row),
});

const actionText = ({ columns }: ImportedPlan, { cells }: ImportedRow): string =>
  cells[columns.findIndex(({ role }) => role === 'action')] ?? '';

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

function listAt<Key, Value>(map: Map<Key, Value[]>, key: Key): Value[] {
  const known = map.get(key);
  if (known) return known;
  const list: Value[] = [];
  map.set(key, list);
  return list;
}
