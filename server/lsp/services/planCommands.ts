/** The server's commands on action plans: they work on the newest text of the plan. */
import { manifestName } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { joinPath, normaliseUri } from '../../core/text/uri';
import type { RowPlace } from '../../core/plan/rowEdits';
import { addActionTo, completeAction } from '../../features/plan/edits';
import { removePlanRows, setPlanCells, sortPlan } from '../../features/plan/rowEdits';
import type { Outcome } from '../../features/editing/outcome';
import { refused } from '../../features/editing/outcome';
import type { Commands } from './command';
import { text } from './command';
import type { ServiceParts } from './service';
import type { Session } from '../session';

export function planCommands({
  session,
}: ServiceParts): Commands<'addAction' | 'completeAction' | 'setPlanCells' | 'removePlanRows' | 'sortPlan'> {
  const inPlan = async (
    uri: unknown,
    edit: (portfolio: Portfolio, uri: Uri) => Outcome,
  ): Promise<Outcome> => {
    const place = normaliseUri(text(uri));
    const before = session.index.portfolioAt(place);
    if (!before) return refused('This file is in no folder that is open.');
    return edit(await reread(session, place, before), place);
  };
  return {
    addAction: {
      label: 'Add action',
      run: async ({ root, element }) => {
        const folder = normaliseUri(text(root));
        const place = joinPath(folder, manifestName);
        const before = session.index.portfolioAt(place);
        if (before?.root !== folder) return refused('There is no portfolio in this folder.');
        const which = whichPlan(before);
        const portfolio = which.kind === 'several' ? before : await reread(session, which.uri, before);
        return addActionTo(portfolio, text(element));
      },
    },
    completeAction: {
      label: 'Mark action complete',
      run: ({ uri, element, order }) =>
        inPlan(uri, (portfolio, place) =>
          completeAction(portfolio, place, text(element), typeof order === 'number' ? order : 0),
        ),
    },
    setPlanCells: {
      label: 'Change action plan',
      run: ({ uri, places, key, text: wanted }) =>
        inPlan(uri, (portfolio, place) =>
          setPlanCells(portfolio, place, { places: placesIn(places), key: text(key), text: text(wanted) }),
        ),
    },
    removePlanRows: {
      label: 'Remove rows of the action plan',
      run: ({ uri, places }) =>
        inPlan(uri, (portfolio, place) => removePlanRows(portfolio, place, placesIn(places))),
    },
    sortPlan: { label: 'Sort action plan', run: ({ uri }) => inPlan(uri, sortPlan) },
  };
}

/** Reads a plan again: an editor may not have told yet of what it has not open. */
async function reread({ index, workspace }: Session, uri: Uri, before: Portfolio): Promise<Portfolio> {
  await workspace.changed([{ uri, kind: 'changed' }]);
  return index.portfolioAt(uri) ?? before;
}

/** What a client sends may be anything: places that are none are found nowhere. */
function placesIn(told: unknown): readonly RowPlace[] {
  if (!Array.isArray(told)) return [];
  return told.map((place: unknown) => {
    const { table, row, source }: Partial<Record<keyof RowPlace, unknown>> =
      typeof place === 'object' && place !== null ? place : {};
    return {
      table: typeof table === 'number' ? table : -1,
      row: typeof row === 'number' ? row : -1,
      source: text(source),
    };
  });
}
