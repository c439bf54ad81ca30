/** The server's commands on action plans: they work on the newest text of the plan. */
import { manifestName } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { joinPath, normaliseUri } from '../../core/text/uri';
import { addActionTo, completeAction } from '../../features/plan/edits';
import { refused } from '../../features/editing/outcome';
import type { Commands } from './command';
import { text } from './command';
import type { ServiceParts } from './service';
import type { Session } from '../session';

export function planCommands({ session }: ServiceParts): Commands<'addAction' | 'completeAction'> {
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
      run: async ({ uri, element, order }) => {
        const place = normaliseUri(text(uri));
        const before = session.index.portfolioAt(place);
        if (!before) return refused('This file is in no folder that is open.');
        const portfolio = await reread(session, place, before);
        return completeAction(portfolio, place, text(element), typeof order === 'number' ? order : 0);
      },
    },
  };
}

/** Reads a plan again: an editor may not have told yet of what it has not open. */
async function reread({ index, workspace }: Session, uri: Uri, before: Portfolio): Promise<Portfolio> {
  await workspace.changed([{ uri, kind: 'changed' }]);
  return index.portfolioAt(uri) ?? before;
}
