/** What the columns of a plan are called, here and elsewhere, and what their cells look like. */
import type { WantedColumn } from '../tables/columns';
import { columnsByName } from '../tables/columns';
import { serialDate, digitsDate } from '../tables/dayOrder';
import { readPlanDate } from './dates';
import type { PlanColumnRole } from './model';
import { readProgress } from './progress';

/** By the words that people use, in Wales too. A column of the writer's own is called something else. */
export const planColumnsWanted: readonly WantedColumn<PlanColumnRole>[] = [
  {
    role: 'ref',
    names: [
      'ref', 'refno', 'refnumber', 'refs', 'reference', 'referenceno', 'referencenumber', 'elementid', 'elementref',
      'elementno', 'elementnumber', 'elementreference', 'cyf', 'cyfeirnod', 'rhifcyf',
    ],
    lesser: ['element', 'elements', 'id', 'elfen', 'elfennau'],
    loose: [
      'standard', 'standardref', 'criterionref', 'criterionno', 'clause', 'control', 'requirement', 'criteria', 'criterion',
      'subcriterion', 'section', 'rhif', 'no', 'number', 'item', 'itemno', '#', '№',
    ],
    not: ['es', 'evidence'],
  },
  {
    role: 'action',
    names: [
      'criteriaaction', 'criterionaction', 'action', 'actions', 'actionrequired', 'actionsrequired', 'actionneeded',
      'actiontobetaken', 'actionstobetaken', 'actionpoint', 'actionpoints', 'actiondescription', 'agreedaction',
      'agreedactions', 'proposedaction', 'proposedactions', 'plannedaction', 'plannedactions', 'recommendedaction',
      'improvementaction', 'improvementactions', 'keyaction', 'keyactions', 'task', 'tasks',
      'gweithred', 'gweithredoedd', 'camgweithredu', 'camaugweithredu',
    ],
    lesser: ['criteria', 'criterion', 'meiniprawf', 'maenprawf'],
    loose: [
      'what', 'whatwewilldo', 'whatwillwedo', 'whatneedstobedone', 'whatneedstohappen', 'whatistobedone', 'description',
      'activity', 'activities', 'improvement', 'improvements', 'areaforimprovement', 'areasforimprovement',
      'recommendation', 'recommendations', 'steps', 'nextsteps', 'initiative', 'howwewilldoit', 'how', 'details', 'todo',
      'objective',
    ],
    not: ['outcome', 'outcomes', 'evidence', 'measure', 'success', 'impact', 'cost', 'date', 'status', 'by', 'owner'],
  },
  {
    role: 'responsibility',
    names: [
      'responsibility', 'responsibilities', 'responsible', 'responsibleperson', 'responsibleofficer',
      'responsibleofficers', 'responsiblelead', 'personresponsible', 'officerresponsible', 'owner', 'owners',
      'actionowner', 'lead', 'leads', 'leadofficer', 'leadofficers', 'leadperson', 'assignedto', 'allocatedto',
      'accountable', 'accountableofficer', 'who', 'bywhom', 'whoby', 'actionby',
      'cyfrifoldeb', 'perchennog', 'arweinydd', 'swyddogarweiniol', 'swyddogcyfrifol', 'pwy',
    ],
    lesser: [],
    loose: [
      'officer', 'officers', 'assignee', 'whoisresponsible', 'responsibleteam', 'leadteam', 'team', 'manager', 'sponsor',
      'person', 'name', 'department', 'service',
    ],
    not: ['date'],
    fit: (cells) => shareOf(cells, isSomebody),
    weight: 0.2,
  },
  {
    role: 'target',
    names: [
      'targetdate', 'targetdates', 'targetcompletion', 'targetcompletiondate', 'completiondate', 'completeby', 'due',
      'duedate', 'dueby', 'datedue', 'deadline', 'deadlines', 'when', 'bywhen', 'timescale', 'timescales', 'timeframe',
      'enddate', 'dateforcompletion', 'expectedcompletiondate', 'plannedcompletiondate', 'implementationdate',
      'dyddiadtarged', 'dyddiadcwblhau', 'dyddiadcau', 'erbyn', 'erbynpryd',
    ],
    lesser: ['target', 'targed'],
    loose: ['date', 'bydate', 'timing', 'timeline', 'schedule', 'end', 'finish', 'completion', 'milestone'],
    not: [
      'start', 'starts', 'started', 'begin', 'raised', 'added', 'created', 'review', 'reviewed', 'updated', 'update',
      'agreed', 'closed', 'opened', 'last', 'logged', 'actual', 'status', 'progress',
    ],
    fit: (cells) => shareOf(cells, dateWorth),
    weight: 1,
    alone: 0.6,
  },
  {
    role: 'progress',
    names: ['progress', 'status', 'state', 'progressstatus', 'statusprogress', 'cynnydd', 'statws'],
    lesser: [],
    loose: [
      'currentstatus', 'currentposition', 'statusupdate', 'progresstodate', 'complete', 'completed', 'percentcomplete',
      'percentagecomplete', 'percentage', 'percent', '%', 'done', 'finished', 'achieved', 'completeyn', 'completedyn',
      'doneyn', 'completeyesno', 'completedyesno', 'doneyesno', 'ragstatus', 'ragrating', 'rag', 'stage',
    ],
    not: ['date', 'by', 'when', 'measure', 'measures', 'success', 'target', 'outcome', 'outcomes', 'impact'],
    fit: (cells, header) => shareOf(cells, (cell) => progressWorth(cell, header)),
    weight: 0.8,
    alone: 0.7,
  },
  {
    role: 'comments',
    names: ['comments', 'comment', 'notes', 'note', 'remarks', 'remark', 'sylwadau', 'nodiadau'],
    lesser: [],
    loose: [
      'update', 'updates', 'latestupdate', 'progressupdate', 'progressnotes', 'commentary', 'narrative', 'observations',
      'furtherinformation', 'additionalinformation',
    ],
    not: ['date'],
  },
]; // prettier-ignore

