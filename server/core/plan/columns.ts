/** What the columns of a table mean, by what their headers say. */
import type { PlanColumnRole } from './model';
import { planColumns } from './model';

/** What people call the columns, as `plainName` leaves it. A column of the writer's own is called something else. */
const names: Readonly<Record<PlanColumnRole, readonly string[]>> = {
  ref: [
    'ref', 'refno', 'refnumber', 'reference', 'referenceno', 'referencenumber', 'id', 'element', 'elementid',
    'elementref', 'elementno', 'elementnumber',
  ],
  action: [
    'criteriaaction', 'criterionaction', 'criteria', 'criterion', 'action', 'actions', 'actionrequired',
    'actionsrequired', 'actionneeded', 'actiontobetaken', 'actionpoint', 'task',
  ],
  responsibility: [
    'responsibility', 'responsible', 'responsibleperson', 'responsibleofficer', 'personresponsible', 'owner',
    'actionowner', 'lead', 'leadofficer', 'leadperson', 'assignedto', 'who', 'bywhom',
  ],
  target: [
    'target', 'targetdate', 'targetcompletion', 'targetcompletiondate', 'completiondate', 'completeby', 'due',
    'duedate', 'dueby', 'deadline', 'when', 'bywhen',
  ],
  progress: ['progress', 'status', 'state', 'progressstatus', 'statusprogress'],
  comments: ['comments', 'comment', 'notes', 'note', 'remarks', 'remark'],
}; // prettier-ignore

const roleOfName: ReadonlyMap<string, PlanColumnRole> = new Map(
  planColumns.flatMap((role) => names[role].map((name) => [name, role] as const)),
);

/** Letters and digits, in lower case: `**Ref. No.**` is `refno`. */
const plainName = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What each column means, in the order given. Of two columns that mean the same, the second is the writer's own. */
export function rolesOf(headers: readonly string[]): readonly (PlanColumnRole | undefined)[] {
  const taken = new Set<PlanColumnRole>();
  return headers.map((header) => {
    const role = roleOfName.get(plainName(header));
    if (!role || taken.has(role)) return undefined;
    taken.add(role);
    return role;
  });
}

/** Whether a table with such columns holds actions, and which columns it lacks; neither for a table of another kind. */
export function lookOf(roles: readonly (PlanColumnRole | undefined)[]): {
  readonly isPlan: boolean;
  readonly missing: readonly PlanColumnRole[];
} {
  const has = (role: PlanColumnRole): boolean => roles.includes(role);
  const work = (['responsibility', 'target', 'progress'] as const).filter(has).length;
  if (has('ref')) {
    const isPlan = has('action') || work > 0;
    return { isPlan, missing: isPlan && !has('action') ? ['action'] : [] };
  }
  // Minutes of a meeting have actions too, each with a name and perhaps a day.
  return { isPlan: false, missing: has('action') && work > 1 ? ['ref'] : [] };
}

/** What a new plan calls its columns, as such plans do in practice. */
export const columnTitles: Readonly<Record<PlanColumnRole, string>> = {
  ref: 'Ref No.',
  action: 'Criteria / Action',
  responsibility: 'Responsibility',
  target: 'Target Completion Date',
  progress: 'Progress',
  comments: 'Comments',
};
