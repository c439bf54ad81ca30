/** An import and a plan become one: what is added, what changes, and what only a person can decide. */
import type { Lexicon } from '../../standard/standard';
import type { Edit } from '../../text/edit';
import { applyEdits, lineEndOf } from '../../text/edit';
import { alignTable, setCellsAt } from '../edits';
import type { ImportedPlan, ImportedRow, RowProblem, TakenTable } from './imported';
import { insertRows } from './insertRows';
import { actionText, changedCells, matchedActions, remarksOf, textAt } from './matchedRows';
import type { ActionPlan, PlanAction } from '../model';
import { actionsOf } from '../model';
import { parseActionPlan } from '../parse';
import { planName } from '../planName';
import { planText } from '../planText';
import { rowMarkdown, tableMarkdown } from '../print';
import { unreadCells, unsureProblem } from './toBeLookedAt';
import { headerOf, withColumns } from './tableColumns';
import { deviationsFrom, hasWordingOf } from '../wording';
import { unescapeMarkdown } from '../../../words/unescapeMarkdown';
import { oneLine } from '../../../words/oneLine';

export interface PlanMerge {
  /** The plan's whole text afterwards. */
  readonly text: string;
  /** The same, read again. */
  readonly after: ActionPlan | undefined;
  readonly added: readonly MergedAction[];
  readonly changed: readonly ChangedAction[];
  /** Rows of the import that the plan has already. */
  readonly unchanged: number;
  /** Actions of the plan of which the import says nothing. */
  readonly untouched: number;
  readonly problems: readonly RowProblem[];
  /** Which column of the file was taken for what. */
  readonly taken: readonly TakenTable[];
  /** What was read otherwise than it is written. */
  readonly notes: readonly string[];
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

/**
 * @param plan undefined: there is none yet, and the import makes it. The same import a second time changes nothing.
 * @param imported has rows
 */
export function mergePlan(
  standard: Lexicon,
  plan: ActionPlan | undefined,
  imported: ImportedPlan,
): PlanMerge {
  const { taken, notes } = imported;
  const { looks, ...merge } =
    plan && plan.tables.length > 0 ? mergeInto(standard, plan, imported) : newPlan(standard, plan, imported);
  const after = parseActionPlan(plan?.uri ?? `file:///${planName}`, merge.text);
  const wording = after ? wordingOf(standard, after, imported) : [];
  return { ...merge, after, problems: [...imported.problems, ...looks], wording, taken, notes };
}

/** `looks`: what only shows when the import and the plan are held against each other, and needs a person. */
type Merge = Omit<PlanMerge, 'after' | 'problems' | 'wording' | 'taken' | 'notes'> & {
  readonly looks: readonly RowProblem[];
};

function newPlan(standard: Lexicon, plan: ActionPlan | undefined, imported: ImportedPlan): Merge {
  const header = headerOf(imported);
  const rows = imported.rows.map(({ cells, subject }) => ({
    kind: subject.kind === 'action' ? ('action' as const) : ('heading' as const),
    cells,
  }));
  const counts = {
    added: actionsIn(imported, imported.rows),
    changed: [],
    unchanged: 0,
    untouched: 0,
    looks: unreadCells(imported, new Map()),
  };
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

/** @param isWide the plan has got the columns that it lacked */
function mergeInto(standard: Lexicon, plan: ActionPlan, imported: ImportedPlan, isWide = false): Merge {
  const { matches, unsure } = matchedActions(standard, plan, imported);
  const remarks = remarksOf(plan, imported);
  const added = imported.rows.filter((row) =>
    row.subject.kind === 'action' ? !matches.has(row) : row.subject.kind === 'remark' && !remarks.has(row),
  );
  const wider = withColumns(standard, plan, imported, { matches, added });
  if (wider !== undefined && !isWide) return mergeInto(standard, reparsed(plan, wider), imported, true);

  const changed: ChangedAction[] = [];
  const edits: Edit[] = [...insertRows(standard, plan, imported, added)];
  for (const [row, { table, action }] of matches) {
    const cells = changedCells(standard, imported, row, table, action);
    if (cells.size === 0) continue;
    edits.push(...writtenCells(plan, action, cells));
    changed.push({
      ...mergedAction(imported, row),
      cells: [...cells].map(([at, after]) => ({
        column: table.columns[at]?.name ?? '',
        before: textAt(action, at),
        after,
      })),
    });
  }
  return {
    text: aligned(plan, applyEdits(plan.text, edits)),
    added: actionsIn(imported, added),
    changed,
    unchanged: matches.size - changed.length,
    untouched: actionsOf(plan).length - matches.size,
    looks: [
      ...[...unsure].map(([row, match]) => unsureProblem(imported, row, match)),
      ...unreadCells(imported, matches),
    ],
  };
}

/** A row that is too short for a cell beyond the header is written anew. */
function writtenCells(
  plan: ActionPlan,
  action: PlanAction,
  cells: ReadonlyMap<number, string>,
): readonly Edit[] {
  const length = Math.max(...cells.keys()) + 1;
  if (length <= action.cells.length) return setCellsAt(plan, action, cells);
  const texts = Array.from({ length }, (_, at) => cells.get(at) ?? textAt(action, at));
  return [{ span: action.span, newText: rowMarkdown(texts) }];
}

/** Tables whose bars stood below each other stand so again. */
function aligned(before: ActionPlan, text: string): string {
  if (text === before.text) return text;
  const after = reparsed(before, text);
  const edits = after.tables.flatMap((table, at) => {
    const old = before.tables[at];
    return old && alignTable(before, old).length === 0 ? alignTable(after, table) : [];
  });
  return applyEdits(text, edits);
}

/**
 * What should be the standard's text and is not, to the letter: an assessor reads it beside the standard. The rule
 * `action-wording` lets commas and hyphens pass, as nobody wants a squiggle for those.
 */
function wordingOf(
  standard: Lexicon,
  after: ActionPlan,
  imported: ImportedPlan,
): readonly WordingDifference[] {
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
  oneLine(unescapeMarkdown(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));

/** The plan with another text: the name or the front matter that makes it one is as it was. */
const reparsed = (plan: ActionPlan, text: string): ActionPlan => parseActionPlan(plan.uri, text) ?? plan;

const actionsIn = (imported: ImportedPlan, rows: readonly ImportedRow[]): readonly MergedAction[] =>
  rows.flatMap((row) => (row.subject.kind === 'action' ? [mergedAction(imported, row)] : []));

const mergedAction = (imported: ImportedPlan, row: ImportedRow): MergedAction => ({
  id: row.subject.kind === 'action' ? row.subject.id : '',
  where: row.where,
  text: actionText(imported, row),
});