/** What each column means, in the order given. Of two columns that mean the same, one is the writer's own. */
export const rolesOf = (headers: readonly string[]): readonly (PlanColumnRole | undefined)[] =>
  columnsByName(planColumnsWanted, headers);

/** The mean of what each cell is worth. */
export const shareOf = (cells: readonly string[], worth: (cell: string) => number): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + worth(cell), 0) / cells.length;

const isDate = (cell: string): boolean => ['date', 'ongoing'].includes(readPlanDate(cell).kind);

/** What only speaks of a time, such as `Spring 2027`, counts half: it cannot be read, and is meant as one. */
function dateWorth(cell: string): number {
  if (isDate(cell) || digitsDate(cell, 'month') !== undefined || serialDate(cell) !== undefined) return 1;
  return cell.length <= 40 &&
    /\b(?:20\d\d|q[1-4]|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|week|month|year)/i.test(
      cell,
    )
    ? 0.5
    : 0;
}

/** Colours of a traffic light, and numbers below a percentage, are about progress, and not all of them say how far. */
function progressWorth(cell: string, header: string): number {
  const isShare = /^\d{1,3}(?:\.\d+)?\s*%(?:\s*(?:complete|completed|done))?$/i.test(cell.trim());
  if (isShare || (!cell.includes('%') && readProgress(cell).kind === 'known')) return 1;
  if (/^(?:red|amber|green|blue|yellow|grey|gray|black|white|r|a|g|b|y|n|yes|no)\b/i.test(cell)) return 0.5;
  return /%|percent|complete/i.test(header) && /^\d{1,3}(?:\.\d+)?$/.test(cell) ? 1 : 0;
}

const isSomebody = (cell: string): number =>
  /\p{L}/u.test(cell) &&
  cell.split(/\s+/).length <= 12 &&
  !isDate(cell) &&
  readProgress(cell).kind !== 'known'
    ? 1
    : 0;

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
