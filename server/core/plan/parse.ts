/** Reads an action plan: what the columns and cells of its tables mean. */
import type { Body } from '../markdown/body';
import { findFrontMatter, parseFrontMatter } from '../frontMatter/frontMatter';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import { fileName } from '../text/uri';
import { entryOf } from '../yaml/tree';
import { cellIn } from './cells';
import { cellSpans } from '../commonmark/tables';
import { lookOf, rolesOf } from './columns';
import { readPlanDate } from './dates';
import type {
  ActionPlan,
  IncompleteTable,
  PlanCell,
  PlanColumn,
  PlanColumnRole,
  PlanRow,
  PlanTable,
} from './model';
import { idIn } from './plainCell';
import { planLimits } from './planLimits';
import { planName } from './planName';
import { readProgress } from './progress';
import { readTables } from './tables';

const planType = 'action-plan';

/** Reads a Markdown file. Undefined where it is no action plan. Never throws. */
export function parseActionPlan(uri: Uri, text: string): ActionPlan | undefined {
  if (!isPlan(uri, text)) return undefined;
  const tables: PlanTable[] = [];
  const incomplete: IncompleteTable[] = [];
  const others: PlanTable[] = [];
  const tooWide: Span[] = [];
  const { body, tables: found } = readTables(text);
  for (const { span, columns, header, rows } of found) {
    if (columns > planLimits.columns) {
      if (lookOf(tableOf(text, span, header, []).columns.map(({ role }) => role)).isPlan)
        tooWide.push(header);
      continue;
    }
    const table = tableOf(text, span, header, rows);
    const { isPlan: holdsActions, missing } = lookOf(table.columns.map(({ role }) => role));
    if (holdsActions) tables.push(table);
    else others.push(table);
    if (missing.length > 0) incomplete.push({ span, header, missing });
  }
  return {
    isPlan: true,
    uri,
    text,
    title: titleOf(text, body),
    body: () => body,
    tables,
    incomplete,
    others,
    tooWide,
  };
}

/** A look at the name, else at the front matter, whose YAML is read only where the word stands in it. */
export function isPlan(uri: Uri, text: string): boolean {
  if (fileName(uri).toLowerCase() === planName) return true;
  // Of a file's text, only the block at its start is looked at: there are thousands.
  if (!mayHaveBlockWith(planType, text)) return false;
  const block = findFrontMatter(text);
  if (!block || !/^type[ \t]*:.*action-plan/m.test(text.slice(block.content.start, block.content.end)))
    return false;
  return frontMatterText(text, 'type') === planType;
}

/** Whether a word stands before the first line that could end the front matter, or may do so. */
function mayHaveBlockWith(word: string, text: string): boolean {
  if (!text.startsWith('---') && !text.startsWith('\uFEFF---')) return false;
  const fence = /\n---[ \t]*[\r\n]/.exec(text);
  return (fence ? text.slice(0, fence.index) : text).includes(word);
}

function frontMatterText(text: string, key: string): string | undefined {
  const frontMatter = parseFrontMatter(text);
  const value = frontMatter.kind === 'none' ? undefined : entryOf(frontMatter.root, key)?.value;
  return value?.kind === 'scalar' ? value.text.trim() : undefined;
}

function titleOf(text: string, { headings }: Body): string | undefined {
  const titles = [frontMatterText(text, 'title') ?? '', ...headings.map((heading) => heading.text.trim())];
  return titles.find((title) => title !== '');
}

function tableOf(text: string, span: Span, header: Span, rows: readonly Span[]): PlanTable {
  const names = cellSpans(text, header).map((cell) => cellIn(text, cell));
  const roles = rolesOf(names.map((name) => name.text));
  const columns = names.map((name, at): PlanColumn => ({
    name: name.text,
    role: roles[at],
    span: name.span,
  }));
  return { span, header, columns, rows: rows.map((row) => rowOf(text, row, roles)) };
}

function rowOf(text: string, span: Span, roles: readonly (PlanColumnRole | undefined)[]): PlanRow {
  const written = cellSpans(text, span).map((cell) => cellIn(text, cell));
  const absent: PlanCell = { text: '', span: spanOf(span.end, span.end) };
  const cells = [...written, ...Array<PlanCell>(Math.max(0, roles.length - written.length)).fill(absent)];
  const cell = (role: PlanColumnRole): PlanCell | undefined => {
    const at = roles.indexOf(role);
    return at < 0 ? undefined : cells[at];
  };
  const ref = cell('ref');
  const id = ref && idIn(ref.text);
  if (!ref || id === undefined) return { kind: 'heading', span, cells };
  const target = cell('target');
  const progress = cell('progress');
  return {
    kind: 'action',
    span,
    cells,
    id,
    idSpan: placeIn(text, ref.span, id),
    ref,
    action: cell('action'),
    responsibility: cell('responsibility'),
    target,
    progress,
    comments: cell('comments'),
    due: readPlanDate(target?.text ?? ''),
    state: readProgress(progress?.text ?? ''),
  };
}

/** All of the cell where marks in the ID are escaped. */
const placeIn = (text: string, { start, end }: Span, id: string): Span => {
  const source = text.slice(start, end);
  const at = source.includes('\\') ? -1 : source.indexOf(id);
  return at < 0 ? spanOf(start, end) : spanOf(start + at, start + at + id.length);
};
