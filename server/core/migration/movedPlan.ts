/** The rows of action plans: an action whose ID has become several stands there once for each. */
import type { ActionPlan, PlanAction } from '../plan/model';
import { unescapeMarkdown } from '../../words/unescapeMarkdown';
import { nameMarkdown } from '../plan/escapeMarkdown';
import { groupsNamed } from '../plan/order';
import { cellMarkdown } from '../plan/print';
import type { Edit } from '../text/edit';
import { insertion, lineEndOf } from '../text/edit';
import { lineAround } from '../text/lines';
import { spanOf } from '../text/span';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import type { MovedPart } from './movedBody';
import type { Occurrence } from './occurrence';

export function movedRows(editions: Editions, targets: Targets, plan: ActionPlan): MovedPart {
  const edits: Edit[] = [];
  const occurrences: Occurrence[] = [];
  const { uri, text } = plan;
  for (const row of plan.tables.flatMap(({ rows }) => rows)) {
    if (row.kind === 'action') {
      const to = targets(row.id);
      const own = to ? editsOfAction(text, row, to) : undefined;
      if (own) edits.push(...own);
      if (to || isMoved(editions.fateOf(row.id)))
        occurrences.push({ id: row.id, uri, span: row.idSpan, kind: 'action', to: own && to });
      continue;
    }
    for (const { group, cell } of groupsNamed(editions.from, row)) {
      const own = text.slice(cell.span.start, cell.span.end).includes(group.id) ? group.id : group.ownId;
      const at = text.indexOf(own, cell.span.start);
      const span = spanOf(at, at + own.length);
      const to = targets(own);
      const [next, ...others] = to ?? [];
      if (!to && !isMoved(editions.fateOf(own))) continue;
      const isWritten = next !== undefined && others.length === 0 && at >= 0 && span.end <= cell.span.end;
      if (isWritten) edits.push({ span, newText: cellMarkdown(nameMarkdown(next)) });
      occurrences.push({ id: own, uri, span, kind: 'group', to: isWritten ? to : undefined });
    }
  }
  return { edits, occurrences };
}

/** Undefined where the row is written in a way of which no second one can be made. */
function editsOfAction(
  text: string,
  { id, idSpan, span }: PlanAction,
  [first = '', ...others]: readonly string[],
): readonly Edit[] | undefined {
  if (unescapeMarkdown(text.slice(idSpan.start, idSpan.end)) !== id) return undefined;
  const edit = { span: idSpan, newText: cellMarkdown(nameMarkdown(first)) };
  if (others.length === 0) return [edit];
  const line = lineAround(text, span.start);
  if (line.end < span.end) return undefined;
  const rows = others.map(
    (other) =>
      `${lineEndOf(text)}${text.slice(line.start, idSpan.start)}${cellMarkdown(nameMarkdown(other))}${text.slice(idSpan.end, line.end)}`,
  );
  return [edit, insertion(line.end, rows.join(''))];
}
